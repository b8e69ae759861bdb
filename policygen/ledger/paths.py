"""From what people type to the texts of a version: a path in its record, or the anchor of a register's entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygen.ledger.texts import Path, Text, plain_of, segment_of, texts_of
from policygen.model.document import ANCHOR_PREFIX

_DIGITS = 6
_SHOWN = 20


class NoText(Exception):
    """No text, or far too many, are at the path; `near` are texts in the same part, with their paths."""

    def __init__(self, version: Mapping[str, Any], path: str) -> None:
        super().__init__(path)
        self.near = tuple(_near(texts_of(version), path.strip("/").split("/")))


@dataclass(frozen=True, slots=True)
class Named:
    """The texts at a path. `one`: they are one text, in one language or in several."""

    texts: tuple[Text, ...]
    one: bool


def find(version: Mapping[str, Any], path: str) -> Named:
    """The texts of a version at `path`; raises NoText."""
    segments = path.strip("/").split("/")
    texts = texts_of(version)
    places = list(_places(version, segments))
    found = tuple(text for text in texts if any(text.path[: len(place)] == place for place in places))
    found = found or tuple(run for place in places for run in _runs(texts, place))
    if not found:
        raise NoText(version, path)
    locales = {(_locale(text.path), text.plain) for text in found}
    return Named(found, len(locales) == len({locale for locale, _ in locales}))


def _places(version: Mapping[str, Any], segments: Sequence[str]) -> Iterator[Path]:
    """The paths that are meant, with ids for indices; none where they would name too much."""
    first, *rest = segments
    if first in version:
        place = tuple(_walk(version, segments))
        if len(place) == len(segments) and not _is_too_wide(place):
            yield place
        return
    for text in texts_of(version):
        at = _entry(text.path, first)
        if at and (text.path[0] == "facts" or not rest):
            yield (*text.path[: at + 1], *rest)


def _is_too_wide(place: Path) -> bool:
    """Whether the path names a whole language, all facts or all events, which is a slip."""
    return place in (("documents",), ("facts",), ("events",)) or (
        place[0] == "documents" and place[2:] in ((), ("sections",))
    )


def _walk(node: Any, segments: Sequence[str]) -> Iterator[str]:
    """The segments as far as they lead."""
    for segment in segments:
        match node:
            case Mapping() if segment in node:
                node = node[segment]
                yield segment
            case list():
                names = [segment_of(index, one) for index, one in enumerate(node)]
                index = names.index(segment) if segment in names else _index(segment)
                if index >= len(names):
                    return
                node = node[index]
                yield names[index]
            case _:
                return


def _index(segment: str) -> int:
    return int(segment) if segment.isascii() and segment.isdigit() and len(segment) < _DIGITS else 10**_DIGITS


def _entry(path: Path, anchor: str) -> int:
    """Where in a path the entry with that anchor is named; 0 where it is not."""
    if path[0] == "documents":
        return path.index(anchor) if anchor in path and path[path.index(anchor) - 1] == "entries" else 0
    register = next((name for name, prefix in ANCHOR_PREFIX.items() if anchor.startswith(f"{prefix}-")), None)
    if register is None or path[:2] != ("facts", register):
        return 0
    id = anchor.removeprefix(f"{ANCHOR_PREFIX[register]}-")
    return next((at for at in range(2, len(path)) if path[at] == id and (at == 2 or path[at - 1] == "items")), 0)


def _runs(texts: Sequence[Text], place: Path) -> Iterator[Text]:
    """The run at a place inside a text."""
    for text in texts:
        depth = len(text.path)
        if isinstance(text.value, list) and len(place) > depth and text.path == place[:depth]:
            yield Text(place, "string", plain_of([text.value[int(place[depth])]]))


def _locale(path: Path) -> str:
    return path[1] if path[0] == "documents" else path[-1]


def _near(texts: Sequence[Text], segments: Sequence[str]) -> Iterator[Text]:
    """The texts that share the most of the path's beginning."""
    for depth in range(len(segments), 0, -1):
        near = [text for text in texts if text.path[:depth] == tuple(segments[:depth])]
        if near:
            yield from near[:_SHOWN]
            return
