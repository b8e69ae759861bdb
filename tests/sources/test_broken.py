"""What is told of broken content, word for word, in both languages."""

import re
from pathlib import Path

import pytest

from policygen.diagnostics import as_text
from tests.sources.broken import BROKEN, CASES, LANGUAGES, expected, told_of

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "diagnostics.md"
ROOMS = tuple(REPOSITORY / "policygen" / name for name in ("sources", "resolve", "site"))
_IN_PAGE = re.compile(r"^\| `([a-z8.-]+)` \| ([a-z, ]+) \|", re.MULTILINE)
_IN_CODE = re.compile(r"Diagnostic\(\s*\"([a-z8.-]+)\"")
_IN_GOLDEN = re.compile(r": (error|warning): .* \[([a-z8.-]+)\]$", re.MULTILINE)
# Links, pipes, limits and colliding names cannot well lie in a repository, and what resolving and planning tell is no
# matter of loading: other tests make them.
MADE_BY_OTHER_TESTS = {
    "file.missing",
    "file.not-a-file",
    "file.not-formatted",
    "file.too-big",
    "file.unreadable",
    "parity.shape",
    "prose.too-long",
    "reference.id-used-twice",
    "reference.shown-twice",
    "reference.unknown-entry",
    "schema.value",
    "site.no-base-url",
    "tree.colliding-names",
    "tree.symlink",
    "yaml.too-long",
}


@pytest.mark.parametrize("name", CASES)
def test_broken_content_is_told_in_both_languages(name: str, tmp_path: Path) -> None:
    told = told_of(BROKEN / name, tmp_path)
    for language in LANGUAGES:
        assert as_text(told, language) == expected(BROKEN / name, language).read_text("utf-8")


def test_good_site_has_nothing_to_tell(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert told_of(empty, tmp_path) == []


def test_page_of_diagnostics_has_every_rule_of_the_sources_and_of_what_is_made_of_them() -> None:
    listed = [rule for rule, _ in _IN_PAGE.findall(PAGE.read_text("utf-8"))]
    files = [path for room in ROOMS for path in room.rglob("*.py")]
    told = {rule for path in files for rule in _IN_CODE.findall(path.read_text("utf-8"))}
    elsewhere = ("theme.", "form.", "publish.")
    assert sorted(rule for rule in listed if not rule.startswith(elsewhere)) == sorted(
        rule for rule in told if not rule.startswith(elsewhere)
    )


def test_every_rule_is_told_of_some_broken_content_with_the_severity_of_its_page() -> None:
    severities = {rule: set(said.split(", ")) for rule, said in _IN_PAGE.findall(PAGE.read_text("utf-8"))}
    told: dict[str, set[str]] = {}
    for name in CASES:
        for severity, rule in _IN_GOLDEN.findall(expected(BROKEN / name, "en").read_text("utf-8")):
            told.setdefault(rule, set()).add(severity)
    made = {rule: said for rule, said in severities.items() if not rule.startswith(("form.", "publish."))}
    assert told == {rule: said for rule, said in made.items() if rule not in MADE_BY_OTHER_TESTS}
