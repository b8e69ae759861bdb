"""What loading gives back: a value, and everything that was found on the way."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from policygen.diagnostics import Diagnostic

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """`value` is None only where it could not be built; then at least one diagnostic is an error."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...]
