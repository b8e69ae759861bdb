"""The policies of a site through time, read from their ledgers and, where drafts are asked for, from their sources."""

import hashlib
from dataclasses import dataclass
from datetime import date

from policygen.build.job import Request
from policygen.diagnostics import Diagnostic, has_errors
from policygen.ledger import Ledger, read_ledger
from policygen.site.history import Draft, PolicyHistory
from policygen.sources import list_policies


@dataclass(frozen=True, slots=True)
class Histories:
    """The policies in order, and all that was found. Where `broken`, some policy cannot be shown."""

    policies: tuple[PolicyHistory, ...]
    diagnostics: tuple[Diagnostic, ...]
    broken: bool


def read_histories(request: Request, site: str, today: date) -> Histories:
    """All policies of the site as they are on `today`."""
    policies: list[PolicyHistory] = []
    found: list[Diagnostic] = []
    broken = False
    for policy in list_policies(request.content, site):
        ledger = read_ledger(request.content / site, policy)
        found += ledger.diagnostics
        draft, told = _draft(request, site, policy)
        found += told
        broken = broken or has_errors(ledger.diagnostics) or (draft is None and has_errors(told))
        policies.append(_history(ledger, today, draft))
    return Histories(tuple(policies), tuple(dict.fromkeys(found)), broken)


def _history(ledger: Ledger, today: date, draft: Draft | None) -> PolicyHistory:
    return PolicyHistory(ledger.policy, ledger.records, ledger.files, today, draft, ledger.acts)


def _draft(request: Request, site: str, policy: str) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """The policy's draft, and what was found on the way; none where none is asked for or there are no sources."""
    if not request.drafts or not (request.content / site / policy / "policy.yaml").exists():
        return None, ()
    from policygen.drafts import load_draft

    draft = load_draft(request.content, site, policy)
    if draft.edition is None:
        return None, draft.diagnostics
    stated = draft.policy.stated if draft.policy else None
    digest = hashlib.sha256(repr((draft.edition, stated)).encode()).hexdigest()
    return Draft(draft.edition, digest, stated), draft.diagnostics
