"""Which findings about a draft keep it from being published: form, parity, and what of the law it newly misses.

The rest is told, and stands in nobody's way: a slip of spelling, or what the version before lacked already.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from policygen.checks import RULES, check_draft, run_rules, subject_of_version
from policygen.diagnostics import Diagnostic
from policygen.drafts import Draft
from policygen.ledger import Ledger, counting

_LEGAL = ("law.", "gdpr.")
# Publishing looks at the dates itself: its options may give others.
_DATES_OF_NEXT = "form.version-date"

# A translation that is missing or built otherwise is legal while drafting, and no more once it is published.
_UNTRANSLATED = ("parity.text", "parity.section", "parity.shape")


def findings_that_block(draft: Draft, ledger: Ledger, today: date, *, as_found: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with the draft; what blocks is an error, and whatever does not is a warning at most.

    A policy frozen as found is only reported on. What cannot be read is an error there too: it would be lost.
    """
    found = check_draft(draft, ledger.records, today)
    loading = {one.rule for one in draft.diagnostics if one.severity == "error"}
    if as_found:
        return tuple(one if one.rule in loading else _told(one) for one in found)
    known = _known(draft, ledger, today) if any(one.rule.startswith(_LEGAL) for one in found) else frozenset()
    return tuple(_weighed(one, known) for one in found)


def _weighed(one: Diagnostic, known: frozenset[tuple[str, str, str | None]]) -> Diagnostic:
    if one.rule in _UNTRANSLATED:
        return replace(one, severity="error")
    if one.rule == _DATES_OF_NEXT:
        return _told(one)
    if one.rule.startswith("language.") or (one.rule.startswith(_LEGAL) and _key(one) in known):
        return _told(one)
    return one


def _known(draft: Draft, ledger: Ledger, today: date) -> frozenset[tuple[str, str, str | None]]:
    """What of the law the last version that counts would miss, were it to bind on the draft's day."""
    return frozenset(_key(one) for one in _of_last(draft, ledger, today))


def _of_last(draft: Draft, ledger: Ledger, today: date) -> Iterator[Diagnostic]:
    counted = counting(ledger.records)
    if not counted or draft.policy is None:
        return
    coming = draft.policy.next
    subject = subject_of_version(counted[-1], counted[:-1], today)
    legal = [rule for rule in RULES if rule.name.startswith(_LEGAL)]
    yield from run_rules(replace(subject, day=coming.effective or coming.published or today), legal)


def _key(one: Diagnostic) -> tuple[str, str, str | None]:
    return one.rule, one.anchor, one.locale


def _told(one: Diagnostic) -> Diagnostic:
    return replace(one, severity="warning") if one.severity == "error" else one
