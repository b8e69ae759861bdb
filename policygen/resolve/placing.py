"""Prose blocks become blocks of a document: registers in their places, continued sentences joined."""

from collections.abc import Iterable

from policygen.model.document import Block, ItemList, Line, Paragraph, Register
from policygen.model.policy import Continuation, Placement, ProseBlock
from policygen.resolve.entries import Words


def placed_blocks(prose: Iterable[ProseBlock], words: Words) -> tuple[Block, ...]:
    """The blocks of one section in one locale.

    A continuation joins the paragraph and the list (or register) before it into one paragraph of several parts;
    where no list stands before it, it is a paragraph of its own.
    """
    blocks: list[Block] = []
    for block in prose:
        match block:
            case Placement():
                blocks.append(words.register(block.register, block.only, block.layout))
            case Continuation():
                _continue(blocks, Line(block.runs))
            case _:
                blocks.append(block)
    return tuple(blocks)


def _continue(blocks: list[Block], line: Line) -> None:
    parts: tuple[Line | ItemList | Register, ...] = (line,)
    if blocks and isinstance(blocks[-1], ItemList | Register):
        listed = blocks.pop()
        assert isinstance(listed, ItemList | Register)
        parts = (listed, *parts)
    if blocks and isinstance(blocks[-1], Paragraph):
        before = blocks.pop()
        assert isinstance(before, Paragraph)
        blocks.append(Paragraph((*before.parts, *parts), before.id))
    else:
        blocks.append(Paragraph(parts))
