"""A document as plain text, for a terminal: what a reader reads, with bullets and indentation and no links."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

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
    Section,
    Table,
    plain,
)


def document_as_text(document: Document) -> str:
    """The document, a blank line between its paragraphs."""
    lines = [plain(document.title), ""]
    for section in document.sections:
        lines += _section(section)
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.title:
        yield from (plain(section.title), "")
    yield from _blocks(section.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (plain(block.runs), "")
        case Paragraph():
            for part in block.parts:
                yield from (plain(part.runs), "") if isinstance(part, Line) else _block(part)
        case ItemList():
            yield from _tight(line for item in block.items for line in _item(item))
        case Table():
            rows = (" | ".join(plain(cell) for cell in row) for row in (block.head, *block.rows))
            yield from (*rows, "")
        case Register():
            yield from _register(block)
        case _:
            assert_never(block)


def _item(item: Item) -> Iterator[str]:
    yield from _marked(item.label or "•", _blocks(item.blocks))


def _register(register: Register) -> Iterator[str]:
    match register.layout:
        case "list":
            yield from _tight(_bullets(register.entries))
        case "paragraphs":
            for entry in register.entries:
                yield from _entry_paragraphs(entry)
        case "details":
            for entry in register.entries:
                yield from _entry_details(entry)
        case _:
            assert_never(register.layout)


def _bullets(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from _marked("•", (*_blocks(entry.blocks), *_bullets(entry.entries)))


def _entry_paragraphs(entry: Entry) -> Iterator[str]:
    yield from _blocks(entry.blocks)
    for inner in entry.entries:
        yield from _entry_paragraphs(inner)


def _entry_details(entry: Entry) -> Iterator[str]:
    if entry.title:
        yield from (plain(entry.title), "")
    yield from _blocks(entry.blocks)
    if entry.fields:
        yield from (f"{plain(field.label)}: {plain(field.value)}" for field in entry.fields)
        yield ""
    for inner in entry.entries:
        yield from _entry_details(inner)


def _marked(marker: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines with the marker before the first, and the others under its text."""
    text = [line for line in lines if line]
    yield f"{marker} {text[0]}" if text else marker
    yield from (f"  {line}" for line in text[1:])


def _tight(lines: Iterable[str]) -> Iterator[str]:
    """A list: no blank line inside, one after."""
    yield from (line for line in lines if line)
    yield ""
