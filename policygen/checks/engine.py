"""Runs the rules over a subject: all findings, weighed for its day and its waivers, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from policygen.checks.finding import Finding
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.waiving import waived
from policygen.diagnostics import Bilingual, Diagnostic, Place, in_order
from policygen.text.dates import date_in_words

# Of one rule in one policy: 64 KB of brackets are one fault, and not 64,000.
_MOST_FINDINGS = 1000


def run_rules(subject: Subject, rules: Sequence[Rule]) -> list[Diagnostic]:
    """What the rules find in a subject, in the order of the places; waivers are not asked."""
    return in_order(_weighed(rule, finding, subject) for rule in rules for finding in _findings(rule, subject))


def check(subject: Subject, rules: Sequence[Rule], told: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """What the rules find in a draft together with what its loading has `told`, less what its waivers take away."""
    found = in_order((*told, *run_rules(subject, rules)))
    if subject.policy is None:
        return tuple(found)
    return waived(found, subject.policy, subject.today, rules)


def _findings(rule: Rule, subject: Subject) -> Iterator[Finding]:
    if rule.regime is None or rule.regime in subject.facts.regimes:
        yield from islice(rule.find(subject), _MOST_FINDINGS)


def _weighed(rule: Rule, finding: Finding, subject: Subject) -> Diagnostic:
    diagnostic = Diagnostic(
        rule=rule.name,
        severity=finding.severity or rule.severity,
        place=finding.place or _place(subject, finding.anchor),
        message=finding.message,
        hint=finding.hint,
        policy=subject.policy.name if subject.policy else None,
        locale=finding.locale,
        reference=finding.reference or rule.reference,
        anchor=finding.anchor,
    )
    if rule.applies_from is not None and subject.day < rule.applies_from:
        return replace(diagnostic, severity="info", message=_not_yet(finding.message, rule.applies_from))
    return diagnostic


def _place(subject: Subject, anchor: str) -> Place:
    return subject.places.get(anchor) or (subject.policy.place if subject.policy else Place(""))


def _not_yet(message: Bilingual, day: date) -> Bilingual:
    return Bilingual(
        f"ยังไม่บังคับ (เริ่มบังคับ {date_in_words(day, 'th')}): {message.th}",
        f"not yet required (until {date_in_words(day, 'en')}): {message.en}",
    )
