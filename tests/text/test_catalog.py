import re
from pathlib import Path

import pytest

from policygen.text.catalog import catalog, languages
from policygen.text.countries import countries, country_name
from policygen.text.nearest import nearest
from tools.make_countries import as_file

SLOTS = re.compile(r"\{\w+\}")


def _slots(locale: str) -> dict[tuple[str, str], set[str]]:
    words = catalog(locale).items()
    return {(name, key): set(SLOTS.findall(text)) for name, table in words for key, text in table.items()}


def test_every_catalog_has_the_same_words_with_the_same_slots() -> None:
    shapes = {locale: _slots(locale) for locale in languages()}
    assert shapes["th"] == shapes["en"]


def test_no_catalog_for_an_unknown_language() -> None:
    with pytest.raises(KeyError):
        catalog("xx")


def test_countries_are_those_of_cldr() -> None:
    committed = Path("policygen/text/countries.json").read_text("utf-8")
    assert committed == as_file()


def test_countries_have_names_in_both_languages() -> None:
    assert country_name("US", "th") == "สหรัฐอเมริกา"
    assert country_name("SG", "en") == "Singapore"
    assert country_name("abroad", "th") == "ต่างประเทศ (ไม่ได้ระบุประเทศ)"
    assert countries("th").keys() == countries("en").keys()


def test_nearest_word() -> None:
    assert nearest("purposs", ["data", "purposes"]) == "purposes"
    assert nearest("zzz", ["data", "purposes"]) is None
