"""Prose in canonical form: each paragraph on one line, no spaces at the ends of lines, one empty line at most.

Knows what the reader of prose says of a text; nothing of what it means.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.model.policy import Continuation, Placement, ProseBlock
from policygen.sources.blocks import TAB, Prose, read_prose
from policygen.sources.clauses import read_marker
from policygen.sources.placements import FENCE

_EMPTY_LINES = re.compile(r"\n{3,}")


def canonical_prose(text: str, locale: str | None) -> str:
    """The text with a line for each paragraph; as it is where it would then be read or told otherwise."""
    tidy = _tidy(text)
    if not _goes_on(tidy):
        return tidy
    prose = _read(tidy, locale)
    joined = _joined(tidy, sorted(prose.breaks))
    return joined if joined == tidy or _alike(prose, _read(joined, locale)) else tidy


def _goes_on(text: str) -> bool:
    """Whether a line may go on with the paragraph of the line before: seldom, and reading prose takes time."""
    lines = [line.strip() for line in text.split("\n")]
    return any(before and line and not _begins(line) for before, line in pairwise(lines))


def _begins(line: str) -> bool:
    """Whether a line surely begins something: an item, or a placed register."""
    marker = read_marker(line)
    return (marker is not None and marker.begins) or line.startswith(FENCE)


def _read(text: str, locale: str | None) -> Prose:
    return read_prose(whole_text(TextFile("", text)), locale, placements=True)


def _alike(one: Prose, other: Prose) -> bool:
    return said(one.blocks) == said(other.blocks) and [d.rule for d in one.found] == [d.rule for d in other.found]


def said(blocks: Sequence[ProseBlock]) -> list[object]:
    """The blocks without their places."""
    return [_without_place(block) for block in blocks]


def _without_place(block: ProseBlock) -> object:
    match block:
        case Placement():
            return (block.register, block.only, block.layout)
        case Continuation():
            return block.runs
        case _:
            return block


def _joined(text: str, breaks: Sequence[tuple[int, int]]) -> str:
    pieces = []
    at = 0
    for start, end in breaks:
        pieces += [text[at:start], " "]
        at = end
    return "".join((*pieces, text[at:]))


def _tidy(text: str) -> str:
    lines = (_line(line) for line in text.split("\n"))
    tidy = _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
    return f"{tidy}\n" if tidy else ""


def _line(line: str) -> str:
    """The line with spaces for the tabs that indent it, and none at its end."""
    rest = line.lstrip(" \t")
    return (line[: len(line) - len(rest)].expandtabs(TAB) + rest).rstrip(" \t")
