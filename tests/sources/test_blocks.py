"""Blocks of prose: clauses with typed numbers, nesting by indentation, continued sentences, placed registers."""

import pytest

from policygen.diagnostics import Diagnostic
from policygen.sources.clauses import read_marker
from tests.sources.outline import outline, prose


def rules(found: list[Diagnostic]) -> list[str]:
    return [diagnostic.rule for diagnostic in found]


CASES = {
    "a paragraph is its lines with a space between": ("หนึ่ง\nสอง  \n  สาม\n\nสี่", "หนึ่ง สอง สาม\nสี่"),
    "numbers stay as typed": ("1. ก\n2. ข\n\n7. ค", "1. ก\n2. ข\n7. ค"),
    "thai digits and letters": ("๑. ก\n๒. ข\n\n(ก) ค\n(ข) ง\n\nก. จ\nข. ฉ", "๑. ก\n๒. ข\n(ก) ค\n(ข) ง\nก. จ\nข. ฉ"),
    "unnumbered items under one clause": (
        "1. ข้อมูลใดๆที่\n\n   - เป็นสาธารณะ\n   - ได้รับจากบุคคลที่สาม\n\n2. ข้อสอง",
        "1. ข้อมูลใดๆที่\n  - เป็นสาธารณะ\n  - ได้รับจากบุคคลที่สาม\n2. ข้อสอง",
    ),
    "bullets of the seeds nest by one space": (" • ก\n  • ก1\n  • ก2\n • ข", "- ก\n  - ก1\n  - ก2\n- ข"),
    "numbers of several levels": (
        "1. ก\n   1.1 ข\n       1.1.1 ค\n   1.2 ง\n2. จ",
        "1. ก\n  1.1 ข\n    1.1.1 ค\n  1.2 ง\n2. จ",
    ),
    "an item goes on in deeper lines": ("- ก\n  ต่อ\n\n  ย่อหน้าสอง\n\nนอกรายการ", "- ก ต่อ\n  ย่อหน้าสอง\nนอกรายการ"),
    "and in the very next line": ("- ก\nต่อ\n- ข", "- ก ต่อ\n- ข"),
    "a list may follow a paragraph at once": ("ดังนี้\n1. ก\n2. ข", "ดังนี้\n1. ก\n2. ข"),
    "tabs indent": ("1. ก\n\t- ข", "1. ก\n  - ข"),
    "nothing is ever code": ("    ย่อหน้า\n\n\tย่อหน้า", "ย่อหน้า\nย่อหน้า"),
    "a sentence runs into a list and goes on in an item": (
        "1. เก็บ\n   - ก\n   - ข\n   {+} เท่านั้น",
        "1. sentence\n    เก็บ\n    - ก\n    - ข\n    เท่านั้น",
    ),
    "and at the top": ("เก็บ\n\n- ก\n\n{+} เท่านั้น", "เก็บ\n- ก\n+ เท่านั้น"),
    "a register stands in prose": (
        'เก็บ\n\n::: data {only="a b" as="details"}\n:::\n\n{+} ไว้',
        "เก็บ\n::: data a b details\n+ ไว้",
    ),
    "ids of a heading, a paragraph, an item and a table": (
        "### ชื่อ {#h}\nข้อความ {#p}\n\n- ข้อ {#i}\n  - ย่อย\n\n| ก | ข |\n|---|:-:|\n| 1 | 2 |\n{#t}",
        "### ชื่อ #h\nข้อความ #p\n- ข้อ #i\n  - ย่อย\ntable #t\n  ก | ข\n  1 | 2",
    ),
    "bars inside cells": ("| ก | ข |\n|---|---|\n| x \\| y | **z** |", "table\n  ก | ข\n  x | y | **z**"),
    "a year, a time and an abbreviation begin no clause": (
        "2562. ปี\n\n9.00 น. ถึง\n17.00 น.\n\nน. ถึง\n\nต. บางขุนนนท์ อ. เมือง\n\nพ.ศ. 2562",
        "2562. ปี\n9.00 น. ถึง 17.00 น.\nน. ถึง\nต. บางขุนนนท์ อ. เมือง\nพ.ศ. 2562",
    ),
    "a number that wraps is no clause": ("ตามมาตรา\n1.5 เท่า", "ตามมาตรา 1.5 เท่า"),
    "escapes": ("\\- ขีด\n\n1\\. หนึ่ง\n\n\\### x\n\n\\::: y", "- ขีด\n1. หนึ่ง\n### x\n::: y"),
    "a dash alone is a dash": ("ไม่มี\n\n-", "ไม่มี\n-"),
    "a pasted bullet has no space": ("•ก\n•ข", "- ก\n- ข"),
    "closing marks of a heading": ("#### หัวเรื่อง ####", "#### หัวเรื่อง"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_blocks(text: str, expected: str) -> None:
    read = prose(text)
    assert outline(read.blocks) == expected
    assert set(rules(read.found)) <= {"prose.clause-in-paragraph"}


@pytest.mark.parametrize(
    ("line", "label", "style"),
    [
        ("1. x", "1.", "number."),
        ("2) x", "2)", "number)"),
        ("๑๒. x", "๑๒.", "number."),
        ("1.1 x", "1.1", "pointed"),
        ("1.1. x", "1.1.", "pointed"),
        ("๒.๑ x", "๒.๑", "pointed"),
        ("(1) x", "(1)", "(number)"),
        ("(ก) x", "(ก)", "(thai)"),
        ("ก) x", "ก)", "thai)"),
        ("(a) x", "(a)", "(letter)"),
        ("(iv) x", "(iv)", "(letter)"),
        ("- x", "", "bullet"),
    ],
)
def test_clause_markers(line: str, label: str, style: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.label, marker.style, line[marker.length :]) == (label, style, "x")


@pytest.mark.parametrize("line", ["1.", "1.x", "-x", "**x** y", "2562. x", "1.00 x", "(สอง) x", "A. Smith", "(at) x"])
def test_lines_that_begin_no_clause(line: str) -> None:
    assert read_marker(line) is None


def test_wording_has_no_placements_and_joins_its_sentence() -> None:
    read = prose("เก็บ\n\n- ก\n\n{+} เท่านั้น", placements=False)
    assert outline(read.blocks) == "sentence\n  เก็บ\n  - ก\n  เท่านั้น"


def test_places_in_prose_are_of_the_file() -> None:
    read = prose("ก\n\n1. ข\n   ค [ง](term:x)\n\n::: data\n:::\n")
    assert [(found.place.line, found.place.column) for found in read.references] == [(4, 6)]
    assert [(block.place.line, block.place.column) for block in read.blocks if hasattr(block, "place")] == [(6, 1)]


def test_paragraph_of_more_than_64_kb_is_told() -> None:
    read = prose("ก" * 22_000)
    assert rules(read.found) == ["prose.too-long"]
