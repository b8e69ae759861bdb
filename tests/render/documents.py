"""A small policy in two languages that has every block there is."""

from policygen.model.document import (
    Block,
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
    Runs,
    Section,
    Table,
)
from policygen.text.catalog import catalog

NOWRAP = ("ข้อมูลส่วนบุคคล", "คลัสเตอร์คิท", "Google Analytics", "บริษัทฯ", "บริษัท ฯ")
OPT_OUT = "https://tools.example.com/dlpage/gaoptout/?a=1&b=2"
LINKS = {
    "term:company": "#term-company",
    "term:personal-data": "#term-personal-data",
    "section:contact": "#contact",
    "tool:analytics": "#tool-analytics",
}


def text(*parts: str | Run) -> Runs:
    """Runs of these texts."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def paragraph(*parts: str | Run, id: str | None = None) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph((Line(text(*parts)),), id)


def item(*parts: str | Run, label: str = "", id: str | None = None, inside: tuple[Block, ...] = ()) -> Item:
    """An item of one line, and what stands under it."""
    return Item((paragraph(*parts), *inside), label, id)


def thai() -> Document:
    """The Thai document."""
    company = Run("บริษัทฯ", ref="term:company")
    intro = Section("intro", (), (paragraph(company, " เคารพความเป็นส่วนตัว (Privacy Policy) และสิ่งอื่น ๆ <ตามจริง> & ครบ"),))
    return Document(
        "th", text("นโยบายความเป็นส่วนตัว"), (intro, _definitions_th(), _body_th(), _tools("th"), _contact("th"))
    )


def english() -> Document:
    """The English document, of the same shape."""
    company = Run("the Company", ref="term:company")
    intro = Section("intro", (), (paragraph(company, " (บริษัทฯ) respects privacy and <really> & fully"),))
    return Document("en", text("Privacy Policy"), (intro, _definitions_en(), _body_en(), _tools("en"), _contact("en")))


def _definitions_th() -> Section:
    entries = (
        Entry("term-company", (paragraph("“", Run("บริษัทฯ", strong=True), "” หมายถึง บริษัท คลัสเตอร์คิท จำกัด"),)),
        Entry("term-personal-data", (paragraph("“", Run("ข้อมูลส่วนบุคคล", strong=True), "” หมายถึง ข้อมูลตามมาตรา 6"),)),
    )
    return Section("definitions", text("นิยาม"), (Register("definitions", "paragraphs", entries),))


def _definitions_en() -> Section:
    entries = (
        Entry(
            "term-company", (paragraph("“", Run("the Company", strong=True), "” means Cluster Kit Company Limited"),)
        ),
        Entry(
            "term-personal-data", (paragraph("“", Run("personal data", strong=True), "” means data under Section 6"),)
        ),
    )
    return Section("definitions", text("Definitions"), (Register("definitions", "paragraphs", entries),))


def _body_th() -> Section:
    bullets = ItemList((item("ชื่อ - นามสกุล"), item("ที่อยู่", inside=(ItemList((item("บ้าน"), item("ที่ทำงาน"))),))))
    clauses = ItemList((
        item("ใช้เท่าที่จำเป็น", label="1.", id="need-only", inside=(ItemList((item("เพื่อติดต่อ"), item("เพื่อบริการ"))),)),
        item("ไม่ขาย", Run("โดยเด็ดขาด", strong=True, emphasis=True), label="2."),
    ))  # fmt: skip
    groups = (
        Entry("data-contact", (paragraph("ข้อมูลติดต่อ"),), entries=(Entry("data-email", (paragraph("อีเมล"),)),)),
        Entry("data-use", (paragraph("ข้อมูลการใช้งาน"),)),
    )
    sentence = Paragraph((
        Line(text("เราเก็บข้อมูลดังนี้")),
        Register("data", "list", groups),
        Line(text("ให้แก่เรา ตาม", Run("กฎหมาย", href="https://law.example.com/pdpa"), Run("ไทย", True, href="https://law.example.com/pdpa"))),
    ), "what")  # fmt: skip
    table = Table((text("ข้อมูล"), text("เก็บไว้")), ((text("อีเมล"), text("5 ปี")), (text("ที่อยู่"), text("1 ปี"))), "kept")
    blocks = (Heading(3, text("ที่เราเก็บ"), "collected"), sentence, bullets, Heading(4, text("ข้อห้าม")), clauses, table)
    return Section("collection", text("การเก็บข้อมูล"), blocks)


def _body_en() -> Section:
    bullets = ItemList((item("Name"), item("Address", inside=(ItemList((item("Home"), item("Work"))),))))
    clauses = ItemList((
        item("As needed", label="1.", id="need-only", inside=(ItemList((item("to reach you"), item("to serve"))),)),
        item("Never sold", Run(" at all", strong=True, emphasis=True), label="2."),
    ))  # fmt: skip
    groups = (
        Entry("data-contact", (paragraph("Contact data"),), entries=(Entry("data-email", (paragraph("Email"),)),)),
        Entry("data-use", (paragraph("Usage data"),)),
    )
    sentence = Paragraph((
        Line(text("We collect")),
        Register("data", "list", groups),
        Line(text("under ", Run("Thai ", href="https://law.example.com/pdpa"), Run("law", True, href="https://law.example.com/pdpa"))),
    ), "what")  # fmt: skip
    table = Table(
        (text("Data"), text("Kept")), ((text("Email"), text("5 years")), (text("Address"), text("1 year"))), "kept"
    )
    blocks = (
        Heading(3, text("What we collect"), "collected"),
        sentence,
        bullets,
        Heading(4, text("Never")),
        clauses,
        table,
    )
    return Section("collection", text("Collection"), blocks)


def _tools(locale: str) -> Section:
    fields = catalog(locale)["field"]
    entry = Entry(
        "tool-analytics",
        (paragraph("Google Analytics"),),
        text("Google Analytics"),
        (
            Field(text(fields["provider"]), text(catalog(locale)["made"]["not_stated"])),
            Field(text(fields["opt_out"]), text(Run(OPT_OUT, href=OPT_OUT))),
        ),
    )
    return Section("tools", text(catalog(locale)["register"]["tools"]), (Register("tools", "details", (entry,)),))


def _contact(locale: str) -> Section:
    entries = (
        Entry(
            "contact-phone",
            (paragraph("โทร. " if locale == "th" else "Tel. ", Run("02 - 8813800", href="tel:+6628813800")),),
        ),
        # Shown a second time, it has no second address.
        Entry("tool-analytics", (paragraph("Google Analytics", Run("", ref="section:nowhere")),)),
    )
    title = text(catalog(locale)["register"]["contacts"])
    return Section(
        "contact", title, (Register("contacts", "list", entries), paragraph(Run("นิยาม", ref="section:contact")))
    )
