"""The texts in the JSON of a version, each with its path; and the same JSON with its texts changed.

A path is a JSON Pointer (RFC 6901) without its first slash, in which sections and entries go by their ids:
`documents/th/sections/contact/blocks/2/parts/0`. Ids, enums, dates, and the words that the program made for labels
are no texts.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Path = tuple[str, ...]
Kind = Literal["runs", "string", "url"]
Change = Callable[[Path, Kind, Any], Any]
"""From a text's path, kind and JSON to the JSON that takes its place."""

_RUNS = frozenset(("title", "text", "value"))
_NESTED = frozenset(("sections", "blocks", "items", "entries", "fields"))
_URLS = frozenset(("opens", "opt_out", "privacy_url", "cookie_url", "processing_url", "website"))
_STRINGS = frozenset(("email", "phone", "registration", "old", "new", "reason"))
_LISTED_STRINGS = frozenset(("names", "short_names", "variants"))
# Addresses, and pairs of anchors and ids.
_NO_TEXTS = frozenset(("where", "places", "was"))


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a version: `value` is runs as JSON, or a string."""

    path: Path
    kind: Kind
    value: Any

    @property
    def plain(self) -> str:
        """Its words."""
        return plain_of(self.value)


def plain_of(value: Any) -> str:
    """The words of runs as JSON, or the string itself."""
    if isinstance(value, str):
        return value
    return "".join(run if isinstance(run, str) else run["text"] for run in value)


def texts_of(version: Mapping[str, Any]) -> tuple[Text, ...]:
    """All texts of a version, in the order of its members."""
    found: list[Text] = []

    def note(path: Path, kind: Kind, value: Any) -> Any:
        found.append(Text(path, kind, value))
        return value

    with_texts(version, note)
    return tuple(found)


def texts_in_file(file: bytes) -> tuple[Text, ...]:
    """All texts of a version, from the file of its record."""
    return texts_of(json.loads(file))


def with_texts(version: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """The JSON of a version with each of its texts changed."""
    locales = frozenset(version["facts"]["locales"])
    documents = version["documents"].items()
    facts = {name: _fact(version[name], (name,), change, locales) for name in ("facts", "summary", "stated", "notice")}
    events = [_fact(event, ("events", str(n)), change, locales) for n, event in enumerate(version["events"])]
    told = {locale: _document(document, ("documents", locale), change) for locale, document in documents}
    return {**version, **facts, "events": events, "documents": told}


def segment_of(index: int, element: Any) -> str:
    """The part of a path that names an element of a list: its id or anchor, else its index from 0."""
    if isinstance(element, Mapping):
        named = element.get("id", element.get("anchor"))
        if isinstance(named, str) and named:
            return named
    return str(index)


def _document(node: Mapping[str, Any], path: Path, change: Change) -> dict[str, Any]:
    """A document, section, block, item, entry or field."""
    return {name: _member(name, value, (*path, name), change) for name, value in node.items()}


def _member(name: str, value: Any, path: Path, change: Change) -> Any:
    if name in _RUNS:
        return change(path, "runs", value)
    if name in _NESTED:
        return [_document(one, (*path, part), change) for part, one in _named(value)]
    match name:
        case "parts":
            return [_part(one, (*path, str(index)), change) for index, one in enumerate(value)]
        case "head":
            return _cells(value, path, change)
        case "rows":
            return [_cells(row, (*path, str(index)), change) for index, row in enumerate(value)]
        case _:
            return value


def _part(value: Any, path: Path, change: Change) -> Any:
    return _document(value, path, change) if isinstance(value, Mapping) else change(path, "runs", value)


def _cells(cells: Sequence[Any], path: Path, change: Change) -> list[Any]:
    return [change((*path, str(index)), "runs", cell) for index, cell in enumerate(cells)]


def _fact(value: Any, path: Path, change: Change, locales: frozenset[str]) -> Any:
    """A fact or an event, whose texts are known by the names of their members or stand under locales."""
    name = path[-1]
    match value:
        case _ if name in _NO_TEXTS:
            return value
        case Mapping() if name == "message" or (value and value.keys() <= locales):
            return {locale: _local(text, (*path, locale), change) for locale, text in value.items()}
        case Mapping():
            return {key: _fact(one, (*path, key), change, locales) for key, one in value.items()}
        case list() if name in _LISTED_STRINGS:
            return _strings(value, path, change)
        case list():
            return [_fact(one, (*path, part), change, locales) for part, one in _named(value)]
        case str() if name in _URLS:
            return change(path, "url", value)
        case str() if name in _STRINGS or (name == "name" and "cookies" in path):
            return change(path, "string", value)
        case _:
            return value


def _local(value: Any, path: Path, change: Change) -> Any:
    """What stands under a locale: a text, an event's message, or other spellings of a name."""
    return _strings(value, path, change) if path[-2] in _LISTED_STRINGS else change(path, "runs", value)


def _strings(values: Sequence[str], path: Path, change: Change) -> list[str]:
    return [change((*path, str(index)), "string", value) for index, value in enumerate(values)]


def _named(values: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    return ((segment_of(index, value), value) for index, value in enumerate(values))
