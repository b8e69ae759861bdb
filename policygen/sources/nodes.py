"""What a YAML file says, with the place of everything in it: mappings, sequences and texts.

Every scalar is text here; schemas convert it. Knows nothing of how YAML is written.
"""

from dataclasses import dataclass
from typing import Literal

from policygen.diagnostics import Place
from policygen.diagnostics.text_file import Excerpt, TextFile

_SKIPPED_IN_SOURCE = " \t\n\\\"'"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text: `value` as YAML reads it, from offset `start` to `end` of the file.

    `comment` is the offset of a comment that follows an unquoted text on its line.
    """

    file: TextFile
    value: str
    start: int
    end: int
    style: Literal["plain", "quoted", "block"] = "plain"
    comment: int | None = None

    def place(self) -> Place:
        """Where it stands; its first line where it has several."""
        return self.file.place(self.start, self.end)

    def excerpt(self) -> Excerpt:
        """Its value with the way back to the file."""
        return Excerpt(self.file, self.value, _offsets(self))


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order of the file, no key twice."""

    file: TextFile
    start: int
    end: int
    entries: tuple[Entry, ...]

    def place(self) -> Place:
        """Where it begins."""
        return self.file.place(self.start, self.end)

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((entry.value for entry in self.entries if entry.key.value == key), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in a row."""

    file: TextFile
    start: int
    end: int
    items: tuple["Node", ...]

    def place(self) -> Place:
        """Where it begins."""
        return self.file.place(self.start, self.end)


Node = Scalar | Mapping | Listing


def _offsets(scalar: Scalar) -> range | list[int]:
    """The offset in the file of each character of a value: what YAML takes away lies between them.

    An escape such as `\\u0e01` ends the search; what follows it is told at the escape.
    """
    text, start, end = scalar.file.text, scalar.start, scalar.end
    start += scalar.style == "quoted"
    if text[start : start + len(scalar.value)] == scalar.value:
        return range(start, start + len(scalar.value) + 1)
    if scalar.style == "block":
        start = min(text.find("\n", start) + 1 or start, end)
    offsets: list[int] = []
    at = start
    for char in scalar.value:
        found = _forward(text, at, end, char)
        offsets.append(min(found, max(start, end - 1)))
        at = found + 1 if found < end and text[found] == char else at
    return [*offsets, end]


def _forward(text: str, at: int, end: int, char: str) -> int:
    """The offset of `char`, or `at` where it does not come after spaces and marks alone."""
    found = at
    while found < end and text[found] != char:
        if char.isspace() or text[found] not in _SKIPPED_IN_SOURCE:
            return at
        found += 1
    return found if found < end else at
