"""Keys of what is kept for values that are too big to be compared each time: which objects they are, not what they say.

Knows nothing of what the values are. A key keeps them, so that no other object can get their identity meanwhile.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class ById(Generic[T]):
    """The key of these very values, which must never change."""

    values: tuple[T, ...]

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.values)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and list(map(id, self.values)) == list(map(id, other.values))
