"""No type of event without a change that yields it and nothing else, with the notice class that it asks for."""

from dataclasses import replace
from datetime import date

import pytest

from policygen.diff.events import Side, change_events, notice_floor
from policygen.diff.events.kinds import KINDS
from policygen.diff.events.text_judge import text_judge
from policygen.model.document import Line, Paragraph, Run
from policygen.model.event import NoticeClass
from policygen.model.facts import (
    NOT_STATED,
    Cookie,
    Criterion,
    NotRequired,
    Party,
    Period,
    Recipient,
    Tool,
)
from policygen.model.policy import Policy, PolicySection, StatedDate
from tests.diff.events.policies import (
    FACTS,
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
    sections,
)
from tests.diff.events.test_events import CASES, NEWS, ORDERS, PAGES_NEW, PAGES_OLD, told

COURIERS, STATS, SEE = FACTS.recipients[0], FACTS.tools[0], FACTS.rights[0]
BANKS = Recipient("banks", both("ธนาคาร", "Banks"), countries=("TH",))
CHAT = Tool("chat", both("แชท", "Chat"), countries=("TH",))
MAIL = replace(FACTS.contacts[0], id="mail", label=both("อีเมล", "E-mail"))
COURT = Criterion(both("จนกว่าจะถอนความยินยอมหรือเลิกใช้บริการ", "until consent is withdrawn or the service ends"))


def linked(address: str) -> Change:
    """The section on safety as one link."""

    def changed(found: PolicySection) -> PolicySection:
        blocks = {locale: (Paragraph((Line((Run(text, href=address),)),)),) for locale, text in texts.items()}
        return replace(found, prose=blocks) if found.id == "safety" else found

    texts = {"th": "อ่านต่อ", "en": "Read on"}
    return lambda policy: replace(policy, sections=tuple(map(changed, policy.sections)))


def worded(thai: str, english: str) -> Change:
    """An own wording of the data item `email`."""
    return lambda policy: replace(policy, wordings={"data-email": {"th": (line(thai),), "en": (line(english),)}})


def original(_: Policy) -> Policy:
    """The policy as it is, whatever was done to it."""
    return POLICY


def moved_to_another_id(policy: Policy) -> Policy:
    """The section on safety under another id."""
    renamed = sections(lambda old: (*old[:5], replace(old[5], id="security"), old[6]))
    return facts(was=(("section:security", ("safety",)),))(renamed(policy))


MORE: list[tuple[str, Change, Change, NoticeClass]] = [
    ("data-item-removed", added("data", replace(FACTS.data[1], id="fax")), removed("data", "fax"), "publish"),
    ("data-item-renamed", original, entry("data", "email", name=both("ที่อยู่อีเมล", "E-mail address")), "publish"),
    (
        "data-item-reworded",
        worded("อีเมลที่ท่านใช้รับข่าวสาร", "the address for our letters"),
        worded("อีเมลที่ท่านใช้ติดต่อเรา", "the address you write from"),
        "publish",
    ),
    ("data-item-no-longer-sensitive", entry("data", "photo", sensitive="biometric"), original, "publish"),
    ("data-source-changed", original, entry("data", "email", source=("third-party",)), "publish"),
    ("purpose-moved", original, facts(purposes=(NEWS, ORDERS)), "publish"),
    (
        "purpose-renamed",
        entry("purposes", "news", name=both("ข่าว", "News")),
        entry("purposes", "news", name=both("โฆษณา", "Advertising")),
        "publish",
    ),
    ("sensitive-basis-changed", original, entry("purposes", "orders", sensitive_basis=("legal-claims",)), "advance"),
    ("sensitive-basis-changed", original, entry("purposes", "news", sensitive_basis=("legal-claims",)), "consent"),
    ("retention-changed", original, entry("purposes", "news", retention=COURT), "publish"),
    (
        "retention-changed",
        original,
        entry("purposes", "orders", retention=Period("P5Y", both("นับแต่ส่งมอบ", "from delivery"))),
        "publish",
    ),
    ("tool-moved", added("tools", CHAT), facts(tools=(CHAT, STATS)), "publish"),
    ("tool-renamed", original, entry("tools", "stats", name=both("นับผู้ชม", "Counter")), "publish"),
    (
        "tool-reworded",
        entry("tools", "stats", text=both("นับจำนวนผู้เข้าชมหน้าเว็บ", "counts the visitors of pages")),
        entry("tools", "stats", text=both("นับจำนวนผู้เข้าชมและผู้ซื้อ", "counts the visitors and buyers")),
        "publish",
    ),
    ("tool-left-country", entry("tools", "stats", countries=("US", "JP")), original, "publish"),
    ("provider-changed", original, entry("tools", "stats", provider=both("บริษัท ตัวเลข", "Figures Ltd.")), "publish"),
    ("technologies-changed", original, entry("tools", "stats", technologies=("pixel",)), "publish"),
    ("technologies-changed", original, entry("tools", "stats", cookies=(Cookie("_s", "P1Y"),)), "publish"),
    ("uses-changed", original, entry("tools", "stats", data=("email",)), "publish"),
    ("uses-changed", original, entry("recipients", "couriers", purposes=("orders",)), "publish"),
    ("opt-out-added", entry("tools", "stats", opt_out=NOT_STATED), original, "publish"),
    ("policy-url-added", original, entry("tools", "stats", cookie_url="https://s.example/cookies"), "publish"),
    ("recipient-removed", original, removed("recipients", "couriers"), "publish"),
    ("recipient-moved", added("recipients", BANKS), facts(recipients=(BANKS, COURIERS)), "publish"),
    ("recipient-renamed", original, entry("recipients", "couriers", name=both("ไปรษณีย์", "The post")), "publish"),
    (
        "recipient-reworded",
        entry("recipients", "couriers", text=both("เพื่อส่งสินค้าเท่านั้น", "to deliver goods only")),
        entry("recipients", "couriers", text=both("เพื่อส่งสินค้าและเอกสาร", "to deliver goods and papers")),
        "publish",
    ),
    ("recipient-left-country", entry("recipients", "couriers", countries=("TH", "SG")), original, "publish"),
    ("transfer-ground-changed", original, entry("recipients", "couriers", transfer=("contract",)), "publish"),
    ("right-moved", original, facts(rights=FACTS.rights[::-1]), "publish"),
    ("right-renamed", original, entry("rights", "erase", right="restriction"), "publish"),
    (
        "right-reworded",
        original,
        entry("rights", "see", text=both("ขอดูและขอสำเนาข้อมูลได้", "You can see and copy your data")),
        "publish",
    ),
    ("right-way-changed", original, entry("rights", "see", how=both("ทางไปรษณีย์", "by post")), "publish"),
    ("time-limit-stated", original, entry("rights", "erase", time_limit="P30D"), "publish"),
    ("time-limit-removed", original, entry("rights", "see", time_limit=NOT_STATED), "advance"),
    ("contact-channel-moved", added("contacts", MAIL), facts(contacts=(MAIL, *FACTS.contacts)), "publish"),
    ("contact-channel-renamed", original, entry("contacts", "phone", label=both("สายด่วน", "Hotline")), "publish"),
    (
        "contact-channel-reworded",
        original,
        entry("contacts", "phone", value=both("02-111-1111", "02-111-1111")),
        "publish",
    ),
    ("contact-address-changed", original, entry("contacts", "phone", opens="tel:+6620000000"), "publish"),
    (
        "representative-changed",
        original,
        facts(controller=replace(FACTS.controller, representative=Party(name=both("นายตัวแทน", "Mr. Agent")))),
        "publish",
    ),
    (
        "dpo-changed",
        facts(controller=replace(FACTS.controller, dpo=NotRequired(both("ไม่เข้าเงื่อนไข", "not required")))),
        original,
        "publish",
    ),
    ("regimes-changed", original, facts(regimes=("pdpa", "gdpr")), "publish"),
    (
        "section-reworded",
        original,
        prose("safety", th="สาขาทุกแห่งปิดล็อกตู้เอกสารหลังเลิกงาน", en="Every branch locks its cabinets at night."),
        "publish",
    ),
    ("spelling-only", prose("safety", en="We recieve data."), prose("safety", en="We receive data."), "editorial"),
    ("links-only", linked("https://a.example/old"), linked("https://a.example/new"), "editorial"),
    ("address-changed", original, moved_to_another_id, "editorial"),
]


@pytest.mark.parametrize(("type", "before", "change", "notice"), MORE, ids=[case[0] for case in MORE])
def test_a_change_yields_this_event_alone(type: str, before: Change, change: Change, notice: NoticeClass) -> None:
    start = before(POLICY)
    events, floor = told(lambda _: change(start), start)
    assert [event.type for event in events] == [type]
    assert floor == notice
    assert all(event.message[locale].strip() for event in events for locale in ("th", "en"))


def test_another_stated_date_is_told() -> None:
    text = edition(POLICY)
    dates = [StatedDate(date(2026, month, 1), both(f"1/{month}/2569", f"1/{month}/2026")) for month in (1, 2)]
    old, new = Side(text, PAGES_OLD, dates[0]), Side(text, PAGES_NEW, dates[1])
    events = change_events(old, new, text_judge(text.facts, text.facts))
    assert [event.type for event in events] == ["stated-date-changed"]
    assert notice_floor(events, text.facts) == "publish"


def test_no_type_is_without_its_case() -> None:
    held = {type for _, _, types, _ in CASES for type in types} | {type for type, *_ in MORE} | {"stated-date-changed"}
    assert held == KINDS.keys()
