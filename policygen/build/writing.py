"""Putting files in their places and taking away what is nobody's, so that a reader never meets half a file.

Knows nothing of manifests or of why; follows no link.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress

from policygen.build.tree import Standing, Tree, is_folder

# One name for all: a site is written by one process at a time, one file after another.
TEMPORARY = ".policygen-new"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def put(root: str, path: str, data: bytes) -> Standing:
    """Write a file beside its place and rename it into place; its folder must be there."""
    target = f"{root}/{path}"
    temporary = f"{target.rpartition('/')[0]}/{TEMPORARY}"
    with open(os.open(temporary, _NEW_FILE, 0o666), "wb", buffering=0) as file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        seen = os.fstat(file.fileno())
    os.replace(temporary, target)
    return Standing(seen.st_size, seen.st_mtime_ns)


def make_way(root: str, tree: Tree, paths: Iterable[str], folders: Iterable[str]) -> None:
    """Make `root` and the folders; take away leftovers of a killed build, and what stands in the way.

    A folder where a file must come, and anything else where a folder must, cannot be replaced by a rename.
    """
    if not is_folder(root):
        with suppress(FileNotFoundError):
            os.unlink(root)
        os.mkdir(root)
    everything = (*tree.files, *tree.others, *tree.folders)
    for path in [path for path in everything if path.rpartition("/")[2] == TEMPORARY]:
        _remove(root, tree, path)
    for path in tree.folders.intersection(paths):
        _remove(root, tree, path)
    for folder in sorted(folders):
        if folder in tree.files or folder in tree.others:
            _remove(root, tree, folder)
        if folder not in tree.folders:
            os.mkdir(f"{root}/{folder}")
            tree.folders.add(folder)


def prune(root: str, tree: Tree, paths: Collection[str], folders: Collection[str]) -> list[str]:
    """Take away every file, link and folder of `tree` that is not told to stay; gives the files and links."""
    gone = sorted((tree.files.keys() | tree.others).difference(paths))
    for path in gone:
        os.unlink(f"{root}/{path}")
    for folder in sorted(tree.folders.difference(folders), reverse=True):
        # Somebody may have put a file there meanwhile; the next build looks again.
        with suppress(OSError):
            os.rmdir(f"{root}/{folder}")
    return gone


def _remove(root: str, tree: Tree, path: str) -> None:
    """Take away one entry, and all in it where it is a folder, from the disk and from `tree`."""
    inside = f"{path}/"
    for name in [name for name in (*tree.files, *tree.others) if name == path or name.startswith(inside)]:
        os.unlink(f"{root}/{name}")
        tree.files.pop(name, None)
        tree.others.discard(name)
    for name in sorted((n for n in tree.folders if n == path or n.startswith(inside)), reverse=True):
        os.rmdir(f"{root}/{name}")
        tree.folders.discard(name)
