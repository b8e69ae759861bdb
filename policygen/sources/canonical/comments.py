"""The comments of a YAML file: whatever follows a `#` outside its texts.

Knows where comments stand in the file; nothing of what they are about.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from policygen.diagnostics.text_file import TextFile
from policygen.sources.nodes import Listing, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment with its `#`; `line` and `column` count from 0, `alone` means that nothing stands before it."""

    text: str
    start: int
    line: int
    column: int
    alone: bool


def read_comments(file: TextFile, root: Node) -> list[Comment]:
    """The comments of the file that says `root`, in order."""
    covered = _covered(file, root)
    return list(_comments(file, covered))


def line_of(file: TextFile, offset: int) -> int:
    """The line of an offset, from 0."""
    return bisect_right(file.starts, offset) - 1


def follows_empty_line(file: TextFile, line: int) -> bool:
    """Whether nothing stands on the line before this one (there is one)."""
    return line > 0 and not file.text[file.starts[line - 1] : file.starts[line]].strip()


def _comments(file: TextFile, covered: str) -> Iterator[Comment]:
    for line, start in enumerate(file.starts):
        end = covered.find("\n", start)
        end = len(covered) if end < 0 else end
        # Outside texts a # begins a comment wherever it stands, after a bracket too.
        at = covered.find("#", start, end)
        if at >= 0:
            yield Comment(file.text[at:end].rstrip(), at, line, at - start, not covered[start:at].strip())


def _covered(file: TextFile, root: Node) -> str:
    """The file with a letter in the place of each `#` in its texts."""
    pieces = []
    at = 0
    for scalar in _scalars(root):
        start = scalar.start
        if scalar.style == "block":
            # A comment may stand on the line that opens a block.
            start = min(scalar.end, file.text.find("\n", start) % (len(file.text) + 1))
        pieces += [file.text[at:start], file.text[start : scalar.end].replace("#", "x")]
        at = scalar.end
    return "".join((*pieces, file.text[at:]))


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Listing():
            for item in node.items:
                yield from _scalars(item)
        case Mapping():
            for entry in node.entries:
                yield entry.key
                yield from _scalars(entry.value)
