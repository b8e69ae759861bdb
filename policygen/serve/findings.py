"""The findings of a draft, each with the words of the clause in which it stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policygen.checks import check_draft
from policygen.diagnostics import SEVERITIES, Diagnostic, Place
from policygen.drafts import Draft
from policygen.ledger import Record
from policygen.model.policy import QUOTED_FACT, Passage


@dataclass(frozen=True, slots=True)
class Found:
    """A finding; `words` are some of its clause's own, or nothing where it is about more than one clause."""

    diagnostic: Diagnostic
    words: str = ""


def findings_of(draft: Draft, before: Sequence[Record], today: date) -> tuple[Found, ...]:
    """Everything that is wrong with a draft by the rules, the gravest first, else in the order of the files."""
    found = check_draft(draft, before, today)
    clauses = _Clauses(draft.policy.passages if draft.policy else ())
    ordered = sorted(found, key=lambda one: SEVERITIES.index(one.severity))
    return tuple(Found(one, clauses.words_at(one.place)) for one in ordered)


class _Clauses:
    """The passages of a draft by where they begin."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        placed = [(_start(passage.place()), passage) for passage in passages]
        self._placed = sorted(placed, key=lambda one: one[0])
        self._starts = [start for start, _ in self._placed]

    def words_at(self, place: Place) -> str:
        """The longest stretch of the clause at a place that quotes no fact; nothing where no clause stands there."""
        if not place.line:
            return ""
        at = bisect_right(self._starts, _start(place)) - 1
        if at < 0:
            return ""
        (path, _, _), passage = self._placed[at]
        if path != place.path or not _is_in(place, passage):
            return ""
        return max(passage.text.split(QUOTED_FACT), key=len)


def _start(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def _is_in(place: Place, passage: Passage) -> bool:
    excerpt = passage.excerpt
    end = excerpt.file.place(excerpt.offsets[-1])
    return _start(place) <= _start(end)
