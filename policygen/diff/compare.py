"""Puts the steps together: given pairs of parts, the words kept in each, and the runs that tile both whole texts."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from policygen.diff.cleanup import Knows, Swap, cleaned
from policygen.diff.drawing import drawn, joined, same_runs, spacing_runs
from policygen.diff.matching import Kept, kept_words, swaps
from policygen.diff.pairing import Group
from policygen.diff.parts import Parted, Span
from policygen.diff.redline import NEW_OPS, OLD_OPS, Pair, PairOp, Redline, RunOp, TextRun, TextRuns
from policygen.diff.trimming import trim
from policygen.diff.words import Words, words_of

P = TypeVar("P")


def compared(old: Parted[P], new: Parted[P], groups: Sequence[Group]) -> Redline[P]:
    """The redline of two texts whose parts are paired by these groups, in order of the old text."""
    rows = list(_rows(old, new, groups))
    return Redline(joined(_whole(old, new, rows)), _pairs(old, new, rows))


def compared_pairs(old: Parted[P], new: Parted[P], groups: Sequence[Group]) -> tuple[Pair[P], ...]:
    """The pairs of the redline alone, for who needs no runs of the whole texts."""
    return _pairs(old, new, list(_rows(old, new, groups)))


def _pairs(old: Parted[P], new: Parted[P], rows: Sequence["_Row"]) -> tuple[Pair[P], ...]:
    return tuple(
        Pair(row.op, old.parts[slice(*row.old)], new.parts[slice(*row.new)], row.runs, row.move, row.away)
        for row in rows
    )


# Rows in reading order


@dataclass(frozen=True, slots=True)
class _Row:
    """Parts `old` and `new` with their runs, where a reader meets them."""

    op: PairOp
    old: Span
    new: Span
    runs: TextRuns
    move: int | None = None
    away: bool = False

    @property
    def stays(self) -> bool:
        """Whether it is at its place in both texts."""
        return self.op in ("same", "edited")

    @property
    def is_old(self) -> bool:
        """Whether it shows old text only."""
        return self.op == "removed" or self.away


def _rows(old: Parted[P], new: Parted[P], groups: Sequence[Group]) -> Iterator[_Row]:
    """Every part once at its place, and moved ones where they went from too."""
    runs = _drawn_groups(old, new, groups)
    moves = _move_numbers(groups)
    gone = {group.old[0]: _moved_row(group, runs[group], moves[group], away=True) for group in moves}
    come = {group.new[0]: _moved_row(group, runs[group], moves[group], away=False) for group in moves}
    old_at = new_at = 0
    end = Group((len(old), len(old)), (len(new), len(new)), same=True)
    for group in [*(group for group in groups if not group.moved), end]:
        while old_at < group.old[0]:
            row = gone.get(old_at) or _removed(old, old_at, new_at)
            yield row
            old_at = row.old[1]
        while new_at < group.new[0]:
            row = come.get(new_at) or _added(new, old_at, new_at)
            yield row
            new_at = row.new[1]
        if group is not end:
            op: PairOp = "same" if all(run.op == "equal" for run in runs[group]) else "edited"
            yield _Row(op, group.old, group.new, runs[group])
        old_at, new_at = group.old[1], group.new[1]


def _removed(old: Parted[P], old_at: int, new_at: int) -> _Row:
    span = (old_at, old_at + 1)
    return _Row("removed", span, (new_at, new_at), (TextRun("delete", old.text_of(span)),))


def _added(new: Parted[P], old_at: int, new_at: int) -> _Row:
    span = (new_at, new_at + 1)
    return _Row("added", (old_at, old_at), span, (TextRun("insert", new.text_of(span)),))


def _moved_row(group: Group, runs: TextRuns, move: int, away: bool) -> _Row:
    ops = OLD_OPS if away else NEW_OPS
    shown = joined(_moved_run(run, move, away) for run in runs if run.op in ops)
    return _Row("moved", group.old, group.new, shown, move, away)


def _moved_run(run: TextRun, move: int, away: bool) -> TextRun:
    if run.op == "equal":
        return TextRun("moved_from" if away else "moved_to", run.text, move)
    return replace(run, move=move)


def _move_numbers(groups: Sequence[Group]) -> dict[Group, int]:
    """A number for each move, from 1 in the order of the new text; parts that moved together are one move."""
    numbers: dict[Group, int] = {}
    last: Group | None = None
    for group in sorted((group for group in groups if group.moved), key=lambda group: group.new):
        together = last is not None and (last.old[1], last.new[1]) == (group.old[0], group.new[0])
        numbers[group] = (numbers[last] if last else 0) + (0 if together else 1)
        last = group
    return numbers


# The words of a pair


@dataclass(frozen=True, slots=True)
class _Compared:
    """A pair whose words differ: what both texts begin and end with, the words between, and those that both have."""

    start: str
    end: str
    old: Words
    new: Words
    kept: Sequence[Kept]


def _drawn_groups(old: Parted[P], new: Parted[P], groups: Sequence[Group]) -> dict[Group, TextRuns]:
    """The runs of each pair, as if its parts stood at one place."""
    changed = {group: _compared(old, new, group) for group in groups if not group.same}
    swapped = Counter(swap for pair in changed.values() for swap in swaps(pair.kept, pair.old.keys, pair.new.keys))
    renames = frozenset(swap for swap, count in swapped.items() if count > 1)
    knows = old.thai.knows if old.thai else None
    runs: dict[Group, TextRuns] = {}
    for group in groups:
        pair = changed.get(group)
        runs[group] = _drawn(pair, knows, renames) if pair else _drawn_same(old, new, group)
    return runs


def _compared(old: Parted[P], new: Parted[P], group: Group) -> _Compared:
    """The words that both texts have; none if they are not alike: one removal and one addition."""
    old_text, new_text = old.text_of(group.old), new.text_of(group.new)
    start, end = trim(old_text, new_text) if group.alike else (0, 0)
    if start or end:
        old_words = words_of(old_text[start : len(old_text) - end], old.thai)
        new_words = words_of(new_text[start : len(new_text) - end], new.thai)
    else:
        old_words, new_words = old.words_of(group.old), new.words_of(group.new)
    kept = kept_words(old_words.keys, new_words.keys) if group.alike else []
    return _Compared(old_text[:start], old_text[len(old_text) - end :], old_words, new_words, kept)


def _drawn(pair: _Compared, knows: Knows | None, renames: frozenset[Swap]) -> TextRuns:
    kept = cleaned(pair.kept, pair.old, pair.new, knows, renames)
    return joined((TextRun("equal", pair.start), *drawn(pair.old, pair.new, kept), TextRun("equal", pair.end)))


def _drawn_same(old: Parted[P], new: Parted[P], group: Group) -> TextRuns:
    """The runs of a pair that differs in spacing, or in nothing."""
    text = old.text_of(group.old)
    if text == new.text_of(group.new):
        return (TextRun("equal", text),)
    return same_runs(old.words_of(group.old), new.words_of(group.new))


# The whole texts, with the white space between parts


def _whole(old: Parted[P], new: Parted[P], rows: Sequence[_Row]) -> Iterator[TextRun]:
    """The runs of the whole texts."""
    old_at = new_at = 0
    before: _Row | None = None
    between: list[_Row] = []
    for row in [*rows, None]:
        if row and not row.stays:
            between.append(row)
            continue
        old_to = old.span(row.old)[0] if row else len(old.text)
        new_to = new.span(row.new)[0] if row else len(new.text)
        if between:
            after_edit = _same_letters(before, -1) < _same_letters(row, 0)
            old_blanks = _blanks(old, [old.span(it.old) for it in between if it.is_old], (old_at, old_to))
            new_blanks = _blanks(new, [new.span(it.new) for it in between if not it.is_old], (new_at, new_to))
            yield from _region(between, old_blanks, new_blanks, after_edit)
        else:
            yield from spacing_runs(old.text[old_at:old_to], new.text[new_at:new_to])
        if row:
            yield from row.runs
            old_at, new_at, before, between = old.span(row.old)[1], new.span(row.new)[1], row, []


def _same_letters(row: _Row | None, end: int) -> int:
    """How many letters at one end of a part are the same, up to its first or last edit."""
    if row is None or len(row.runs) < 2:
        return sys.maxsize
    return len(row.runs[end].text) if row.runs[end].op == "equal" else 0


def _region(
    rows: Sequence[_Row], old_blanks: Sequence[str], new_blanks: Sequence[str], after_edit: bool
) -> Iterator[TextRun]:
    """What stands between two parts that stay: first what left, then what came, each with its white space.

    White space that both texts have is unmarked, where it can at the side that keeps the marks of two parts apart.
    """
    old_rows = [row for row in rows if row.is_old]
    new_rows = [row for row in rows if not row.is_old]
    same_first, same_last = old_blanks[0] == new_blanks[0], old_blanks[-1] == new_blanks[-1]
    if old_rows and new_rows:
        yield from spacing_runs(old_blanks[0], new_blanks[0])
        yield from _with_blanks(old_rows, [*old_blanks[1:-1], ""], "delete", before=False)
        yield from _with_blanks(new_rows, [*new_blanks[1:-1], ""], "insert", before=False)
        yield from spacing_runs(old_blanks[-1], new_blanks[-1])
    elif same_last and not (same_first and after_edit):
        yield from _with_blanks(old_rows, old_blanks[:-1], "delete", before=True)
        yield from _with_blanks(new_rows, new_blanks[:-1], "insert", before=True)
        yield TextRun("equal", old_blanks[-1])
    else:
        yield from spacing_runs(old_blanks[0], new_blanks[0])
        yield from _with_blanks(old_rows, old_blanks[1:], "delete", before=False)
        yield from _with_blanks(new_rows, new_blanks[1:], "insert", before=False)


def _blanks(text: Parted[P], spans: Sequence[Span], whole: Span) -> list[str]:
    """The white space before, between and after some parts."""
    stops = [whole[0], *(stop for span in spans for stop in span), whole[1]]
    return [text.text[start:end] for start, end in zip(stops[::2], stops[1::2], strict=True)]


def _with_blanks(rows: Sequence[_Row], blanks: Sequence[str], op: RunOp, before: bool) -> Iterator[TextRun]:
    """Rows that show one text only, each with its white space."""
    for row, blank in zip(rows, blanks, strict=True):
        space = TextRun(op, blank) if row.move is None else _moved_run(TextRun("equal", blank), row.move, row.away)
        yield from (space, *row.runs) if before else (*row.runs, space)
