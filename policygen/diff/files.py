"""Comparing two plain texts: their lines are the parts."""

from collections.abc import Sequence

from policygen.diff.compare import compared
from policygen.diff.drawing import joined
from policygen.diff.folding import BLANKS
from policygen.diff.matching import common_start
from policygen.diff.pairing import Side, pair_parts
from policygen.diff.parts import lines_of
from policygen.diff.redline import Pair, Redline, TextRun
from policygen.diff.words import same_thai
from policygen.text.segmentation import ThaiWords


def compare_texts(old: str, new: str, thai: ThaiWords) -> Redline[int]:
    """The redline of two plain texts; a pair's parts are the numbers of its lines, from 1.

    Equal lines at both ends are one pair each: what lies between, and a line of each, is compared.
    """
    old_rows, new_rows = old.split("\n"), new.split("\n")
    room = min(len(old_rows), len(new_rows)) - 1  # one line at least is left to compare
    first = min(common_start(old_rows, new_rows), room)
    last = min(common_start(old_rows[::-1], new_rows[::-1]), room - first)
    first -= _context(old_rows[:first][::-1])
    last -= _context(old_rows[len(old_rows) - last :])
    start = sum(map(len, old_rows[:first])) + first
    end = sum(map(len, old_rows[len(old_rows) - last :])) + last
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    cutter = None if same_thai(old_middle, new_middle) else thai  # loads the dictionary only for Thai that changed
    old_lines, new_lines = lines_of(old_middle, cutter, first + 1), lines_of(new_middle, cutter, first + 1)
    groups = pair_parts(
        Side(old_lines.keys, old_lines.keys, lambda part: old_lines.words(part).keys),
        Side(new_lines.keys, new_lines.keys, lambda part: new_lines.words(part).keys),
    )
    changed = compared(old_lines, new_lines, groups)
    before, after = old[:start], old[len(old) - end :]
    return Redline(
        joined((TextRun("equal", before), *changed.runs, TextRun("equal", after))),
        (
            *_same_pair(before, 1, 1),
            *changed.pairs,
            *_same_pair(after, len(old_rows) - last, len(new_rows) - last),
        ),
    )


def _context(rows: Sequence[str]) -> int:
    """How many of these lines to leave for comparing: up to the first with text."""
    return next((at for at, row in enumerate(rows, 1) if row.strip(BLANKS)), len(rows))


def _same_pair(text: str, old_first: int, new_first: int) -> tuple[Pair[int], ...]:
    """The pair of lines that are equal, none if there are none; the lines count from these numbers."""
    body = text.strip(BLANKS)
    if not body:
        return ()
    lines = [at for at, line in enumerate(text.split("\n")) if line.strip(BLANKS)]
    return (
        Pair(
            "same",
            tuple(old_first + at for at in lines),
            tuple(new_first + at for at in lines),
            (TextRun("equal", body),),
        ),
    )
