"""One edition that uses every block, every class of fact and every field; its record is the golden file of format 1."""

from datetime import date

from policygen.ledger import Record, sealed, unsealed
from policygen.model.document import (
    Document,
    Entry,
    Field,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Section,
    Table,
)
from policygen.model.edition import Edition
from policygen.model.facts import (
    ContactChannel,
    Controller,
    Cookie,
    Criterion,
    DataItem,
    Definition,
    Facts,
    LocalText,
    NotRequired,
    Party,
    Period,
    Purpose,
    Recipient,
    Right,
    Tool,
)
from policygen.model.policy import StatedDate


def both(thai: str, english: str) -> LocalText:
    return LocalText((("th", (Run(thai),)), ("en", (Run(english),))))


def line(text: str) -> Line:
    return Line((Run(text),))


RUNS = (
    Run("บริษัทฯ", ref="term:company"),
    Run(" ใช้ "),
    Run("เว็บ", href="https://example.com/"),
    Run("หนา", strong=True),
    Run("เอน", emphasis=True),
)
ENTRY = Entry(
    "data-personal",
    (Paragraph((line("ข้อมูลส่วนบุคคล"),)),),
    (Run("ข้อมูล"),),
    (Field((Run("แหล่งที่มา"),), (Run("จากท่าน"),)),),
    (Entry("data-name", (Paragraph((line("ชื่อ"),)),)),),
)
CLAUSES = ItemList((Item((Paragraph((line("ข้อแรก"),)),), "1.", "first"), Item((Paragraph((line("ไม่มีเลข"),)),))))
SECTIONS = (
    Section("intro", (), (Paragraph((Line(RUNS),), "opening"), Heading(3, (Run("ข้อย่อย"),), "part"))),
    Section(
        "data",
        (Run("ข้อมูลที่เก็บ"),),
        (
            Paragraph((line("เราเก็บ"), CLAUSES, line("เท่านั้น"), Register("data", "list", (ENTRY,)))),
            Register("data", "details", (ENTRY,)),
            CLAUSES,
            Table(((Run("คุกกี้"),),), (((Run("_ga"),),), ((),)), "cookies"),
        ),
    ),
)
FACTS = Facts(
    controller=Controller(
        name=both("บริษัท", "Company"),
        short_names=(("th", ("บริษัทฯ", "เรา")), ("en", ("the Company",))),
        address=both("กรุงเทพฯ", "Bangkok"),
        registration="0105551234567",
        website="https://example.com/",
        email="info@example.com",
        phone="02 - 8813800",
        representative=Party(both("ผู้แทน", "Representative"), both("ที่อยู่", "Address"), "rep@example.com", "02"),
        dpo=NotRequired(both("ไม่เข้าเกณฑ์มาตรา 41", "Section 41 does not apply")),
    ),
    authoritative="th",
    regimes=("pdpa", "gdpr"),
    definitions=(Definition("company", both("บริษัทฯ", "the Company"), both("บริษัท", "Company"), (("th", ("บริษัท ฯ",)),)),),
    data=(
        DataItem(
            "personal",
            both("ส่วนบุคคล", "Personal"),
            group=True,
            items=(
                DataItem(
                    "health",
                    both("สุขภาพ", "Health"),
                    sensitive="health",
                    source=("data-subject", "device"),
                    required="contract",
                    refusal=both("ให้บริการไม่ได้", "No service"),
                ),
            ),
        ),
    ),
    purposes=(
        Purpose(
            "billing",
            both("ออกใบเสร็จ", "Issue receipts"),
            name=both("ใบเสร็จ", "Receipts"),
            basis=("contract", "legal-obligation"),
            basis_detail=both("ประมวลรัษฎากร", "Revenue Code"),
            sensitive_basis=("explicit-consent",),
            data=("personal",),
            retention=Period("P5Y", both("นับแต่สิ้นปี", "from the end of the year")),
            direct_marketing=False,
        ),
        Purpose("news", both("ข่าวสาร", "News"), data=(), retention=Criterion(both("จนกว่าจะถอน", "Until withdrawn"))),
    ),
    tools=(
        Tool(
            "analytics",
            both("Analytics", "Analytics"),
            text=both("วัดผล", "Measures"),
            provider=both("Google LLC", "Google LLC"),
            countries=("US", "abroad"),
            data=("health",),
            purposes=("news",),
            transfer=("safeguards",),
            opt_out="https://example.com/opt-out",
            privacy_url="https://example.com/privacy",
            cookie_url="https://example.com/cookies",
            processing_url="https://example.com/dpa",
            technologies=("cookie", "pixel"),
            cookies=(Cookie("_ga", "P2Y", both("นับผู้เข้าชม", "Counts visitors")),),
        ),
    ),
    recipients=(
        Recipient(
            "couriers",
            both("ขนส่ง", "Couriers"),
            kind="category",
            text=both("ส่งของ", "Deliver"),
            countries=("TH",),
            data=("personal",),
            purposes=("billing",),
            transfer=("contract",),
        ),
    ),
    rights=(Right("access", "access", both("ขอเข้าถึง", "Access"), both("ทางอีเมล", "By email"), "P30D"),),
    contacts=(ContactChannel("phone", "phone", both("โทร", "Phone"), both("02", "02"), "tel:+6628813800"),),
    names=("คลัสเตอร์คิท",),
    places=(("data-personal", "data-personal"), ("purpose-billing", "data")),
    was=(("purpose:billing", ("invoices",)),),
)
DOCUMENTS = (
    Document("th", (Run("นโยบาย"),), SECTIONS),
    Document("en", (Run("Policy"),), SECTIONS[:1], date(2026, 11, 24)),
)
EDITION = Edition(DOCUMENTS, FACTS)


def record() -> Record:
    """Its record as version 1, with every member that a first version can have."""
    return sealed(
        unsealed(
            EDITION,
            number=1,
            previous=None,
            recorded=date(2026, 11, 24),
            published=date(2026, 12, 1),
            effective=date(2027, 1, 1),
            stated=StatedDate(date(2019, 9, 30), both("30 กันยายน 2562", "30 September 2019")),
            summary=both("ฉบับแรก", "First"),
        )
    )
