"""Redacting a text of a version: wherever it stands in the version's file, its digest takes its place.

Works on bytes and JSON. The same file and path give the same bytes, so that a redaction that was cut short can be
finished, and one that was made can be checked against a copy of the original.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from policygen.ledger.canonical import canonical
from policygen.ledger.paths import Named, NoText, find
from policygen.ledger.placeholders import digest_of_text, is_mark, mark
from policygen.ledger.texts import Kind, Path, Text, plain_of, texts_of, with_texts

# A shorter text is replaced only where it stands alone: "1" or "ที่" stands in every other word.
_LEAST_INSIDE = 4
# The sentences of events cut long names off and end them with this; so much of a text's beginning tells what it was.
_CUT, _TELLING = "…", 20


_Span = tuple[int, int, str]
"""Where a needle begins and ends, and its mark."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A version's file without a text.

    `texts` are the digests of what was replaced, `replaced` the texts that changed, as they were. `left` are those that
    hold one of the texts inside a longer one, where it stays. `needles` are what was looked for.
    """

    file: bytes
    texts: tuple[str, ...]
    replaced: tuple[Text, ...]
    left: tuple[Text, ...]
    needles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Needle:
    """A text to replace: where it stands alone, or also `inside` longer texts."""

    text: str
    inside: bool = False

    @property
    def mark(self) -> str:
        return mark(digest_of_text(self.text))


def redacted(file: bytes, path: str) -> Redacted:
    """The version's file without the text at `path`; raises NoText where there is none."""
    version = json.loads(file)
    named = find(version, path)
    needles = _with_addresses(version, _needles(named))
    change = partial(_changed, needles, frozenset(text.path for text in named.texts))
    told = with_texts(version, change)
    before, after = texts_of(version), texts_of(told)
    replaced = tuple(old for old, new in zip(before, after, strict=True) if old != new)
    if not replaced:
        raise NoText(version, path)
    new = canonical(told) + b"\n"
    placed = {digest_of_text(needle.text) for needle in needles if needle.mark.encode() in new}
    looked_for = tuple(needle.text for needle in needles if len(needle.text) >= _LEAST_INSIDE)
    left = tuple(text for text in after if any(needle in text.plain for needle in looked_for))
    return Redacted(new, tuple(sorted(placed)), replaced, left, looked_for)


def _needles(named: Named) -> tuple[_Needle, ...]:
    """Longest first, so that a text inside another does not break it."""
    texts = sorted({text.plain for text in named.texts if text.plain.strip() and not is_mark(text.plain)})
    found = (_Needle(text, named.one and len(text) >= _LEAST_INSIDE) for text in texts)
    return tuple(sorted(found, key=lambda needle: -len(needle.text)))


def _with_addresses(version: Mapping[str, Any], needles: tuple[_Needle, ...]) -> tuple[_Needle, ...]:
    """With the addresses of links whose words are one of the texts: they tell the same (`tel:`, `mailto:`)."""
    sought = {needle.text for needle in needles}
    addresses = {
        run["href"]
        for text in texts_of(version)
        if text.kind == "runs" and not isinstance(text.value, str)
        for run in text.value
        if isinstance(run, dict) and run["text"] in sought and "href" in run
    }
    return (*needles, *(_Needle(address) for address in sorted(addresses)))


def _placed(runs: Sequence[Any]) -> Iterator[tuple[int, int, Any]]:
    """Each run with where it begins and ends in the text."""
    at = 0
    for run in runs:
        end = at + len(plain_of([run]))
        yield at, end, run
        at = end


def _changed(needles: Sequence[_Needle], targets: frozenset[Path], path: Path, kind: Kind, value: Any) -> Any:
    """The text at `path` with a mark in the place of each needle."""
    text = plain_of(value)
    if path in targets and text.strip() and not is_mark(text):
        return mark(digest_of_text(text))
    if path[0] == "events":
        return _in_event(text, needles)
    spans = _spans(text, needles)
    if isinstance(value, str) or spans[:1] == [(0, len(text), mark(digest_of_text(text)))]:
        return _with_marks(text, spans)
    return list(_runs(value, spans, needles))


def _in_event(text: str, needles: Sequence[_Needle]) -> str:
    """The sentence of an event, which tells the names of parts, long ones cut off."""
    names = [replace(needle, inside=len(needle.text) >= _LEAST_INSIDE) for needle in needles]
    text = _with_marks(text, _spans(text, names))
    for needle in needles:
        for length in range(len(needle.text) - 1, _TELLING - 1, -1):
            text = text.replace(needle.text[:length] + _CUT, needle.mark)
    return text


def _spans(text: str, needles: Sequence[_Needle]) -> list[_Span]:
    """Where needles stand in a text, in order and without overlaps."""
    spans: list[_Span] = []
    for needle in needles:
        at = text.find(needle.text) if needle.inside or text == needle.text else -1
        while at >= 0:
            end = at + len(needle.text)
            if all(end <= first or last <= at for first, last, _ in spans):
                spans.append((at, end, needle.mark))
            at = text.find(needle.text, end)
    return sorted(spans)


def _with_marks(text: str, spans: Sequence[_Span]) -> str:
    parts, at = [], 0
    for start, end, sign in spans:
        parts += [text[at:start], sign]
        at = end
    return "".join([*parts, text[at:]])


def _runs(runs: Sequence[Any], spans: Sequence[_Span], needles: Sequence[_Needle]) -> Iterator[Any]:
    """The runs with a mark where a span was; what is left of a run keeps its look, and of a link loses its address."""
    for start, end, run in _placed(runs):
        inside = [span for span in spans if span[0] < end and start < span[1]]
        at = start
        for first, last, sign in inside:
            yield from _cut(run, at - start, first - start) if first > at else ()
            yield from (sign,) if first >= start else ()
            at = min(last, end)
        if not inside:
            yield _with_address(run, needles)
        elif at < end:
            yield from _cut(run, at - start, end - start)


def _cut(run: Any, start: int, end: int) -> Iterator[Any]:
    """A stretch of a run that lost another one."""
    looks = {} if isinstance(run, str) else {name: look for name, look in run.items() if name != "href"}
    yield {**looks, "text": run["text"][start:end]} if looks else plain_of([run])[start:end]


def _with_address(run: Any, needles: Sequence[_Needle]) -> Any:
    """The run, its address without a text that is redacted."""
    if isinstance(run, str) or "href" not in run:
        return run
    return {**run, "href": _with_marks(run["href"], _spans(run["href"], needles))}
