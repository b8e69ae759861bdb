"""Bytes as text: encodings that Thai files come in, and what is no text."""

import random
from pathlib import Path

import pytest

from policygen.importing.decoding import decode
from policygen.importing.refusals import Refused
from tests.importing.made import imported, lines

THAI = "นโยบายความเป็นส่วนตัว\n\nบริษัทให้ความสำคัญกับข้อมูลส่วนบุคคลของท่าน “เสมอ”\n"
ENGLISH = "Privacy Policy\n\nWe keep your data safe – “always” – at the café.\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name", "told"),
    [
        (THAI, "utf-8", "UTF-8", False),
        (THAI, "utf-8-sig", "UTF-8", False),
        (THAI, "utf-16", "UTF-16", False),
        (THAI, "utf-16-le", "UTF-16", True),
        (ENGLISH, "utf-16-be", "UTF-16", True),
        (THAI, "cp874", "Windows-874 (TIS-620)", True),
        (THAI.replace("“", "").replace("”", ""), "tis-620", "Windows-874 (TIS-620)", True),
        (ENGLISH, "cp1252", "Windows-1252", True),
    ],
)
def test_encodings_are_found_and_told_where_they_were_guessed(text: str, encoding: str, name: str, told: bool) -> None:
    decoded = decode(text.encode(encoding), "policy.txt")
    assert (decoded.text, decoded.encoding, bool(decoded.remarks)) == (text, name, told)


def test_a_page_that_says_its_encoding_is_believed(tmp_path: Path) -> None:
    page = f'<html><meta charset="windows-874"><h1>นโยบาย</h1><p>{THAI}'
    found = imported(tmp_path, "policy.html", page.encode("cp874"))
    assert found.original.remarks == ()
    assert lines(tmp_path)[0].startswith("นโยบายความเป็นส่วนตัว")


def test_line_ends_of_all_systems_and_letters_of_two_forms() -> None:
    decoded = decode("ก\r\nข\rค\u2028ง\x0ce\u0301".encode(), "policy.txt")
    assert decoded.text == "ก\nข\nค\nง\né"


def test_signs_that_nobody_sees_are_left_out_and_told() -> None:
    decoded = decode("ก\u202eข\x07\u202eค".encode(), "policy.txt")
    assert decoded.text == "กขค"
    assert [part.what.en for part in decoded.left_out] == [
        "control or direction character U+202E, 2 times",
        "control or direction character U+0007, 1 times",
    ]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (random.Random(1).randbytes(5000), "import.not-text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "import.not-text"),
        (b"%PDF-1.7 ...", "import.form"),
        (b"{\\rtf1 ...", "import.form"),
        (b"\xd0\xcf\x11\xe0 ...", "import.form"),
        (b"", "import.empty"),
        (b" \n\t\n", "import.empty"),
        ("これはプライバシーポリシーです。".encode(), "import.language"),
        (b"x" * 5_000_000, "import.too-big"),
    ],
)
def test_what_is_no_text_of_a_policy(data: bytes, rule: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        imported(tmp_path, "policy.txt", data)
    assert [found.rule for found in refused.value.diagnostics] == [rule]
    assert not (tmp_path / "content").exists()


def test_wrapped_lines_become_paragraphs_again(tmp_path: Path) -> None:
    wrapped = (
        "Privacy Policy\n\nWe keep what you give us for as long as the law asks us to keep\n"
        "it, and not a day longer than that, whatever anybody tells you of\nour shop.\n\nName: Example\nTown: Bangkok\n"
    )
    imported(tmp_path, "policy.txt", wrapped)
    first, *rest = lines(tmp_path, "en")
    assert first.startswith("We keep what you give us for as long as the law asks us to keep it, and")
    assert rest == ["Name: Example", "Town: Bangkok"]
