"""Putting a start in its place: made aside, then named at once, so that nothing half-written is ever seen.

Knows nothing of what is in the files.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from policygen.starting.planning import Start


def write_start(content: Path, start: Start, schemas: Mapping[str, str]) -> None:
    """Write the schemas (the program's own: made anew) and the new folder; raises OSError, and leaves no part of it."""
    content.mkdir(parents=True, exist_ok=True)
    for path, text in schemas.items():
        _replace(content / path, text)
    target = content / start.folder
    # Hidden, so that no build takes it for a site; what a killed run left under that name is nobody's.
    staged = target.with_name(f".{target.name}.new")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        _fill(staged, start.files)
        if os.path.lexists(target):
            raise FileExistsError(f"{target} is there already")
        staged.rename(target)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir()
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))


def _replace(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(exist_ok=True)
    staged = path.with_name(f".{path.name}.new")
    staged.write_bytes(data)
    os.replace(staged, path)
