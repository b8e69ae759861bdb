"""Lines for a terminal: folded between words at its width, each ending its own colour, so that a pager shows any part.

Knows nothing of what the lines say.
"""

import re
from collections.abc import Iterator

from policygen.diagnostics import columns
from policygen.text.segmentation import ThaiWords

_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_PLAIN = "\x1b[0m"
# A colour, spaces, Thai, or anything else up to the next of these.
_PIECES = re.compile("\x1b\\[[0-9;]*m|\\s+|[\u0e01-\u0e3a\u0e40-\u0e4e]+|[^\\s\u0e01-\u0e3a\u0e40-\u0e4e\x1b]+")
# The signs of a redline open a word of their own.
_BEFORE_A_SIGN = re.compile(r"(?=[\[{][-+<>~])")


def for_terminal(text: str, width: int | None) -> str:
    """The lines of the text, none wider than `width` columns where that is given and words allow it."""
    words = ThaiWords()
    lines: list[str] = []
    colour = ""
    for line in text.split("\n"):
        for part in _folded(line, width, words) if width else (line,):
            whole = colour + part
            colours = _COLOUR.findall(whole)
            colour = colours[-1] if colours and colours[-1] != _PLAIN else ""
            lines.append(whole + (_PLAIN if colour else ""))
    return "\n".join(lines)


def columns_shown(text: str) -> int:
    """How many columns a terminal gives to a text with colours in it, which take none."""
    return columns(_COLOUR.sub("", text))


def _folded(line: str, width: int, words: ThaiWords) -> Iterator[str]:
    """The line in parts; the spaces at which it is folded go."""
    kept, used = "", 0
    for word in _unbroken(line, words):
        needed = columns_shown(word.rstrip())
        if used and used + needed > width:
            yield kept.rstrip(" ")
            kept, used = "", 0
        kept += word
        used += columns_shown(word)
    # Spaces at the end of a line may reach beyond the width too.
    yield kept if used <= width else kept.rstrip(" ")


def _unbroken(line: str, words: ThaiWords) -> Iterator[str]:
    """What stays on one line: words with the spaces after them; of Thai, which has none, one word of its own."""
    held = ""
    for piece in _PIECES.findall(line):
        if piece.isspace():
            yield held + piece
            held = ""
        elif _is_thai(piece):
            first, *others = words.cut(piece)
            held += first
            for word in others:
                yield held
                held = word
        else:
            first, *others = _BEFORE_A_SIGN.split(piece)
            held += first
            for part in others:
                yield held
                held = part
    if held:
        yield held


def _is_thai(piece: str) -> bool:
    return "\u0e01" <= piece[0] <= "\u0e4e"
