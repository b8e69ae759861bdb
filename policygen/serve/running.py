"""The preview from its first to its last moment: a server on a free port, and a watch on the folders."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from policygen.build.looking import theme_folders
from policygen.serve.changes import Changes
from policygen.serve.desk import Desk
from policygen.serve.preview import Preview
from policygen.serve.server import Server
from policygen.serve.site_state import TodayIn
from policygen.serve.watching import Watch

USUAL_PORT = 8000
# After a busy port the next ones are tried, so many of them.
_TRIED_PORTS = 50
_LAST_PORT = 65535
_TAKEN = (errno.EADDRINUSE, errno.EACCES)


class NoPort(Exception):
    """No port is free, from the one asked for on."""


@contextmanager
def preview_server(content: Path, today_in: TodayIn, sites: tuple[str, ...], port: int, lang: str) -> Iterator[Server]:
    """A server on the port, or on the next free one, with its folders watched; its caller lets it serve."""
    changes = Changes()
    watch = Watch(tuple(_watched(content, sites)), changes.tell)
    desk = Desk(Preview(content, today_in, sites), lang)
    server = _on_free_port(port, lambda free: Server(free, desk, changes, lambda: watch.quick))
    try:
        watch.start()
        yield server
    finally:
        changes.end()
        watch.stop()
        server.server_close()


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
