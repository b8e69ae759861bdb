"""What stands on the disk below one folder, seen in one pass and without following a link.

Knows nothing of sites or of who owns a file.
"""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field

# A host may keep a site's folder as a repository of its own (a branch that is served); its history is not ours.
NEVER_OURS = ".git"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a file stands on the disk: its size in bytes, its time of change in nanoseconds."""

    size: int
    mtime_ns: int


@dataclass(slots=True)
class Tree:
    """All entries below a folder, by path relative to it, with `/` between names.

    `others` are entries that are neither files nor folders: links, sockets and the like.
    """

    files: dict[str, Standing] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def look(folder: str) -> Tree:
    """Everything below `folder`; an empty tree where it is not a folder, or is a link to one."""
    tree = Tree()
    if is_folder(folder):
        _look_into(folder, "", tree)
    return tree


def is_folder(path: str) -> bool:
    """Whether a folder itself stands there, not a link to one."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def parents(paths: Iterable[str]) -> set[str]:
    """All folders that the paths lie in, each relative to the same place as they are."""
    found: set[str] = set()
    for path in paths:
        parent = path.rpartition("/")[0]
        while parent and parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return found


def _look_into(folder: str, prefix: str, tree: Tree) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.name == NEVER_OURS:
                continue
            if entry.is_dir(follow_symlinks=False):
                tree.folders.add(path)
                _look_into(entry.path, f"{path}/", tree)
            elif entry.is_file(follow_symlinks=False):
                seen = entry.stat(follow_symlinks=False)
                tree.files[path] = Standing(seen.st_size, seen.st_mtime_ns)
            else:
                tree.others.add(path)
