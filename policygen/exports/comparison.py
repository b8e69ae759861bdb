"""The comparison of two texts in one locale, for the legal team: of two editions of a policy, or of two plain files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policygen.diff.events import Reason
from policygen.diff.leaves import Leaf
from policygen.diff.redline import Redline
from policygen.exports.redline_as_json import Address
from policygen.model.event import ChangeEvent, Materiality, NoticeClass
from policygen.text.catalog import catalog


@dataclass(frozen=True, slots=True)
class Named:
    """One side: what it is called, and the digest of what it says."""

    label: str
    digest: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared, or two files: those have no events, and their `notice` is None.

    `notice` is the computed floor, `reasons` has what each event asks for, `address` names the parts of the redline.
    """

    old: Named
    new: Named
    locale: str
    redline: Redline[Any]
    address: Address[Any]
    events: tuple[ChangeEvent, ...] = ()
    reasons: tuple[Reason, ...] = ()
    notice: NoticeClass | None = None

    @property
    def differs(self) -> bool:
        """Whether anything changed, in this locale's text or in the facts."""
        return bool(self.events) or any(run.op != "equal" for run in self.redline.runs)


def leaf_address(leaves: Sequence[Leaf]) -> str:
    """Parts of a document as an address: the first one's, `section/id/…`."""
    return leaves[0].address


def notice_words(notice: NoticeClass | None, language: str) -> str:
    """The notice class in words for the legal team; empty where nothing asks for any."""
    return catalog(language)["floor"][notice] if notice else ""


def event_lines(comparison: Comparison, language: str) -> list[tuple[Materiality, str]]:
    """Each event with its weight: its sentence, what it asks for, and the statute."""
    return [(reason.event.materiality, _event_line(reason, language)) for reason in comparison.reasons]


def _event_line(reason: Reason, language: str) -> str:
    told = reason.event.message[language]
    reference = f"; {reason.event.reference}" if reason.event.reference else ""
    return f"{told} ({reason.notice}{reference})"
