"""The preview from its first to its last moment: a server on a free port, and a watch on the folders."""

import errno
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from policygen.build.looking import theme_folders
from policygen.serve.changes import Changes
from policygen.serve.desk import Desk
from policygen.serve.preview import Preview
from policygen.serve.server import Server
from policygen.serve.site_state import TodayIn
from policygen.serve.watching import Watch

# After a busy port the next ones are tried, so many of them.
_TRIED_PORTS = 50
_LAST_PORT = 65535
# Seconds without a change, and how many more values there are than at the last collection.
_IDLE_SECONDS, _MUCH_GARBAGE = 3.0, 50_000
_TAKEN = (errno.EADDRINUSE, errno.EACCES)


class NoPort(Exception):
    """No port is free, from the one asked for on."""


@contextmanager
def preview_server(
    content: Path, today_in: TodayIn, sites: tuple[str, ...], *, port: int, lang: str, warm: bool = False
) -> Iterator[Server]:
    """A server on the port, or on the next free one, with its folders watched; its caller lets it serve.

    A `warm` one makes a first page before anybody asks.
    """
    changes = Changes()
    watch = Watch(tuple(_watched(content, sites)), changes.tell)
    desk = Desk(Preview(content, today_in, sites), lang)
    server = _on_free_port(port, lambda free: Server(free, desk, changes, lambda: watch.quick))
    try:
        watch.start()
        if warm:
            Thread(target=desk.warm, name="warm", daemon=True).start()
        with _collecting_when_idle(changes):
            yield server
    finally:
        changes.end()
        watch.stop()
        server.server_close()


@contextmanager
def _collecting_when_idle(changes: Changes) -> Iterator[None]:
    """Leave garbage in cycles until nobody waits: looking through all that is kept takes as long as a page."""
    was_on = gc.isenabled()
    gc.disable()
    Thread(target=_collect, args=(changes,), name="collect", daemon=True).start()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _collect(changes: Changes) -> None:
    known = 0
    while not changes.ended:
        count = changes.wait(known, _IDLE_SECONDS)
        if count == known and gc.get_count()[0] > _MUCH_GARBAGE:
            gc.collect()
        known = count


def _watched(content: Path, sites: tuple[str, ...]) -> Iterator[str]:
    """The folders that pages are made from; watches need their real paths."""
    root = os.path.realpath(content)
    folders = [os.path.join(root, site) for site in sites] or [root]
    themes = [os.path.realpath(folder) for folder in theme_folders(content)]
    yield from dict.fromkeys((*folders, *themes))


def _on_free_port(port: int, make: Callable[[int], Server]) -> Server:
    for free in range(port, min(port + _TRIED_PORTS, _LAST_PORT) + 1):
        try:
            return make(free)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
    raise NoPort
