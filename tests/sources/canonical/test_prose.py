"""Prose in canonical form: one line for each paragraph, the same blocks, and once is enough."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.sources.blocks import read_prose
from policygen.sources.canonical.prose import canonical_prose, said

LINES = (
    *(
        "",
        "",
        "",
        "ข้อความ",
        "more words",
        "words  ",
        "1.",
        "1. ข้อ",
        "2. two",
        "24. ปี",
        "(ก) ข้อ",
        "ก.",
        "น. เวลา",
        "(iv)",
    ),
    *("- bullet", "-", "•bullet", "* star", "- - -", "---", "### หัวข้อ", "### ", "# 5", "###x", "a | b", "--|--", "|"),
    *(
        "{+} และ",
        "{+}",
        "{#id}",
        "ย่อหน้า {#an-id}",
        "::: purposes",
        ":::",
        "===",
        "x \\",
        "> quote",
        "```",
        "**a",
        "b**",
        "[x]:",
    ),
)
lines = st.lists(st.tuples(st.sampled_from(["", "", "", " ", "  ", "   ", "\t"]), st.sampled_from(LINES)), max_size=9)
texts = lines.map(lambda given_lines: "\n".join(indent + line for indent, line in given_lines))


def blocks_of(text: str) -> list[object]:
    return said(read_prose(whole_text(TextFile("", text)), "th", placements=True).blocks)


def told_of(text: str) -> list[str]:
    return [one.rule for one in read_prose(whole_text(TextFile("", text)), "th", placements=True).found]


@given(texts)
def test_the_same_is_said_and_told_and_once_is_enough(text: str) -> None:
    written = canonical_prose(text, "th")
    assert blocks_of(written) == blocks_of(text)
    assert told_of(written) == told_of(text)
    assert canonical_prose(written, "th") == written
    assert re.search(r"[ \t]$", written, re.MULTILINE) is None
    assert "\n\n\n" not in f"\n{written}\n"
    assert written == "" or written.endswith("\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("หนึ่ง\nสอง  \n\n\n\nสาม", "หนึ่ง สอง\n\nสาม\n"),
        ("- ข้อ\n  ต่อ\n\tลึก\n- สอง\nต่อ\n", "- ข้อ ต่อ ลึก\n- สอง ต่อ\n"),
        ("1. ข้อ\n\n   ย่อหน้า\n   ต่อ\n", "1. ข้อ\n\n   ย่อหน้า ต่อ\n"),
        ("### หัวข้อ {#id}\nหนึ่ง\nสอง\n", "### หัวข้อ {#id}\nหนึ่ง สอง\n"),
        ("| ก | ข |\n|---|---|\n| 1 | 2 |\n", "| ก | ข |\n|---|---|\n| 1 | 2 |\n"),
        ("ก่อน\n- ก\n{+} และ\nต่อ\n", "ก่อน\n- ก\n{+} และ ต่อ\n"),
        ("\n\n  \n", ""),
    ],
)
def test_form(text: str, written: str) -> None:
    assert canonical_prose(text, "th") == written


@pytest.mark.parametrize("text", ["1.\nข้อความ\n", "ข้อความ\n24. อีก\n", "###\nหัวข้อ\n", "- - -\nข้อความ\n", "ก \\\nข\n"])
def test_lines_that_would_read_differently_or_hide_a_slip_stay_apart(text: str) -> None:
    assert canonical_prose(text, "th") == text
