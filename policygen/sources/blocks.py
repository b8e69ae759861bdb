"""Blocks of prose: paragraphs, headings, lists, tables and placed registers, from the lines of a text.

The grammar is our own and small, because CommonMark's is full of traps for legal text: here nothing is ever code, a
number keeps the form in which it was typed, and whatever stands deeper than a clause belongs to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from policygen.diagnostics import Diagnostic
from policygen.diagnostics.text_file import Excerpt, joined
from policygen.model.document import Block, Heading, Item, ItemList, Line, Paragraph, Register, Runs, Table
from policygen.model.policy import Continuation, Passage, Placement, ProseBlock, Reference
from policygen.sources import prose_problems as problems
from policygen.sources.clauses import Marker, may_interrupt, read_marker
from policygen.sources.identifiers import is_id, reserved_prefix
from policygen.sources.inline import read_inline
from policygen.sources.placements import FENCE, read_placement
from policygen.sources.slips import CODE, RULE_LINE, slips_of
from policygen.sources.tables import is_table, split_row

MAX_PARAGRAPH_BYTES = 64 * 1024
MAX_DEPTH = 40
TAB = 4
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+)$")
_CLOSING_MARKS = re.compile(r"[ \t]#+$")
_UNDERLINE = re.compile(r"={3,}$")
_OWN_ID = re.compile(r"\{#([^{}]*)\}$")
_CONTINUES = re.compile(r"\{\+\}\s*")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line without its indentation, and the column where it begins (tabs count to the next multiple of 4)."""

    indent: int
    text: Excerpt

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text.text


@dataclass(slots=True)
class Prose:
    """What the blocks of one text say, what they refer to, and what is wrong with them."""

    locale: str | None
    blocks: list[ProseBlock] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    """From where to where in the file each line break inside a paragraph reaches, that could as well be a space."""


def read_prose(text: Excerpt, locale: str | None, *, placements: bool) -> Prose:
    """The blocks of a text; `placements` tells whether registers and continuations may stand at its top."""
    prose = Prose(locale)
    reader = _BlockReader(prose, tuple(_lines(text)), top=placements)
    prose.blocks = list(reader.read())
    return prose


def _lines(text: Excerpt) -> Iterator[SourceLine]:
    start = 0
    for line in text.text.split("\n"):
        piece = text.part(start, start + len(line))
        indent = 0
        for char in line:
            if char == "\t":
                indent += TAB - indent % TAB
            elif char == " ":
                indent += 1
            else:
                break
        yield SourceLine(indent, _trimmed(piece))
        start += len(line) + 1


def _trimmed(piece: Excerpt) -> Excerpt:
    text = piece.text
    start = len(text) - len(text.lstrip(" \t"))
    return piece.part(start, max(start, len(text.rstrip(" \t"))))


@dataclass(slots=True)
class _BlockReader:
    """Reads the lines of a text or of one item from top to bottom."""

    prose: Prose
    lines: Sequence[SourceLine]
    top: bool
    depth: int = 0
    at: int = 0
    closing: set[int] = field(default_factory=set)
    """Lines that close a placement which was told to have content."""

    def read(self) -> Iterator[ProseBlock]:
        blocks: list[ProseBlock] = []
        while self.at < len(self.lines):
            if self.lines[self.at].blank:
                self.at += 1
            else:
                self._block(blocks)
        yield from blocks

    def _block(self, blocks: list[ProseBlock]) -> None:
        line = self.lines[self.at]
        text = line.text.text
        self._warn(line.text)
        if text.startswith(FENCE):
            self._placement(blocks)
        elif heading := _HEADING.match(text):
            blocks.append(self._heading(line.text, heading))
        elif _CONTINUES.match(text):
            self._continuation(blocks)
        elif self._is_table():
            blocks.append(self._table())
        elif self._takes_id(blocks, line.text):
            self.at += 1
        elif (marker := _marker(text)) and marker.begins:
            blocks.append(self._list(line, marker))
        else:
            blocks.append(self._paragraph())

    def _warn(self, text: Excerpt) -> None:
        """Markdown that a policy does not have: told, and shown as typed."""
        self.prose.found += slips_of(text)

    # Texts

    def _runs(self, text: Excerpt) -> Runs:
        if len(text.text.encode("utf-8", "replace")) > MAX_PARAGRAPH_BYTES:
            self.prose.found.append(problems.too_long(text.place(0, 1), MAX_PARAGRAPH_BYTES))
            return ()
        inline = read_inline(text, self.prose.locale)
        self.prose.passages.append(Passage(inline.unmarked, self.prose.locale))
        self.prose.references += inline.references
        self.prose.found += inline.diagnostics
        return inline.runs

    def _own_id(self, text: Excerpt) -> tuple[Excerpt, str | None]:
        """The text without its `{#id}`, and that id."""
        match = _OWN_ID.search(text.text)
        if match is None or text.text[: match.start(1) - 2].endswith("\\"):
            return text, None
        id, place = match[1], text.place(match.start(1) - 2, match.end())
        rest = text.part(0, match.start()).stripped()
        if not is_id(id):
            self.prose.found.append(problems.id_form(place, id))
            return rest, None
        prefix = reserved_prefix(id)
        if prefix is not None:
            self.prose.found.append(problems.id_reserved(place, id, prefix))
            return rest, None
        return rest, id

    # Blocks

    def _paragraph(self) -> Paragraph:
        text, id = self._own_id(joined(self._paragraph_lines()))
        return Paragraph((Line(self._runs(text)),), id)

    def _paragraph_lines(self) -> list[Excerpt]:
        """The lines up to the end of the paragraph that begins here."""
        pieces = [self.lines[self.at].text]
        plain = [not any(slips_of(pieces[0]))]
        self.at += 1
        while self.at < len(self.lines) and not self._ends_paragraph(self.lines[self.at]):
            text = self.lines[self.at].text
            told = len(self.prose.found)
            self._told_in_paragraph(text, pieces[-1])
            plain.append(len(self.prose.found) == told)
            pieces.append(text)
            self.at += 1
        self._note_breaks(pieces, plain)
        return pieces

    def _note_breaks(self, pieces: Sequence[Excerpt], plain: Sequence[bool]) -> None:
        """Remember the breaks between plain lines: what is told of a line would be out of sight inside another."""
        if not _begins_otherwise(pieces[0].text, joined(pieces).text):
            self.prose.breaks += [
                (before.offsets[-1], after.offsets[0])
                for (before, after), both in zip(pairwise(pieces), pairwise(plain), strict=True)
                if all(both)
            ]

    def _ends_paragraph(self, line: SourceLine) -> bool:
        marker = _marker(line.text.text)
        return line.blank or _begins_block(line) or self._is_table() or (marker is not None and may_interrupt(marker))

    def _told_in_paragraph(self, text: Excerpt, before: Excerpt) -> None:
        self._warn(text)
        if _UNDERLINE.match(text.text):
            self.prose.found.append(problems.underlined(text.place()))
        elif (marker := _marker(text.text)) and marker.begins:
            self.prose.found.append(problems.clause_in_paragraph(text.place()))
        if before.text.endswith("\\"):
            end = len(before.text)
            self.prose.found.append(problems.line_break(before.place(end - 1, end)))

    def _heading(self, line: Excerpt, match: re.Match[str]) -> Heading:
        self.at += 1
        level = len(match[1])
        if level < 3:
            self.prose.found.append(problems.heading_level(line.place(0, level), level))
        closing = _CLOSING_MARKS.search(line.text, match.start(2))
        text, id = self._own_id(line.part(match.start(2), closing.start() if closing else None).stripped())
        return Heading(max(level, 3), self._runs(text), id)

    def _continuation(self, blocks: list[ProseBlock]) -> None:
        pieces = self._paragraph_lines()
        mark = _CONTINUES.match(pieces[0].text)
        assert mark is not None
        place = pieces[0].place(0, 3)
        pieces[0] = pieces[0].part(mark.end())
        runs = self._runs(joined(pieces).stripped())
        before = blocks[-1] if blocks else None
        if not isinstance(before, ItemList | Placement):
            self.prose.found.append(problems.continues_nothing(place))
            blocks.append(Paragraph((Line(runs),)))
        elif self.top:
            blocks.append(Continuation(runs, place))
        else:
            _go_on(blocks, runs)

    def _placement(self, blocks: list[ProseBlock]) -> None:
        line = self.lines[self.at].text
        self.at += 1
        if line.text == FENCE:
            if self.at - 1 not in self.closing:
                self.prose.found.append(problems.placement_stray(line.place()))
            return
        placement, found = read_placement(line)
        self.prose.found += found
        self._close_placement(line)
        if not self.top:
            self.prose.found.append(problems.placement_inside(line.place()))
        elif placement is not None:
            blocks.append(placement)

    def _close_placement(self, opened: Excerpt) -> None:
        """Go past the closing `:::`; what stands between is told and read as prose."""
        at = self.at
        while at < len(self.lines) and self.lines[at].blank:
            at += 1
        if at < len(self.lines) and self.lines[at].text.text == FENCE:
            self.at = at + 1
            return
        closing = next((n for n in range(at, len(self.lines)) if self.lines[n].text.text.startswith(FENCE)), None)
        if closing is not None and self.lines[closing].text.text == FENCE:
            self.prose.found.append(problems.placement_content(self.lines[at].text.place()))
            self.closing.add(closing)
        else:
            self.prose.found.append(problems.placement_open(opened.place()))

    def _takes_id(self, blocks: list[ProseBlock], text: Excerpt) -> bool:
        """Whether a line is an `{#id}` alone: after a table it is the table's."""
        match = _OWN_ID.match(text.text)
        if match is None:
            return False
        _, id = self._own_id(text)
        table = blocks[-1] if blocks else None
        if isinstance(table, Table) and table.id is None:
            blocks[-1] = Table(table.head, table.rows, id)
        else:
            self.prose.found.append(problems.id_alone(text.place()))
        return True

    # Lists

    def _list(self, line: SourceLine, marker: Marker) -> ItemList:
        """The items that follow each other in one style from here on."""
        items = [self._item(line, marker)]
        while (following := self._next_item(marker)) is not None:
            items.append(self._item(*following))
        return ItemList(tuple(items))

    def _next_item(self, marker: Marker) -> tuple[SourceLine, Marker] | None:
        at = self.at
        while at < len(self.lines) and self.lines[at].blank:
            at += 1
        if at == len(self.lines):
            return None
        following = _marker(self.lines[at].text.text)
        if following is None or following.style != marker.style:
            return None
        self.at = at
        return self.lines[at], following

    def _item(self, line: SourceLine, marker: Marker) -> Item:
        rest = line.text.part(marker.length)
        first = SourceLine(line.indent + marker.length, _trimmed(rest))
        self.at += 1
        inner = (first, *self._inner_lines(line.indent))
        reader = _BlockReader(self.prose, inner, top=False, depth=self.depth + 1)
        if reader.depth > MAX_DEPTH:
            self.prose.found.append(problems.too_deep(line.text.place(), MAX_DEPTH))
            return Item((), marker.label)
        return self._with_id(reader, marker.label)

    def _with_id(self, reader: "_BlockReader", label: str) -> Item:
        """The item; an id at the end of its first paragraph is its own."""
        blocks: tuple[Block, ...] = tuple(b for b in reader.read() if not isinstance(b, Placement | Continuation))
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph) and first.id is not None:
            return Item((Paragraph(first.parts), *blocks[1:]), label, first.id)
        return Item(blocks, label)

    def _inner_lines(self, indent: int) -> Iterator[SourceLine]:
        """The lines that belong to an item: deeper than its marker, or going on with its paragraph."""
        after_blank = False
        while self.at < len(self.lines):
            line = self.lines[self.at]
            ends = after_blank or _begins_block(line) or _marker(line.text.text) is not None
            if not line.blank and line.indent <= indent and ends:
                return
            after_blank = line.blank
            yield line
            self.at += 1

    # Tables

    def _is_table(self) -> bool:
        following = self.lines[self.at + 1 : self.at + 2]
        return bool(following) and is_table(self.lines[self.at].text.text, following[0].text.text)

    def _table(self) -> Table:
        head = split_row(self.lines[self.at].text)
        self.at += 2
        rows = []
        while self.at < len(self.lines) and "|" in self.lines[self.at].text.text:
            rows.append(self._row(self.lines[self.at].text, len(head)))
            self.at += 1
        return Table(tuple(self._runs(cell) for cell in head), tuple(rows))

    def _row(self, line: Excerpt, width: int) -> tuple[Runs, ...]:
        cells = split_row(line)
        if len(cells) != width:
            self.prose.found.append(problems.table_cells(line.place(), width, len(cells)))
        runs = [self._runs(cell) for cell in cells]
        return tuple([*runs, *[()] * (width - len(runs))][:width])


def _marker(text: str) -> Marker | None:
    """The marker of an item, unless it is a dividing line such as `- - -`."""
    return None if RULE_LINE.match(text) else read_marker(text)


def _begins_block(line: SourceLine) -> bool:
    """Whether a line begins a block of another kind, even in the middle of a paragraph."""
    text = line.text.text
    heading = _HEADING.match(text)
    return (
        text.startswith(FENCE)
        or _CONTINUES.match(text) is not None
        or CODE.match(text) is not None
        # A line that begins with one # is more often a number (# 5) than a heading.
        or (heading is not None and len(heading[1]) > 1)
    )


def _begins_otherwise(first: str, whole: str) -> bool:
    """Whether a paragraph's first line (`1.` alone) would begin another block if the rest stood beside it."""
    marker = _marker(whole)
    return _HEADING.match(whole) is not None or (marker is not None and marker != _marker(first))


def _go_on(blocks: list[ProseBlock], runs: Runs) -> None:
    """Join the list at the end, and the paragraph that ran into it, with the text that goes on."""
    listed = blocks.pop()
    assert isinstance(listed, ItemList)
    parts: tuple[Line | ItemList | Register, ...] = (listed, Line(runs))
    before = blocks[-1] if blocks else None
    if isinstance(before, Paragraph):
        blocks[-1] = Paragraph((*before.parts, *parts), before.id)
    else:
        blocks.append(Paragraph(parts))
