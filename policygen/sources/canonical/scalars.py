"""How one text is written in YAML so that the reader of the sources gives back the same text.

Plain where that can be, else in quotes that need no escapes, else as a block; escapes are for what nothing else holds.
"""

import re

# Where a plain text begins with one of these, YAML reads something else.
_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_BEFORE_SPACE = re.compile(r"[-?:](?:\s|$)")
_LOST_INSIDE = re.compile(r":(?:[ \t]|$)|[ \t]#|[\t\n]")
# A key, a colon and a space that is not one to YAML: told as a slip in plain text, and not in quotes.
_ODD_SPACE = re.compile(r"[A-Za-z][\w-]*:[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000]")
# To editors these are no texts, but nothing at all.
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TRAILING = re.compile(r"[^\S\n]$", re.MULTILINE)


def write_scalar(text: str, indent: int, *, quoted: bool = False) -> list[str]:
    """The lines of a text that is the value of a key or of an item; the first goes after that.

    `indent` is the number of spaces before the lines of a block. Plain text is given quotes too where it is `quoted`.
    """
    if not quoted and _may_be_plain(text):
        return [text]
    if "\n" in text and _may_be_block(text):
        return _block(text, indent)
    if not any(char in text for char in '\n"\\'):
        return [f'"{text}"']
    if not any(char in text for char in "\n'"):
        return [f"'{text}'"]
    if not quoted and _may_be_block(text):
        return _block(text, indent)
    return [_escaped(text)]


def write_key(text: str) -> str:
    """A text as the key of a mapping."""
    if _may_be_plain(text):
        return text
    return _escaped(text) if any(char in text for char in "\n\t'") else f"'{text}'"


def _may_be_plain(text: str) -> bool:
    if not text or text in _NOTHING or text != text.strip() or text[0] in _INDICATORS:
        return False
    if _ODD_SPACE.match(text):
        return False
    return not (_BEFORE_SPACE.match(text) or _LOST_INSIDE.search(text))


def _may_be_block(text: str) -> bool:
    """Whether a block holds the text without counting spaces: no spaces at ends of lines, no empty lines outside."""
    return bool(text) and text[0] not in " \t\n" and not text.endswith("\n\n") and not _TRAILING.search(text)


def _block(text: str, indent: int) -> list[str]:
    lines = text.removesuffix("\n").split("\n")
    return ["|" if text.endswith("\n") else "|-", *(" " * indent + line if line else "" for line in lines)]


def _escaped(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'
