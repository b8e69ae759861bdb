"""The data flow of a policy: which data serve which purposes, and who receives them in which countries.

A relation that the policy does not state has no line. Knows facts and words; where boxes stand is the picture's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from policygen.model.facts import DataItem, Facts, NotStated, Purpose, Recipient, Stated, Tool
from policygen.site.picture import Box, draw
from policygen.site.views import Flow, FlowSentence, NodeKind
from policygen.site.words import Words
from policygen.text.countries import country_name

# More boxes in a column than this can no longer be followed by eye; the rest become one box.
MOST_BOXES = 16

Receiver = Recipient | Tool
Edge = tuple[str, str]


def flow_of(facts: Facts, fragments: Mapping[str, str], words: Words) -> Flow | None:
    """The picture for `facts`, or None where fewer than two of data, purposes and recipients are there."""
    relations = _Relations(facts, fragments, words)
    columns = [
        (words.say("flow", "data"), relations.data_boxes()),
        (words.say("flow", "purposes"), relations.purpose_boxes()),
        (words.say("flow", "recipients"), relations.receiver_boxes()),
    ]
    columns = [(head, boxes) for head, boxes in columns if boxes]
    if len(columns) < 2:
        return None
    capped, edges = _capped(columns, relations.edges(), words)
    picture = draw(capped, edges, words.say("made", "list_separator"))
    notes = ["note"] if relations.countries_stated or not relations.receivers else ["note", "no_countries"]
    counts = {"data": len(facts.data), "purposes": len(facts.purposes), "recipients": len(relations.receivers)}
    return Flow(
        picture.width,
        picture.height,
        words.say("flow", "title"),
        words.say("flow", "description", **counts),
        picture.heads,
        picture.nodes,
        picture.edges,
        tuple(relations.sentences()),
        " ".join(words.say("flow", note) for note in notes),
    )


@dataclass(frozen=True)
class _Relations:
    """Boxes by key (the entry's anchor) and what leads to what. Items of a data group count as the group."""

    facts: Facts
    fragments: Mapping[str, str]
    words: Words

    @property
    def receivers(self) -> tuple[Receiver, ...]:
        return (*self.facts.recipients, *self.facts.tools)

    def data_boxes(self) -> list[Box]:
        return [
            self._box(f"data-{item.id}", "data", self.words.text(item.name), self._sensitive(item))
            for item in self.facts.data
        ]

    def purpose_boxes(self) -> list[Box]:
        return [self._box(f"purpose-{p.id}", "purpose", self._purpose_name(p)) for p in self.facts.purposes]

    def receiver_boxes(self) -> list[Box]:
        return [self._box(_key(one), _kind(one), self.words.text(one.name), self._where(one)) for one in self.receivers]

    def edges(self) -> list[Edge]:
        """Data to purposes, purposes to recipients; data to recipients where no purpose stands between."""
        through = [(top, f"purpose-{p.id}") for p in self.facts.purposes for top in self._tops(p.data)]
        onward = [
            (purpose, _key(one))
            for one in self.receivers
            for purpose in self._known(one.purposes)
        ]  # fmt: skip
        purposes_of: dict[str, set[str]] = {}
        for top, purpose in through:
            purposes_of.setdefault(top, set()).add(purpose)
        told = set(onward)
        direct = [
            (top, _key(one))
            for one in self.receivers
            for top in self._tops(one.data)
            if not any((purpose, _key(one)) in told for purpose in purposes_of.get(top, ()))
        ]
        return [*through, *onward, *direct]

    def sentences(self) -> Iterator[FlowSentence]:
        """The picture in words: a sentence for each purpose and each recipient, with what is stated of it.

        A recipient of which no more is stated than its purposes is told with them.
        """
        receivers: dict[str, list[str]] = {}
        for one in self.receivers:
            for key in self._known(one.purposes):
                receivers.setdefault(key, []).append(self.words.text(one.name))
        for purpose in self.facts.purposes:
            key = f"purpose-{purpose.id}"
            told = [("data_used", self._data_names(purpose.data)), ("received_by", receivers.get(key, []))]
            yield self._sentence(key, self._purpose_name(purpose), told)
        for one in self.receivers:
            told = [("data_received", self._data_names(one.data)), ("country", self._countries(one))]
            if any(names for _, names in told) or not self._known(one.purposes):
                yield self._sentence(_key(one), self.words.text(one.name), told)

    def _sentence(self, key: str, name: str, told: list[tuple[str, list[str]]]) -> FlowSentence:
        said = [self.words.say("flow", label, names=self.words.listed(tuple(names))) for label, names in told if names]
        text = " · ".join([name, *(said or [self.words.say("made", "not_stated")])])
        return FlowSentence(text, self.fragments.get(key, ""))

    def _box(self, key: str, kind: NodeKind, name: str, notes: tuple[str, ...] = ()) -> Box:
        return Box(key, kind, name, self.fragments.get(key, ""), notes)

    def _purpose_name(self, purpose: Purpose) -> str:
        return self.words.text(purpose.name or purpose.text)

    @cached_property
    def countries_stated(self) -> bool:
        """Whether the policy says of any recipient where it is."""
        return any(self._countries(one) for one in self.receivers)

    def _countries(self, one: Receiver) -> list[str]:
        countries = () if isinstance(one.countries, NotStated) else one.countries
        return [country_name(country, self.words.locale) for country in countries]

    def _where(self, one: Receiver) -> tuple[str, ...]:
        """The notes under a recipient: its countries. Where no recipient has any, the picture's own note says so."""
        if not self.countries_stated:
            return ()
        return tuple(self._countries(one)) or (self.words.say("flow", "country_not_stated"),)

    def _sensitive(self, item: DataItem) -> tuple[str, ...]:
        kinds = (one.sensitive for one in _with_items(item))
        found = any(not isinstance(kind, NotStated) and kind != "no" for kind in kinds)
        return (self.words.page["sensitive"],) if found else ()

    def _data_names(self, data: Stated[tuple[str, ...]]) -> list[str]:
        """The names in the boxes of the named data."""
        return [self._top_names[top] for top in self._tops(data)]

    def _tops(self, data: Stated[tuple[str, ...]]) -> list[str]:
        """The boxes of the named data, each once."""
        ids = () if isinstance(data, NotStated) else data
        return list(dict.fromkeys(self._top_of[id] for id in ids if id in self._top_of))

    def _known(self, purposes: Stated[tuple[str, ...]]) -> list[str]:
        ids = () if isinstance(purposes, NotStated) else purposes
        return [f"purpose-{id}" for id in dict.fromkeys(ids) if id in self._purposes]

    @cached_property
    def _purposes(self) -> frozenset[str]:
        return frozenset(purpose.id for purpose in self.facts.purposes)

    @cached_property
    def _top_names(self) -> Mapping[str, str]:
        return {f"data-{item.id}": self.words.text(item.name) for item in self.facts.data}

    @cached_property
    def _top_of(self) -> Mapping[str, str]:
        return {one.id: f"data-{item.id}" for item in self.facts.data for one in _with_items(item)}


def _capped(
    columns: list[tuple[str, list[Box]]], edges: Iterable[Edge], words: Words
) -> tuple[list[tuple[str, list[Box]]], tuple[Edge, ...]]:
    """The columns with what is too many gathered in one box each, and the edges led to it."""
    gathered: dict[str, str] = {}
    capped = []
    for index, (head, boxes) in enumerate(columns):
        shown, rest = (boxes, []) if len(boxes) <= MOST_BOXES else (boxes[: MOST_BOXES - 1], boxes[MOST_BOXES - 1 :])
        notes = tuple(dict.fromkeys(note for box in rest for note in box.notes))
        more = Box(f"more-{index}", "more", words.say("flow", "more", n=len(rest)), notes=notes)
        gathered |= {box.key: more.key for box in rest}
        capped.append((head, [*shown, more] if rest else shown))
    led = ((gathered.get(start, start), gathered.get(end, end)) for start, end in edges)
    return capped, tuple(dict.fromkeys(led))


def _with_items(item: DataItem) -> Iterator[DataItem]:
    yield item
    for inner in item.items:
        yield from _with_items(inner)


def _kind(one: Receiver) -> Literal["tool", "recipient"]:
    return "tool" if isinstance(one, Tool) else "recipient"


def _key(one: Receiver) -> str:
    return f"{_kind(one)}-{one.id}"
