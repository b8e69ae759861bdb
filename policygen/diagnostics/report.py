"""Diagnostics as text for a terminal: `path:line:column: severity: message [rule]`, the line, a hint, the law."""

import unicodedata
from collections.abc import Iterable, Sequence

from policygen.diagnostics.diagnostic import Diagnostic, Place

_SEVERITY_WORDS = {
    "th": {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "info": "ข้อสังเกต"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
_HINT_WORD = {"th": "คำแนะนำ", "en": "hint"}
_REFERENCE_WORD = {"th": "กฎหมาย", "en": "law"}
# A line of a policy can be 60 KB long; a terminal shows this many characters around the column.
_SHOWN = 100


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics sorted by place, then rule, each once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: (d.place, d.rule, d.message.en))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity == "error" for d in diagnostics)


def as_text(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """All of them as lines of text in `language` (`th` or `en`), ending in a newline unless there are none."""
    return "".join(_one(diagnostic, language) for diagnostic in in_order(diagnostics))


def _one(diagnostic: Diagnostic, language: str) -> str:
    place = diagnostic.place
    where = f"{place.path}:{place.line}:{place.column}" if place.line else place.path
    severity = _SEVERITY_WORDS[language][diagnostic.severity]
    lines = [_visible(f"{where}: {severity}: {diagnostic.message.in_language(language)} [{diagnostic.rule}]")]
    if place.source.strip():
        before, marked, after = line_around(place)
        lines += [f"  | {before}{marked}{after}", f"  | {' ' * columns(before)}{'^' * max(1, columns(marked))}"]
    if diagnostic.hint:
        lines.append(_visible(f"  {_HINT_WORD[language]}: {diagnostic.hint.in_language(language)}"))
    if diagnostic.reference:
        lines.append(_visible(f"  {_REFERENCE_WORD[language]}: {diagnostic.reference}"))
    return "\n".join(lines) + "\n"


def line_around(place: Place) -> tuple[str, str, str]:
    """The line of a place, or the part of it around the column: what is before it, the place itself, what follows.

    Control characters are written as escapes.
    """
    source = place.source
    first = max(0, place.column - 1 - _SHOWN // 2) if len(source) > _SHOWN else 0
    last = first + _SHOWN
    start = max(place.column - 1, first)
    end = min(max(place.end_column - 1, start + 1), last)
    return _visible(source[first:start]), _visible(source[start:end]), _visible(source[end:last])


def _visible(text: str) -> str:
    """Control and bidi characters written as escapes, so that a terminal shows and does not obey them."""
    return "".join(
        f"\\u{ord(char):04x}" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


def columns(text: str) -> int:
    """How many columns a terminal gives to a text: marks above and below letters take none, wide characters two."""
    return sum(map(_columns_of, text))


def _columns_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
