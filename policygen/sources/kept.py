"""What was made of files when they were read the last time, for whoever reads the same policy again and again.

Knows nothing of what is made. Only what the last reading needed is kept, so it does not grow.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Values by what they were made from; they must not be changed by who gets them."""

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def begin(self) -> None:
        """Another reading begins: what it does not ask for is forgotten at the one after."""
        self._before, self._now = self._now, {}

    def of(self, made_from: Hashable, make: Callable[[], T]) -> T:
        """The value made from this, made now where it was not made before."""
        if made_from not in self._now:
            self._now[made_from] = self._before[made_from] if made_from in self._before else make()
        value: T = self._now[made_from]
        return value
