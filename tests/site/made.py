"""A small site made in code: one policy in Thai and English, with as many versions as a test asks for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from policygen.ledger.canonical import file_of, sealed
from policygen.ledger.record import Record, unsealed
from policygen.model.document import Document, Heading, Line, Paragraph, Run, Section
from policygen.model.edition import Edition
from policygen.model.facts import (
    ContactChannel,
    Controller,
    DataItem,
    Facts,
    LocalText,
    Period,
    Purpose,
    Recipient,
    Right,
    Tool,
)
from policygen.model.policy import StatedDate
from policygen.model.site import Site
from policygen.site.chrome import Setting
from policygen.site.files import Inputs, Page, RawFile
from policygen.site.history import Draft, PolicyHistory
from policygen.site.plan import SitePlan, plan_site

BASE = "https://example.com/privacy-site/"
TODAY = date(2026, 11, 24)


def local(thai: str, english: str) -> LocalText:
    return LocalText((("th", (Run(thai),)), ("en", (Run(english),))))


CONTROLLER = Controller(local("บริษัท ตัวอย่าง จำกัด", "Example Company Limited"), website="https://www.example.com/")


def facts() -> Facts:
    """Facts of every kind; the second of each register states nothing."""
    return Facts(
        CONTROLLER,
        "th",
        ("pdpa",),
        data=(
            DataItem(
                "identity",
                local("ข้อมูลระบุตัวตน", "Identity data"),
                group=True,
                items=(
                    DataItem("name", local("ชื่อ - นามสกุล", "Full name"), source=("data-subject",), required="contract"),
                    DataItem("blood", local("หมู่เลือด", "Blood group"), sensitive="health"),
                ),
            ),
            DataItem("other", local("ข้อมูลอื่น", "Other data"), group=True),
        ),
        purposes=(
            Purpose(
                "billing",
                local("ใช้สำหรับออกใบเสร็จรับเงินและใบกำกับภาษี", "To issue receipts and tax invoices"),
                name=local("ออกใบเสร็จ", "Invoicing"),
                basis=("contract",),
                data=("name",),
                retention=Period("P5Y"),
            ),
            Purpose("news", local("ใช้สำหรับประชาสัมพันธ์", "To send news")),
        ),
        tools=(
            Tool(
                "meter",
                local("Meter", "Meter"),
                countries=("US",),
                data=("blood",),
                opt_out="https://meter.example/stop",
            ),
        ),
        recipients=(
            Recipient("couriers", local("ผู้ให้บริการขนส่ง", "Couriers"), countries=("TH",), purposes=("billing",)),
            Recipient("others", local("บุคคลอื่น", "Others")),
        ),
        rights=(Right("access", "access", local("ขอเข้าถึงข้อมูล", "Access"), time_limit="P30D"),),
        contacts=(ContactChannel("phone", "phone", local("โทรศัพท์", "Telephone"), local("02", "02"), opens="tel:+662"),),
        places=(
            ("data-identity", "data-identity"),
            ("data-name", "data-identity"),
            ("purpose-billing", "purpose-billing"),
            ("tool-meter", "tools"),
        ),
    )


def document(locale: str, text: str, translated: date | None = None) -> Document:
    sections = (
        Section("intro", (), (Paragraph((Line((Run(text),)),)),)),
        Section(
            "tools",
            (Run("Tools"),),
            (
                Heading(3, (Run("A"),), "a"),
                Heading(4, (Run("A.1"),), "a-1"),
                Heading(3, (Run("B"),), "b"),
                Heading(3, (Run("no id"),)),
            ),
        ),
    )
    title = "นโยบายความเป็นส่วนตัว" if locale == "th" else "Privacy Policy"
    return Document(locale, (Run(title),), sections, translated)


def edition(text: str, locales: Sequence[str] = ("th", "en")) -> Edition:
    translated = date(2020, 2, 2)
    documents = tuple(document(locale, text, translated if locale == "en" else None) for locale in locales)
    return Edition(documents, facts())


def records(*effective: date | None, locales: Sequence[str] = ("th", "en")) -> tuple[Record, ...]:
    """Versions that take effect on these days, each recorded and published thirty days before (or on 2020-01-01)."""
    chain: list[Record] = []
    for number, day in enumerate(effective, 1):
        before = date.fromordinal(day.toordinal() - 30) if day else date(2020, 1, 1)
        chain.append(
            sealed(
                unsealed(
                    edition(f"v{number} <&>", locales),
                    number=number,
                    previous=chain[-1].digest if chain else None,
                    recorded=before,
                    published=before if day else None,
                    effective=day,
                    stated=None if day else StatedDate(date(2019, 9, 30), local("ทำเมื่อ", "Made on")),
                    summary=local(f"แก้ <{number}>", f"Changed <{number}>") if number > 1 else None,
                )
            )
        )
    return tuple(chain)


def history(versions: Sequence[Record], today: date = TODAY, *, draft: bool = False) -> PolicyHistory:
    files = tuple(file_of(record) for record in versions)
    return PolicyHistory("privacy", tuple(versions), files, today, Draft(edition("draft"), "d" * 64) if draft else None)


def site(base_url: str | None = BASE, *, unofficial: bool = False, locales: tuple[str, ...] = ("th", "en")) -> Site:
    return Site(
        "example",
        local("ตัวอย่าง", "Example"),
        CONTROLLER,
        locales,
        "th",
        base_url=base_url,
        unofficial=unofficial,
    )


def plan(
    of: PolicyHistory, on: Site | None = None, *, static: Sequence[str] = (), file_links: bool = False
) -> SitePlan:
    setting = Setting(on or site(), of.today, frozenset(static), file_links)
    return plan_site(setting, (of,))


def view(of: SitePlan, path: str) -> Any:
    """The view of the planned page at `path`."""
    page = next(file for file in of.files if file.path == path)
    assert isinstance(page, Page)
    return page.view()


def content(of: SitePlan, path: str) -> bytes:
    """The bytes of the planned raw file at `path`."""
    file = next(file for file in of.files if file.path == path)
    assert isinstance(file, RawFile)
    return file.content()


def inputs(of: SitePlan) -> dict[str, Inputs]:
    """The inputs of all planned files by path."""
    return {file.path: file.inputs for file in of.files}


def made(of: SitePlan) -> dict[str, Any]:
    """All planned files, made, by path."""
    return {file.path: file.view() if isinstance(file, Page) else file.content() for file in of.files}
