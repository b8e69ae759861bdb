"""DOCX: headings, Word's own numbers, tables, what is left out, and what is refused."""

from pathlib import Path

import pytest

from policygen.importing.counting import counted
from policygen.importing.refusals import Refused
from policygen.model.document import Run, Table, plain
from tests.importing.made import W, document, docx, entries, imported, lines, p, sections, zipped

TITLE = p("นโยบายความเป็นส่วนตัว", style="T")


def test_styles_become_headings_and_lists_become_registers(tmp_path: Path) -> None:
    body = (
        TITLE
        + p("นิยาม", style="1")
        + p("", runs="<w:r><w:rPr><w:bCs/></w:rPr><w:t>“ท่าน”</w:t></w:r><w:r><w:t> หมายถึง ผู้ใช้บริการ</w:t></w:r>")
        + p("ข้อมูล", style="Own")
        + p("เราเก็บรวบรวมข้อมูลดังนี้")
        + p("อีเมล", number=(3, 0))
        + p("ที่อยู่", number=(3, 0))
    )
    found = imported(tmp_path, "policy.docx", docx(body))
    assert sections(found) == ["definitions", "section-1"]
    assert entries(found, "definitions") == {"you": "ท่าน"}
    assert entries(found, "data") == {"email": "อีเมล", "address": "ที่อยู่"}
    assert lines(tmp_path) == ["นิยาม", "“ท่าน” หมายถึง ผู้ใช้บริการ", "ข้อมูล", "เราเก็บรวบรวมข้อมูลดังนี้", "อีเมล", "ที่อยู่"]


def test_numbers_are_counted_as_word_counts(tmp_path: Path) -> None:
    body = (
        TITLE
        + p("หนึ่ง", style="N")
        + p("ย่อย", number=(1, 1))
        + p("ย่อยสอง", number=(1, 1))
        + p("สอง", style="N")
        + p("คั่น")
        + p("", style="N")
        + p("สี่", style="N")
        + p("ย่อย", number=(1, 1))
        + p("เริ่มใหม่", number=(4, 0))
        + p("บททั่วไป", number=(2, 0))
        + p("ข้อย่อย", number=(2, 1))
    )
    imported(tmp_path, "policy.docx", docx(body))
    assert lines(tmp_path) == [
        "1. หนึ่ง",
        "(ก) ย่อย",
        "(ข) ย่อยสอง",
        "2. สอง",
        "คั่น",
        "4. สี่",
        "(ก) ย่อย",
        "1. เริ่มใหม่",
        "ข้อ ๑ บททั่วไป",
        "๑.1 ข้อย่อย",
    ]


def test_numbered_paragraphs_are_headings_where_no_style_says_so(tmp_path: Path) -> None:
    text = p("เราดูแลข้อมูลส่วนบุคคลของท่าน")
    body = TITLE + p("บทนำ", number=(1, 0)) + text + p("คุกกี้", number=(1, 0)) + text
    assert sections(imported(tmp_path, "policy.docx", docx(body))) == ["introduction", "cookies"]
    assert lines(tmp_path)[::2] == ["1. บทนำ", "2. คุกกี้"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "thaiLetters", "ง"),
        (5, "thaiLetters", "จ"),
        (41, "thaiLetters", "ฮ"),
        (12, "thaiNumbers", "๑๒"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (7, "decimalZero", "07"),
        (3, "thaiCounting", "3"),
    ],
)
def test_forms_of_numbers(number: int, form: str, text: str) -> None:
    assert counted(number, form) == text


def test_links_looks_breaks_and_tables(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>"
    rows = "".join(f"<w:tr>{cell.format(p(a))}{cell.format(p(b) + p(c))}</w:tr>" for a, b, c in ("กขค", "งจฉ"))
    runs = (
        '<w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>italics</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> และ </w:t></w:r>'
        '<w:hyperlink r:id="out"><w:r><w:t>ลิงก์</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>บรรทัดสอง</w:t></w:r>'
    )
    imported(tmp_path, "policy.docx", docx(f"{TITLE}{p('', runs=runs)}<w:tbl>{rows}</w:tbl>"))
    first, _, table = document(tmp_path).sections[0].blocks
    assert first.parts[0].runs == (Run("italics", emphasis=True), Run(" และ "), Run("ลิงก์", href="https://example.com/"))  # type: ignore[union-attr]
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in (table.head, *table.rows)] == [["ก", "ข ค"], ["ง", "จ ฉ"]]


def test_what_is_left_out_of_a_document_is_told(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('ในกล่อง')}</w:txbxContent>"
    runs = (
        "<w:r><w:t>ข้อความของนโยบาย</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>"
        f"<w:r><w:drawing>{box}</w:drawing></w:r>"
        '<w:r><w:drawing><w:docPr descr="ตราบริษัท"/></w:drawing></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    body = TITLE + p("สารบัญ 1", style="C") + p("", runs=runs)
    parts = {
        "comments": f"<w:comment>{p('แก้ตรงนี้')}</w:comment>",
        "footnotes": f"<w:footnote>{p('เชิงอรรถ')}</w:footnote>",
        "header1": p("ลับ"),
        "footer2": p("หน้า 1"),
    }
    found = imported(tmp_path, "policy.docx", docx(body, **parts))
    assert {(part.what.en, part.text) for part in found.original.left_out} == {
        ("table of contents", "สารบัญ 1"),
        ("hidden text", "ซ่อน"),
        ("text box", "ในกล่อง"),
        ("picture", "ตราบริษัท"),
        ("sign of a symbol font", "Wingdings F0FC"),
        ("comment", "แก้ตรงนี้"),
        ("footnote", "เชิงอรรถ"),
        ("page header", "ลับ"),
        ("page footer", "หน้า 1"),
    }
    assert lines(tmp_path) == ["ข้อความของนโยบาย"]


# What is refused


@pytest.mark.parametrize(
    "change",
    [
        "<w:p><w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins></w:p>",
        "<w:p><w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom></w:p></w:tc></w:tr></w:tbl>",
    ],
)
def test_tracked_changes_are_refused_with_what_to_do(change: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        imported(tmp_path, "policy.docx", docx(TITLE + p("ข้อความ") + change))
    (found,) = refused.value.diagnostics
    assert found.rule == "import.tracked-changes"
    assert found.hint is not None
    assert "Review" in found.hint.en
    assert not (tmp_path / "content").exists()


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    '<w:document xmlns:w="{}"><w:body>&b;</w:body></w:document>'
)
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({"a.txt": "x"}, "import.not-text"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "import.form"),
        ({"_rels/.rels": RELATED}, "import.not-text"),
        ({"_rels/.rels": RELATED, "word/document.xml": BOMB.format(W)}, "import.broken"),
        ({"_rels/.rels": RELATED, "word/document.xml": "<w:document"}, "import.broken"),
        ({"_rels/.rels": RELATED, "word/document.xml": " " * 30_000_000}, "import.too-big"),
        ({"_rels/.rels": RELATED, "word/document.xml": "<a>" * 1000}, "import.broken"),
        ({"_rels/.rels": RELATED, "word/document.xml": "<workbook/>"}, "import.not-text"),
    ],
)
def test_what_is_no_sound_docx(files: dict[str, str], rule: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        imported(tmp_path, "policy.docx", zipped(files))
    assert [found.rule for found in refused.value.diagnostics] == [rule]


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    sound = docx(TITLE + p("ข้อความ"))
    for data in (sound[:200], sound[: len(sound) // 2], sound[:60] + b"\xff" * 40 + sound[100:], b"PK\x03\x04"):
        with pytest.raises(Refused):
            imported(tmp_path, "policy.docx", data)
    assert not (tmp_path / "content").exists()
