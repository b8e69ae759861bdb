"""Writing files so that a crash at any moment leaves the old file or the new one, whole and on disk.

Knows nothing of what is in them.
"""

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Step = Callable[[str], None]
"""Called with a name after each step of writing; a test stops the process there."""

_STAGED = re.compile(r"\..+\.json\.new")
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def no_step(_: str) -> None:
    """The step that goes on."""


def place_new(path: Path, data: bytes, step: Step = no_step) -> None:
    """Write a file that is not there yet; raises FileExistsError where it is, and leaves it as it was."""
    staged = _stage(path, data)
    step("staged")
    _name_once(staged, path, step)
    step("placed")
    flush_folder(path.parent)
    step("flushed")


def replace(path: Path, data: bytes, step: Step = no_step) -> None:
    """Write a file in the place of the one that is there, if any."""
    staged = _stage(path, data)
    step("staged")
    os.replace(staged, path)
    step("placed")
    flush_folder(path.parent)
    step("flushed")


def make_folder(folder: Path) -> None:
    """Make the folder, where it is not there, so that a crash keeps it."""
    if not folder.is_dir():
        folder.mkdir()
        flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """Have the folder's names written to disk. Windows has no such call: it keeps them in its own journal."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def leftovers(folder: Path) -> list[Path]:
    """What a killed process staged in the folder and never put in its place."""
    with suppress(FileNotFoundError):
        return sorted(path for path in folder.iterdir() if _STAGED.fullmatch(path.name))
    return []


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed process staged in the folder; only for who holds the site's lock."""
    for path in leftovers(folder):
        path.unlink()


def _stage(path: Path, data: bytes) -> Path:
    staged = path.with_name(f".{path.name}.new")
    with open(staged, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return staged


def _name_once(staged: Path, path: Path, step: Step) -> None:
    """Rename that never replaces: Windows' own does not, and on Unix a hard link fails where the name is taken."""
    if os.name != "nt":
        try:
            os.link(staged, path)
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
        else:
            step("linked")
            staged.unlink()
            return
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    staged.rename(path)
