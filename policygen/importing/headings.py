"""Which lines of a text without marked headings are clearly headings.

Rather too few than too many: a heading that is missed is a short paragraph, one that is none tears a clause apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policygen.importing.known import known
from policygen.importing.numbering import Numbered, read_number

# In code points. The longest headings of the policies that this was tried on have 75.
_LONGEST = 100
_LONGEST_IN_WORDS = 12
_BODY = 110
"""So long is a text that is certainly no heading."""
_SECTION = 2
_ENDS_SENTENCE = re.compile(r"[.;,:!…\"”’)\]]$")
_GOES_ON = re.compile(r"(?:หรือ|และ|โดย|ที่|ว่า|คือ|ได้แก่|ดังนี้|ดังต่อไปนี้|\bor|\band|\bthe|\bof|\bto|[,;:-])$", re.IGNORECASE)
_ANNOUNCES = re.compile(r"(?:ดังต่อไปนี้|ดังนี้|ได้แก่|ต่อไปนี้|following|:)\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|@\w|\+?\d[\d\s-]{7,}\d")
_IN_A_SENTENCE = re.compile(r"จะ|อาจ|ต้อง|สามารถ|ถือว่า|ให้ถือ|กำหนดไว้|แล้ว|ดังกล่าว|หมายถึง|หมายความ|อธิบาย|ให้ความสำคัญ|จัดทำ")
_SENTENCE = re.compile(r"[\"“‘]|.*[a-z]{2}\.$", re.DOTALL)
_THAI = re.compile(r"[ก-๛]")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line of a text. `text` is empty for what is no line: a list, a table. `alone`: between empty lines."""

    text: str
    alone: bool = True
    strong: bool = False

    @property
    def is_body(self) -> bool:
        """Whether it is certainly no heading, nor an item of a list without marks: long, or a sentence."""
        text = self.text
        if not text or len(text) > _BODY or _ADDRESS.search(text):
            return True
        return _IN_A_SENTENCE.search(text) is not None or _SENTENCE.match(text) is not None


def clear_headings(lines: Sequence[Candidate]) -> dict[int, int]:
    """The lines that are headings: their positions, each with its level (2 is a section's).

    The first that finds any decides: numbered headings, headings that are bold lines of their own, short lines alone.
    """
    return _numbered(lines) or _strong(lines) or _short(lines)


# Numbered


@dataclass(slots=True)
class _Chain:
    """Headings 1, 2, 3 … of one style."""

    style: tuple[str, str]
    at: list[int] = field(default_factory=list)
    broken: bool = False

    def take(self, index: int, number: Numbered, lines: Sequence[Candidate], before: int | None) -> None:
        """Look at a line with a number of this style; `before` is the last number of the style that is no heading."""
        if number.parts[0] != len(self.at) + 1 or before == number.parts[0] - 1:
            return
        if _may_be_numbered_heading(index, number, lines):
            self.at.append(index)
        else:
            self.broken = True


def _numbered(lines: Sequence[Candidate]) -> dict[int, int]:
    numbers = {index: number for index, line in enumerate(lines) if (number := read_number(line.text))}
    for style in dict.fromkeys(number.style for number in numbers.values() if len(number.parts) == 1):
        chain = _chain(style, numbers, lines)
        if not chain.broken and len(chain.at) > 1:
            return dict(sorted((*((index, _SECTION) for index in chain.at), *_below(chain, numbers, lines))))
    return {}


def _chain(style: tuple[str, str], numbers: dict[int, Numbered], lines: Sequence[Candidate]) -> _Chain:
    chain, before = _Chain(style), None
    for index, number in numbers.items():
        if len(number.parts) == 1 and number.style == style:
            chain.take(index, number, lines, before)
            before = None if index in chain.at else number.parts[0]
    return chain


def _may_be_numbered_heading(index: int, number: Numbered, lines: Sequence[Candidate]) -> bool:
    """Whether it is short, and something of its own stands between it and the next number of its depth."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or not (number.rest or number.word):
        return False
    after = read_number(following.text)
    if after is not None and len(after.parts) == len(number.parts) and after.style == number.style:
        return False
    return not number.rest or _short_enough(number.rest.rstrip(" :"))


def _below(chain: _Chain, numbers: dict[int, Numbered], lines: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Headings such as 2.1 under the heading 2."""
    tops = {index: numbers[index].parts[0] for index in chain.at}
    top = 0
    for index, number in numbers.items():
        top = tops.get(index, top)
        deep = len(number.parts) > 1 and number.parts[0] == top and not number.word
        if deep and _may_be_numbered_heading(index, number, lines) and not _GOES_ON.search(number.rest):
            yield index, _SECTION + len(number.parts) - 1


# Bold, and short


def _strong(lines: Sequence[Candidate]) -> dict[int, int]:
    found = {
        index: _SECTION
        for index, line in enumerate(lines)
        if line.strong and line.alone and _short_enough(line.text) and _has_body(index, lines, strong=True)
    }
    return found if len(found) > 1 else {}


def _short(lines: Sequence[Candidate]) -> dict[int, int]:
    return {index: _SECTION for index, line in enumerate(lines) if _stands_out(index, line, lines)}


def _stands_out(index: int, line: Candidate, lines: Sequence[Candidate]) -> bool:
    if not (line.alone and _short_enough(line.text) and _reads_like_a_heading(line.text)):
        return False
    if _IN_A_SENTENCE.search(line.text) or not _has_body(index, lines, strong=False):
        return False
    before = lines[index - 1] if index else None
    return before is None or (before.is_body and not _goes_on(before.text))


def _goes_on(text: str) -> bool:
    """Whether a list is to follow, or the sentence goes on in the next line."""
    return _ANNOUNCES.search(text) is not None or _GOES_ON.search(text) is not None


def _has_body(index: int, lines: Sequence[Candidate], *, strong: bool) -> bool:
    """Whether what follows is no other heading."""
    if index + 1 == len(lines):
        return False
    following = lines[index + 1]
    return not following.strong if strong else following.is_body


def _short_enough(text: str) -> bool:
    if not 0 < len(text) <= _LONGEST or _ADDRESS.search(text):
        return False
    if _GOES_ON.search(text) or (_ENDS_SENTENCE.search(text) and not text.endswith((")", "”", '"'))):
        return False
    return _THAI.search(text) is not None or len(text.split()) <= _LONGEST_IN_WORDS


def _reads_like_a_heading(text: str) -> bool:
    """Thai begins with a word that headings begin with; English capitalises its words."""
    if _THAI.search(text):
        return text.startswith(known().heading_starts)
    words = _WORD.findall(text)
    if not words or not words[0][0].isupper():
        return False
    if text.casefold() in known().english_headings:
        return True
    return len(words) > 1 and all(word[0].isupper() or word.lower() in known().small_words for word in words)
