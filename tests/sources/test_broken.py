"""What is told of broken content, word for word, in both languages."""

import re
from pathlib import Path

import pytest

from policygen.diagnostics import as_text
from tests.sources.broken import BROKEN, CASES, GOOD, LANGUAGES, expected, told_of

REPOSITORY = Path(__file__).resolve().parents[2]
DIAGNOSTICS_PAGE = REPOSITORY / "docs" / "reference" / "diagnostics.md"
_RULE_IN_PAGE = re.compile(r"^\| `([a-z.-]+)` \| ([a-z, ]+) \|", re.MULTILINE)
_RULE_IN_GOLDEN = re.compile(r": (error|warning): .* \[([a-z.-]+)\]$", re.MULTILINE)
# Told only where no test can make it happen on every machine.
NOT_IN_A_FIXTURE = {"file.unreadable", "file.missing", "file.not-a-file", "tree.symlink", "file.too-big", "yaml.too-long", "prose.too-long", "tree.colliding-names"}


@pytest.mark.parametrize("name", CASES)
def test_broken_content_is_told_in_both_languages(name: str, tmp_path: Path) -> None:
    told = told_of(BROKEN / name, tmp_path)
    for language in LANGUAGES:
        assert as_text(told, language) == expected(BROKEN / name, language).read_text("utf-8")


def test_good_site_has_nothing_to_tell(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert told_of(empty, tmp_path) == []
