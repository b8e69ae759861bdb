"""Which entry of the old register is which of the new: by id, through `was:`, and whether it moved."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from policygen.model.facts import DataItem, Facts


class HasId(Protocol):
    """Anything with an id of its author's."""

    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=HasId)


@dataclass(frozen=True, slots=True)
class Pair(Generic[_T]):
    """One entry before and after; None where there is none. `moved` says that its place among the others changed."""

    old: _T | None
    new: _T | None
    moved: bool = False


def pair_entries(old: Sequence[_T], new: Sequence[_T], was: Mapping[str, Sequence[str]]) -> tuple[Pair[_T], ...]:
    """The pairs in the order of `new`, then what only `old` has. `was` has the former ids by id."""
    by_id = {entry.id: entry for entry in old}
    partners = [_partner(entry, by_id, was, {entry.id for entry in new}) for entry in new]
    places = {entry.id: place for place, entry in enumerate(old)}
    moved = _moved([places[partner.id] for partner in partners if partner])
    found = {partner.id for partner in partners if partner}
    return (
        *(
            Pair(partner, entry, partner is not None and places[partner.id] in moved)
            for entry, partner in zip(new, partners, strict=True)
        ),
        *(Pair(entry, None) for entry in old if entry.id not in found),
    )


def former_ids(facts: Facts, prefix: str) -> dict[str, tuple[str, ...]]:
    """The ids that entries or sections had before, by the id that they have now."""
    return {ref.partition(":")[2]: ids for ref, ids in facts.was if ref.startswith(f"{prefix}:")}


def _partner(entry: _T, by_id: Mapping[str, _T], was: Mapping[str, Sequence[str]], taken: set[str]) -> _T | None:
    if entry.id in by_id:
        return by_id[entry.id]
    former = (id for id in was.get(entry.id, ()) if id in by_id and id not in taken)
    return next((by_id[id] for id in former), None)


def _moved(places: Sequence[int]) -> frozenset[int]:
    """The places that are not in the longest run of rising places: the fewest that must have moved."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(last[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        last[at : at + 1] = [index]
    kept = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(places[index])
        index = before[index]
    return frozenset(set(places) - kept)


@dataclass(frozen=True, slots=True)
class Placed:
    """A data item with the group that it stands in ("" at the top)."""

    item: DataItem
    group: str

    @property
    def id(self) -> str:
        return self.item.id


def data_items(items: Iterable[DataItem], group: str = "") -> Iterator[Placed]:
    """Every item and group of the data register, in reading order."""
    for item in items:
        yield Placed(item, group)
        yield from data_items(item.items, item.id)
