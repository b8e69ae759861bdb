"""Locales and time zones."""

from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from policygen.sources.identifiers import LOCALE_PATTERN, is_locale
from policygen.sources.nodes import Scalar
from policygen.sources.schema.leaves import Leaf, refuse
from policygen.text.catalog import languages


def _locale(scalar: Scalar) -> str:
    if not is_locale(scalar.value):
        raise refuse("locale-form", given=scalar.value)
    if scalar.value not in languages():
        raise refuse("locale-unknown", given=scalar.value, known=" ".join(languages()))
    return scalar.value


def _time_zone(scalar: Scalar) -> str:
    try:
        ZoneInfo(scalar.value)
    except (ValueError, KeyError, OSError):
        raise refuse("time-zone", given=scalar.value, known=" ".join(sorted(available_timezones()))) from None
    return scalar.value


Locale = Annotated[str, Leaf(_locale, {"type": "string", "pattern": LOCALE_PATTERN})]
TimeZone = Annotated[str, Leaf(_time_zone, {"type": "string"})]
