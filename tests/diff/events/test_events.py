"""One change of a policy yields exactly the expected events, and the notice class that they ask for."""

from dataclasses import replace
from datetime import date

import pytest

from policygen.diff.events import Side, change_events, notice_floor
from policygen.diff.events.kinds import KINDS
from policygen.diff.events.text_judge import text_judge
from policygen.model.document import ANCHOR_PREFIX, Line, Paragraph, Run
from policygen.model.event import ChangeEvent, NoticeClass, event_as_json, event_from_json
from policygen.model.facts import (
    NOT_STATED,
    ContactChannel,
    Criterion,
    DataItem,
    Definition,
    NotRequired,
    Period,
    Purpose,
    Recipient,
    Right,
    Tool,
)
from policygen.model.policy import Placement, Policy, StatedDate
from policygen.text.catalog import catalog
from tests.diff.events.policies import (
    FACTS,
    PLACE,
    POLICY,
    Change,
    added,
    both,
    edition,
    entry,
    facts,
    line,
    prose,
    removed,
    section,
    sections,
)

PAGES_OLD = {"th": "/th/privacy/v1/", "en": "/en/privacy/v1/"}
PAGES_NEW = {"th": "/th/privacy/v2/", "en": "/en/privacy/v2/"}
NAME, PHOTO = FACTS.data[0].items
ORDERS, NEWS = FACTS.purposes


def told(change: Change, policy: Policy = POLICY) -> tuple[tuple[ChangeEvent, ...], NoticeClass]:
    old, new = edition(policy), edition(change(policy))
    events = change_events(Side(old, PAGES_OLD), Side(new, PAGES_NEW), text_judge(old.facts, new.facts))
    return events, notice_floor(events, new.facts)


CASES: list[tuple[str, Change, list[str], NoticeClass]] = [
    ("nothing", lambda policy: policy, [], "editorial"),
    # entries
    (
        "definition added",
        added("definitions", Definition("shop", both("ร้าน", "shop"), both("ร้านค้า", "a store"))),
        ["definition-added"],
        "publish",
    ),
    ("definition removed", removed("definitions", "you"), ["definition-removed"], "publish"),
    (
        "definition reworded",
        entry("definitions", "you", meaning=both("ผู้ซื้อสินค้าของเรา", "a buyer of our goods")),
        ["definition-reworded"],
        "publish",
    ),
    ("definition moved", facts(definitions=FACTS.definitions[::-1]), ["definition-moved"], "publish"),
    (
        "definition renamed",
        entry("definitions", "you", term=both("ลูกค้า", "customer")),
        ["definition-renamed"],
        "publish",
    ),
    ("data item added", added("data", DataItem("phone", both("เบอร์โทร", "Phone"))), ["data-item-added"], "publish"),
    ("data item moved", facts(data=FACTS.data[::-1]), ["data-item-moved"], "publish"),
    (
        "data item moved into a group",
        facts(data=(replace(FACTS.data[0], items=(NAME, PHOTO, FACTS.data[1])),)),
        ["data-item-moved"],
        "publish",
    ),
    (
        "purpose added by consent",
        added("purposes", Purpose("ads", both("โฆษณา", "To advertise"), basis=("consent",))),
        ["purpose-added"],
        "consent",
    ),
    (
        "purpose added without a basis",
        added("purposes", Purpose("ads", both("โฆษณา", "To advertise"))),
        ["purpose-added"],
        "consent",
    ),
    (
        "purpose added on another basis",
        added("purposes", Purpose("fraud", both("ป้องกันการทุจริต", "To prevent fraud"), basis=("legitimate-interest",))),
        ["purpose-added"],
        "advance",
    ),
    ("purpose removed", removed("purposes", "news"), ["purpose-removed"], "publish"),
    (
        "purpose reworded",
        entry("purposes", "orders", text=both("จัดส่งและติดตามสินค้า", "To deliver and track orders")),
        ["purpose-reworded"],
        "publish",
    ),
    (
        "tool added at home",
        added("tools", Tool("chat", both("แชท", "Chat"), countries=("TH",))),
        ["tool-added"],
        "advance",
    ),
    (
        "tool added abroad by consent",
        added("tools", Tool("chat", both("แชท", "Chat"), countries=("US",), transfer=("consent",))),
        ["tool-added"],
        "consent",
    ),
    ("tool removed", removed("tools", "stats"), ["tool-removed"], "publish"),
    (
        "recipient added",
        added("recipients", Recipient("banks", both("ธนาคาร", "Banks"), countries=("TH",))),
        ["recipient-added"],
        "advance",
    ),
    ("right removed", removed("rights", "erase"), ["right-removed"], "advance"),
    (
        "right added",
        added("rights", Right("object", "objection", both("คัดค้านได้", "You can object"))),
        ["right-added"],
        "publish",
    ),
    (
        "channel added",
        added("contacts", ContactChannel("mail", "email", both("อีเมล", "Email"), both("a@a.example", "a@a.example"))),
        ["contact-channel-added"],
        "publish",
    ),
    ("channel removed", facts(contacts=()), ["contact-channel-removed"], "publish"),
    # bases and data
    (
        "basis changed",
        entry("purposes", "orders", basis=("legitimate-interest",)),
        ["lawful-basis-changed"],
        "advance",
    ),
    ("basis changed to consent", entry("purposes", "orders", basis=("consent",)), ["lawful-basis-changed"], "consent"),
    (
        "more data on a contract",
        entry("purposes", "orders", data=("name", "email", "photo")),
        ["purpose-uses-more-data"],
        "advance",
    ),
    ("more data by consent", entry("purposes", "news", data=("email", "name")), ["purpose-uses-more-data"], "consent"),
    ("less data", entry("purposes", "orders", data=("name",)), ["purpose-uses-less-data"], "publish"),
    (
        "direct marketing began",
        entry("purposes", "orders", direct_marketing=True),
        ["direct-marketing-began"],
        "advance",
    ),
    (
        "direct marketing ended",
        entry("purposes", "news", direct_marketing=False),
        ["direct-marketing-ended"],
        "publish",
    ),
    # retention
    ("kept longer", entry("purposes", "orders", retention=Period("P10Y")), ["retention-lengthened"], "advance"),
    ("kept shorter", entry("purposes", "orders", retention=Period("P60D")), ["retention-shortened"], "publish"),
    (
        "kept open-ended",
        entry("purposes", "orders", retention=Criterion(both("เท่าที่จำเป็น", "as long as necessary"))),
        ["retention-made-open-ended"],
        "advance",
    ),
    (
        "retention no longer stated",
        entry("purposes", "orders", retention=NOT_STATED),
        ["retention-made-open-ended"],
        "advance",
    ),
    ("retention stated", entry("purposes", "news", retention=Period("P1Y")), ["retention-stated"], "publish"),
    # data items
    (
        "became sensitive",
        entry("data", "photo", sensitive="biometric"),
        ["data-item-became-sensitive"],
        "consent",
    ),
    ("became obligatory", entry("data", "name", required="law"), ["data-item-became-obligatory"], "publish"),
    ("became voluntary", entry("data", "photo", required="no"), ["data-item-became-voluntary"], "publish"),
    (
        "effect of refusing",
        entry("data", "photo", refusal=both("สมัครไม่ได้", "You cannot register")),
        ["refusal-effect-changed"],
        "publish",
    ),
    # abroad
    ("tool in a new country", entry("tools", "stats", countries=("US", "JP")), ["tool-in-new-country"], "advance"),
    (
        "recipient in a new country, no ground",
        entry("recipients", "couriers", countries=("TH", "SG")),
        ["recipient-in-new-country"],
        "consent",
    ),
    (
        "ground of transfer",
        entry("tools", "stats", transfer=("contract",)),
        ["transfer-ground-changed"],
        "publish",
    ),
    (
        "ground of transfer to consent",
        entry("tools", "stats", transfer=("consent",)),
        ["transfer-ground-changed"],
        "consent",
    ),
    # links
    ("opt-out changed", entry("tools", "stats", opt_out="https://stats.example/stop"), ["opt-out-changed"], "publish"),
    ("opt-out removed", entry("tools", "stats", opt_out=NOT_STATED), ["opt-out-removed"], "publish"),
    (
        "policy URL changed",
        entry("tools", "stats", privacy_url="https://x.example/"),
        ["policy-url-changed"],
        "publish",
    ),
    ("policy URL removed", entry("tools", "stats", privacy_url=NOT_STATED), ["policy-url-removed"], "publish"),
    # rights
    ("time limit longer", entry("rights", "see", time_limit="P60D"), ["time-limit-longer"], "advance"),
    ("time limit shorter", entry("rights", "see", time_limit="P7D"), ["time-limit-shorter"], "publish"),
    # who and which
    (
        "controller moved",
        facts(controller=replace(FACTS.controller, address=both("เชียงใหม่", "Chiang Mai"))),
        ["controller-changed"],
        "publish",
    ),
    (
        "officer gone",
        facts(controller=replace(FACTS.controller, dpo=NotRequired(both("ไม่เข้าเงื่อนไข", "not required")))),
        ["dpo-changed"],
        "publish",
    ),
    ("English prevails", facts(authoritative="en"), ["authoritative-locale-changed"], "publish"),
    # sections and prose
    (
        "section added",
        sections(lambda old: (*old, section("cookies", "คุกกี้", "Cookies"))),
        ["section-added"],
        "publish",
    ),
    (
        "section removed",
        sections(lambda old: tuple(s for s in old if s.id != "safety")),
        ["section-removed"],
        "publish",
    ),
    ("section moved", sections(lambda old: (old[5], *old[:5], old[6])), ["section-moved"], "publish"),
    (
        "section renamed",
        sections(lambda old: (*old[:5], replace(old[5], title=both("ความปลอดภัย", "Security")), old[6])),
        ["section-renamed"],
        "publish",
    ),
    (
        "section written anew",
        prose("safety", th="สาขาทุกแห่งปิดล็อกตู้เอกสารหลังเลิกงาน", en="Every branch locks its cabinets at night."),
        ["section-reworded"],
        "publish",
    ),
    (
        "an entry shown no longer",
        sections(lambda old: (*old[:4], section("rights", "", "", Placement("rights", PLACE, ("see",))), *old[5:])),
        ["prose-changed"],
        "publish",
    ),
    (
        "a right is another",
        entry("rights", "erase", right="restriction"),
        ["right-renamed"],
        "publish",
    ),
    (
        "a promise taken back",
        prose("safety", th="เราไม่เข้ารหัสข้อมูลทุกครั้งที่ส่ง", en="We do not encrypt data whenever they are sent."),
        ["prose-changed"],
        "publish",
    ),
    (
        "other words",
        prose("safety", th="เราเข้ารหัสข้อมูลทุกครั้งที่ส่งออก", en="We encrypt data whenever they are transmitted."),
        ["wording-only"],
        "publish",
    ),
    ("spacing", prose("safety", th="เราเข้ารหัสข้อมูล ทุกครั้งที่ส่ง"), ["spacing-only"], "editorial"),
    (
        "English only",
        prose("safety", en="We always encrypt data whenever they travel."),
        ["translation-only"],
        "publish",
    ),
]


@pytest.mark.parametrize(("name", "change", "types", "notice"), CASES, ids=[case[0] for case in CASES])
def test_a_change_yields_its_events_and_class(name: str, change: Change, types: list[str], notice: NoticeClass) -> None:
    events, floor = told(change)
    assert [event.type for event in events] == types
    assert floor == notice


def test_a_spelling_fix_is_proven() -> None:
    wrong = prose("safety", th="เราเข้ารหัสข้อมูลทุกครั้งที่ส่งทางเว็ปไซต์", en="We recieve data.")(POLICY)
    right = prose("safety", th="เราเข้ารหัสข้อมูลทุกครั้งที่ส่งทางเว็บไซต์", en="We receive data.")(POLICY)
    old, new = edition(wrong), edition(right)
    events = change_events(Side(old, PAGES_OLD), Side(new, PAGES_NEW), text_judge(old.facts, new.facts))
    assert [event.type for event in events] == ["spelling-only"]
    assert notice_floor(events, new.facts) == "editorial"


def _under_another_id(register: str, id: str, now: str) -> Change:
    prefix = next(prefix for name, prefix in ANCHOR_PREFIX.items() if name == register)
    former = ((f"{prefix}:{now}", (id,)),)
    return lambda policy: facts(was=former)(entry(register, id, id=now)(policy))


def _all_use(data: tuple[str, ...], purposes: tuple[str, ...]) -> Change:
    """Every list of ids with these, and a link to the first purpose in the section on safety."""
    link = Run("เหตุที่ใช้", ref=f"purpose:{purposes[0]}")
    linked = section("safety", "", "", Paragraph((Line((link,)),)))

    def changed(policy: Policy) -> Policy:
        uses = {"data": data, "purposes": purposes}
        policy = entry("tools", "stats", **uses)(entry("recipients", "couriers", **uses)(policy))
        return sections(lambda old: (*old[:5], linked, old[6]))(policy)

    return changed


@pytest.mark.parametrize(
    ("register", "id", "name"),
    [
        ("definitions", "you", "ท่าน"),
        ("data", "name", "ชื่อ"),
        ("data", "identity", "ข้อมูลระบุตัวตน"),
        ("purposes", "orders", "ส่งสินค้าตามคำสั่งซื้อ"),
        ("tools", "stats", "สถิติ"),
        ("recipients", "couriers", "ผู้ขนส่ง"),
        ("rights", "see", "สิทธิขอเข้าถึงข้อมูล"),
        ("contacts", "phone", "โทรศัพท์"),
    ],
)
def test_another_id_alone_is_another_address_and_no_other_words(register: str, id: str, name: str) -> None:
    before = _all_use(("name", "email"), ("orders", "news"))(POLICY)
    data, purposes = (
        tuple("x-new" if one == id else one for one in ids) for ids in (("name", "email"), ("orders", "news"))
    )
    after = _under_another_id(register, id, "x-new")(_all_use(data, purposes)(POLICY))
    if register == "data" and id == "name":
        after = entry("purposes", "orders", data=("x-new", "email"))(after)
    (event,), floor = told(lambda _: after, before)
    assert (event.type, event.old, event.new, event.materiality) == ("address-changed", id, "x-new", "editorial")
    assert event.message["th"] == f"ลิงก์ตรงไปยัง “{name}” ในนโยบายนี้เปลี่ยนไป"
    assert event.where["th"] == f"/th/privacy/v2/#{ANCHOR_PREFIX[register]}-x-new"  # type: ignore[index]
    assert not any("x-new" in sentence for sentence in event.message.values())
    assert floor == "editorial"


def test_a_section_under_another_id_keeps_its_links() -> None:
    link = Paragraph((Line((Run("ความปลอดภัย", ref="section:safety"),)),))
    relinked = Paragraph((Line((Run("ความปลอดภัย", ref="section:security"),)),))
    before = sections(lambda old: (*old, section("more", "", "", link)))(POLICY)
    after = sections(lambda old: (*old[:5], replace(old[5], id="security"), old[6], section("more", "", "", relinked)))(
        facts(was=(("section:security", ("safety",)),))(POLICY)
    )
    (event,), floor = told(lambda _: after, before)
    assert (event.type, event.old, event.new) == ("address-changed", "safety", "security")
    assert event.message["en"] == "The direct link to “Section safety” in this policy changed"
    assert floor == "editorial"


def test_other_words_under_another_id_are_told_too() -> None:
    reworded = entry("purposes", "orders", text=both("จัดส่งและติดตามสินค้า", "To deliver and track orders"))(POLICY)
    events, floor = told(lambda _: _under_another_id("purposes", "orders", "delivery")(reworded))
    assert [event.type for event in events] == ["address-changed", "purpose-reworded"]
    assert floor == "publish"


def _dated(words: tuple[str, str] | None, day: date = date(2026, 1, 15)) -> StatedDate | None:
    return words and StatedDate(day, both(*words))


@pytest.mark.parametrize(
    ("old", "new", "types", "notice"),
    [
        (_dated(("ประกาศ 15 มกราคม 2569", "15 January 2026")), None, ["stated-date-changed"], "publish"),
        (None, _dated(("ประกาศ 15 มกราคม 2569", "15 January 2026")), ["stated-date-changed"], "publish"),
        (
            _dated(("ประกาศ 15 มกราคม 2569", "15 January 2026")),
            _dated(("ประกาศ 16 มกราคม 2569", "16 January 2026"), date(2026, 1, 16)),
            ["stated-date-changed"],
            "publish",
        ),
        (
            _dated(("ประกาศ 15 มกราคม 2569", "15 January 2026")),
            _dated(("ประกาศ  15 มกราคม 2569", "15 January 2026")),
            ["spacing-only"],
            "editorial",
        ),
    ],
)
def test_the_date_that_a_text_states(
    old: StatedDate | None, new: StatedDate | None, types: list[str], notice: NoticeClass
) -> None:
    text = edition(POLICY)
    sides = (Side(text, PAGES_OLD, old), Side(text, PAGES_NEW, new))
    events = change_events(*sides, text_judge(text.facts, text.facts))
    assert [event.type for event in events] == types
    assert notice_floor(events, text.facts) == notice


def test_the_stated_date_is_told_in_its_own_words() -> None:
    text = edition(POLICY)
    dated = _dated(("ประกาศเมื่อ 15 มกราคม 2569", "Announced on 15 January 2026"))
    (event,) = change_events(Side(text, {}, None), Side(text, {}, dated), text_judge(text.facts, text.facts))
    assert event.message["en"] == (
        "The date that the text states changed from “Not stated in this policy” to “Announced on 15 January 2026”"
    )
    assert (event.old, event.new) == (None, "2026-01-15")


def _worded(thai: str, english: str, anchor: str = "data-email") -> Change:
    wording = {anchor: {"th": (line(thai),), "en": (line(english),)}}
    return lambda policy: replace(policy, wordings=wording)


@pytest.mark.parametrize(
    ("thai", "english", "types", "notice"),
    [
        ("อีเมลที่ท่านใช้ติดต่อเรา", "the address you write from", ["data-item-reworded"], "publish"),
        ("อีเมลที่ท่านใช้รับ ข่าวสาร", "the address for our letters", ["spacing-only"], "editorial"),
        ("อีเมลที่ท่านใช้รับข่าวสาร", "the address that gets our letters", ["translation-only"], "publish"),
        ("อีเมลที่ท่านใช้รับข่าวสาร", "the address for our letters", [], "editorial"),
    ],
)
def test_an_entry_with_a_wording_of_its_own(thai: str, english: str, types: list[str], notice: NoticeClass) -> None:
    before = _worded("อีเมลที่ท่านใช้รับข่าวสาร", "the address for our letters")(POLICY)
    events, floor = told(_worded(thai, english), before)
    assert [event.type for event in events] == types
    assert floor == notice


def test_events_say_what_where_and_in_both_languages() -> None:
    ((event,), _) = told(entry("purposes", "orders", retention=Period("P10Y")))
    assert (event.id, event.section, event.old, event.new) == ("orders", "why", "P5Y", "P10Y")
    assert event.where == {"th": "/th/privacy/v2/#purpose-orders", "en": "/en/privacy/v2/#purpose-orders"}
    assert event.message == {
        "th": "เก็บข้อมูลสำหรับ “ส่งสินค้าตามคำสั่งซื้อ” นานขึ้น จาก 5 ปี เป็น 10 ปี",
        "en": "Data for “To deliver orders” are kept longer: 10 years instead of 5 years",
    }
    assert (event.materiality, event.reference) == ("material", "PDPA 23(3)")


def test_a_right_is_called_by_its_name_in_the_statute_where_only_one_has_it() -> None:
    longer = entry("rights", "see", time_limit="P60D")
    (event,), _ = told(longer)
    assert event.message["en"] == "Time limit for “Right of access” is longer: 60 days instead of 30 days"
    twice = added("rights", Right("see-logs", "access", both("ขอดูประวัติการเข้าใช้ได้", "You can see your visits")))(POLICY)
    (event,), _ = told(longer, twice)
    assert event.message["en"] == "Time limit for “You can see your data” is longer: 60 days instead of 30 days"


def test_what_is_gone_is_shown_where_it_was() -> None:
    ((event,), _) = told(removed("rights", "erase"))
    assert event.where["th"] == "/th/privacy/v1/#right-erase"


def test_every_type_has_its_sentence_and_every_sentence_its_type() -> None:
    for locale in ("th", "en"):
        assert catalog(locale)["event"].keys() == KINDS.keys()


def test_events_are_kept_and_read_back_without_the_statute() -> None:
    events, _ = told(entry("purposes", "orders", retention=Period("P10Y")))
    (kept,) = (event_from_json(event_as_json(event)) for event in events)
    assert kept == replace(events[0], reference="")
