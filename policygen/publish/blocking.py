"""Which findings about a draft keep it from being published: form, parity, and what of the law it newly misses.

The rest is told, and stands in nobody's way: a slip of spelling, or what the version before lacked already.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from policygen.checks import RULES, check_draft, run_rules, subject_of_version
from policygen.diagnostics import Diagnostic, has_errors
from policygen.drafts import Draft
from policygen.ledger import Ledger, counting

_Key = tuple[str, str, str | None]

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
    return weighed_findings(found, draft, ledger, today)


def weighed_findings(found: Iterable[Diagnostic], draft: Draft, ledger: Ledger, today: date) -> tuple[Diagnostic, ...]:
    """The findings of `check_draft` about the draft, as errors where they keep it from being the next version."""
    found = tuple(found)
    legal = [one for one in found if one.rule.startswith(_LEGAL)]
    # Without an error among them nothing depends on what the version before had.
    known = _known(legal, list(_of_last(draft, ledger, today))) if has_errors(legal) else frozenset()
    return tuple(_told(one) if one in known else _weighed(one) for one in found)


def _weighed(one: Diagnostic) -> Diagnostic:
    if one.rule in _UNTRANSLATED:
        return replace(one, severity="error")
    return _told(one) if one.rule == _DATES_OF_NEXT or one.rule.startswith("language.") else one


def _known(found: Iterable[Diagnostic], before: Iterable[Diagnostic]) -> frozenset[Diagnostic]:
    """Those of the findings that the version before had: each of its findings stands for one of the draft's.

    It is the one of the same words where there is one, else any about the same: a fault may be worded anew, but one
    fault in a section is no licence for another there.
    """
    had: dict[_Key, list[str]] = defaultdict(list)
    for one in before:
        had[_key(one)].append(one.message.en)
    known = set()
    others = []
    for one in found:
        if one.message.en in had[_key(one)]:
            had[_key(one)].remove(one.message.en)
            known.add(one)
        else:
            others.append(one)
    for one in others:
        if had[_key(one)]:
            had[_key(one)].pop()
            known.add(one)
    return frozenset(known)


def _of_last(draft: Draft, ledger: Ledger, today: date) -> Iterator[Diagnostic]:
    """What of the law the last version that counts would miss, were it to bind on the draft's day."""
    counted = counting(ledger.records)
    if not counted or draft.policy is None:
        return
    coming = draft.policy.next
    subject = subject_of_version(counted[-1], counted[:-1], today)
    legal = [rule for rule in RULES if rule.name.startswith(_LEGAL)]
    yield from run_rules(replace(subject, day=coming.effective or coming.published or today), legal)


def _key(one: Diagnostic) -> _Key:
    return one.rule, one.anchor, one.locale


def _told(one: Diagnostic) -> Diagnostic:
    return replace(one, severity="warning") if one.severity == "error" else one
