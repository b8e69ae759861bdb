"""Blocks as the sources can hold them, and as Markdown that the sources read back as the same words.

What the grammar of prose has no form for becomes the nearest that it has: an odd number a paragraph that begins with
it, a look that would not be read back plain text. No word is lost on the way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from policygen.diagnostics.text_file import Excerpt, TextFile
from policygen.exports.as_markdown import blocks_as_markdown, runs_as_markdown
from policygen.importing.original import BULLET, MAX_LIST_DEPTH
from policygen.model.document import (
    Block,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Runs,
    Table,
    plain,
)
from policygen.sources.clauses import Marker, read_marker
from policygen.sources.inline import read_inline

# Paragraphs may have 64 KB; Thai letters have three bytes, and marks may double a few.
_LONGEST_PARAGRAPH = 16_000


def as_prose(blocks: Iterable[Block]) -> str:
    """The blocks as the text of a section's file or of a wording."""
    return blocks_as_markdown(settled_blocks(blocks))


def as_text(runs: Runs) -> str:
    """The runs as a title or as a text of a register."""
    return runs_as_markdown(settled(runs))


# Blocks


def settled_blocks(blocks: Iterable[Block], depth: int = 0) -> tuple[Block, ...]:
    """The blocks in forms that prose has, their runs with looks that are read back."""
    result: list[Block] = []
    for block in blocks:
        for settled_block in _settled_block(block, depth):
            last = result[-1] if result else None
            if isinstance(last, ItemList) and isinstance(settled_block, ItemList) and _go_together(last, settled_block):
                result[-1] = ItemList((*last.items, *settled_block.items))
            else:
                result.append(settled_block)
    return tuple(result)


def _settled_block(block: Block, depth: int) -> Iterator[Block]:
    match block:
        case Heading():
            runs = settled(block.runs)
            if runs:
                yield Heading(max(block.level, 3), runs)
        case Paragraph():
            for part in block.parts:
                yield from _paragraphs(part.runs) if isinstance(part, Line) else _settled_block(part, depth)
        case ItemList():
            yield from _lists(block, depth)
        case Table():
            yield Table(_cells(block.head), tuple(_cells(row) for row in block.rows))
        case Register():
            raise AssertionError("an original has no registers")
        case _:
            assert_never(block)


def _cells(row: tuple[Runs, ...]) -> tuple[Runs, ...]:
    return tuple(settled(cell) for cell in row)


def _paragraphs(runs: Runs) -> Iterator[Block]:
    """A paragraph; several where one would be too long; a bullet's item where it begins with the sign of one."""
    text = plain(runs)
    if len(text) > _LONGEST_PARAGRAPH:
        cut = max(text.rfind(" ", 0, _LONGEST_PARAGRAPH), 0) or _LONGEST_PARAGRAPH
        yield from _paragraphs((Run(text[:cut]),))
        yield from _paragraphs((Run(text[cut:]),))
        return
    if text.lstrip().startswith(BULLET):
        rest = settled_blocks((Paragraph((Line(_without(BULLET, runs)),)),))
        yield from (ItemList((Item(rest),)),) if rest else ()
    elif settled_runs := settled(runs):
        yield Paragraph((Line(settled_runs),))


def _without(sign: str, runs: Runs) -> Runs:
    """The runs without the sign that they begin with."""
    first, *rest = runs
    if not first.text.lstrip():
        return _without(sign, tuple(rest))
    return (replace(first, text=first.text.lstrip().removeprefix(sign)), *rest)


# Lists


def _lists(listed: ItemList, depth: int) -> Iterator[Block]:
    """The items in lists of one style each; what cannot begin a list as a paragraph, with what stands under it."""
    begun: list[Item] = []
    for item in listed.items:
        blocks = settled_blocks(item.blocks, depth + 1)
        marker = _marker(item.label)
        joins = marker is not None and bool(begun) and _marker_of(begun[0]).style == marker.style
        if not blocks and marker is not None and not marker.label:
            continue
        if marker is not None and blocks and depth < MAX_LIST_DEPTH and (joins or marker.begins):
            if begun and not joins:
                yield ItemList(tuple(begun))
                begun = []
            begun.append(Item(blocks, marker.label))
            continue
        if begun:
            yield ItemList(tuple(begun))
            begun = []
        yield from _as_paragraphs(item.label, blocks)
    if begun:
        yield ItemList(tuple(begun))


def _as_paragraphs(label: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, the label before the first of them."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and isinstance(first.parts[0], Line):
        runs = (Run(f"{label} ".lstrip()), *first.parts[0].runs)
        yield from (Paragraph((Line(settled(runs)),)), *blocks[1:])
        return
    if label:
        yield Paragraph((Line((Run(label),)),))
    yield from blocks


def _marker(label: str) -> Marker | None:
    """The marker that prose reads for a label (empty: a bullet), or None."""
    if not label:
        return Marker("", "bullet", 0)
    marker = read_marker(f"{label} x")
    return marker if marker is not None and marker.label == label else None


def _marker_of(item: Item) -> Marker:
    marker = _marker(item.label)
    assert marker is not None
    return marker


def _go_together(before: ItemList, after: ItemList) -> bool:
    """Whether prose reads two lists in a row as one."""
    return _marker_of(before.items[0]).style == _marker_of(after.items[0]).style


# Runs


def settled(runs: Runs) -> Runs:
    """The runs with as much of their look as is read back: all of it, the links, or none."""
    trimmed = _joined(_spaces_outside(_stripped(runs)))
    for given in (trimmed, tuple(replace(run, strong=False, emphasis=False) for run in trimmed)):
        candidate = _joined(given)
        if _reads_back(candidate):
            return candidate
    text = plain(trimmed)
    return (Run(text),) if text else ()


def _reads_back(runs: Runs) -> bool:
    markdown = runs_as_markdown(runs)
    file = TextFile("", markdown)
    inline = read_inline(Excerpt(file, markdown, range(len(markdown) + 1)), None)
    return _bare(inline.runs) == _bare(runs) and not any(d.severity == "error" for d in inline.diagnostics)


def _bare(runs: Runs) -> Runs:
    """The runs without the links that every reader makes of an address."""
    return _joined(replace(run, href=None) if run.href in (run.text, f"mailto:{run.text}") else run for run in runs)


def _stripped(runs: Runs) -> Runs:
    """The runs without white space at both ends, and line ends as spaces."""
    kept = [replace(run, text=run.text.replace("\n", " "), ref=None) for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _spaces_outside(runs: Runs) -> Iterator[Run]:
    """The runs, white space at the ends of a marked one beside it: `**bold **` would not be read."""
    for run in runs:
        if not (run.strong or run.emphasis or run.href):
            yield run
            continue
        text = run.text.strip()
        before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
        if not text:
            yield Run(run.text)
            continue
        yield from (part for part in (Run(before), replace(run, text=text), Run(after)) if part.text)


def _joined(runs: Iterable[Run]) -> Runs:
    """The runs with neighbours of one look made into one."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if last and _look(last) == _look(run):
            result[-1] = replace(last, text=last.text + run.text)
        elif run.text:
            result.append(run)
    return tuple(result)


def _look(run: Run) -> tuple[bool, bool, str | None]:
    return run.strong, run.emphasis, run.href
