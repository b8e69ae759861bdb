"""Each rule by its page: it finds what the page marks, and nothing else; and all rules let the sound policy pass."""

from pathlib import Path

import pytest

from policygen.checks import RULES, run_rules, subject_of_draft
from policygen.checks.pages import page_of
from policygen.checks.rule import Rule
from policygen.drafts import load_draft
from tests.checks.cases import BASE, TODAY, Case, cases_of, every_case, found_by, spot

HEADINGS = {
    "th": ("ต้องการอะไร", "เพราะเหตุใด", "แก้อย่างไร", "สิ่งที่กฎนี้ปล่อยผ่าน"),
    "en": ("What it wants", "Why", "How to mend it", "What it lets pass"),
}


@pytest.mark.parametrize("case", every_case(), ids=str)
def test_a_rule_finds_what_its_page_marks(case: Case, tmp_path: Path) -> None:
    found = found_by(case, tmp_path)
    assert sorted(spot(one, tmp_path) for one in found) == list(case.expected), found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_page_in_both_languages_and_a_case_of_each_kind(rule: Rule) -> None:
    page = page_of(rule)
    for locale, headings in HEADINGS.items():
        assert [line[4:] for line in page.parts[locale].splitlines() if line.startswith("### ")] == list(headings)
    assert any(case.expected for case in cases_of(rule))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_lets_the_sound_policy_pass(rule: Rule) -> None:
    draft = load_draft(BASE, "shop", "privacy")
    assert draft.policy is not None
    assert draft.edition is not None
    assert draft.diagnostics == ()
    assert run_rules(subject_of_draft(draft.policy, draft.edition, (), TODAY), [rule]) == []


def test_names_are_told_apart_and_say_their_family() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert {name.partition(".")[0] for name in names} <= {"form", "gdpr", "language", "law", "parity"}
    assert [rule.name for rule in RULES if rule.name.startswith(("law.", "gdpr.")) and not rule.reference] == []
