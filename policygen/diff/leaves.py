"""A document as leaves: the smallest parts that a redline pairs, in reading order, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from policygen.model.document import (
    Block,
    Document,
    Entry,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Runs,
    Section,
    Table,
    plain,
)

LeafKind = Literal["title", "section", "heading", "paragraph", "item", "cell", "entry", "field"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One title, heading, line, item, cell or field; of kind `entry` are the title and the lines of an entry.

    `address` is `section/id/…`, numbers standing for what has no id. `name` is by what it is paired, where it has an
    id: `section:use`, `#my-id`, `purpose-billing`, or a field of an entry. `label` is the number before an item as
    typed, or the words before a field. `depth` counts the lists around it. `block` is the block of the section that it
    stands in; None for titles.
    """

    kind: LeafKind
    address: str
    runs: Runs
    section: str = ""
    name: str | None = None
    label: str = ""
    depth: int = 0
    entry: str | None = None
    block: Block | None = None

    @property
    def text(self) -> str:
        """Its text, the label first."""
        return f"{self.label} {plain(self.runs)}" if self.label else plain(self.runs)


def leaves_of(document: Document) -> tuple[Leaf, ...]:
    """The document's leaves that have a text."""
    return tuple(leaf for leaf in _leaves(document) if leaf.text.strip())


def _leaves(document: Document) -> Iterator[Leaf]:
    yield Leaf("title", "title", document.title, name="title")
    for section in document.sections:
        yield Leaf("section", section.id, section.title, section.id, name=f"section:{section.id}")
        yield from _section_leaves(section)


def _section_leaves(section: Section) -> Iterator[Leaf]:
    for number, block in enumerate(section.blocks, 1):
        place = Leaf("paragraph", section.id, (), section.id, block=block)
        yield from _block_leaves(block, number, place)


def _block_leaves(block: Block, number: int, place: Leaf) -> Iterator[Leaf]:
    """The leaves of the block with this number at a place."""
    match block:
        case Heading():
            yield replace(_at(place, block.id, number), kind="heading", runs=block.runs)
        case Paragraph():
            yield from _paragraph_leaves(block, _at(place, block.id, number))
        case ItemList():
            here = _at(place, None, number)
            for at, item in enumerate(block.items, 1):
                yield from _item_leaves(item, at, replace(here, depth=here.depth + 1))
        case Table():
            here = replace(_at(place, block.id, number), kind="cell", name=None)
            for row, cells in enumerate((block.head, *block.rows), 1):
                for column, cell in enumerate(cells, 1):
                    yield replace(here, address=f"{here.address}/{row}/{column}", runs=cell)
        case Register():
            yield from _entry_leaves(block.entries, place)
        case _:
            assert_never(block)


def _at(place: Leaf, own: str | None, number: int) -> Leaf:
    """The place of a part with an id of its own, or else a number."""
    return replace(place, address=f"{place.address}/{own or number}", name=f"#{own}" if own else None)


def _paragraph_leaves(paragraph: Paragraph, here: Leaf) -> Iterator[Leaf]:
    name = here.name
    for number, part in enumerate(paragraph.parts, 1):
        if isinstance(part, Line):
            address = here.address if number == 1 else f"{here.address}/{number}"
            yield replace(here, address=address, name=name, runs=part.runs)
            name = None  # the id is the first line's
        else:
            yield from _block_leaves(part, number, replace(here, name=None))


def _item_leaves(item: Item, number: int, place: Leaf) -> Iterator[Leaf]:
    """The item's first line is its own leaf, with its label; other blocks stand under it."""
    here = replace(_at(place, item.id, number), kind="item", label=item.label)
    first = item.blocks[0] if item.blocks else None
    lead = first.parts[0] if isinstance(first, Paragraph) and first.parts else None
    runs = lead.runs if isinstance(lead, Line) else ()
    yield replace(here, runs=runs)
    under = replace(here, kind="paragraph", label="", name=None)
    for at, block in enumerate(item.blocks, 1):
        if at == 1 and isinstance(block, Paragraph) and isinstance(lead, Line):
            yield from _paragraph_leaves(Paragraph(block.parts[1:]), replace(under, address=f"{here.address}/1"))
        else:
            yield from _block_leaves(block, at, under)


def _entry_leaves(entries: tuple[Entry, ...], place: Leaf) -> Iterator[Leaf]:
    for entry in entries:
        address = f"{place.address}/{entry.anchor}"
        here = replace(place, kind="entry", address=address, name=None, entry=entry.anchor)
        yield replace(here, runs=entry.title, name=f"{entry.anchor}:title")
        for number, block in enumerate(entry.blocks, 1):
            yield from _block_leaves(block, number, here)
        for field in entry.fields:
            label = plain(field.label)
            yield replace(here, kind="field", label=label, runs=field.value, name=f"{entry.anchor}:{label}")
        yield from _entry_leaves(entry.entries, replace(here, depth=here.depth + 1))
