"""A document as Markdown, in the form that prose has in the sources (docs/reference/sources.md).

What the text says comes back when it is read as prose; registers have become words.
"""

import re
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
    Run,
    Runs,
    Section,
    Table,
)

# Signs that mean something wherever they stand, and what means something at the start of a line only.
_SIGNS = re.compile(r"[\\*\[\]<]")
_LINE_START = re.compile(
    r"[-#|>]|:::|\{\+\}|```|~~~|\(?[0-9๐-๙a-zก-ฮ]{1,5}[.)](?:\s|$)|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})+\.?(?:\s|$)"
)
_FIRST_SIGN = re.compile(r"(?=[!-/:-@\[-`{-~])")
_OWN_ID = re.compile(r"\{(?=#[^{}]*\}$)")


def document_as_markdown(document: Document) -> str:
    """The document, its title as `#` and its sections' as `##`."""
    lines = [f"# {_runs(document.title)}", ""]
    for section in document.sections:
        lines += _section(section)
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.title:
        yield from (f"## {_runs(section.title)} {{#{section.id}}}", "")
    yield from _blocks(section.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (f"{'#' * block.level} {_runs(block.runs)}{_id(block.id)}", "")
        case Paragraph():
            yield from _paragraph(block)
        case ItemList():
            yield from (*(line for item in block.items for line in _item(item)), "")
        case Table():
            rule = tuple((Run("---"),) for _ in block.head)
            yield from (*(_row(row) for row in (block.head, rule, *block.rows)), "")
        case Register():
            yield from _register(block)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    """Its lines after a list begin with `{+}`; its id stands at its first line."""
    own_id = _id(paragraph.id)
    for index, part in enumerate(paragraph.parts):
        if isinstance(part, Line):
            yield from (f"{'{+} ' if index else ''}{_first(part.runs, starts=not index)}{own_id}", "")
            own_id = ""
        else:
            yield from _block(part)


def _item(item: Item) -> Iterator[str]:
    lines = list(_blocks(item.blocks))
    if item.id is not None:
        lines[:1] = [f"{lines[0] if lines else ''}{_id(item.id)}"]
    yield from _marked(item.label or "-", lines)


def _register(register: Register) -> Iterator[str]:
    match register.layout:
        case "list":
            yield from (*_bullets(register.entries), "")
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
        yield from _marked("-", (*_blocks(entry.blocks), *_bullets(entry.entries)))


def _entry_paragraphs(entry: Entry) -> Iterator[str]:
    yield from _blocks(entry.blocks)
    for inner in entry.entries:
        yield from _entry_paragraphs(inner)


def _entry_details(entry: Entry) -> Iterator[str]:
    if entry.title:
        yield from (f"### {_runs(entry.title)}", "")
    yield from _blocks(entry.blocks)
    if entry.fields:
        yield from (f"- {_runs(field.label)}: {_runs(field.value)}" for field in entry.fields)
        yield ""
    for inner in entry.entries:
        yield from _entry_details(inner)


def _marked(marker: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines with the marker before the first, and the others standing deeper, with no blank line at the end."""
    first, *rest = [*lines] or [""]
    while rest and not rest[-1]:
        rest.pop()
    yield f"{marker} {first}".rstrip()
    yield from (f"{' ' * (len(marker) + 1)}{line}" if line else "" for line in rest)


def _row(cells: Iterable[Runs]) -> str:
    return f"| {' | '.join(_runs(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def _first(runs: Runs, *, starts: bool) -> str:
    """A paragraph's text, which must not begin like anything else."""
    text = _runs(runs)
    return _FIRST_SIGN.sub(r"\\", text, count=1) if starts and _LINE_START.match(text) else text


def _runs(runs: Runs) -> str:
    return _OWN_ID.sub(r"\\{", "".join(_run(run) for run in runs))


def _run(run: Run) -> str:
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", run.text)
    if run.emphasis:
        text = f"*{text}*"
    if run.strong:
        text = f"**{text}**"
    target = run.href or run.ref
    if target is None or target in (run.text, f"mailto:{run.text}"):
        return text
    return f"[{text}]({target})"


def _id(identifier: str | None) -> str:
    return "" if identifier is None else f" {{#{identifier}}}"
