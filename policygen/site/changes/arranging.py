"""What changed and what was kept, arranged for reading: sections, changes with numbers, what stands beside them.

Knows of a unit only what became of it and where it stands; not what it says, nor in how many languages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Generic, TypeVar

from policygen.site.change_views import StretchKind

T = TypeVar("T")
_STAYING = ("kept", "edited", "spacing")


@dataclass(frozen=True, slots=True)
class Unit(Generic[T]):
    """A clause: what became of it, the section that it stands in, and `of`, what is shown of it.

    `move` is the number of its move, `away` says that it went from here. Changes of different `mark` stay apart.
    """

    kind: StretchKind
    section: str
    of: T
    move: int | None = None
    away: bool = False
    heading: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Arranged(Generic[T]):
    """Units that changed together, or were kept (`number` 0).

    `near` says of each kept one whether a change is beside it. `other` is the number of the other place of a move, or
    0, and `other_section` where that is.
    """

    kind: StretchKind
    units: tuple[Unit[T], ...]
    near: tuple[bool, ...]
    number: int = 0
    before: int = 0
    after: int = 0
    other: int = 0
    other_section: str = ""


@dataclass(slots=True)
class _Part(Generic[T]):
    units: list[Unit[T]]
    number: int = 0
    near: list[bool] = field(default_factory=list)

    @property
    def first(self) -> Unit[T]:
        return self.units[0]

    @property
    def place(self) -> tuple[int | None, bool]:
        return self.first.move, self.first.away


def arranged(units: Sequence[Unit[T]]) -> tuple[tuple[Arranged[T], ...], ...]:
    """The parts of each section in reading order, all changes numbered from 1."""
    sections = [_parts(tuple(group)) for _, group in groupby(units, lambda unit: unit.section)]
    changes = [part for parts in sections for part in parts if part.first.kind != "kept"]
    for number, part in enumerate(changes, 1):
        part.number = number
    places: dict[tuple[int | None, bool], _Part[T]] = {}
    for part in changes:
        places.setdefault(part.place, part)
    for parts in sections:
        _mark_near(parts)
    return tuple(tuple(_arranged(part, len(changes), places) for part in parts) for parts in sections)


def by_sections(units: Sequence[Unit[T]], order: Sequence[str]) -> tuple[Unit[T], ...]:
    """The units so that, between two that stayed, what came and went is in the order of sections.

    A comparison tells first all that went from there, then all that came, across sections.
    """
    places = {section: at for at, section in enumerate(order)}
    parts = (
        tuple(group) if stays else sorted(group, key=lambda unit: places[unit.section])
        for stays, group in groupby(units, lambda unit: unit.kind in _STAYING)
    )
    return tuple(unit for part in parts for unit in part)


def _parts(units: Sequence[Unit[T]]) -> list[_Part[T]]:
    """Neighbours that were added, removed or moved together are one change; each edited clause is its own."""
    return [_Part(group) for group in _groups(units)]


def _groups(units: Sequence[Unit[T]]) -> Iterator[list[Unit[T]]]:
    group: list[Unit[T]] = []
    for unit in units:
        if group and _together(group[-1], unit):
            group.append(unit)
            continue
        if group:
            yield group
        group = [unit]
    if group:
        yield group


def _together(before: Unit[T], unit: Unit[T]) -> bool:
    same = (before.kind, before.move, before.away, before.mark) == (unit.kind, unit.move, unit.away, unit.mark)
    return same and unit.kind not in ("edited", "spacing")


def _mark_near(parts: Sequence[_Part[T]]) -> None:
    """Mark what gives a change its context: the units beside it, and the headings that it stands under."""
    for at, part in enumerate(parts):
        if part.number:
            continue
        part.near = [False] * len(part.units)
        if at > 0:
            part.near[0] = True
        if at + 1 < len(parts):
            part.near[-1] = True
            heading = next((i for i in reversed(range(len(part.units))) if part.units[i].heading), None)
            if heading is not None:
                part.near[heading] = True
            if at == 0:
                part.near[0] |= part.first.heading
        _fill(part.near)


def _fill(near: list[bool]) -> None:
    """A lone unit between two that are shown is shown too: words that stand for it would take as much room."""
    for at in range(1, len(near) - 1):
        near[at] |= near[at - 1] and near[at + 1]


def _arranged(part: _Part[T], changes: int, places: dict[tuple[int | None, bool], _Part[T]]) -> Arranged[T]:
    if not part.number:
        return Arranged("kept", tuple(part.units), tuple(part.near))
    move, away = part.place
    other = places.get((move, not away)) if move is not None else None
    return Arranged(
        part.first.kind,
        tuple(part.units),
        (True,) * len(part.units),
        part.number,
        part.number - 1,
        part.number + 1 if part.number < changes else 0,
        other.number if other else 0,
        other.first.section if other else "",
    )
