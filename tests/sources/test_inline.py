"""Inline Markdown: emphasis beside Thai letters, links and references, bare addresses, text as typed."""

import pytest

from policygen.model.document import plain
from tests.sources.outline import inline, marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # CommonMark leaves all of these as asterisks.
        ("**“ข้อมูล”**หมายถึง", "**“ข้อมูล”**หมายถึง"),
        ("คำว่า**“ข้อมูล”**หมายถึง", "คำว่า**“ข้อมูล”**หมายถึง"),
        ("ก**(ข)**ค", "ก**(ข)**ค"),
        ("ที่*“เอน”*นี้", "ที่*“เอน”*นี้"),
        ("**ข้อมูลฯ**ของท่าน", "**ข้อมูลฯ**ของท่าน"),
        ("***ทั้งสอง***", "***ทั้งสอง***"),
        ("**ก *ข* ค**", "**ก *****ข***** ค**"),
        # And these are no emphasis anywhere.
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("a_b_c และ _ga", "a_b_c และ _ga"),
        (r"\*\*ดอกจัน\*\*", "**ดอกจัน**"),
    ],
)
def test_emphasis(text: str, expected: str) -> None:
    read = inline(text)
    assert marked(read.runs) == expected
    assert read.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "02 - 8813800",
        "1.10 และ 0777 และ 9:00 น.",
        "www.ztrus.com, zbiz.ztrus.com และ expense.ztrus.com",
        "AT&T & Co. (มหาชน) <ร่าง> 3 < 5 > 2",
        "ๆลๆ  เว้นวรรค   หลายตัว",
        "{{ ชื่อ }} {% if x %} ${HOME} `โค้ด` ~ขีด~",
        "C:\\ไฟล์ [ข้อ 1] (ก) ! # + - . |",
        "ราคา 1,000.- บาท",
    ],
)
def test_plain_text_is_kept_to_the_letter(text: str) -> None:
    read = inline(text)
    assert plain(read.runs) == text
    assert read.diagnostics == ()
    assert all(run.href is None and run.ref is None for run in read.runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[บริษัทฯ](term:company)ให้", "[บริษัทฯ](term:company)ให้"),
        ("**[ช่องทาง](section:contact)**", "[**ช่องทาง**](section:contact)"),
        ("[**ก** ข](https://a.example/)", "[**ก**](https://a.example/)[ ข](https://a.example/)"),
        (
            "โทร <tel:+6628813800> หรือ <line:@shop>",
            "โทร [tel:+6628813800](tel:+6628813800) หรือ [line:@shop](line:@shop)",
        ),
        ("<info@shop.example>", "[info@shop.example](mailto:info@shop.example)"),
        ("<fact:controller.email>", "[](fact:controller.email)"),
        ("ทางhttps://a.example/ช่องทาง", "ทาง[https://a.example/](https://a.example/)ช่องทาง"),
        ("(ดู https://a.example/x(y)).", "(ดู [https://a.example/x(y)](https://a.example/x(y)))."),
        ("**https://a.example/**", "[**https://a.example/**](https://a.example/)"),
        ("อีเมลinfo@shop.exampleนะ", "อีเมล[info@shop.example](mailto:info@shop.example)นะ"),
        ("เว็บ https://a.example/?a=1&b=2.", "เว็บ [https://a.example/?a=1&b=2](https://a.example/?a=1&b=2)."),
        ("https:// และ http://, ว่าง", "https:// และ http://, ว่าง"),
    ],
)
def test_links_and_bare_addresses(text: str, expected: str) -> None:
    read = inline(text)
    assert marked(read.runs) == expected
    assert read.diagnostics == ()


def test_references_know_their_place() -> None:
    read = inline("ดู[ก](term:company) และ <fact:controller.phone>")
    assert [(found.ref, found.locale, found.place.column, found.place.end_column) for found in read.references] == [
        ("term:company", "th", 3, 20),
        ("fact:controller.phone", "th", 25, 48),
    ]


def test_refused_link_leaves_its_words() -> None:
    read = inline("[กด](javascript:alert(1))ที่นี่")
    assert marked(read.runs) == "กดที่นี่"
    assert [found.rule for found in read.diagnostics] == ["url.refused"]


def test_lone_strong_marks_are_told_where_they_stand() -> None:
    read = inline("**ก** และ **ข")
    assert [(found.rule, found.place.column) for found in read.diagnostics] == [("prose.emphasis-left", 11)]
