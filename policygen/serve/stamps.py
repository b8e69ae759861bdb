"""How files stand on the disk: names, sizes and times, without reading a word.

This is what tells that something must be read again: at each request, and while a page is open. A watcher only makes
it quicker, so that an event that is lost costs a moment and never shows an old page.
"""

import os
from collections.abc import Callable, Iterator

Stamp = tuple[tuple[str, int, int, int], ...]
"""Each file's path, time of change in ns, size and number; zeros for what cannot be looked at."""


def stamp_below(folder: str, wanted: Callable[[str], bool] = lambda _name: True) -> Stamp:
    """How all files below a folder stand whose first step is `wanted`; hidden ones are an editor's own."""
    return tuple(sorted(_files(folder, "", wanted)))


def stamp_beside(folder: str) -> Stamp:
    """How the files in a folder itself stand, and what folders there are."""
    return tuple(sorted(_standing(entry, entry.name) for entry in _entries(folder)))


def _files(folder: str, prefix: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, int, int, int]]:
    for entry in _entries(folder):
        if not wanted(entry.name):
            continue
        # A link to a folder is never walked: nobody reads through one.
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{prefix}{entry.name}/", lambda _name: True)
        else:
            yield _standing(entry, prefix + entry.name)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []


def _standing(entry: os.DirEntry[str], name: str) -> tuple[str, int, int, int]:
    try:
        if entry.is_dir(follow_symlinks=False):
            return f"{name}/", 0, 0, 0
        seen = entry.stat()
    except OSError:
        return name, 0, 0, 0
    return name, seen.st_mtime_ns, seen.st_size, seen.st_ino
