"""Why a file is written or removed, as values and as sentences that a person can read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class New:
    """There was no such file."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What the file is made from changed: the names of those inputs."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """Somebody changed the file in the output folder."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody removed the file from the output folder."""


@dataclass(frozen=True, slots=True)
class Unowned:
    """No page owns the file any more, or ever did: it is removed."""


Reason = New | Changed | Altered | Missing | Unowned
