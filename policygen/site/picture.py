"""Boxes in columns and the lines between them, laid out with whole-number coordinates.

Knows nothing of policies: columns of boxes with words, and which box leads to which.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policygen.site.line_breaking import wrap
from policygen.site.views import FlowEdge, FlowNode, FlowText, NodeKind

# In units of the view box. A wide page shows one unit as about one CSS pixel, so the words stay readable.
BOX_WIDTH = 200
COLUMN_GAP = 72
BOX_GAP = 12
HEAD_HEIGHT = 30
PADDING = 10
FONT, LINE = 14, 20
NOTE_FONT, NOTE_LINE = 12, 17
MOST_LINES, MOST_NOTE_LINES = 4, 2
# Room in a column for the lines that pass through it on their way to the next.
SLOT_HEIGHT = 4
# Boxes of a short column spread to at most this much space between them.
WIDEST_GAP = 40


@dataclass(frozen=True, slots=True)
class Box:
    """A box to draw. `key` is unique in the picture; `notes` are set smaller under the name, after one another."""

    key: str
    kind: NodeKind
    name: str
    href: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid-out picture."""

    width: int
    height: int
    heads: tuple[FlowText, ...]
    nodes: tuple[FlowNode, ...]
    edges: tuple[FlowEdge, ...]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A box with its words cut and its height, or a slot (no box)."""

    key: str
    height: int
    box: Box | None = None
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def draw(columns: Sequence[tuple[str, Sequence[Box]]], edges: Iterable[tuple[str, str]], separator: str) -> Picture:
    """The picture of columns (a head and boxes) and edges (keys of two boxes, from left to right).

    `separator` stands between a box's notes.
    """
    column_of = {box.key: index for index, (_, boxes) in enumerate(columns) for box in boxes}
    edges = tuple(edges)
    passing = {end for start, end in edges if column_of[end] - column_of[start] > 1}
    laid = [_laid(index, boxes, column_of, passing, separator) for index, (_, boxes) in enumerate(columns)]
    height = max(_height(column, BOX_GAP) for column in laid)
    tops = {key: top for column in laid for key, top in _tops(column, height).items()}
    heights = {part.key: part.height for column in laid for part in column}
    middle = {key: top + heights[key] // 2 for key, top in tops.items()}
    return Picture(
        width=_left(len(columns) - 1) + BOX_WIDTH,
        height=HEAD_HEIGHT + height + 1,
        heads=tuple(FlowText(_left(index), FONT + 2, head) for index, (head, _) in enumerate(columns)),
        nodes=tuple(
            _node(part.box, part, _left(index), tops[part.key])
            for index, column in enumerate(laid)
            for part in column
            if part.box is not None
        ),
        edges=tuple(_edge(start, end, columns, column_of, middle) for start, end in edges),
    )


def _laid(
    index: int, boxes: Sequence[Box], column_of: Mapping[str, int], passing: set[str], separator: str
) -> list[_Laid]:
    """A column's boxes with their words cut, then its slots for lines to boxes further right."""
    column = []
    for box in boxes:
        lines = wrap(box.name, (BOX_WIDTH - 2 * PADDING) / FONT, MOST_LINES)
        notes = wrap(separator.join(box.notes), (BOX_WIDTH - 2 * PADDING) / NOTE_FONT, MOST_NOTE_LINES)
        height = 2 * PADDING + LINE * len(lines) + NOTE_LINE * len(notes)
        column.append(_Laid(box.key, height, box, lines, notes))
    if index:
        slots = sorted(key for key in passing if column_of[key] > index)
        column += [_Laid(_slot(index, key), SLOT_HEIGHT) for key in sorted(slots, key=list(column_of).index)]
    return column


def _slot(column: int, key: str) -> str:
    return f"{column} {key}"


def _left(column: int) -> int:
    return column * (BOX_WIDTH + COLUMN_GAP)


def _height(column: Sequence[_Laid], gap: int) -> int:
    return sum(part.height for part in column) + gap * (len(column) - 1)


def _tops(column: Sequence[_Laid], height: int) -> dict[str, int]:
    """The upper edge of each part: spread a little, then in the middle of the picture."""
    spare = height - _height(column, 0)
    gap = min(WIDEST_GAP, spare // (len(column) - 1)) if len(column) > 1 else 0
    top = HEAD_HEIGHT + (height - _height(column, gap)) // 2
    tops = {}
    for part in column:
        tops[part.key] = top
        top += part.height + gap
    return tops


def _node(box: Box, part: _Laid, left: int, top: int) -> FlowNode:
    x = left + PADDING
    # The first baseline: the padding, and most of a line (Thai marks stand high above it).
    first = top + PADDING + FONT + 1
    below = first + LINE * len(part.lines) - (LINE - NOTE_LINE)
    return FlowNode(
        box.kind,
        left,
        top,
        BOX_WIDTH,
        part.height,
        box.name,
        box.href,
        tuple(FlowText(x, first + LINE * index, line) for index, line in enumerate(part.lines)),
        tuple(FlowText(x, below + NOTE_LINE * index, line) for index, line in enumerate(part.notes)),
    )


def _edge(
    start: str,
    end: str,
    columns: Sequence[tuple[str, Sequence[Box]]],
    column_of: Mapping[str, int],
    middle: Mapping[str, int],
) -> FlowEdge:
    """A curve from the right side of one box to the left side of another, through the slots between them."""
    x, y = _left(column_of[start]) + BOX_WIDTH, middle[start]
    path = f"M{x} {y}"
    for column in range(column_of[start] + 1, column_of[end] + 1):
        last = column == column_of[end]
        to_x, to_y = _left(column), middle[end if last else _slot(column, end)]
        half = (x + to_x) // 2
        path += f"C{half} {y} {half} {to_y} {to_x} {to_y}"
        x, y = to_x + BOX_WIDTH, to_y
        if not last:
            path += f"H{x}"
    kind = next(box.kind for box in columns[column_of[end]][1] if box.key == end)
    return FlowEdge(path, kind)
