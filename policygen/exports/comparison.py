"""The comparison of two editions of a policy in one locale, for the legal team: events, notice class, redline."""

from collections.abc import Sequence
from dataclasses import dataclass

from policygen.diff.events import Reason
from policygen.diff.leaves import Leaf
from policygen.diff.redline import Redline
from policygen.model.event import ChangeEvent, Materiality, NoticeClass
from policygen.text.catalog import catalog


@dataclass(frozen=True, slots=True)
class Named:
    """One side: what it is called, and the digest of what it says."""

    label: str
    digest: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared. `notice` is the computed floor, and `reasons` has what each event asks for."""

    old: Named
    new: Named
    locale: str
    redline: Redline[Leaf]
    events: tuple[ChangeEvent, ...]
    reasons: tuple[Reason, ...]
    notice: NoticeClass

    @property
    def differs(self) -> bool:
        """Whether anything changed, in this locale's text or in the facts."""
        return bool(self.events) or any(run.op != "equal" for run in self.redline.runs)


def leaf_address(leaves: Sequence[Leaf]) -> str:
    """Parts of a document as an address: the first one's, `section/id/…`."""
    return leaves[0].address


def notice_words(notice: NoticeClass, language: str) -> str:
    """The notice class in words for the legal team."""
    return catalog(language)["floor"][notice]


def event_lines(comparison: Comparison, language: str) -> list[tuple[Materiality, str]]:
    """Each event with its weight: its sentence, what it asks for, and the statute."""
    return [(reason.event.materiality, _event_line(reason, language)) for reason in comparison.reasons]


def _event_line(reason: Reason, language: str) -> str:
    told = reason.event.message[language]
    reference = f"; {reason.event.reference}" if reason.event.reference else ""
    return f"{told} ({reason.notice}{reference})"
