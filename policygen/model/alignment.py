"""Two documents of one edition side by side, clause by clause.

Sections pair by id. Within a section blocks pair by id, else by order among the same kind; what has no partner stands
alone. (Old against new is another matter: there, blocks pair by content.)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygen.model.document import Block, Document, Heading, Item, ItemList, Line, Paragraph, Register, Section, Table

BlockPair = tuple[Block | None, Block | None]


@dataclass(frozen=True, slots=True)
class AlignedSection:
    """One section in two languages: `pairs` has its blocks in reading order, None where one side has no partner."""

    id: str
    first: Section | None
    second: Section | None
    pairs: tuple[BlockPair, ...]


def align(first: Document, second: Document) -> tuple[AlignedSection, ...]:
    """The sections of two documents in the order of `first`, then those that only `second` has."""
    others = {section.id: section for section in second.sections}
    own = {section.id for section in first.sections}
    return (
        *(_aligned(section, others.get(section.id)) for section in first.sections),
        *(_aligned(None, section) for section in second.sections if section.id not in own),
    )


def same_shape(first: Block | None, second: Block | None) -> bool:
    """Whether two blocks of an aligned pair have lists, items, cells and entries in the same places."""
    return first is not None and second is not None and _shape(first) == _shape(second)


def _aligned(first: Section | None, second: Section | None) -> AlignedSection:
    section = first or second
    assert section is not None
    pairs = align_blocks(first.blocks if first else (), second.blocks if second else ())
    return AlignedSection(section.id, first, second, pairs)


def align_blocks(first: Sequence[Block], second: Sequence[Block]) -> tuple[BlockPair, ...]:
    """Pairs of blocks in reading order; pairs that would cross another are taken apart."""
    partners = {key: index for index, key in enumerate(_keys(second))}
    pairs: list[BlockPair] = []
    done = 0
    for block, key in zip(first, _keys(first), strict=True):
        partner = partners.get(key, -1)
        if partner < done:
            pairs.append((block, None))
        else:
            pairs += [(None, alone) for alone in second[done:partner]]
            pairs.append((block, second[partner]))
            done = partner + 1
    return (*pairs, *((None, alone) for alone in second[done:]))


def _keys(blocks: Sequence[Block]) -> Iterator[tuple[str, str | int]]:
    """What each block is paired by: its id, or its kind and how many of that kind stand before it."""
    counts: dict[str, int] = {}
    for block in blocks:
        kind = f"{type(block).__name__} {block.register}" if isinstance(block, Register) else type(block).__name__
        id = block.id if isinstance(block, Heading | Paragraph | Table) else None
        if id is not None:
            yield "id", id
        else:
            counts[kind] = counts.get(kind, -1) + 1
            yield kind, counts[kind]


def _shape(block: Block | Line | Item) -> object:
    match block:
        case Heading():
            return "heading", block.level
        case Line():
            return "line"
        case Paragraph():
            return tuple(_shape(part) for part in block.parts)
        case ItemList():
            return tuple(_shape(item) for item in block.items)
        case Item():
            return "item", tuple(_shape(inner) for inner in block.blocks)
        case Table():
            return "table", len(block.head), len(block.rows)
        case Register():
            return block.register, tuple(entry.anchor for entry in block.entries)
