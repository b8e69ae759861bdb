"""Where a record stands in its ledger, and the name of its file.

`3.json` is version 3, `3-act-1.json` the first act after it, whichever version that act is about. So a listing of the
folder tells the order of the chain.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_NAME = re.compile(r"([1-9][0-9]{0,8})(?:-act-([1-9][0-9]{0,8}))?\.json")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """The record of a version (`act` 0), or the act of that number after it."""

    version: int
    act: int = 0

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.version}-act-{self.act}.json" if self.act else f"{self.version}.json"

    @property
    def next_act(self) -> "Position":
        """Where an act that follows it stands."""
        return Position(self.version, self.act + 1)

    @property
    def next_version(self) -> "Position":
        """Where a version that follows it stands."""
        return Position(self.version + 1)


def position_of(name: str) -> Position | None:
    """The position that the name of a file tells, or None where it is no record's."""
    found = _NAME.fullmatch(name)
    return Position(int(found[1]), int(found[2] or 0)) if found else None


def missing_before(positions: Iterable[Position]) -> Iterator[Position]:
    """For each gap in positions that are in order, the first record that is missing."""
    before = Position(0)
    for position in positions:
        if position not in (before.next_act, before.next_version):
            yield before.next_act if position.version == before.version else before.next_version
        before = position
