"""A document as text, as Markdown and as JSON."""

import json

from policygen.diagnostics.text_file import Excerpt, TextFile
from policygen.exports.as_json import document_as_json
from policygen.exports.as_markdown import document_as_markdown
from policygen.exports.as_text import document_as_text
from policygen.model.codec import decode_document
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
    Section,
    Table,
)
from policygen.sources.blocks import read_prose


def paragraph(*runs: Run | str, id: str | None = None) -> Paragraph:
    return Paragraph((Line(tuple(Run(run) if isinstance(run, str) else run for run in runs)),), id)


CLAUSES = ItemList(
    (
        Item((paragraph("เก็บ"),), "1."),
        Item((paragraph("ใช้"), ItemList((Item((paragraph("ในประเทศ"),)),))), "2.", "use"),
        Item((paragraph("เปิดเผย"), paragraph("ต่อผู้รับ")), "3."),
    )
)
BLOCKS: tuple[Block, ...] = (
    paragraph("ติดต่อ", Run("บริษัทฯ", ref="term:company"), " ที่ ", Run("เว็บ", href="https://example.com/")),
    Heading(3, (Run("ข้อย่อย"),), "part"),
    Heading(3, (Run("แท็ก #"),)),
    paragraph(Run("หน้า (1)", href="https://example.com/a_(1)")),
    paragraph("คำ", Run("หนา", strong=True), "และ", Run("เอน", emphasis=True), id="looks"),
    CLAUSES,
    Table(((Run("ก"),), (Run("ข | ค"),)), (((Run("1"),), (Run("2"),)),)),
    paragraph("จบ"),
)
TRICKY: tuple[Block, ...] = tuple(
    paragraph(text)
    for text in (
        "*ไม่เอน* _x_ \\ <b> [ก](ข)",
        "1. ไม่ใช่ข้อ",
        "(ก) ไม่ใช่ข้อ",
        "ก. ไม่ใช่ข้อ",
        "1.1 ไม่ใช่ข้อ",
        "- ไม่ใช่ข้อ",
        "### ไม่ใช่หัวข้อ",
        "::: purposes",
        "{+} ไม่ต่อ",
        "| ไม่ใช่ | ตาราง |",
        "ไม่มีรหัส {#x}",
        "{#x} {+} <b>หนา</b> <!-- x --> &amp; &#39; a & b; c > d",
        "> ไม่ใช่คำพูด",
        "1.ไม่ใช่ข้อ",
        "___",
        "---",
        "a\\",
    )
)
PURPOSES = Register(
    "purposes",
    "details",
    (
        Entry(
            "purpose-billing",
            (paragraph("ออกใบเสร็จ"),),
            (Run("ใบเสร็จ"),),
            (Field((Run("ฐานทางกฎหมาย"),), (Run("สัญญา"),)),),
        ),
    ),
)
DATA = Register("data", "list", (Entry("data-a", (paragraph("ก"),), entries=(Entry("data-b", (paragraph("ข"),)),)),))


def document(*blocks: Block) -> Document:
    return Document("th", (Run("นโยบาย"),), (Section("all", (Run("ทั้งหมด"),), blocks),))


def read_again(markdown: str) -> tuple[object, ...]:
    """The blocks of the Markdown after its title and its section's title, as the sources read them without a word."""
    prose = markdown.split("\n", 4)[4]
    read = read_prose(Excerpt(TextFile("x", prose), prose, range(len(prose) + 1)), "th", placements=True)
    assert read.found == []
    return tuple(read.blocks)


def test_markdown_is_read_back_as_the_same_blocks() -> None:
    assert read_again(document_as_markdown(document(*BLOCKS))) == BLOCKS


def test_nothing_in_a_text_becomes_markdown() -> None:
    assert read_again(document_as_markdown(document(*TRICKY))) == TRICKY


def test_markdown_of_registers() -> None:
    sentence = Paragraph((Line((Run("เราเก็บ"),)), DATA, Line((Run("เท่านั้น"),))))
    assert document_as_markdown(document(sentence, PURPOSES)) == (
        "# นโยบาย\n\n## ทั้งหมด {#all}\n\nเราเก็บ\n\n- ก\n\n  - ข\n\n{+} เท่านั้น\n\n"
        "### ใบเสร็จ\n\nออกใบเสร็จ\n\n- ฐานทางกฎหมาย: สัญญา\n"
    )


def test_text_is_what_a_reader_reads() -> None:
    assert document_as_text(document(*BLOCKS, PURPOSES, DATA)) == (
        "นโยบาย\n\nทั้งหมด\n\nติดต่อบริษัทฯ ที่ เว็บ\n\nข้อย่อย\n\nแท็ก #\n\nหน้า (1)\n\nคำหนาและเอน\n\n"
        "1. เก็บ\n2. ใช้\n  • ในประเทศ\n3. เปิดเผย\n  ต่อผู้รับ\n\n"
        "ก | ข | ค\n1 | 2\n\nจบ\n\n"
        "ใบเสร็จ\n\nออกใบเสร็จ\n\nฐานทางกฎหมาย: สัญญา\n\n• ก\n  • ข\n"
    )


def test_json_holds_the_whole_document() -> None:
    whole = document(*BLOCKS, PURPOSES)
    data = json.loads(document_as_json("shop", "privacy", 3, "0" * 64, whole))
    assert (data["site"], data["policy"], data["number"], data["locale"]) == ("shop", "privacy", 3, "th")
    assert decode_document("th", data) == whole
