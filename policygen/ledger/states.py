"""Which version binds on which day. Pure functions of records and of a day; nothing here asks a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policygen.ledger.record import Record

State = Literal["upcoming", "in-force", "superseded", "withdrawn"]
DateKind = Literal["effective", "published", "recorded"]


@dataclass(frozen=True, slots=True)
class Binding:
    """The day from which a version counts, and which of its dates that is."""

    day: date
    by: DateKind


def binding(record: Record) -> Binding:
    """The effective date; where that is not known the published one, else the recorded one."""
    if record.effective is not None:
        return Binding(record.effective, "effective")
    if record.published is not None:
        return Binding(record.published, "published")
    return Binding(record.recorded, "recorded")


def counting(records: Sequence[Record]) -> tuple[Record, ...]:
    """The versions that bind, have bound or will: all but the withdrawn ones."""
    return tuple(record for record in records if record.withdrawal is None)


def in_force(records: Sequence[Record], day: date) -> Record | None:
    """The version that binds on `day`, or None where none does yet."""
    begun = [record for record in counting(records) if binding(record).day <= day]
    return max(begun, key=_order, default=None)


def next_change(records: Sequence[Record], today: date) -> date | None:
    """The next day after `today` on which a state changes, or None."""
    return min((day for record in counting(records) if (day := binding(record).day) > today), default=None)


def next_upcoming(records: Sequence[Record], today: date) -> Record | None:
    """The version that will bind next, or None where none is upcoming."""
    day = next_change(records, today)
    return None if day is None else in_force(records, day)


def states(records: Sequence[Record], today: date) -> tuple[State, ...]:
    """The state of each version on `today`."""
    binds = in_force(records, today)
    return tuple(_state(record, binds, today) for record in records)


def _state(record: Record, binds: Record | None, today: date) -> State:
    if record.withdrawal is not None:
        return "withdrawn"
    if binding(record).day > today:
        return "upcoming"
    return "in-force" if record is binds else "superseded"


def _order(record: Record) -> tuple[date, int]:
    """Versions that begin on one day bind in the order of their numbers."""
    return binding(record).day, record.number
