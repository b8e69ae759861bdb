"""Tells those who wait that something may have changed."""

from threading import Condition


class Changes:
    """A count that only grows, and a way to wait until it does."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._count = 0
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether nothing will be told any more."""
        return self._ended

    def tell(self) -> None:
        """Wake all who wait."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Wake all who wait, for the last time."""
        self._ended = True
        self.tell()

    def wait(self, known: int, seconds: float) -> int:
        """The count, as soon as it is another than the one that is known, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._count != known, seconds)
            return self._count
