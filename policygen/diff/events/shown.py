"""What documents show: the words of their prose, and the entries of registers inside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygen.model.document import (
    Block,
    Entry,
    Heading,
    ItemList,
    Layout,
    Line,
    Paragraph,
    Register,
    Run,
    Runs,
    Table,
    registers_in,
    with_inner,
)
from policygen.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry where a document shows it."""

    entry: Entry
    layout: Layout

    @property
    def runs(self) -> Runs:
        """Its title and its words, without its fact lines and the entries inside it."""
        return joined((self.entry.title, *prose(self.entry.blocks)))


def prose(blocks: Iterable[Block | Line]) -> Iterator[Runs]:
    """Each heading, line, label, item and cell, in reading order; entries of registers are left out."""
    for block in blocks:
        match block:
            case Heading() | Line():
                yield block.runs
            case Paragraph():
                yield from prose(part for part in block.parts)
            case ItemList():
                for item in block.items:
                    yield from ((Run(item.label),),) if item.label else ()
                    yield from prose(item.blocks)
            case Table():
                yield from (cell for row in (block.head, *block.rows) for cell in row)
            case Register():
                pass


def joined(pieces: Iterable[Runs]) -> Runs:
    """The pieces as one text, a line each."""
    return tuple(run for piece in pieces for run in (*piece, Run("\n")))


def shown_in(blocks: Iterable[Block]) -> Iterator[Shown]:
    """The entries inside blocks, those inside other entries too."""
    for register in registers_in(blocks):
        yield from (Shown(entry, register.layout) for entry in with_inner(register.entries))


def shown_entries(edition: Edition) -> dict[tuple[str, str], Shown]:
    """By locale and anchor: each entry where the document shows it first."""
    found: dict[tuple[str, str], Shown] = {}
    for document in edition.documents:
        for section in document.sections:
            for shown in shown_in(section.blocks):
                found.setdefault((document.locale, shown.entry.anchor), shown)
    return found
