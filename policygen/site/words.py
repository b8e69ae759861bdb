"""What the views say in one language: the catalog's words, dates in two eras, names of languages.

Knows facts and texts, no pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from policygen.model.document import Run, Runs
from policygen.model.facts import LocalText
from policygen.site.views import DateWords
from policygen.text.catalog import Catalog, catalog
from policygen.text.dates import BUDDHIST_ERA_OFFSET, date_in_words

# ISO 15924 would need a table of languages; these are the ones that are written from right to left today.
_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one locale."""

    locale: str
    catalog: Catalog

    @property
    def page(self) -> Mapping[str, str]:
        """The words that every page may show."""
        return self.catalog["page"]

    def say(self, table: str, key: str, **slots: object) -> str:
        """The words of `key` with their {slots} filled in."""
        text = self.catalog[table][key]
        return text.format(**slots) if slots else text

    def text(self, text: LocalText) -> str:
        """The text in this locale without links, or words that say that it is not translated yet."""
        return text.plain(self.locale) or self.catalog["made"]["untranslated"]

    def runs(self, text: LocalText) -> Runs:
        """The text in this locale with its links, or words that say that it is not translated yet."""
        return text.runs(self.locale) or (Run(self.catalog["made"]["untranslated"]),)

    def date(self, day: date) -> DateWords:
        """The day in this locale's era, and its year in the other."""
        year = day.year if self.locale == "th" else day.year + BUDDHIST_ERA_OFFSET
        other = self.say("version", "other_era", year=year)
        return DateWords(day.isoformat(), date_in_words(day, self.locale), other)

    def listed(self, texts: tuple[str, ...]) -> str:
        """The texts with the list separator between them."""
        return self.catalog["made"]["list_separator"].join(texts)

    def language(self, locale: str) -> str:
        """The name of `locale` in this language ("Thai"), or its own name where this catalog lacks it."""
        return self.catalog["language_name"].get(locale) or own_name(locale)


@cache
def words_of(locale: str) -> Words:
    """The words of `locale`; KeyError where there is no catalog for it."""
    return Words(locale, catalog(locale))


def own_name(locale: str) -> str:
    """A language's name as its speakers write it."""
    return catalog(locale)["language"]["name"]


def direction(locale: str) -> Literal["ltr", "rtl"]:
    """Which way the language is written."""
    return "rtl" if locale.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def name_in(text: LocalText, locale: str, fallback: str) -> str:
    """A name in `locale`; names are better in another language than missing, so then `fallback`'s, else any."""
    return text.plain(locale) or text.plain(fallback) or next((text.plain(name) or "" for name, _ in text.texts), "")
