"""HTML and Markdown: what a reader of the page reads, and what is left out of it."""

import time
from pathlib import Path

import pytest

from policygen.importing.refusals import Refused
from policygen.model.document import Item, ItemList, Line, Paragraph, Run, Table
from tests.importing.made import document, entries, imported, lines, sections

PAGE = """<!doctype html>
<html lang="th"><head><title>นโยบาย | ร้านเรา</title><style>p { color: red }</style></head>
<body><nav><a href="/">หน้าแรก</a></nav>
<main>
<h1>นโยบายความเป็นส่วนตัว</h1>
<p>ร้านเรา &amp; บริษัท ร้านเรา จำกัด ให้<b>ความสำคัญ</b>กับ <a href="https://example.com/a">ข้อมูล</a>ของท่าน</p>
<h2>ข้อมูลที่เก็บ</h2>
<p>เราเก็บรวบรวมข้อมูลดังนี้</p>
<ul><li>ชื่อ<li>อีเมล</ul>
<h2>ระยะเวลา</h2>
<table><caption>ตาราง</caption><tr><th>ข้อมูล<th>ระยะเวลา<tr><td>ชื่อ<td>5 ปี<br>นับแต่เลิกสัญญา</table>
<ol start="3"><li>สาม<li value="7">เจ็ด<ul><li>ย่อย</ul></ol>
<h2>ติดต่อ</h2>
<p>อีเมล: a@b.co.th<br>โทร: 02 123 4567</p><script>alert("ไม่ใช่ข้อความ")</script>
<!-- ไม่ใช่ข้อความ --><img src="a.png" alt="ตรา"><a href="/th/terms">ข้อกำหนด</a>
</main><footer>สงวนลิขสิทธิ์</footer></body></html>
"""


def test_a_page_becomes_sections_with_what_was_clear_in_it(tmp_path: Path) -> None:
    found = imported(tmp_path, "policy.html", PAGE)
    assert sections(found) == ["preamble", "section-1", "retention", "contact"]
    assert entries(found, "data") == {"item-1": "ชื่อ", "email": "อีเมล"}
    assert entries(found, "contacts") == {"email": "อีเมล: a@b.co.th", "phone": "โทร: 02 123 4567"}
    assert found.controller == "บริษัท ร้านเรา จำกัด"
    assert lines(tmp_path) == [
        "ร้านเรา & บริษัท ร้านเรา จำกัด ให้ความสำคัญกับ ข้อมูลของท่าน",
        "ข้อมูลที่เก็บ",
        "เราเก็บรวบรวมข้อมูลดังนี้",
        "ชื่อ",
        "อีเมล",
        "ระยะเวลา",
        "ตาราง",
        "ข้อมูล",
        "ระยะเวลา",
        "ชื่อ",
        "5 ปี นับแต่เลิกสัญญา",
        "3. สาม",
        "7. เจ็ด",
        "ย่อย",
        "ติดต่อ",
        "อีเมล: a@b.co.th",
        "โทร: 02 123 4567",
        "ข้อกำหนด",
    ]


def test_looks_links_lists_and_tables_stay(tmp_path: Path) -> None:
    imported(tmp_path, "policy.html", PAGE)
    preamble, _, retention, _ = document(tmp_path).sections
    assert preamble.blocks == (
        Paragraph(
            (
                Line(
                    (
                        Run("ร้านเรา & บริษัท ร้านเรา จำกัด ให้"),
                        Run("ความสำคัญ", strong=True),
                        Run("กับ "),
                        Run("ข้อมูล", href="https://example.com/a"),
                        Run("ของท่าน"),
                    )
                ),
            )
        ),
    )
    _, table, listed = retention.blocks
    assert isinstance(table, Table)
    assert isinstance(listed, ItemList)
    assert [item.label for item in listed.items] == ["3.", "7."]
    assert listed.items[1].blocks[1] == ItemList((Item((Paragraph((Line((Run("ย่อย"),)),)),)),))


def test_what_is_left_out_of_a_page_is_told(tmp_path: Path) -> None:
    found = imported(tmp_path, "policy.html", PAGE)
    told = {(part.what.en, part.text.strip()) for part in found.original.left_out}
    assert {
        ("the page’s title", "นโยบาย | ร้านเรา"),
        ("style", "p { color: red }"),
        ("navigation", "หน้าแรก"),
        ("script", 'alert("ไม่ใช่ข้อความ")'),
        ("picture", "ตรา"),
        ("target of a link", "/th/terms"),
        ("comments in the code: 1", ""),
        ("what stands outside the page’s main part", "สงวนลิขสิทธิ์"),
    } == told


@pytest.mark.parametrize(
    "html",
    [
        "<p>ก<p>ข<div>ค",
        "<ul><ul><li>ก</ul><li>ข</ul>",
        "<li>ก<li>ข",
        "<table><td>ก<td>ข<tr><td>ค",
        "<table><tr><td><table><tr><td>ก<td>ข</table>ค</table>",
        "<table><tr><td><h2>ก</h2><p>ข<td>ค</table>",
        "<h2>ก<h3>ข</h2>ค",
        "<b>ก<p>ข</b>ค</p>",
        "<pre>ก\n  ข\nค</pre>",
        "<dl><dt>ก<dd>ข</dl>ค",
        "<p>• ก<br>• ข<p>1. ค",
        "<ol><li></li><li>ก</ol>ข ค",
        "ก<select><option>ข</select>ค",
        "<details><summary>ก</summary>ข</details>ค",
        "<a href='javascript:alert(1)'>ก</a><a href='https://a.co/)('>ข</a>ค",
        "ก\u202eข\x01ค\u2028",
        "<textarea>ก</textarea>ข<svg><text>ค</text></svg>",
    ],
)
def test_pages_of_any_make_are_read_in_order(html: str, tmp_path: Path) -> None:
    # The import itself compares letter by letter, and refuses where one is lost.
    imported(tmp_path, "policy.html", f"<html><h1>นโยบาย</h1><p>ข้อความของนโยบายที่เป็นภาษาไทย {html}")
    assert "".join(lines(tmp_path)).startswith("ข้อความของนโยบายที่เป็นภาษาไทย")


@pytest.mark.parametrize(
    "html", ["<div>" * 50_000, "<b>" * 20_000, "<ul><li>" * 5_000, "<table><tr><td>" * 3_000, "<p>" * 30_000]
)
def test_hostile_pages_are_bounded(html: str, tmp_path: Path) -> None:
    began = time.process_time()
    imported(tmp_path, "policy.html", f"<html><h1>นโยบาย</h1>{html}ข้อความของนโยบาย")
    assert lines(tmp_path)[-1] == "ข้อความของนโยบาย"
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("policy.html", b"<p>" + b"x" * 5_000_000, "import.too-big"),
        ("policy.html", b"<p>x" * 250_000, "import.too-big"),
        ("policy.html", b"<html><script>x</script></html>", "import.empty"),
        ("policy.md", ("> " * 100 + "นโยบาย").encode(), "import.too-deep"),
    ],
)
def test_pages_that_are_refused(name: str, data: bytes, rule: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        imported(tmp_path, name, data)
    assert [found.rule for found in refused.value.diagnostics] == [rule]
    assert not (tmp_path / "content").exists()


def test_hidden_and_struck_text_is_imported_and_told(tmp_path: Path) -> None:
    html = "<html><h1>นโยบาย</h1><p style='display: none'>ข้อความที่ซ่อน</p><p><s>ข้อความที่ขีดฆ่า</s>"
    found = imported(tmp_path, "policy.html", html)
    assert [remark.message.en for remark in found.original.remarks] == [
        "the page hides some of its text, which was imported too",
        "there is text struck through, which was imported as ordinary text",
    ]
    assert lines(tmp_path) == ["ข้อความที่ซ่อน", "ข้อความที่ขีดฆ่า"]


# Markdown


def test_markdown_of_other_people(tmp_path: Path) -> None:
    text = (
        "---\ntitle: นโยบาย | ร้านเรา\n---\n\nนโยบายความเป็นส่วนตัว\n===\n\n"
        "ข้อความ *เอน* [ลิงก์][1] `รหัส` <br>\nบรรทัดสอง\n\n"
        "## 1\\. ข้อมูล\n\n1) หนึ่ง\n2) สอง\n\n   * ย่อย\n\n> คำพูด\n\n| ก | ข |\n|--|--|\n| ค | ง |\n\n"
        "[1]: https://example.com/ 'คำอธิบาย'\n[2]: https://example.org/\n"
    )
    found = imported(tmp_path, "policy.md", text)
    assert lines(tmp_path) == [
        "ข้อความ เอน ลิงก์ รหัส",
        "บรรทัดสอง",
        "1. ข้อมูล",
        "1) หนึ่ง",
        "2) สอง",
        "ย่อย",
        "คำพูด",
        "ก",
        "ข",
        "ค",
        "ง",
    ]
    assert [(part.what.en, part.text) for part in found.original.left_out] == [
        ("address of a link that no text has", "https://example.org/"),
        ("title of a link", "คำอธิบาย"),
        ("front matter", "title: นโยบาย | ร้านเรา\n"),
    ]
    assert [section.line for section in found.draft.recognition.sections] == [8, 11]


def test_markdown_without_markup_is_plain_text(tmp_path: Path) -> None:
    found = imported(tmp_path, "policy.md", "นโยบายความเป็นส่วนตัว\n\n1. บทนำ\nเราดูแลข้อมูล\n\n2. คุกกี้\nเราไม่ใช้คุกกี้\n")
    assert (found.original.form, sections(found)) == ("text", ["introduction", "cookies"])


def test_bold_lines_are_headings_where_none_is_marked(tmp_path: Path) -> None:
    text = "Our page tells you what we do.\n\n**Log Data**\n\nWe keep logs.\n\n**Contact Us**\n\nWrite to a@b.co.\n"
    found = imported(tmp_path, "policy.md", text)
    assert sections(found) == ["preamble", "log-data", "contact"]
