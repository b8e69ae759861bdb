"""Blocks as a few lines of text, so that a test shows what a reader of Markdown would see."""

from collections.abc import Iterable, Iterator

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.model.document import Heading, ItemList, Line, Paragraph, Register, Runs, Table
from policygen.model.policy import Continuation, Placement, ProseBlock
from policygen.sources.blocks import Prose, read_prose
from policygen.sources.inline import Inline, read_inline


def prose(text: str, *, placements: bool = True) -> Prose:
    """The blocks of a text in Thai."""
    return read_prose(whole_text(TextFile("t.md", text)), "th", placements=placements)


def inline(text: str) -> Inline:
    """The runs of a text in Thai."""
    return read_inline(whole_text(TextFile("t.md", text)), "th")


def outline(blocks: Iterable[ProseBlock]) -> str:
    """One line for each block, item, row and line, the inner ones indented."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: ProseBlock) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {marked(block.runs)}{_id(block.id)}"
        case Paragraph() if len(block.parts) == 1 and isinstance(block.parts[0], Line):
            yield f"{marked(block.parts[0].runs)}{_id(block.id)}"
        case Paragraph():
            yield f"sentence{_id(block.id)}"
            for part in block.parts:
                yield from _indented([marked(part.runs)] if isinstance(part, Line) else _lines(part))
        case ItemList():
            for item in block.items:
                first, *rest = outline(item.blocks).split("\n")
                yield f"{item.label or '-'} {first}{_id(item.id)}"
                yield from _indented(rest)
        case Table():
            yield f"table{_id(block.id)}"
            yield from _indented(" | ".join(marked(cell) for cell in row) for row in (block.head, *block.rows))
        case Placement():
            yield f"::: {block.register} {' '.join(block.only) if block.only else '*'} {block.layout}"
        case Continuation():
            yield f"+ {marked(block.runs)}"
        case Register():
            raise AssertionError("no text makes a register")


def marked(runs: Runs) -> str:
    """The runs with their look as marks: `**strong**`, `*emphasis*`, `[words](target)`."""
    return "".join(_run(run.text, run.strong, run.emphasis, run.href or run.ref) for run in runs)


def _run(text: str, strong: bool, emphasis: bool, target: str | None) -> str:
    text = f"**{text}**" if strong else text
    text = f"*{text}*" if emphasis else text
    return f"[{text}]({target})" if target else text


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _id(id: str | None) -> str:
    return f" #{id}" if id else ""
