"""Prose in canonical form: each paragraph on one line, no spaces at the ends of lines, one empty line at most.

Knows what the reader of prose says of a text; nothing of what it means.
"""

import re
from collections.abc import Sequence

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.model.policy import Continuation, Placement, ProseBlock
from policygen.sources.blocks import TAB, read_prose

_EMPTY_LINES = re.compile(r"\n{3,}")


def canonical_prose(text: str, locale: str | None) -> str:
    """The text with a line for each paragraph; as it is where its blocks would then be others."""
    tidy = _tidy(text)
    prose = read_prose(whole_text(TextFile("", tidy)), locale, placements=True)
    joined = _joined(tidy, sorted(prose.breaks))
    if joined == tidy:
        return tidy
    again = read_prose(whole_text(TextFile("", joined)), locale, placements=True)
    return joined if said(again.blocks) == said(prose.blocks) else tidy


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
