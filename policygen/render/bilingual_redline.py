"""A redline in two languages as HTML: clause beside clause, each column in its own language.

Knows nothing of pages, of editions, or of how clauses were paired.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Protocol

from policygen.render.redline import Headed, Redlining, RowLike, change_head, far_html


class BothLike(Protocol):
    """One clause in two languages; a side is None where that language has no such clause."""

    @property
    def left(self) -> RowLike | None: ...
    @property
    def right(self) -> RowLike | None: ...
    @property
    def near(self) -> bool: ...


class BothStretchLike(Headed, Protocol):
    """Clauses that changed together in one language or both, or were kept."""

    @property
    def rows(self) -> Sequence[BothLike]: ...
    @property
    def alone(self) -> str: ...


class BothSectionLike(Protocol):
    """One section of a redline in two languages."""

    @property
    def touched(self) -> bool: ...
    @property
    def stretches(self) -> Sequence[BothStretchLike]: ...


class BothRedlineLike(Protocol):
    """A whole redline in two languages, left and right."""

    @property
    def locales(self) -> tuple[str, str]: ...
    @property
    def nowrap(self) -> tuple[tuple[str, ...], tuple[str, ...]]: ...
    @property
    def changes(self) -> int: ...
    @property
    def sections(self) -> Sequence[BothSectionLike]: ...


@dataclass(frozen=True, slots=True)
class _Columns:
    """How each column is drawn, and what an empty cell is called in the page's language."""

    left: Redlining
    right: Redlining
    unpaired: str


def render_bilingual_redline(redline: BothRedlineLike, unpaired: str) -> str:
    """The sections of a redline in two languages; its heads are in the left one's, which is the page's."""
    (left, right), (left_names, right_names) = redline.locales, redline.nowrap
    how = _Columns(Redlining(left, left_names), Redlining(right, right_names), unpaired)
    return "".join(_section(section, how, redline.changes) for section in redline.sections)


def _section(section: BothSectionLike, how: _Columns, changes: int) -> str:
    kind = "pg-rl-section" if section.touched else "pg-rl-section pg-untouched"
    inner = "".join(
        _change(one, how, changes) if one.number else "".join(_kept(one.rows, how)) for one in section.stretches
    )
    return f'<section class="{kind}">\n{inner}</section>\n'


def _kept(rows: Iterable[BothLike], how: _Columns) -> Iterator[str]:
    for near, group in groupby(rows, lambda row: row.near):
        some = list(group)
        inner = "".join(_row(row, how) for row in some)
        yield inner if near else far_html(inner, len(some), how.left)


def _change(change: BothStretchLike, how: _Columns, changes: int) -> str:
    rows = "".join(_row(row, how) for row in change.rows)
    alone = f' <span class="pg-alone">{escape(change.alone)}</span>' if change.alone else ""
    head = change_head(change, how.left, changes, alone)
    kind = f"pg-change pg-{change.kind}" + (" pg-one-language" if alone else "")
    return f'<div class="{kind}" id="change-{change.number}">\n{head}{rows}</div>\n'


def _row(row: BothLike, how: _Columns) -> str:
    cells = _cell(row.left, how.left, how) + _cell(row.right, how.right, how)
    return f'<div class="pg-row">\n{cells}</div>\n'


def _cell(row: RowLike | None, column: Redlining, how: _Columns) -> str:
    if row is None:
        return f'<div class="pg-cell pg-unpaired" role="note" aria-label="{escape(how.unpaired)}"></div>\n'
    return f'<div class="pg-cell" lang="{escape(column.locale)}">{column.marked(row)}</div>\n'
