"""A site's manifest is read back as it was written, or not at all."""

import json
from datetime import date
from pathlib import Path

import pytest

from policygen.build.manifest import FORMAT, Made, Manifest, NextChange, Said, read, write
from policygen.build.tree import Standing
from policygen.diagnostics import Bilingual, Diagnostic, Place

MANIFEST = Manifest(
    sources=(("site.yaml", "ab"), ("day", "2026-11-24")),
    files={
        "th/index.html": Made((("version", "1"), ("site", "ab")), "cd", Standing(10, 123456789012345678)),
        "en/index.html": Made((("version", "1"),), "ef", Standing(11, 5)),
    },
    said=Said("Asia/Bangkok", "default", (("th", "ตัวอย่าง"), ("en", "Example"))),
    diagnostics=(
        Diagnostic(
            "a", "info", Place("s/site.yaml", 1, 2, 3, "x"), Bilingual("ก", "a"), Bilingual("ข", "b"), "s/p", "th"
        ),
        Diagnostic("b", "warning", Place("s"), Bilingual("ก", "a")),
    ),
    next_change=NextChange(date(2027, 1, 1), "s/privacy"),
)
WRONG = '{"format": 1, "inputs": [], "sources": [], "said": null, "diagnostics": [], "next_change": null, "files": 3}'


def test_it_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = str(tmp_path / "site.json")
    write(path, MANIFEST)
    assert read(path) == MANIFEST
    assert [file.name for file in tmp_path.iterdir()] == ["site.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": 1}', '{"format": 0}', "\\ud800", WRONG],
)
def test_one_that_cannot_be_used_counts_as_absent(tmp_path: Path, text: str) -> None:
    path = tmp_path / "site.json"
    assert read(str(path)) is None
    path.write_text(text, encoding="utf-8")
    assert read(str(path)) is None


def test_another_format_counts_as_absent(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    write(str(path), MANIFEST)
    values = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**values, "format": FORMAT + 1}), encoding="utf-8")
    assert read(str(path)) is None
