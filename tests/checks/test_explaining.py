"""Every finding can be explained, in both languages."""

import re
import tomllib
from pathlib import Path

import pytest

from policygen.checks import RULES
from policygen.checks.explaining import explained, explanation

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"^\| `([a-z0-9.-]+)` \| ([a-z, ]+) \| (.*) \|$", re.MULTILINE)


def test_the_lines_are_those_of_the_page_of_diagnostics() -> None:
    lines = tomllib.loads((ROOT / "policygen/checks/loading.toml").read_text("utf-8"))
    rows = _ROW.findall((ROOT / "docs/reference/diagnostics.md").read_text("utf-8"))
    assert [(name, ", ".join(told["severity"]), told["en"]) for name, told in lines.items()] == rows
    assert [name for name, told in lines.items() if not re.search("[ก-๙]", told["th"])] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_name_is_explained(language: str) -> None:
    for name in explained(RULES):
        text = explanation(name, RULES, language)
        assert text is not None
        assert text.startswith(f"{name} · ")
        assert len(text.splitlines()) >= 3
    assert explanation("law.nothing", RULES, language) is None
