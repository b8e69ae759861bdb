"""The text of one content file, with the way back from an offset to a line and a column.

Knows nothing of YAML or Markdown.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from policygen.diagnostics import Place


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text without byte order mark and with LF line ends; `path` as the user would type it."""

    path: str
    text: str
    starts: tuple[int, ...] = field(init=False)
    """The offset of each line."""

    def __post_init__(self) -> None:
        lines = self.text.split("\n")
        object.__setattr__(self, "starts", (0, *accumulate(len(line) + 1 for line in lines[:-1])))

    def place(self, start: int, end: int | None = None) -> Place:
        """The place from offset `start` to `end` (its line's end where that comes first)."""
        start = max(0, min(start, len(self.text)))
        line = bisect_right(self.starts, start) - 1
        first = self.starts[line]
        last = self.text.find("\n", first)
        last = len(self.text) if last < 0 else last
        stop = min(max(start + 1, start if end is None else end), max(last, start + 1))
        return Place(self.path, line + 1, start - first + 1, stop - first + 1, self.text[first:last])

    def whole(self) -> Place:
        """The file as a whole."""
        return Place(self.path)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a file's text after its marks (indentation, quotes, escapes) are taken away.

    `offsets` has the offset in the file of each character, and one more for the end.
    """

    file: TextFile
    text: str
    offsets: Sequence[int]

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place in the file of the characters from `start` to `end`."""
        end = len(self.text) if end is None else end
        if start >= end:
            return self.file.place(self.offsets[min(start, len(self.text))])
        return self.file.place(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int | None = None) -> "Excerpt":
        """The characters from `start` to `end`."""
        end = len(self.text) if end is None else end
        return Excerpt(self.file, self.text[start:end], self.offsets[start : end + 1])

    def stripped(self) -> "Excerpt":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))


def joined(pieces: Iterable[Excerpt]) -> Excerpt:
    """The pieces, at least one of them, with a space between each two."""
    pieces = list(pieces)
    if len(pieces) == 1:
        return pieces[0]
    offsets = [offset for piece in pieces for offset in piece.offsets]
    return Excerpt(pieces[0].file, " ".join(piece.text for piece in pieces), offsets)


def whole_text(file: TextFile) -> Excerpt:
    """All the text of a file."""
    return Excerpt(file, file.text, range(len(file.text) + 1))
