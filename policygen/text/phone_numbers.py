"""Telephone numbers as people write them: which of them nobody can dial.

Knows the Thai plan of numbers and the length that any number may have; nothing of policies.
"""

import re
from collections.abc import Iterator

_SEVERAL = re.compile(r"[,;/]|\bor\b|\band\b|หรือ|และ|ถึง")
_EXTENSION = re.compile(r"ต่อ|\bext\b\.?|#|\bx(?=\s?\d)", re.IGNORECASE)
# 02-123-4567-8: the last of several numbers in a row.
_RANGE = re.compile(r"\s?[-–]\s?\d{1,2}$")
_LAND_LINES, _MOBILES = frozenset("23457"), frozenset("689")
_COUNTRY = "66"
_SHORTEST = 3


def cannot_be_dialled(text: str) -> bool:
    """Whether a text that should be a telephone number, or several, holds one that nobody can dial."""
    numbers = list(_numbers(text))
    return not numbers or not all(_is_number(one) or _is_number(_RANGE.sub("", one)) for one in numbers)


def _numbers(text: str) -> Iterator[str]:
    for piece in _SEVERAL.split(text):
        number = _EXTENSION.split(piece)[0].strip()
        if sum(char.isdigit() for char in number) >= _SHORTEST:
            yield number


def _is_number(number: str) -> bool:
    digits = "".join(str(int(char)) for char in number if char.isdigit())
    if number.lstrip("( ").startswith("+"):
        if digits.startswith(_COUNTRY):
            return _is_thai(digits.removeprefix(_COUNTRY).removeprefix("0"))
        return 7 <= len(digits) <= 15
    if digits.startswith("00"):
        return 9 <= len(digits) <= 17
    if digits.startswith("0"):
        return _is_thai(digits[1:])
    if digits.startswith("1"):
        return len(digits) in (3, 4, 10, 11)
    return 5 <= len(digits) <= 15


def _is_thai(digits: str) -> bool:
    """Whether it is a Thai number less its 0: eight digits of a land line, nine of a mobile phone."""
    first = digits[:1]
    return (first in _LAND_LINES and len(digits) == 8) or (first in _MOBILES and len(digits) == 9)
