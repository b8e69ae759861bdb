"""Tables of prose: rows of cells between bars, under a head."""

import re
from collections.abc import Iterator

from policygen.diagnostics.text_file import Excerpt

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_BAR = re.compile(r"(?<!\\)\|")


def is_table(head: str, dashes: str) -> bool:
    """Whether these two lines begin a table: a head, and a line of dashes under each of its cells."""
    if "|" not in head or "|" not in dashes or not _DASHES.match(dashes):
        return False
    return _width(head) == _width(dashes)


def split_row(line: Excerpt) -> tuple[Excerpt, ...]:
    """The cells of a row."""
    return tuple(line.part(start, end).stripped() for start, end in _cells(line.text))


def _width(row: str) -> int:
    return sum(1 for _ in _cells(row))


def _cells(row: str) -> Iterator[tuple[int, int]]:
    """Start and end of each cell; bars at the ends of the row are its frame."""
    start = 1 if row.startswith("|") else 0
    end = len(row) - 1 if len(row) > 1 and row.endswith("|") and not row.endswith("\\|") else len(row)
    for bar in _BAR.finditer(row, start, end):
        yield start, bar.start()
        start = bar.end()
    yield start, end
