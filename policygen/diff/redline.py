"""The redline: what changed between two texts, as data whose runs tile both.

Texts of the runs, joined, give back exactly the old text (`equal`, `delete`, `moved_from`) and the new one (`equal`,
`insert`, `moved_to`). Knows nothing of how it was found, nor of any way to show it.
"""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

RunOp = Literal["equal", "delete", "insert", "moved_from", "moved_to"]
PairOp = Literal["same", "added", "removed", "edited", "moved"]
OLD_OPS: frozenset[RunOp] = frozenset(("equal", "delete", "moved_from"))
NEW_OPS: frozenset[RunOp] = frozenset(("equal", "insert", "moved_to"))


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text and what became of it.

    `move` numbers a move, the same on both its sides, and stands on the words changed within it too. `spacing` marks a
    difference of white space, or of letters that only look alike, and nothing else.
    """

    op: RunOp
    text: str
    move: int | None = None
    spacing: bool = False


TextRuns = tuple[TextRun, ...]


def old_text(runs: TextRuns) -> str:
    """The old text that the runs tile."""
    return "".join(run.text for run in runs if run.op in OLD_OPS)


def new_text(runs: TextRuns) -> str:
    """The new text that the runs tile."""
    return "".join(run.text for run in runs if run.op in NEW_OPS)


P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Pair(Generic[P]):
    """Parts of the old text and what became of them: one each, or more where a paragraph was split or merged.

    `old` is empty for what was added, `new` for what was removed. The runs tile the text of the parts. A moved pair
    stands at its new place, and a second time where it went from: `away`, with the runs of the old text only.
    """

    op: PairOp
    old: tuple[P, ...]
    new: tuple[P, ...]
    runs: TextRuns
    move: int | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Redline(Generic[P]):
    """The comparison of two texts: its runs tile both, its pairs stand in reading order."""

    runs: TextRuns
    pairs: tuple[Pair[P], ...]
