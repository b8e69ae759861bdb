"""Writes policygen/text/countries.json: the names of countries in every catalog's language, from CLDR through Babel.

    python tools/make_countries.py

A test keeps the file in step, so that the program itself needs no Babel.
"""

import json
import re
from pathlib import Path

from babel import Locale

from policygen.text.catalog import languages

TARGET = Path(__file__).parent.parent / "policygen" / "text" / "countries.json"
# ISO 3166-1 leaves these to users; CLDR uses them for things that are not countries.
NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}


def countries() -> dict[str, dict[str, str]]:
    """The names of each country by locale, then by ISO 3166-1 alpha-2 code."""
    return {
        language: {
            code: name
            for code, name in sorted(Locale(language).territories.items())
            if re.fullmatch("[A-Z]{2}", code) and code not in NOT_COUNTRIES
        }
        for language in languages()
    }


def as_file() -> str:
    """The content of the file."""
    return json.dumps(countries(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    TARGET.write_text(as_file(), "utf-8")
