"""Names of countries, from CLDR (`tools/make_countries.py` writes the data)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from policygen.text.catalog import catalog

ABROAD = "abroad"
"""Stands for a country where a policy says "abroad" and no more."""


@cache
def countries(locale: str) -> Mapping[str, str]:
    """From ISO 3166-1 alpha-2 code to name, in `locale`."""
    names: Mapping[str, Mapping[str, str]] = json.loads((Path(__file__).parent / "countries.json").read_text("utf-8"))
    return names[locale]


def country_name(country: str, locale: str) -> str:
    """The name of a country in `locale`; `abroad` has words of its own. KeyError where there is no such country."""
    return catalog(locale)["made"]["abroad"] if country == ABROAD else countries(locale)[country]
