"""When two texts are the same text: NFC, and what nobody sees (never NFKC: ² and 2 are not the same).

Zero-width characters go; Thai marks that were decomposed (ํา for ำ, เเ for แ) or typed in a wrong order are put right.
Knows nothing of words: white space stays.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, is_normalized, normalize

# Zero-width space, word joiner, zero-width no-break space, soft hyphen: no joiners, which other scripts and emoji need.
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]+")
# White space, and what cannot be seen at all: what stands between words.
BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff\u00ad"
)
_TONES = "\u0e48-\u0e4c"
_VOWELS = "\u0e31\u0e34-\u0e3a\u0e47"
_SARA_AM_APART = re.compile(f"[{_TONES}]*\u0e4d[{_TONES}]*\u0e32[{_TONES}]*|\u0e33[{_TONES}]+")
_TONE_FIRST = re.compile(f"[{_TONES}{_VOWELS}]*[{_TONES}][{_VOWELS}][{_TONES}{_VOWELS}]*")
_IS_TONE = re.compile(f"[{_TONES}]")
_SARA_E_TWICE = re.compile("เเ")
_UNSETTLED = re.compile("|".join(f"(?:{p.pattern})" for p in (_SARA_AM_APART, _TONE_FIRST, _SARA_E_TWICE)))

Stretch = tuple[int, int, str]
"""From, to, and what stands there when texts are compared."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared; character `i` of it stands at `starts[i]` to `ends[i]` of the text it came from.

    Without `starts` and `ends` it is the text itself.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of at least one character stands in the text it came from."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The text as it is compared."""
    folded = Folded(text)
    if text.isascii():
        return folded
    if _INVISIBLE.search(text):
        folded = _changed(folded, [(*match.span(), "") for match in _INVISIBLE.finditer(text)])
    if not is_normalized("NFC", folded.text):
        folded = _changed(folded, _composed(folded.text))
    if _UNSETTLED.search(folded.text):
        for pattern in (_SARA_AM_APART, _TONE_FIRST, _SARA_E_TWICE):
            folded = _changed(folded, [(*match.span(), _settled(match[0])) for match in pattern.finditer(folded.text)])
    return folded


def squeezed(text: str) -> str:
    """The text as it is compared, without white space: equal for two texts that differ in spacing only."""
    dense = "".join(text.split())  # before folding: marks meet across the space between
    return dense if dense.isascii() else fold(dense).text


def _changed(folded: Folded, stretches: Iterable[Stretch]) -> Folded:
    """Put other letters in place of these stretches, in order; each new letter stands for its whole stretch."""
    starts = folded.starts or list(range(len(folded.text)))
    ends = folded.ends or list(range(1, len(folded.text) + 1))
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for first, last, instead in stretches:
        pieces += (folded.text[at:first], instead)
        new_starts += starts[at:first] + [starts[first]] * len(instead)
        new_ends += ends[at:first] + [ends[last - 1]] * len(instead)
        at = last
    return Folded("".join((*pieces, folded.text[at:])), new_starts + starts[at:], new_ends + ends[at:])


def _settled(found: str) -> str:
    """Letters in the order of the standard: vowels before tones, sara am last."""
    if found == "เเ":
        return "แ"
    tones = "".join(letter for letter in found if _IS_TONE.match(letter))
    if "\u0e33" in found or "\u0e4d" in found:
        return f"{tones}\u0e33"
    return "".join(letter for letter in found if letter not in tones) + tones


def _composed(text: str) -> list[Stretch]:
    """The stretches that NFC changes: a letter with the marks on it, conjoining Hangul together."""
    firsts = [at for at in range(len(text)) if at == 0 or not _leans(text[at - 1], text[at])]
    spans = zip(firsts, [*firsts[1:], len(text)], strict=True)
    stretches = [(start, end, normalize("NFC", text[start:end])) for start, end in spans]
    return [(start, end, now) for start, end, now in stretches if now != text[start:end]]


def _leans(before: str, letter: str) -> bool:
    """Whether NFC may see two neighbours as one: only a mark, or a letter that melts into the one before."""
    return letter > "\u02ff" and (combining(letter) > 0 or len(normalize("NFC", before + letter)) < 2)
