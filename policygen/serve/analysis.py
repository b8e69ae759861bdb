"""What an author wants to know of a draft: findings, the notice it asks for, and where translations are behind.

Made once for each state of a policy, and not while a page waits for it.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from policygen.diagnostics import Diagnostic
from policygen.diff.events.text_judge import terms_of
from policygen.diff.files import compare_texts
from policygen.diff.redline import TextRuns
from policygen.diff.translation_debt import Debt, translation_debt
from policygen.drafts import Draft
from policygen.ledger import Record, counting, editions_of, repeats
from policygen.model.edition import Edition
from policygen.publish.blocking import weighed_findings
from policygen.publish.weighing import Weighing, weigh
from policygen.serve.findings import Found, findings_of
from policygen.serve.policy_state import PolicyState
from policygen.text.segmentation import ThaiWords

# The policies of a few sites; each holds some hundred findings at most.
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Owed:
    """A clause whose translation is behind: since which version (None: the draft itself), and what changed."""

    debt: Debt
    version: int | None
    redline: TextRuns


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of a draft; `weighing` is None where there is none, `same` says that it changes nothing.

    `blocking` are the findings that keep it from being published.
    """

    findings: tuple[Found, ...] = ()
    weighing: Weighing | None = None
    same: bool = False
    owed: tuple[Owed, ...] = ()
    blocking: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Kept:
    """The last analysis of a policy, and of what."""

    draft: Draft | None
    records: tuple[Record, ...]
    analysis: Analysis

    def is_of(self, state: PolicyState) -> bool:
        return self.draft is state.shown and self.records == state.history.records


class Analyses:
    """The last analysis of each policy."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], _Kept] = OrderedDict()
        self._lock = Lock()

    def known(self, site: str, state: PolicyState) -> tuple[Analysis, bool]:
        """What is known of the policy at once, and whether that is of its present state."""
        kept = self._kept.get((site, state.history.policy))
        return (kept.analysis, kept.is_of(state)) if kept else (Analysis(), False)

    def made(self, site: str, state: PolicyState) -> Analysis:
        """The analysis of the policy's present state."""
        with self._lock:
            known, fresh = self.known(site, state)
            if fresh:
                return known
            kept = _Kept(state.shown, state.history.records, analyse(state))
            self._kept[site, state.history.policy] = kept
            self._kept.move_to_end((site, state.history.policy))
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return kept.analysis


def analyse(state: PolicyState) -> Analysis:
    """The analysis of the draft that is shown, against the versions that count."""
    draft, history = state.shown, state.history
    if draft is None or draft.policy is None or draft.edition is None:
        return Analysis()
    before = counting(history.records)
    weighing = weigh(draft.policy, draft.edition, before[-1] if before else None, len(history.records) + 1)
    found = findings_of(draft, history.records, history.today)
    weighed = weighed_findings((one.diagnostic for one in found), draft, state.ledger, history.today)
    return Analysis(
        found,
        weighing,
        _says_the_same(draft, before),
        tuple(_owed(draft.edition, before)),
        tuple(one for one in weighed if one.severity == "error"),
    )


def _says_the_same(draft: Draft, before: tuple[Record, ...]) -> bool:
    if not before or draft.edition is None or draft.policy is None:
        return False
    return repeats(before[-1], draft.edition, draft.policy.stated)


def _owed(edition: Edition, before: tuple[Record, ...]) -> list[Owed]:
    debts = translation_debt((*editions_of(before), edition))
    if not debts:
        return []
    thai = ThaiWords(terms_of((edition.facts,)))
    return [
        Owed(
            debt,
            before[debt.edition].number if debt.edition < len(before) else None,
            compare_texts(debt.old.text, debt.new.text, thai).runs,
        )
        for debt in debts
    ]
