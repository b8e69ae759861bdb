"""What a Thai or English text states in numbers: dates, periods, amounts, and addresses, in a form to be compared.

`สามสิบวัน` and `30 days` are the same period, `พ.ศ. 2562` and `2019` the same year. Knows nothing of policies.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policygen.text.dates import BUDDHIST_ERA_OFFSET
from policygen.text.written_dates import BUDDHIST, FIRST_BUDDHIST_YEAR, written_dates

Kind = Literal["date", "time", "period", "number", "address"]
_LAST_BUDDHIST_YEAR = 2699

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_URL = r"(?:https?://|www\.)[^\s)\]>\"”’,\u0e01-\u0e4e]+(?<![.,;:!?'…])"
_MAIL = r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,8}"
_ADDRESS = re.compile(rf"{_MAIL}|{_URL}")
_LOCALE_PART = re.compile(r"/(?:th|en)(?=/|$)|[_-](?:th|en)(?=\.|/|$)|[?&](?:lang|hl|locale)=\w+")

_ENGLISH_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_NUMBERS = {
    **{word: number for number, word in enumerate(_ENGLISH_SMALL)},
    **{word: 10 * number for number, word in enumerate(_ENGLISH_TENS, 2)},
}
_THAI_DIGIT_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_ONES = {word: number for number, word in enumerate(_THAI_DIGIT_WORDS)}
_THAI_ONES |= {"เอ็ด": 1, "ยี่": 2}
_THAI_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000}
# Periods in hours, or in months where the calendar decides how long they are.
_UNITS: dict[str, tuple[str, int]] = {
    "ชั่วโมง": ("hours", 1), "ชม.": ("hours", 1), "hour": ("hours", 1),
    "วันทำการ": ("hours", 24), "วัน": ("hours", 24), "day": ("hours", 24),
    "สัปดาห์": ("hours", 168), "อาทิตย์": ("hours", 168), "week": ("hours", 168),
    "เดือน": ("months", 1), "month": ("months", 1),
    "ปี": ("months", 12), "year": ("months", 12),
}  # fmt: skip
_UNIT = (
    r"(?P<unit>ชั่วโมง|ชม\.|วันทำการ|วัน(?!ที่)|สัปดาห์|อาทิตย์|เดือน|ปี"
    r"|(?:calendar |business |working )?(?:hour|day|week|month|year)s?\b)"
)
_THAI_NUMBER = f"(?:{'|'.join((*_THAI_ONES, *_THAI_PLACES))}){{1,12}}"
_ENGLISH_NUMBER = (
    rf"\b(?:(?:{'|'.join(_ENGLISH_TENS)})[- ](?:{'|'.join(_ENGLISH_SMALL[1:10])})|{'|'.join(_ENGLISH_NUMBERS)})\b"
    r"(?: hundred| thousand| million)?"
)
_DIGITS = r"[0-9๐-๙]{1,15}(?:[,.][0-9๐-๙]{1,6}){0,4}"
_DAY_FIRST = re.compile(r"(?<![0-9-])([0-3]?[0-9])-(0?[1-9]|1[0-2])-([12][0-9]{3})(?![0-9-])")
_PHONE = re.compile(r"(?:\+[0-9]|\b0)[0-9 ()\-–]{6,20}[0-9]\b")
_PERIOD = re.compile(
    rf"(?:(?<![\w.,])(?P<digits>{_DIGITS})|(?P<thai>{_THAI_NUMBER})|(?P<english>{_ENGLISH_NUMBER})|(?P<article>\b(?:an?|each|per|every)))"
    rf"[ \u00a0]?(?:\([^()]{{1,20}}\))?[ \u00a0-]{{0,2}}{_UNIT}",
    re.IGNORECASE,
)
# Hours of a day: 9.00–20.00 น., 9:30, 8 p.m.
_TIME = re.compile(
    r"(?<![0-9.,:])(?P<hour>[0-2]?[0-9])(?:[.:](?P<minute>[0-5][0-9]))?[ \u00a0]?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![0-9.,:])(?P<hour_of_24>[0-2]?[0-9]):(?P<minute_of_24>[0-5][0-9])(?![0-9:])"
    r"|(?<![0-9.,:])(?P<thai_hour>[0-2]?[0-9])\.(?P<thai_minute>[0-5][0-9])"
    r"(?=[ \u00a0]?(?:(?:[-–]|ถึง)[ \u00a0]?[0-2]?[0-9]\.[0-5][0-9][ \u00a0]?)?(?:น\.|นาฬิกา))",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?<![A-Za-z0-9_.\-/])(?P<digits>{_DIGITS})(?:st|nd|rd|th)?(?![A-Za-z_]|[-/.]?[0-9])")
_WORDS = re.compile(rf"(?P<thai>{_THAI_NUMBER})|(?P<english>{_ENGLISH_NUMBER})", re.IGNORECASE)
_YEAR_IN_ERA = re.compile(rf"{BUDDHIST}[ \u00a0]?(?P<digits>[0-9๐-๙]{{4}})")
# Without the first a text has no period, without the second no number in words: asked first, for patterns are slow.
_UNIT_WORDS = tuple(_UNITS)
_NUMBER_WORDS = (*_THAI_ONES, *_THAI_PLACES, *_ENGLISH_NUMBERS)
_DIGIT = re.compile("[0-9๐-๙]")
_LABEL = re.compile(r"\s*(?:[(]?[0-9๐-๙]{1,3}(?:[.][0-9๐-๙]{1,3}){0,4}[.)]|[(]?[ก-ฮA-Za-z][.)])(?=\s)")


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A value from `start` to `end` of a text; two values are the same if their `key` is.

    `numbers` are those that it is made of. A value that is not `firm` may be left out in another wording (`a year`).
    """

    start: int
    end: int
    kind: Kind
    key: str
    numbers: tuple[str, ...] = ()
    firm: bool = True


@lru_cache(maxsize=4096)
def stated_values(text: str) -> tuple[StatedValue, ...]:
    """The values of a text in order; the number of an item at its beginning is none."""
    found: list[StatedValue] = []
    taken = bytearray(len(text))
    label = _LABEL.match(text)
    if label:
        taken[: label.end()] = b"x" * label.end()
    for finder in _finders(text):
        for value in finder(text):
            if not any(taken[value.start : value.end]):
                found.append(value)
                taken[value.start : value.end] = b"x" * (value.end - value.start)
    return tuple(sorted(found, key=lambda value: value.start))


def _finders(text: str) -> Iterator[Callable[[str], Iterator[StatedValue]]]:
    """What may find something in a text, the surest first: what one has found is not looked at by the next."""
    small, has_digits = text.lower(), _DIGIT.search(text)
    yield _addresses
    if has_digits:
        yield from (_dates, _phones, _times)
    if any(map(small.__contains__, _UNIT_WORDS)):
        yield _periods
    if has_digits:
        yield _numbers
    if any(map(small.__contains__, _NUMBER_WORDS)):
        yield _word_numbers


def _addresses(text: str) -> Iterator[StatedValue]:
    if "@" in text or "://" in text or "www." in text:
        for match in _ADDRESS.finditer(text):
            key = _LOCALE_PART.sub("", match[0].removeprefix("https://").removeprefix("http://").lower())
            yield StatedValue(*match.span(), "address", key.removeprefix("www.").rstrip("/"))


def _dates(text: str) -> Iterator[StatedValue]:
    for found in written_dates(text):
        year = "" if found.year is None else str(_common(found.year))
        numbers = (str(found.day), str(found.month), *((year,) if year else ()))
        yield StatedValue(found.start, found.end, "date", f"{year}-{found.month}-{found.day}", numbers)

    for match in _DAY_FIRST.finditer(text):
        numbers = (str(int(match[1])), str(int(match[2])), str(_common(int(match[3]))))
        yield StatedValue(*match.span(), "date", "-".join(reversed(numbers)), numbers)


def _phones(text: str) -> Iterator[StatedValue]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        digits = f"0{digits[2:].lstrip('0')}" if match[0].startswith("+66") else digits
        yield StatedValue(*match.span(), "number", digits, (digits,))


def _times(text: str) -> Iterator[StatedValue]:
    for match in _TIME.finditer(text):
        hour = int(match["hour"] or match["hour_of_24"] or match["thai_hour"])
        minute = match["minute"] or match["minute_of_24"] or match["thai_minute"] or "00"
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
        yield StatedValue(*match.span(), "time", f"{hour}:{minute}", (str(hour),))


def _periods(text: str) -> Iterator[StatedValue]:
    for match in _PERIOD.finditer(text):
        number = 1.0 if match["article"] else _value_of(match)
        if number is not None:
            unit = match["unit"].lower().removesuffix("s")
            kind, size = _UNITS.get(unit) or _UNITS[unit.rpartition(" ")[2]]
            firm = match["digits"] is not None or number > 1
            yield StatedValue(*match.span(), "period", f"{number * size:g} {kind}", (f"{number:g}",), firm)


def _numbers(text: str) -> Iterator[StatedValue]:
    for match in _YEAR_IN_ERA.finditer(text):
        year = str(_common(int(match["digits"])))
        yield StatedValue(*match.span("digits"), "number", year, (year,))
    for match in _NUMBER.finditer(text):
        number = _digits(match["digits"])
        yield StatedValue(*match.span(), "number", number, (number,))


def _word_numbers(text: str) -> Iterator[StatedValue]:
    for match in _WORDS.finditer(text):
        value = _thai(match["thai"]) if match["thai"] else _english(match["english"])
        if value is not None:
            yield StatedValue(*match.span(), "number", f"{value:g}", (f"{value:g}",), firm=False)


def _value_of(match: re.Match[str]) -> float | None:
    if match["digits"]:
        number = _digits(match["digits"])
        return float(number) if number.count(".") < 2 else None
    return _thai(match["thai"]) if match["thai"] else _english(match["english"])


def _digits(text: str) -> str:
    """Digits without the commas of thousands; a year of the Buddhist era as one of the common era."""
    plain = text.translate(_THAI_DIGITS).replace(",", "").rstrip(".")
    return str(_common(int(plain))) if plain.isdigit() and len(plain) == 4 and "," not in text else plain


def _common(year: int) -> int:
    return year - BUDDHIST_ERA_OFFSET if FIRST_BUDDHIST_YEAR <= year <= _LAST_BUDDHIST_YEAR else year


def _thai(text: str) -> float | None:
    """The value of a number in Thai words: `สามสิบเอ็ด` is 31, None where the words make none."""
    total, pending = 0, None
    for word in re.findall("|".join((*_THAI_ONES, *_THAI_PLACES)), text):
        if word in _THAI_ONES:
            if pending is not None:
                return None
            pending = _THAI_ONES[word]
        elif word == "ล้าน":
            total, pending = (total + (pending or 0) or 1) * _THAI_PLACES[word], None
        else:
            total, pending = total + (1 if pending is None else pending) * _THAI_PLACES[word], None
    return float(total + (pending or 0))


def _english(text: str) -> float | None:
    *words, last = re.split("[- ]", text.lower())
    scale = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}.get(last)
    small = words if scale else [*words, last]
    return float(sum(_ENGLISH_NUMBERS[word] for word in small) * (scale or 1))
