"""A policy that really changes: four versions with events and notice classes, and a draft.

Version 2 edits, adds, removes, renames and moves in both languages, and edits one clause in Thai and one in English
alone; version 3 mends a space in Thai; version 4, still to come on `TODAY`, keeps data for longer.
"""

from collections.abc import Callable, Sequence
from datetime import date

from policygen.diff.events import Side, change_events
from policygen.diff.events.text_judge import text_judge
from policygen.ledger.canonical import file_of, sealed
from policygen.ledger.record import Record, unsealed
from policygen.model.document import (
    Document,
    Entry,
    Field,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Section,
)
from policygen.model.edition import Edition
from policygen.model.event import ChangeEvent, NoticeClass
from policygen.model.facts import ContactChannel, Controller, Facts, LocalText, Period, Purpose, Right, Tool
from policygen.site.history import Draft, PolicyHistory

TODAY = date(2026, 11, 24)
CLASSES: tuple[NoticeClass | None, ...] = (None, "consent", "editorial", "advance")
EFFECTIVE = (date(2020, 1, 1), date(2022, 6, 1), date(2024, 7, 1), date(2027, 1, 1))
DRAFT = 5

# The text from a version on, by locale.
_TEXTS: dict[str, dict[str, dict[int, str]]] = {
    "th": {
        "welcome": {
            1: "บริษัทเก็บข้อมูลส่วนบุคคลของลูกค้าเพื่อให้บริการ และดูแลข้อมูลนั้นตามกฎหมาย",
            2: "บริษัทเก็บข้อมูลส่วนบุคคลของลูกค้าและผู้สมัครงานเพื่อให้บริการ และดูแลข้อมูลนั้นตามกฎหมาย",
            3: "บริษัทเก็บข้อมูลส่วนบุคคลของลูกค้าและผู้สมัครงานเพื่อให้บริการ  และดูแลข้อมูลนั้นตามกฎหมาย",
        },
        "share": {1: "บริษัทเปิดเผยข้อมูลให้ผู้ขนส่งสินค้าเท่าที่จำเป็นเพื่อส่งสินค้าเท่านั้น"},
        "ads": {
            1: "บริษัทไม่ใช้ข้อมูลเพื่อการโฆษณาของบุคคลอื่น และไม่ขายข้อมูลให้ผู้ใด",
            5: "บริษัทไม่ใช้ข้อมูลเพื่อการโฆษณาของบุคคลอื่น และไม่ให้เช่าข้อมูลแก่ผู้ใด",
        },
        "name": {1: "ชื่อและนามสกุล"},
        "phone": {1: "หมายเลขโทรศัพท์"},
        "mail": {1: "อีเมล"},
        "ask": {
            1: "ลูกค้าติดต่อบริษัทได้ทุกวันทำการ เวลา 9.00 น. ถึง 17.00 น.",
            2: "ลูกค้าติดต่อบริษัทได้ทุกวันทำการ เวลา 8.00 น. ถึง 17.00 น.",
        },
        "data title": {1: "ข้อมูลที่เก็บ"},
        "use title": {1: "การใช้ข้อมูล", 2: "วัตถุประสงค์ของการใช้ข้อมูล"},
        "share title": {1: "การเปิดเผย"},
        "contact title": {1: "ติดต่อเรา"},
        "title": {1: "นโยบายความเป็นส่วนตัว"},
        "kept": {1: "ระยะเวลา"},
        "years": {1: "2 ปี", 4: "5 ปี"},
    },
    "en": {
        "welcome": {
            1: "The company keeps the personal data of its customers to serve them, as the law says.",
            2: "The company keeps the personal data of its customers and applicants to serve them, as the law says.",
        },
        "share": {1: "The company discloses data to couriers, only as far as is needed to deliver goods."},
        "ads": {
            1: "The company does not use data for the advertising of others, and sells them to nobody.",
            5: "The company does not use data for the advertising of others, and rents them to nobody.",
        },
        "name": {1: "Name and surname", 2: "Full name and surname"},
        "phone": {1: "Telephone number"},
        "mail": {1: "E-mail address"},
        "ask": {1: "Customers can reach the company on every working day from 9.00 to 17.00."},
        "data title": {1: "Data we keep"},
        "use title": {1: "How we use data", 2: "What we use data for"},
        "share title": {1: "Disclosure"},
        "contact title": {1: "Contact"},
        "title": {1: "Privacy Policy"},
        "kept": {1: "Kept for"},
        "years": {1: "2 years", 4: "5 years"},
    },
}


def _text(locale: str, key: str, number: int) -> str:
    """The text as it is in a version."""
    states = _TEXTS[locale][key]
    return states[max(since for since in states if since <= number)]


def local(thai: str, english: str) -> LocalText:
    return LocalText((("th", (Run(thai),)), ("en", (Run(english),))))


CONTROLLER = Controller(
    local("บริษัท ตัวอย่าง จำกัด", "Example Company Limited"),
    email="privacy@example.com",
    website="https://www.example.com/",
)


# Versions


def changed_records(count: int = 4) -> tuple[Record, ...]:
    """The first versions, each with the events that lead to it and its notice class."""
    chain: list[Record] = []
    for number in range(1, count + 1):
        chain.append(_record(number, chain[-1] if chain else None))
    return tuple(chain)


def changed_history(versions: Sequence[Record], today: date = TODAY, *, draft: bool = False) -> PolicyHistory:
    files = tuple(file_of(record) for record in versions)
    return PolicyHistory("privacy", tuple(versions), files, today, Draft(edition(DRAFT), "d" * 64) if draft else None)


def _record(number: int, before: Record | None) -> Record:
    effective, notice = EFFECTIVE[number - 1], CLASSES[number - 1]
    known = date.fromordinal(effective.toordinal() - 40)
    return sealed(
        unsealed(
            edition(number),
            number=number,
            previous=before.digest if before else None,
            recorded=known,
            published=known,
            effective=effective,
            summary=local(f"สรุปฉบับที่ {number}", f"Summary of version {number}") if before else None,
            notice={"class": notice, "reason": "for the record"} if notice else None,
            events=_events(number) if before else (),
        )
    )


def _events(number: int) -> tuple[ChangeEvent, ...]:
    old, new = edition(number - 1), edition(number)
    return change_events(Side(old, _pages(number - 1)), Side(new, _pages(number)), text_judge(old.facts, new.facts))


def _pages(number: int) -> dict[str, str]:
    return {locale: f"/{locale}/privacy/v{number}/" for locale in ("th", "en")}


def edition(number: int) -> Edition:
    """The text and the facts of a version; 5 is the draft."""
    return Edition(tuple(_document(locale, number) for locale in ("th", "en")), _facts(number))


def _facts(number: int) -> Facts:
    years = Period(f"P{_text('en', 'years', number)[0]}Y")
    orders = Purpose("orders", local("ส่งสินค้า", "To deliver orders"), basis=("contract",), retention=years)
    news = Purpose("news", local("ส่งข่าวสาร", "To send news"), basis=("consent",), direct_marketing=True)
    by_mail = local("ทางอีเมล", "By e-mail")
    return Facts(
        CONTROLLER,
        "th",
        ("pdpa",),
        purposes=(orders, news) if number > 1 else (orders,),
        tools=(Tool("meter", local("Meter", "Meter"), opt_out="https://meter.example/stop"),),
        rights=(
            Right("access", "access", local("ขอเข้าถึง", "Access"), how=by_mail),
            Right("withdraw", "withdraw-consent", local("ถอน", "Withdraw"), how=by_mail, time_limit="P30D"),
        ),
        contacts=(ContactChannel("phone", "phone", local("โทรศัพท์", "Telephone"), local("02", "02"), opens="tel:+662"),),
        places=(("purpose-orders", "purpose-orders"), ("purpose-news", "purpose-news"), ("right-withdraw", "contact")),
        was=(("section:purposes", ("use",)),) if number > 1 else (),
    )


def _document(locale: str, number: int) -> Document:
    def say(key: str) -> str:
        return _text(locale, key, number)

    def section(id: str, key: str, *blocks: Paragraph | ItemList | Register) -> Section:
        return Section(id, (Run(say(key)),), blocks)

    first, later = number == 1, number > 1
    ads = _paragraph(say("ads"))
    items = ("name", "phone", "mail") if later else ("name", "phone")
    purposes = Register("purposes", "details", tuple(_entry(one, locale, say) for one in _facts(number).purposes))
    sections = (
        Section("intro", (), (_paragraph(say("welcome")), *((ads,) if first else ()))),
        section("data", "data title", ItemList(tuple(Item((_paragraph(say(key)),)) for key in items))),
        section("purposes" if later else "use", "use title", purposes),
        *((section("share", "share title", _paragraph(say("share"))),) if first else ()),
        section("contact", "contact title", _paragraph(say("ask")), *((ads,) if later else ())),
    )
    return Document(locale, (Run(say("title")),), sections, None if locale == "th" else date(2020, 2, 2))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Line((Run(text),)),))


def _entry(purpose: Purpose, locale: str, say: Callable[[str], str]) -> Entry:
    kept = isinstance(purpose.retention, Period)
    fields = (Field((Run(say("kept")),), (Run(say("years")),)),) if kept else ()
    return Entry(f"purpose-{purpose.id}", (), purpose.text.runs(locale) or (), fields)
