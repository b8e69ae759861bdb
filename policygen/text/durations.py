"""ISO 8601 durations, checked and in words."""

import re

from policygen.text.catalog import catalog

_DURATION = re.compile(
    r"P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
# Average Gregorian lengths: only for telling which of two durations is longer.
_DAYS = (365.2425, 30.436875, 7.0, 1.0, 1 / 24, 1 / 1440, 1 / 86400)


def parse_duration(text: str) -> tuple[int, ...] | None:
    """Years, months, weeks, days, hours, minutes, seconds of an ISO 8601 duration, or None where it is not one."""
    match = _DURATION.fullmatch(text)
    return tuple(int(part or 0) for part in match.groups()) if match else None


def duration_in_words(text: str, locale: str) -> str:
    """A duration as people say it: `P1Y6M` is `1 ปี 6 เดือน`, `1 year 6 months`. ValueError where it is not one."""
    parts = parse_duration(text)
    if parts is None:
        raise ValueError(f"not an ISO 8601 duration: {text!r}")
    words = catalog(locale)["duration"]
    said = [
        words[unit if count == 1 else f"{unit}s"].format(n=count)
        for unit, count in zip(_UNITS, parts, strict=True)
        if count
    ]
    return " ".join(said) or words["days"].format(n=0)


def days_of(text: str) -> float:
    """The length of a duration in days of the average Gregorian calendar. ValueError where it is not one."""
    parts = parse_duration(text)
    if parts is None:
        raise ValueError(f"not an ISO 8601 duration: {text!r}")
    return sum(count * days for count, days in zip(parts, _DAYS, strict=True))
