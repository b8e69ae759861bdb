"""Putting a file in canonical form into the place of the old one, so that a crash leaves one of them whole.

Knows nothing of what is in it.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def replace_text(path: Path, text: str) -> None:
    """Write the text in the place of the file that is there; a link to a file stays a link. Raises OSError."""
    target = path.resolve(strict=True)
    # Hidden, so that nobody reads it; what a killed run left under that name is nobody's.
    staged = target.with_name(f".{target.name}.new")
    with suppress(FileNotFoundError):
        staged.unlink()
    try:
        with open(os.open(staged, _NEW_FILE, 0o600), "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        staged.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(staged, target)
    except BaseException:
        with suppress(OSError):
            staged.unlink()
        raise
