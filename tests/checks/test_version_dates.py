"""Dates of a draft against those of the versions before it, which the pages of rules have none of."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from policygen.checks import run_rules, subject_of_draft
from policygen.checks.rules.form import last_review, version_dates
from policygen.checks.subject import Subject
from policygen.drafts import load_draft
from policygen.ledger import read_ledger
from policygen.model.policy import Next

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 24)


def test_a_changed_draft_comes_after_the_last_version() -> None:
    last = _example().before[-1]
    assert last.effective is not None
    same_day = _changed(Next(effective=last.effective, published=last.published))
    assert [words.partition(" is not after")[0] for words in _messages(same_day)] == [
        f"next.effective {last.effective}"
    ]
    later = _changed(Next(effective=date(2027, 6, 1), published=date(2027, 5, 1)))
    assert _messages(later) == []


def test_a_draft_that_repeats_the_last_version_needs_no_dates() -> None:
    assert _messages(_example()) == []
    assert len(_messages(_changed(Next()))) == 1


def test_a_version_grows_old_after_twelve_months() -> None:
    example = _example()
    assert run_rules(example, [last_review.RULE]) == []
    old = replace(example, today=date(2028, 1, 1))
    assert [one.severity for one in run_rules(old, [last_review.RULE])] == ["warning"]


def _example() -> Subject:
    draft = load_draft(CONTENT, "example", "privacy")
    assert draft.policy is not None
    assert draft.edition is not None
    records = read_ledger(CONTENT / "example", "privacy").records
    return subject_of_draft(draft.policy, draft.edition, records, TODAY)


def _changed(coming: Next) -> Subject:
    example = _example()
    assert example.policy is not None
    shorter = tuple(replace(one, sections=one.sections[1:]) for one in example.documents)
    return replace(
        example, edition=replace(example.edition, documents=shorter), policy=replace(example.policy, next=coming)
    )


def _messages(subject: Subject) -> list[str]:
    return [one.message.en for one in run_rules(subject, [version_dates.RULE])]
