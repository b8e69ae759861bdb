"""How a clause or a bullet begins: its number or sign as typed, at the start of a line."""

import re
from dataclasses import dataclass

_DIGITS = "0-9๐-๙"
# No year and no clock time begins a clause: at most three digits, and no zero after a point (9.00).
_NUMBER = rf"[{_DIGITS}]{{1,3}}"
_POINTED = rf"[1-9๑-๙][{_DIGITS}]{{0,2}}(?:\.[1-9๑-๙][{_DIGITS}]{{0,2}})+\.?"
_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})"
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{pattern})(?=[ \t])"))
    for name, pattern in (
        ("bullet", r"[-*]"),
        ("pointed", _POINTED),
        ("number.", rf"{_NUMBER}\."),
        ("number)", rf"{_NUMBER}\)"),
        ("(number)", rf"\({_NUMBER}\)"),
        ("thai.", r"[ก-ฮ]\."),
        ("thai)", r"[ก-ฮ]\)"),
        ("(thai)", r"\([ก-ฮ]\)"),
        ("letter.", r"[a-z]\."),
        ("letter)", r"[a-z]\)"),
        ("(letter)", rf"\((?:[a-z]|{_ROMAN})\)"),
    )
)
_SPACES = re.compile(r"[ \t]*")
_GLUED = re.compile(rf"(?:{_NUMBER}[.)]|\({_NUMBER}\))[ก-ฮเ-ไA-Z]")
# What the first clause of a list is called. Only these begin a list inside a paragraph.
_FIRST = re.compile(r"\(?[1๑กai][.)]|[1๑](?:\.[1๑])+\.?")
# Abbreviations begin so too (น. for a clock time, ต. for a sub-district): such a list must begin at its beginning.
_MUST_BEGIN = {"thai.": "ก.", "letter.": "a."}


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign that begins an item: its label (empty for a bullet), its style, its length with the spaces after."""

    label: str
    style: str
    length: int

    @property
    def begins(self) -> bool:
        """Whether a list can begin with it."""
        return _MUST_BEGIN.get(self.style, self.label) == self.label


def read_marker(text: str) -> Marker | None:
    """The marker at the start of a line, or None where none is there or nothing follows it."""
    if text.startswith("•"):
        # The only sign that is never anything but a bullet, and often pasted without a space.
        return Marker("", "bullet", _end_of_spaces(text, 1)) if len(text) > 1 else None
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match:
            return Marker("" if style == "bullet" else match[0], style, _end_of_spaces(text, match.end()))
    return None


def glued_number(text: str) -> bool:
    """Whether a line begins like a clause, but without a space after its number."""
    return _GLUED.match(text) is not None


def _end_of_spaces(text: str, at: int) -> int:
    spaces = _SPACES.match(text, at)
    assert spaces is not None
    return spaces.end()


def may_interrupt(marker: Marker) -> bool:
    """Whether a list may begin with this marker in the middle of a paragraph."""
    return marker.style == "bullet" or _FIRST.fullmatch(marker.label) is not None
