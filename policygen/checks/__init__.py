"""Checks: what is wrong with a draft in law and in language, and what of the law each version meets.

A rule is a module and a page of the same name in `rules/`; the list of them stands in `rules/__init__.py`. Knows
editions, ledgers and drafts; nothing of pages or of the command line.
"""

from collections.abc import Sequence
from datetime import date

from policygen.checks.engine import check, run_rules
from policygen.checks.house_rules import house_rules_of
from policygen.checks.rules import RULES
from policygen.checks.subject import Subject, subject_of_draft, subject_of_version
from policygen.checks.waiving import waived, waives
from policygen.diagnostics import Diagnostic, in_order
from policygen.drafts import Draft
from policygen.ledger import Record

__all__ = ["RULES", "Subject", "check_draft", "run_rules", "subject_of_draft", "subject_of_version", "waives"]


def check_draft(draft: Draft, before: Sequence[Record], today: date) -> tuple[Diagnostic, ...]:
    """All that is wrong with a draft, less what its waivers take away; `before` are the versions published so far.

    Where the draft has no edition, that is what its loading told.
    """
    if draft.policy is None:
        return tuple(in_order(draft.diagnostics))
    rules = (*RULES, *house_rules_of(draft.policy))
    if draft.edition is None:
        return waived(in_order(draft.diagnostics), draft.policy, today, rules)
    subject = subject_of_draft(draft.policy, draft.edition, tuple(before), today)
    return check(subject, rules, draft.diagnostics)
