"""How the blocks of a document follow each other, with the passage that each line of prose comes from.

Knows documents; nothing of rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policygen.checks.subject import Subject
from policygen.model.document import (
    Block,
    Document,
    Heading,
    ItemList,
    Paragraph,
    Register,
    Runs,
    Section,
    Table,
    block_lines,
    plain,
)
from policygen.model.policy import QUOTED_FACT, Passage


@dataclass(frozen=True, slots=True)
class Step:
    """One step in reading a section: a heading, a line of prose, a list, a table or a register.

    `depth` counts the lists around it. `empty` is a list, table or register that shows nothing; `count` the items of a
    list, `labelled` whether they have typed numbers.
    """

    kind: str
    text: str
    depth: int = 0
    level: int = 0
    empty: bool = False
    labelled: bool = False
    count: int = 0


def steps_of(section: Section) -> tuple[Step, ...]:
    """The steps of a section in reading order; a list comes before the lines of its items."""
    return tuple(_steps(section.blocks, 0))


def _steps(blocks: tuple[Block, ...], depth: int) -> Iterator[Step]:
    for block in blocks:
        if isinstance(block, Heading):
            yield Step("heading", plain(block.runs), depth, block.level)
        elif isinstance(block, Paragraph):
            for part in block.parts:
                yield from _listed(part, depth) if isinstance(part, ItemList | Register) else _line(part.runs, depth)
        elif isinstance(block, Table):
            yield Step("table", "", depth, empty=not block.rows)
        else:
            yield from _listed(block, depth)


def _line(runs: Runs, depth: int) -> Iterator[Step]:
    yield Step("line", plain(runs), depth)


def _listed(block: ItemList | Register, depth: int) -> Iterator[Step]:
    if isinstance(block, Register):
        yield Step("register", "", depth, empty=not block.entries)
        return
    labelled = any(item.label for item in block.items)
    yield Step("list", "", depth, empty=not block.items, labelled=labelled, count=len(block.items))
    for item in block.items:
        yield from _steps(item.blocks, depth + 1)


def sections_with_titles(document: Document) -> Iterator[tuple[Section, str]]:
    """Each section, with its title as plain text."""
    return ((section, plain(section.title)) for section in document.sections)


def text_of(section: Section) -> str:
    """All that a section shows under its title, as one text."""
    return "\n".join(block_lines(section.blocks))


def passage_of(subject: Subject, section: str, locale: str, text: str) -> Passage | None:
    """The passage of a section that reads so; facts that it quotes may be any words."""
    for passage in subject.passages_at(section, locale):
        if passage.text == text or (QUOTED_FACT in passage.text and _fits(passage.text, text)):
            return passage
    return None


def _fits(quoting: str, text: str) -> bool:
    at = 0
    for part in quoting.split(QUOTED_FACT):
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
