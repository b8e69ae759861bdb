"""What the law asks of each edition of a policy, the clauses that meet it, and what one edition drops of another.

For the legal team: nothing of this is public.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policygen.checks.rule import Requirement, Rule
from policygen.checks.subject import Subject, subject_of_draft, subject_of_version
from policygen.diagnostics import Bilingual
from policygen.drafts import Draft
from policygen.ledger import Record, counting
from policygen.model.edition import Edition

State = Literal["met", "missing", "not-yet", "not-asked"]


@dataclass(frozen=True, slots=True)
class Covered:
    """One requirement in one edition: whether it is met, and by which entries and sections (their anchors)."""

    rule: str
    requirement: Requirement
    state: State
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoveredEdition:
    """An edition and its coverage; `number` is the version's, None for the draft."""

    number: int | None
    edition: Edition
    covered: tuple[Covered, ...]


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """A requirement that an edition meets and the one before did not, or the other way about (`dropped`)."""

    requirement: Requirement
    dropped: bool
    message: Bilingual


def covered_editions(
    draft: Draft | None, records: Sequence[Record], today: date, rules: Sequence[Rule]
) -> tuple[CoveredEdition, ...]:
    """The versions that count, oldest first, and the draft where one is given and can be made."""
    return tuple(_covered_editions(draft, counting(records), today, rules))


def _covered_editions(
    draft: Draft | None, counted: tuple[Record, ...], today: date, rules: Sequence[Rule]
) -> Iterator[CoveredEdition]:
    for position, record in enumerate(counted):
        subject = subject_of_version(record, counted[:position], today)
        yield CoveredEdition(record.number, subject.edition, coverage(subject, rules))
    if draft is not None and draft.policy is not None and draft.edition is not None:
        subject = subject_of_draft(draft.policy, draft.edition, counted, today)
        yield CoveredEdition(None, draft.edition, coverage(subject, rules))


def coverage(subject: Subject, rules: Sequence[Rule]) -> tuple[Covered, ...]:
    """Every requirement of the rules of the policy's regimes, in the order of the rules."""
    legal = (rule for rule in rules if rule.regime is None or rule.regime in subject.facts.regimes)
    return tuple(_covered(rule, requirement, subject) for rule in legal for requirement in rule.requirements)


def coverage_changes(old: Sequence[Covered], new: Sequence[Covered]) -> tuple[CoverageChange, ...]:
    """What of the law the newer edition drops, and what it meets for the first time."""
    return tuple(_changes({one.requirement.id: one for one in old}, new))


def _covered(rule: Rule, requirement: Requirement, subject: Subject) -> Covered:
    # An entry that no block shows is told by a section: there readers find it.
    shown = dict(subject.facts.places)
    clauses = tuple(dict.fromkeys(shown.get(anchor, anchor) for anchor in requirement.clauses(subject)))
    return Covered(rule.name, requirement, _state(rule, requirement, subject, clauses), clauses)


def _state(rule: Rule, requirement: Requirement, subject: Subject, clauses: tuple[str, ...]) -> State:
    if clauses:
        return "met"
    if not requirement.asked(subject):
        return "not-asked"
    return "not-yet" if rule.applies_from is not None and subject.day < rule.applies_from else "missing"


def _changes(old: dict[str, Covered], new: Sequence[Covered]) -> Iterator[CoverageChange]:
    for one in new:
        before = old.get(one.requirement.id)
        if before is None or (before.state == "met") == (one.state == "met"):
            continue
        dropped = before.state == "met" and one.state in ("missing", "not-yet")
        if dropped or one.state == "met":
            yield CoverageChange(one.requirement, dropped, _told(one.requirement, dropped))


def _told(requirement: Requirement, dropped: bool) -> Bilingual:
    asks, law = requirement.asks, requirement.reference
    if dropped:
        return Bilingual(f"ฉบับนี้ไม่มีแล้ว: {asks.th} ({law})", f"this version drops: {asks.en} ({law})")
    return Bilingual(f"ฉบับนี้เพิ่ม: {asks.th} ({law})", f"this version adds: {asks.en} ({law})")
