"""The numbers that lines begin with: `1.`, `2.1`, `ข้อ ๓`, `Section 4`."""

import re
from dataclasses import dataclass

_DIGITS = "0-9๐-๙"
_WORDS = "ข้อที่|ข้อ|หมวดที่|หมวด|ส่วนที่|บทที่|Section|Article|Chapter|Part"
_NUMBERED = re.compile(
    rf"(?:(?P<word>{_WORDS})\s*)?(?P<number>[{_DIGITS}]{{1,3}}(?:\.[{_DIGITS}]{{1,3}})*)(?P<sign>[.):]?)"
    r"(?:\s+|(?=[ก-ฮเ-ไA-Z])|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: the word before it, its parts, how it ends, and what follows."""

    word: str
    parts: tuple[int, ...]
    sign: str
    rest: str

    @property
    def style(self) -> tuple[str, str]:
        """What it has in common with the numbers of its row, wherever in that row it stands."""
        return self.word, self.sign if len(self.parts) == 1 else ""


def read_number(text: str) -> Numbered | None:
    """The number at the start of a line, or None; a bare number (`5 days`) is none."""
    match = _NUMBERED.match(text)
    if match is None:
        return None
    word, sign = match["word"] or "", match["sign"]
    parts = tuple(int(part) for part in match["number"].split("."))
    if not word and not sign and (len(parts) == 1 or 0 in parts):
        return None
    return Numbered(word.casefold(), parts, sign, match["rest"].strip())
