"""Plain text as blocks: lines that are paragraphs, lines that were wrapped, bullets, typed numbers, clear headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from policygen.importing.decoding import Decoded
from policygen.importing.headings import Candidate, clear_headings
from policygen.importing.original import MAX_LIST_DEPTH, Original, Piece, letters_of, paragraph
from policygen.model.document import Block, Heading, Item, ItemList, Run
from policygen.sources.clauses import Marker, read_marker

_BULLET = re.compile(r"[•●▪◦○■□‣➢·]\s*(?=\S)")
# Signs that begin a sentence too: they are bullets where several lines in a row have one, or where they are indented.
_DASH = re.compile(r"[-*–—]\s+(?=\S)")
# Lines of mail and of old editors are broken at 60 to 100 letters; all but the last of a paragraph are about as long.
_WRAPPED_FROM, _WRAPPED_TO, _WRAPPED_SPREAD = 50, 105, 30
_TAB = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A line with text. `bullet` is the sign that it began with."""

    line: int
    indent: int
    text: str
    after_blank: bool
    bullet: str = ""


def read_plain(decoded: Decoded) -> Original:
    """The text of a file without markup."""
    rows = tuple(_with_bullets([*_unwrapped(_rows(decoded.text))]))
    pieces = tuple(_pieces(rows))
    letters = letters_of(row.text for row in rows)
    return Original("text", decoded.encoding, pieces, letters, decoded.left_out, decoded.remarks)


# Lines


def _rows(text: str) -> Iterator[Row]:
    after_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield Row(number, _indent(line), line.strip(), after_blank)
        after_blank = not line.strip()


def _indent(line: str) -> int:
    before = line[: len(line) - len(line.lstrip())]
    return len(before.expandtabs(_TAB))


def _unwrapped(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, those of a paragraph that was wrapped made into one."""
    group: list[Row] = []
    for row in rows:
        if row.after_blank and group:
            yield from _one_or_all(group)
            group = []
        group.append(row)
    yield from _one_or_all(group)


def _one_or_all(group: list[Row]) -> list[Row]:
    lengths = [len(row.text) for row in group[:-1]]
    plain = all(not _begins_item(row.text) and row.indent == group[0].indent for row in group[1:])
    if len(group) < 3 or not plain or min(lengths) < _WRAPPED_FROM or max(lengths) > _WRAPPED_TO:
        return group
    if max(lengths) - min(lengths) > _WRAPPED_SPREAD or len(group[-1].text) > _WRAPPED_TO:
        return group
    return [replace(group[0], text=" ".join(row.text for row in group))]


def _begins_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _DASH.match(text) or read_marker(text))


def _with_bullets(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, their bullets apart from their texts."""
    for index, row in enumerate(rows):
        bullet = _BULLET.match(row.text)
        dash = _DASH.match(row.text)
        if dash and (
            row.indent or _same_sign(dash[0], (*rows[max(index - 1, 0) : index], *rows[index + 1 : index + 2]))
        ):
            bullet = dash
        yield replace(row, text=row.text[bullet.end() :], bullet=bullet[0][0]) if bullet else row


def _same_sign(sign: str, neighbours: Sequence[Row]) -> bool:
    return any(row.text[0] == sign[0] and _DASH.match(row.text) for row in neighbours)


# Blocks


def _pieces(rows: Sequence[Row]) -> Iterator[Piece]:
    headings = clear_headings([_candidate(index, rows) for index in range(len(rows))])
    items: list[_Node] = []
    for index, row in enumerate(rows):
        marker = None if index in headings else _marker(row)
        if marker is not None:
            _put(items, _Node(row.line, row.indent, marker, [row.text[marker.length :]]))
            continue
        if items and index not in headings and not row.after_blank and row.indent > items[-1].deepest().indent:
            items[-1].deepest().texts.append(row.text)
            continue
        yield from _listed(items)
        items = []
        yield Piece(_block(row, headings.get(index)), row.line)
    yield from _listed(items)


def _candidate(index: int, rows: Sequence[Row]) -> Candidate:
    row = rows[index]
    ends = index + 1 == len(rows) or rows[index + 1].after_blank
    return Candidate("" if row.bullet else row.text, row.after_blank and ends)


def _marker(row: Row) -> Marker | None:
    if row.bullet:
        return Marker("", "bullet", 0)
    marker = read_marker(row.text)
    # A sign alone that may be a bullet, and was not taken for one, belongs to the text.
    return marker if marker is not None and marker.label else None


def _block(row: Row, level: int | None) -> Block:
    return paragraph(row.text) if level is None else Heading(level, (Run(row.text),))


@dataclass(slots=True)
class _Node:
    """An item while its list is being made; its texts are its paragraphs."""

    line: int
    indent: int
    marker: Marker
    texts: list[str]
    inner: list["_Node"] = field(default_factory=list)

    def holds(self, other: "_Node") -> bool:
        """Whether the other stands deeper: by its indentation, or by its number (1.1 under 1.)."""
        number = self.marker.label.rstrip(".")
        below = bool(number) and other.marker.style == "pointed" and other.marker.label.startswith(f"{number}.")
        return other.indent > self.indent or (other.indent == self.indent and below)

    def deepest(self) -> "_Node":
        """The last item in it, or itself."""
        return self.inner[-1].deepest() if self.inner else self


def _put(items: list[_Node], node: _Node) -> None:
    depth = 1
    while depth < MAX_LIST_DEPTH and items and items[-1].holds(node):
        items, depth = items[-1].inner, depth + 1
    items.append(node)


def _listed(items: list[_Node]) -> Iterator[Piece]:
    if items:
        yield Piece(_list(items), items[0].line)


def _list(items: list[_Node]) -> ItemList:
    return ItemList(tuple(_item(node) for node in items))


def _item(node: _Node) -> Item:
    blocks: list[Block] = [paragraph(text) for text in node.texts]
    if node.inner:
        blocks.append(_list(node.inner))
    return Item(tuple(blocks), node.marker.label)
