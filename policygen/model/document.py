"""A document: an edition in one language, resolved, as a reader reads it.

Sections hold blocks, blocks hold items and runs. The set of blocks is closed: code that looks at them ends its
`match` in `assert_never`, so that the type checker lists every place that a new one touches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. At most one of `href` (an outside URL) and `ref` is given.

    `ref` names a part of the same document: `term:company`, `section:contact`, `purpose:billing` …
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    ref: str | None = None


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The text of the runs, joined."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; `level` is 3 to 6 (the document's title is 1, a section's 2)."""

    level: int
    runs: Runs
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One stretch of a paragraph, between its lists."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list. `label` is the number as its author typed it (`1.`, `๑.`, `(ก)`), or empty."""

    blocks: tuple["Block", ...]
    label: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list whose items carry typed numbers, or none (then it is shown with bullets)."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row of column heads, then rows of as many cells."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    id: str | None = None


RegisterName = Literal["definitions", "data", "purposes", "tools", "recipients", "rights", "contacts"]
ANCHOR_PREFIX: dict[RegisterName, str] = {
    "definitions": "term",
    "data": "data",
    "purposes": "purpose",
    "tools": "tool",
    "recipients": "recipient",
    "rights": "right",
    "contacts": "contact",
}
"""The word before the id in an entry's address (`purpose-billing`) and reference (`purpose:billing`), by register."""
Layout = Literal["list", "paragraphs", "details"]


@dataclass(frozen=True, slots=True)
class Field:
    """One fact of an entry as words: a label and its value."""

    label: Runs
    value: Runs


@dataclass(frozen=True, slots=True)
class Entry:
    """A register's entry as a reader reads it.

    `anchor` is its address in both languages (`purpose-billing`). `title` is empty except in the layout `details`.
    `entries` are the items of a data group.
    """

    anchor: str
    blocks: tuple["Block", ...] = ()
    title: Runs = ()
    fields: tuple[Field, ...] = ()
    entries: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A register placed in the text, or some entries of it."""

    register: RegisterName
    layout: Layout
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Its parts are lines with lists between them when a sentence runs into a list and goes on."""

    parts: tuple["Line | ItemList | Register", ...]
    id: str | None = None


Block = Heading | Paragraph | ItemList | Table | Register


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `title` is empty for text that stands before the first heading."""

    id: str
    title: Runs
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An edition in one language. `translated` is the day on which a translation was made."""

    locale: str
    title: Runs
    sections: tuple[Section, ...]
    translated: date | None = None


def lines_of(document: Document) -> Iterator[str]:
    """The document's text in reading order, one string for each title, heading, line, cell, label and item."""
    yield plain(document.title)
    for section in document.sections:
        if section.title:
            yield plain(section.title)
        yield from block_lines(section.blocks)


def block_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The text of blocks in reading order, one string for each heading, line, cell, field and item."""
    for block in blocks:
        match block:
            case Heading():
                yield plain(block.runs)
            case Paragraph():
                for part in block.parts:
                    yield from [plain(part.runs)] if isinstance(part, Line) else block_lines((part,))
            case ItemList():
                for item in block.items:
                    inner = block_lines(item.blocks)
                    yield f"{item.label} {next(inner, '')}".strip()
                    yield from inner
            case Table():
                for row in (block.head, *block.rows):
                    yield from (plain(cell) for cell in row)
            case Register():
                yield from _entry_lines(block.entries)
            case _:
                assert_never(block)


def _entry_lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        if entry.title:
            yield plain(entry.title)
        yield from block_lines(entry.blocks)
        for field in entry.fields:
            yield f"{plain(field.label)} {plain(field.value)}"
        yield from _entry_lines(entry.entries)


def registers_in(blocks: Iterable[Block]) -> Iterator[Register]:
    """The registers that stand among blocks, in paragraphs and in lists, in reading order."""
    for block in blocks:
        match block:
            case Register():
                yield block
            case Paragraph():
                yield from registers_in(part for part in block.parts if not isinstance(part, Line))
            case ItemList():
                for item in block.items:
                    yield from registers_in(item.blocks)
            case Heading() | Table():
                pass
            case _:
                assert_never(block)


def with_inner(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each followed by those inside it."""
    for entry in entries:
        yield entry
        yield from with_inner(entry.entries)


def entries_in(blocks: Iterable[Block]) -> Iterator[Entry]:
    """The entries that blocks show, those inside other entries too, in reading order."""
    return (entry for register in registers_in(blocks) for entry in with_inner(register.entries))
