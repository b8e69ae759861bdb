"""Looking at blocks as texts, and at texts for what announces a list or denies one."""

import re
from collections.abc import Iterator
from itertools import chain

from policygen.importing.original import Piece
from policygen.model.document import Block, Heading, Item, ItemList, Line, Paragraph, Runs, Table, plain

# The announcement stands at the end of a paragraph; what stands earlier in it is about something else.
ANNOUNCED_WITHIN = 120
_DENIED_WITHIN = 60
_ANNOUNCES = re.compile(r"ดังต่อไปนี้|ดังนี้|ต่อไปนี้|ได้แก่|\bfollowing\b|\bincluding\b|\binclude\b|[:：]\s*$", re.IGNORECASE)
_DENIES = re.compile(
    r"ไม่|มิได้|มิให้|ยกเว้น|เว้นแต่|ห้าม|\bnot?\b|n[’']t\b|\bnever\b|\bwithout\b|\bexcept\b|\bzero\b|\bneither\b|❌|✗",
    re.IGNORECASE,
)


def text_of(block: Block) -> str:
    """The words of a paragraph of one line; empty for everything else."""
    return Piece(block).text if isinstance(block, Paragraph) else ""


def runs_of(block: Block) -> Runs:
    """The runs of a paragraph of one line; none for everything else."""
    match block:
        case Paragraph((Line(runs),)):
            return runs
    return ()


def texts_of(block: Block) -> Iterator[str]:
    """Every text in a block, one for each paragraph, heading and cell."""
    match block:
        case Heading():
            yield plain(block.runs)
        case Paragraph():
            yield text_of(block)
        case ItemList():
            for item in block.items:
                for inner in item.blocks:
                    yield from texts_of(inner)
        case Table():
            yield from (plain(cell) for cell in chain(block.head, *block.rows))


def item_text(item: Item) -> str:
    """The words of an item that is one paragraph, or one with a list under it; empty for any other."""
    first = item.blocks[0] if item.blocks else None
    rest = item.blocks[1:]
    if first is None or len(rest) > 1 or any(not isinstance(block, ItemList) for block in rest):
        return ""
    return text_of(first)


def announces(text: str) -> bool:
    """Whether a list is to follow."""
    return _ANNOUNCES.search(text[-ANNOUNCED_WITHIN:]) is not None


def denies(text: str) -> bool:
    """Whether a short text, or the end of a long one, says not."""
    return _DENIES.search(text[-_DENIED_WITHIN:]) is not None


def denies_anywhere(text: str) -> bool:
    """Whether any part of a text says not."""
    return _DENIES.search(text) is not None
