"""The door to watchdog: tells when files below some folders changed, once a burst is over.

Knows nothing of what the files are. It makes the preview quick, and is not what makes it right: where the system has
no watches left, `quick` is false and whoever shows a page looks for himself.
"""

import logging
import os
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Condition, Event, Thread
from typing import Any, Final

from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

_WHOLE = (FileClosedEvent, FileMovedEvent)
_NEW_FOLDERS = (DirCreatedEvent, DirMovedEvent)
# Reading is no change: without this each look at a page would be followed by the next.
_NO_CHANGES = (FileOpenedEvent, FileClosedNoWriteEvent, DirModifiedEvent)
# An editor's save comes as one to six events within 5 ms; a kernel's clock has ticks of 1 to 16 ms. A file that was
# closed after writing is whole.
_QUIET, _QUIET_WHOLE = 0.012, 0.004
# A program that writes without end is shown at this pace.
_LONGEST_BURST = 0.1
# Between the two halves of a save (delete and create, cut to nothing and write) a page must not tell of a lost file.
_SAVE_DANCE = 0.12
_SOURCES = (".md", ".yaml", ".json", ".html", ".css")
# How often a folder is looked for that went away; how many paths are worth a look.
_LOOK_AGAIN = 1.0
_MOST_LOOKED_AT = 50
_TIME_TO_STOP = 5.0
# At its end watchdog logs that nobody waits for its events any more; without a handler that goes to stderr.
_LOG, _SILENT = logging.getLogger("watchdog"), logging.NullHandler()


class Watch:
    """Calls `tell` from a thread of its own after each burst of changes below `folders`, from start to stop."""

    def __init__(self, folders: Sequence[str], tell: Callable[[], None]) -> None:
        self.quick = False
        self._folders: Final = tuple(folders)
        self._tell = tell
        self._changed = Condition()
        self._paths: set[str] = set()
        self._new_folders = False
        self._quiet_at = 0.0
        self._stopped = Event()
        self._observer: Any = None
        self._thread = Thread(target=self._run, name="watch", daemon=True)
        self._watched: tuple[tuple[int, int] | None, ...] = ()

    def start(self) -> None:
        """Begin to watch; `quick` once all folders are."""
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        with self._changed:
            self._stopped.set()
            self._changed.notify_all()
        self._thread.join(_TIME_TO_STOP)

    def noticed(self, path: str, *, whole: bool, new_folder: bool) -> None:
        """Take note that something happened to a file, and whether it is `whole` now; or that a folder is new."""
        with self._changed:
            self._paths.add(path)
            self._new_folders = self._new_folders or new_folder
            self._quiet_at = time.monotonic() + (_QUIET_WHOLE if whole else _QUIET)
            self._changed.notify_all()

    # The watches

    def _observe(self) -> None:
        """Watch all that is there now; the watches before go only when the new ones are set."""
        before, self._new_folders = self._observer, False
        self._watched = tuple(map(_identity, self._folders))
        # watchdog may meet a folder twice while it is being made, and says so where nobody can do anything about it.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        _LOG.addHandler(_SILENT)
        observer = Observer()
        try:
            observer.start()
            for folder, there in zip(self._folders, self._watched, strict=True):
                if there is not None:
                    observer.schedule(_Handler(self), folder, recursive=True)
            self.quick = True
        except OSError:
            # No watches left (ENOSPC), or no files (EMFILE).
            self.quick = False
        self._observer = observer
        _end(before)

    # The bursts

    def _run(self) -> None:
        self._observe()
        self._watch()
        _end(self._observer)

    def _watch(self) -> None:
        while not self._stopped.is_set():
            with self._changed:
                self._changed.wait_for(lambda: bool(self._paths) or self._stopped.is_set(), _LOOK_AGAIN)
            if self._stopped.is_set():
                return
            if self._paths:
                self._settle()
                self._tell()
            # With a folder that went away went its watches; what was made in a new one before it had a watch has none.
            if self._new_folders or tuple(map(_identity, self._folders)) != self._watched:
                self._observe()
                self._tell()

    def _settle(self) -> None:
        """Wait until the burst is over, and the save that it belongs to."""
        began = time.monotonic()
        while not self._stopped.is_set():
            with self._changed:
                now = time.monotonic()
                quiet = now >= self._quiet_at or now - began >= _LONGEST_BURST
                paths = tuple(self._paths)
                if quiet and (now - began >= _SAVE_DANCE or not _half_saved(paths)):
                    self._paths.clear()
                    return
            time.sleep(_QUIET_WHOLE / 2)


class _Handler(FileSystemEventHandler):
    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on the paths of what is a change, and of no hidden file."""
        if isinstance(event, _NO_CHANGES):
            return
        # What was renamed is looked for under its new name.
        path = os.fsdecode(event.dest_path or event.src_path)
        if not os.path.basename(path).startswith("."):
            whole, new_folder = isinstance(event, _WHOLE), isinstance(event, _NEW_FOLDERS)
            self._watch.noticed(path, whole=whole, new_folder=new_folder)


def _end(observer: Any) -> None:
    if observer is not None:
        with suppress(OSError, RuntimeError, KeyError):
            observer.stop()
            observer.join(_TIME_TO_STOP)


def _half_saved(paths: Sequence[str]) -> bool:
    """Whether one of a few sources that changed is not there, or has nothing in it; other names are an editor's."""
    sources = [path for path in paths if path.endswith(_SOURCES)]
    return len(sources) <= _MOST_LOOKED_AT and any(_is_gone(path) for path in sources)


def _is_gone(path: str) -> bool:
    try:
        seen = os.stat(path)
    except OSError:
        return True
    return seen.st_size == 0


def _identity(folder: str) -> tuple[int, int] | None:
    try:
        seen = os.stat(folder)
    except OSError:
        return None
    return seen.st_dev, seen.st_ino
