"""Which letters a text must have for a pattern to be found in it."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policygen.checks.rules
from policygen.checks.literals import may_match, needs_of
from policygen.checks.wording import Wording, data_beside, wording
from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.model.policy import Passage

RULES = Path(policygen.checks.rules.__file__).parent


@lru_cache
def texts(family: str) -> list[str]:
    """The lines of the pages of a family's rules: each says what its wordings find."""
    return sorted({line for page in RULES.glob(f"{family}/*.md") for line in page.read_text("utf-8").splitlines()})


def wordings() -> list[tuple[str, str]]:
    """All wordings of all rules by module and name."""
    modules = [f"{data.parent.name}/{data.stem}" for data in sorted(RULES.glob("*/*.toml"))]
    named = [(module, name, given) for module in modules for name, given in data_beside(module).items()]
    return [(module, name) for module, name, given in named if isinstance(given, dict) and given.get("said")]


@pytest.mark.parametrize(("module", "name"), wordings())
def test_a_wording_is_found_where_one_pattern_of_all_its_patterns_is(module: str, name: str) -> None:
    whole = Wording(wording(module, name).saying)
    passages = [Passage(whole_text(TextFile("", line)), "th") for line in texts(module.partition("/")[0])]
    found = [(passage.text, *match.span()) for passage, match in whole.found_in(passages)]
    assert found == [(one.text, *match.span()) for one in passages for match in whole.said.finditer(one.text)]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("ยินยอม", [{"ยินยอม"}]),
        ("(?:ถือ(?:เสมือน)?ว่า|เท่ากับว่า)[^\n]{0,60}?ยินยอม", [{"ยินยอม"}, {"ถือ", "เท่ากับว่า"}]),
        (r"\bI(?:P|D)s? address\b", [{"address"}]),
        ("(?:กก|ขข)?", []),
        ("(?:กก|ข)", []),
        (r"a{0}b?c*(?!dd)(?<=ee)ffs?", [{"ff"}]),
        (r"(?:pol)+icy\.(?:ies){2,3}", [{"icy."}, {"pol"}]),
        (r"[abc]{3}\d+.x", []),
    ],
)
def test_needs_are_letters_that_cannot_be_missing(pattern: str, needs: list[set[str]]) -> None:
    assert [set(group) for group in needs_of(pattern)] == needs


@pytest.mark.parametrize("text", ["CONSENT", "ConſENT", "consent"])
def test_case_does_not_count_as_it_does_not_for_the_pattern(text: str) -> None:
    assert re.search("consent", text, re.IGNORECASE)
    assert may_match(text, [needs_of("consent")])


PIECES = ["กข", "ab", "c", "(?:", ")", ")?", "|", "*", "+", "{0,2}", "{2}", "[ab]", "(?!", r"\.", ".", r"\b", "(?>"]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.text("กขabc.", max_size=12))
def test_what_a_pattern_finds_has_what_it_needs(pattern: str, text: str) -> None:
    try:
        found = re.search(pattern, text, re.IGNORECASE)
    except re.error:
        return
    assert found is None or may_match(text, [needs_of(pattern)])
