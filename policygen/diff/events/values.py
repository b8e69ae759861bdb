"""Facts in the form of the sources (`contract`, `P5Y`, `a, b`), and as words for readers."""

from collections.abc import Iterable, Sequence

from policygen.diff.events.telling import WordsIn, name_in
from policygen.model.facts import Criterion, DataItem, LocalText, NotStated, Period, Purpose, Retention, Stated
from policygen.text.catalog import catalog
from policygen.text.countries import country_name
from policygen.text.durations import duration_in_words

NOT_STATED_WORD = "not-stated"


def listed(value: Stated[Sequence[str]]) -> str:
    """The values of a list with commas between them, or `not-stated`."""
    return NOT_STATED_WORD if isinstance(value, NotStated) else ", ".join(value)


def text_value(value: Stated[LocalText | str]) -> str:
    """A text as one string: its first language, or `not-stated`."""
    match value:
        case NotStated():
            return NOT_STATED_WORD
        case LocalText():
            return value.plain(value.texts[0][0]) or "" if value.texts else ""
        case _:
            return value


def text_words(value: Stated[LocalText | str]) -> WordsIn:
    """A text in the words of each locale."""
    match value:
        case NotStated():
            return not_stated
        case LocalText():
            return lambda locale: name_in(value, locale, "")
        case _:
            return lambda _: value


def retention_value(value: Stated[Retention]) -> str:
    """`P5Y`, the words of a criterion, or `not-stated`."""
    match value:
        case Period():
            start = "" if isinstance(value.start, NotStated) else f" {text_value(value.start)}"
            return f"{value.duration}{start}"
        case Criterion():
            return text_value(value.text)
        case _:
            return NOT_STATED_WORD


def retention_words(value: Stated[Retention]) -> WordsIn:
    """A retention in the words of each locale."""
    match value:
        case Period():
            return lambda locale: _period(value, locale)
        case Criterion():
            return text_words(value.text)
        case _:
            return not_stated


def _period(period: Period, locale: str) -> str:
    length = duration_in_words(period.duration, locale)
    return length if isinstance(period.start, NotStated) else f"{length} {name_in(period.start, locale, '')}"


def duration_words(value: Stated[str]) -> WordsIn:
    """An ISO 8601 duration in the words of each locale."""
    return not_stated if isinstance(value, NotStated) else lambda locale: duration_in_words(value, locale)


def catalog_words(table: str, keys: Stated[Iterable[str]]) -> WordsIn:
    """Values of a closed set in the words of each locale, from a table of the catalog."""
    if isinstance(keys, NotStated):
        return not_stated
    chosen = tuple(keys)
    return lambda locale: _joined([catalog(locale)[table][key] for key in chosen], locale)


def country_words(countries: Iterable[str]) -> WordsIn:
    """Countries in the words of each locale."""
    chosen = tuple(countries)
    return lambda locale: _joined([country_name(country, locale) for country in chosen], locale)


def entry_words(entries: Iterable[DataItem | Purpose]) -> WordsIn:
    """The names of data items or purposes in the words of each locale."""
    chosen = tuple(entries)
    return lambda locale: _joined([name_in(_name(entry), locale, entry.id) for entry in chosen], locale)


def _name(entry: DataItem | Purpose) -> LocalText:
    return entry.name if isinstance(entry, DataItem) else entry.name or entry.text


def language_words(locales: Iterable[str]) -> WordsIn:
    """Languages by name in the words of each locale."""
    return catalog_words("language", [f"of_{locale}" for locale in locales])


def not_stated(locale: str) -> str:
    """The words for a fact that is not stated."""
    return catalog(locale)["made"]["not_stated"]


def _joined(words: Sequence[str], locale: str) -> str:
    return catalog(locale)["made"]["list_separator"].join(words)
