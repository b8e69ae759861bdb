"""The door to file locks: one writer at a time in each site. A lock dies with its process, so none is ever stale."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Writing takes milliseconds. Who waits longer than this is told, and tries again.
_PATIENCE_IN_SECONDS = 5.0
LOCK_NAME = ".policygen.lock"


class LedgerBusy(Exception):
    """Another command is writing to the site's ledgers."""


@contextmanager
def site_lock(site_folder: Path) -> Iterator[None]:
    """Hold the site's lock; raises LedgerBusy, or OSError where the folder cannot be written to."""
    from filelock import FileLock, Timeout

    lock = FileLock(site_folder / LOCK_NAME, timeout=_PATIENCE_IN_SECONDS, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise LedgerBusy(site_folder.as_posix()) from error
    try:
        yield
    finally:
        # Leave nothing beside the sources. Whoever waits on the removed file finds that it has no name any more, and
        # takes a new one; on Windows, where an open file cannot be removed, releasing removes it.
        with suppress(FileNotFoundError, PermissionError):
            Path(lock.lock_file).unlink()
        lock.release()
