"""Dates as people write them in Thai and English prose, with the era that they count in.

Knows nothing of policies: only of text. Says what is written, even where no calendar has such a day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from policygen.text.dates import BUDDHIST_ERA_OFFSET, ENGLISH_MONTHS, THAI_MONTHS

Era = Literal["buddhist", "common"]
# Bare years from this one on count in the Buddhist era: it is the year 1857.
FIRST_BUDDHIST_YEAR = 2400
_THAI_SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
_ENGLISH_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTHS = {
    **{name: number for names in (THAI_MONTHS, _THAI_SHORT) for number, name in enumerate(names, 1)},
    **{name.lower(): number for names in (ENGLISH_MONTHS, _ENGLISH_SHORT) for number, name in enumerate(names, 1)},
    "sept": 9,
}
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_D = "[0-9๐-๙]"
_DIGIT = re.compile(_D)
_THAI = "|".join(re.escape(name) for name in (*THAI_MONTHS, *_THAI_SHORT))
_ENGLISH = "|".join(
    sorted(
        {*ENGLISH_MONTHS, *(name.upper() for name in ENGLISH_MONTHS), *_ENGLISH_SHORT, "Sept"}, key=len, reverse=True
    )
)
BUDDHIST = r"(?:พ\.\s?ศ\.?|พุทธศักราช|B\.\s?E\.?|BE(?=\s?[0-9])|Buddhist [Ee]ra)"
COMMON = r"(?:ค\.\s?ศ\.?|คริสต์ศักราช|คริสตศักราช|A\.\s?D\.?|AD(?=\s?[0-9])|C\.\s?E\.?|CE(?=\s?[0-9]))"
_ERA = rf"(?:(?P<be>{BUDDHIST})|(?P<ce>{COMMON}))"
_WRITTEN = (
    re.compile(
        rf"(?<!{_D})(?P<day>{_D}{{1,2}})\s?(?:เดือน\s?)?(?P<month>{_THAI})(?:\s?(?:{_ERA}\s?)?(?P<year>{_D}{{4}})(?!{_D}))?"
    ),
    re.compile(
        rf"(?<![0-9])(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_ENGLISH})\b\.?"
        rf"(?:,?\s(?:{_ERA}\s?)?(?P<year>[0-9]{{4}})(?![0-9]))?"
    ),
    re.compile(
        rf"\b(?P<month>{_ENGLISH})\.?\s(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9A-Za-z])"
        rf"(?:,?\s(?:{_ERA}\s?)?(?P<year>[0-9]{{4}})(?![0-9]))?"
    ),
    re.compile(r"(?<![0-9-])(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-9]{2})(?![0-9-])"),
    re.compile(rf"(?<!{_D})(?<!/)(?P<day>{_D}{{1,2}})/(?P<month>{_D}{{1,2}})/(?P<year>{_D}{{4}})(?![0-9๐-๙/])"),
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One date of a text, from `start` to `end`; `year` is as written, None where the text has none.

    `era` is the one that the text names, None where it names none.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    era: Era | None

    @property
    def counts_in(self) -> Era:
        """The era that it counts in: the named one, else the one that the year is likely in."""
        if self.era is not None:
            return self.era
        return "buddhist" if (self.year or 0) >= FIRST_BUDDHIST_YEAR else "common"

    @property
    def date(self) -> date | None:
        """The day that is meant, None where it names no year, or no calendar has it."""
        if self.year is None:
            return None
        year = self.year - BUDDHIST_ERA_OFFSET if self.counts_in == "buddhist" else self.year
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Whether a calendar has such a day, in its year or, where it names none, in any."""
        if self.year is not None:
            return self.date is not None
        return 1 <= self.day <= _LENGTHS[self.month - 1]


@lru_cache(maxsize=4096)
def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """The dates of a text, in order."""
    return tuple(_found_in(text))


def _found_in(text: str) -> Iterator[WrittenDate]:
    if not _DIGIT.search(text):
        return
    found = [match for pattern in _WRITTEN for match in pattern.finditer(text)]
    end = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        written = _written(match) if match.start() >= end else None
        if written is not None:
            yield written
            end = match.end()


def _written(match: re.Match[str]) -> WrittenDate | None:
    given = match.groupdict()
    day, month = int(given["day"]), given["month"]
    number = _MONTHS.get(month) or _MONTHS.get(month.lower()) or int(month)
    if "/" in match[0] and number > len(_LENGTHS):  # month/day/year, where it can be no other order
        day, number = number, day
    if not 1 <= number <= len(_LENGTHS):
        return None
    year = int(given["year"]) if given["year"] else None
    era: Era | None = "buddhist" if given.get("be") else "common" if given.get("ce") else None
    return WrittenDate(*match.span(), day, number, year, era)
