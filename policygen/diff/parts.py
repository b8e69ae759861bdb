"""A text as parts that can be paired: the lines of a file, or the paragraphs of a document.

Words are cut only where they are asked for: most parts of two versions are equal, and Thai is dear to cut.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from policygen.diff.folding import BLANKS, squeezed
from policygen.diff.words import Words, words_of
from policygen.text.segmentation import ThaiWords

Span = tuple[int, int]
"""From and to, in characters or in parts."""
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Parted(Generic[P]):
    """A text, its parts, and where each stands in it: in order, with only white space between.

    Parts with equal keys are the same part: they differ in spacing, or in nothing. Without `thai`, runs of Thai letters
    stay whole.
    """

    text: str
    parts: tuple[P, ...]
    spans: tuple[Span, ...]
    keys: tuple[str, ...]
    thai: ThaiWords | None
    cut: dict[int, Words] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.parts)

    def span(self, parts: Span) -> Span:
        """Where some parts stand, from the first to the last."""
        return self.spans[parts[0]][0], self.spans[parts[1] - 1][1]

    def text_of(self, parts: Span) -> str:
        """The text of some parts, with the white space between them."""
        start, end = self.span(parts)
        return self.text[start:end]

    def words(self, part: int) -> Words:
        """The words of a part, placed in its own text."""
        if part not in self.cut:
            self.cut[part] = words_of(self.text_of((part, part + 1)), self.thai)
        return self.cut[part]

    def words_of(self, parts: Span) -> Words:
        """The words of some parts, placed in the text of them all."""
        if parts[1] - parts[0] == 1:
            return self.words(parts[0])
        joined = Words(self.text_of(parts), [], [], [])
        first = self.spans[parts[0]][0]
        for part in range(*parts):
            words, shift = self.words(part), self.spans[part][0] - first
            joined.keys.extend(words.keys)
            joined.starts.extend(start + shift for start in words.starts)
            joined.ends.extend(end + shift for end in words.ends)
        return joined


def lines_of(text: str, thai: ThaiWords | None, first: int = 1) -> Parted[int]:
    """A plain text by its lines, which count from `first`; a line of nothing but white space is no part."""
    spans: list[Span] = []
    numbers: list[int] = []
    at = 0
    for number, line in enumerate(text.split("\n"), first):
        bare = line.strip(BLANKS)
        if bare:
            start = at + line.index(bare[0])
            spans.append((start, start + len(bare)))
            numbers.append(number)
        at += len(line) + 1
    keys = tuple(squeezed(text[start:end]) for start, end in spans)
    return Parted(text, tuple(numbers), tuple(spans), keys, thai)
