"""A redline as HTML: what was inserted is an `<ins>`, what was deleted a `<del>`, in reading order.

A changed row has a second cell with the new text alone: the style sheet shows the first alone (inline), or both, the
first without what was inserted (side by side). Words for who cannot see the marks stand before them, and only where
the kind of text changes. Knows nothing of pages, of editions, or of how a redline was found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Protocol

from policygen.diff.redline import NEW_OPS, OLD_OPS, TextRun
from policygen.render.wrapping import Wrapping, wrapped, wrapping
from policygen.text.catalog import catalog

_HEADINGS = ("title", "section", "heading", "entry")
_DEEPEST = 4


class RowLike(Protocol):
    """A stretch of the text with what became of it."""

    @property
    def kind(self) -> str: ...
    @property
    def op(self) -> str: ...
    @property
    def depth(self) -> int: ...
    @property
    def anchor(self) -> str: ...
    @property
    def near(self) -> bool: ...
    @property
    def label(self) -> str: ...
    @property
    def runs(self) -> tuple[TextRun, ...]: ...


class LinkLike(Protocol):
    """A link with its words."""

    @property
    def href(self) -> str: ...
    @property
    def text(self) -> str: ...


class Headed(Protocol):
    """A change, or what was kept (`number` 0), as its head tells of it."""

    @property
    def kind(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def before(self) -> int: ...
    @property
    def after(self) -> int: ...
    @property
    def elsewhere(self) -> LinkLike | None: ...


class StretchLike(Headed, Protocol):
    """Rows that changed together, or were kept."""

    @property
    def rows(self) -> Sequence[RowLike]: ...


class SectionLike(Protocol):
    """One section of a redline."""

    @property
    def touched(self) -> bool: ...
    @property
    def stretches(self) -> Sequence[StretchLike]: ...


class RedlineLike(Protocol):
    """A whole redline in one language."""

    @property
    def locale(self) -> str: ...
    @property
    def nowrap(self) -> tuple[str, ...]: ...
    @property
    def changes(self) -> int: ...
    @property
    def sections(self) -> Sequence[SectionLike]: ...


class Redlining:
    """Draws rows in one locale."""

    def __init__(self, locale: str, nowrap: tuple[str, ...]) -> None:
        self.locale = locale
        self.words: Mapping[str, str] = catalog(locale)["redline"]
        self.wrapping: Wrapping = wrapping(nowrap, locale)

    def row(self, row: RowLike) -> str:
        """One row; where it changed, with a second cell that holds the new text alone."""
        if row.op == "same":
            return f"{self.marked(row)}\n"
        now = tuple(run for run in row.runs if run.op in NEW_OPS)
        # Both cells of a heading are one heading: it is never empty, and what came is a heading too.
        cell = "span" if _is_heading(row) else "p"
        first = f'<{cell} class="pg-was">{self._runs(row, row.runs)}</{cell}>'
        second = f'<{cell} class="pg-now">{self._runs(row, now)}</{cell}>' if now else ""
        inner = f"<{_tag(row)}>{first}{second}</{_tag(row)}>" if cell == "span" else first + second
        return f"{_row(row, inner)}\n"

    def marked(self, row: RowLike) -> str:
        """One row with its marks, and no second cell."""
        return _row(row, f"<{_tag(row)}>{self._runs(row, row.runs)}</{_tag(row)}>")

    def _runs(self, row: RowLike, runs: Sequence[TextRun]) -> str:
        """Runs with their marks and, unless the head above tells what became of the row, with words."""
        told = row.op in ("added", "removed")
        # Spaces are told where nothing else changed; beside changed words they are noise.
        spaces = all(run.spacing for run in row.runs if run.op != "equal")
        parts: list[str] = []
        before, label = "kept", row.label
        for run in runs:
            word = _word_of(run, spaces=spaces)
            heard = not told and word != before and bool(run.text.strip() or run.spacing)
            say = f'<span class="pg-say">{escape(self.words[f"say_{word}"])} </span>' if heard else ""
            before = word if heard else before
            parts.append(self._run(run, say, label))
            label = label if run.op in OLD_OPS and run.op not in NEW_OPS else ""
        return "".join(parts)

    def _run(self, run: TextRun, say: str, label: str) -> str:
        text = self._text(run.text, label)
        if run.op == "equal":
            return say + text
        tag = "del" if run.op in OLD_OPS else "ins"
        kinds = [kind for kind, given in (("pg-space", run.spacing), ("pg-went", _is_move(run))) if given]
        kind = f' class="{" ".join(kinds)}"' if kinds else ""
        return f"<{tag}{kind}>{say}{text}</{tag}>"

    def _text(self, text: str, label: str) -> str:
        """The text, the label that it begins with told from the rest."""
        if not label or not text.startswith(f"{label} "):
            return wrapped(text, self.wrapping)
        rest = wrapped(text[len(label) + 1 :], self.wrapping)
        return f'<span class="pg-label">{escape(label, quote=False)}</span> {rest}'


def render_redline(redline: RedlineLike) -> str:
    """The sections of a redline, each change under a head that names it and leads to its neighbours."""
    how = Redlining(redline.locale, redline.nowrap)
    return "".join(_section(section, how, redline.changes) for section in redline.sections)


def _section(section: SectionLike, how: Redlining, changes: int) -> str:
    kind = "pg-rl-section" if section.touched else "pg-rl-section pg-untouched"
    inner = "".join(_change(one, how, changes) if one.number else _kept(one.rows, how) for one in section.stretches)
    return f'<section class="{kind}">\n{inner}</section>\n'


def _kept(rows: Iterable[RowLike], how: Redlining) -> str:
    """Rows that did not change; those far from any change are folded where only changes are shown."""
    parts: list[str] = []
    for near, group in groupby(rows, lambda row: row.near):
        some = list(group)
        inner = "".join(map(how.row, some))
        parts.append(inner if near else far_html(inner, len(some), how))
    return "".join(parts)


def far_html(inner: str, count: int, how: Redlining) -> str:
    """What is folded where only changes are shown, and the words that then stand for it."""
    gap = escape(how.words["gap"].format(n=count))
    return f'<div class="pg-far">\n{inner}</div>\n<p class="pg-gap">{gap}</p>\n'


def _change(change: StretchLike, how: Redlining, changes: int) -> str:
    rows = "".join(map(how.row, change.rows))
    head = change_head(change, how, changes)
    return f'<div class="pg-change pg-{change.kind}" id="change-{change.number}">\n{head}{rows}</div>\n'


def change_head(change: Headed, how: Redlining, changes: int, more: str = "") -> str:
    """What kind of change it is, which of how many, and links to the one before, the next and its other place."""
    words, number = how.words, change.number
    parts = [
        f'<a class="pg-kind" href="#change-{number}">{escape(words[change.kind])} {number}/{changes}</a>',
        *_hops(change.before, change.after, words),
    ]
    if change.elsewhere:
        parts.append(f'<a class="pg-elsewhere" href="{change.elsewhere.href}">{escape(change.elsewhere.text)}</a>')
    return f'<p class="pg-change-head">{" ".join(parts)}{more}</p>\n'


def _hops(before: int, after: int, words: Mapping[str, str]) -> Iterator[str]:
    for number, key in ((before, "previous"), (after, "next")):
        if number:
            label = escape(words[key])
            yield f'<a class="pg-hop pg-hop-{key}" href="#change-{number}" aria-label="{label}"></a>'


def _row(row: RowLike, inner: str) -> str:
    anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
    return f'<div class="{_classes(row)}"{anchor}>{inner}</div>'


def _classes(row: RowLike) -> str:
    return f"pg-rl pg-rl-{row.kind}" + (f" pg-in-{min(row.depth, _DEEPEST)}" if row.depth else "")


def _is_heading(row: RowLike) -> bool:
    return row.kind in _HEADINGS


def _tag(row: RowLike) -> str:
    """Titles of sections are one level, all headings in them the next: where rows are folded, no level is left out."""
    if not _is_heading(row):
        return "p"
    return "h3" if row.kind in ("title", "section") else "h4"


def _is_move(run: TextRun) -> bool:
    return run.op in ("moved_from", "moved_to")


def _word_of(run: TextRun, *, spaces: bool) -> str:
    """Which word tells of the run: moves are told by their head, so their words are kept ones."""
    if run.op == "equal" or _is_move(run) or (run.spacing and not spaces):
        return "kept"
    if run.spacing:
        return "space_deleted" if run.op == "delete" else "space_inserted"
    return "deleted" if run.op == "delete" else "inserted"
