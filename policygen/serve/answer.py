"""What stands at an address of the preview, before it is put into HTTP."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """Bytes, with the name that says what they are."""

    body: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site as its theme made it."""

    html: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The same thing, under its right address."""

    address: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing, or nothing that could be made yet."""


Answer = File | Page | Moved | Missing
