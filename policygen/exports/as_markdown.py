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

# Signs that mean something wherever they stand, the braces of a mark among them.
_SIGNS = re.compile(r"[\\*\[\]<]|\{(?=#|\+\})")
# What the sources would tell as HTML, although it reads as typed: it is broken up.
_TAG = re.compile(r"(</?[A-Za-z][A-Za-z0-9-]*)>")
_DECLARED = re.compile(r"<(?=[!?])")
_ENTITY = re.compile(r"(&#?[A-Za-z0-9]{1,32});")
# What means something at the start of a line only.
_LINE_START = re.compile(
    r"[-#|>_]|:::|```|~~~|\(?[0-9๐-๙a-zก-ฮ]{1,5}[.)](?:\s|$)|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})+\.?(?:\s|$)"
    r"|\(?[0-9๐-๙]{1,3}[.)][ก-ฮเ-ไA-Z]"
)
_BRACKET = re.compile(r"[()]")
_CLOSING_MARKS = re.compile(r"(?<=\s)#(?=#*$)")
_FIRST_SIGN = re.compile(r"(?=[!-/:-@\[-`{-~])")


def document_as_markdown(document: Document) -> str:
    """The document, its title as `#` and its sections' as `##`."""
    lines = [f"# {_runs(document.title)}", ""]
    for section in document.sections:
        lines += _section(section)
    return "\n".join(lines).rstrip("\n") + "\n"


def blocks_as_markdown(blocks: Iterable[Block]) -> str:
    """Blocks as prose of the sources, an empty line between each two; each list and each text that begins with a
    bullet (`•`) is read as a list."""
    return "\n".join(_blocks(blocks)).rstrip("\n") + "\n"


def runs_as_markdown(runs: Runs) -> str:
    """Runs as one line of inline Markdown, for titles and texts of registers."""
    return _runs(runs)


def _section(section: Section) -> Iterator[str]:
    if section.title:
        yield from (f"## {_title(section.title)} {{#{section.id}}}", "")
    yield from _blocks(section.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (f"{'#' * block.level} {_title(block.runs)}{_id(block.id)}", "")
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


def _title(runs: Runs) -> str:
    return _CLOSING_MARKS.sub(r"\\#", _runs(runs))


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _literal(run.text)
    if run.emphasis:
        text = f"*{text}*"
    if run.strong:
        text = f"**{text}**"
    target = run.href or run.ref
    if target is None or target in (run.text, f"mailto:{run.text}"):
        return text
    return f"[{text}]({_BRACKET.sub(_escaped, target)})"


def _literal(text: str) -> str:
    """The text so that it is read as typed."""
    escaped = _SIGNS.sub(_escaped, text)
    return _ENTITY.sub(r"\1\\;", _DECLARED.sub(r"<\\", _TAG.sub(r"\1\\>", escaped)))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _id(identifier: str | None) -> str:
    return "" if identifier is None else f" {{#{identifier}}}"
