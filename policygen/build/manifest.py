"""A site's manifest: what its files were made from, and how they stood when they had been made.

One JSON file per site in the output's state folder, written last and as a whole. One that is broken, or of another
format, counts as absent: its site is then built again. Knows nothing of why a file was made.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from policygen.build.tree import Standing
from policygen.diagnostics import Bilingual

# A change of what is recorded below takes the next number; older output is then built again, never read.
FORMAT = 1
Inputs = tuple[tuple[str, str], ...]
"""Names with values or digests, in a fixed order."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: from what, the digest of its bytes, and how it then stood on the disk."""

    inputs: Inputs
    content: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class NextChange:
    """The first day on which a version of `policy` changes its state."""

    day: date
    policy: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site was built from as a whole (`sources`), and its files by path."""

    sources: Inputs
    files: Mapping[str, Made]
    notes: tuple[Bilingual, ...] = ()
    next_change: NextChange | None = None


def read(path: str) -> Manifest | None:
    """The manifest, or None where there is none that this program can use."""
    try:
        with open(path, "rb") as file:
            return _decoded(json.loads(file.read()))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def write(path: str, manifest: Manifest) -> None:
    """Put the manifest in its place, whole or not at all."""
    temporary = f"{path}.new"
    with open(temporary, "wb") as file:
        file.write(json.dumps(_encoded(manifest), ensure_ascii=False, separators=(",", ":")).encode())
    os.replace(temporary, path)


def _encoded(manifest: Manifest) -> dict[str, Any]:
    """As JSON values. An input that many files share stands once, in a table, and files name its number."""
    table: dict[tuple[str, str], int] = {}
    files = {
        path: [
            [table.setdefault(pair, len(table)) for pair in made.inputs],
            made.content,
            made.standing.size,
            made.standing.mtime_ns,
        ]
        for path, made in manifest.files.items()
    }
    change = manifest.next_change
    return {
        "format": FORMAT,
        "sources": manifest.sources,
        "notes": [[note.th, note.en] for note in manifest.notes],
        "next_change": None if change is None else [change.day.isoformat(), change.policy],
        "inputs": list(table),
        "files": files,
    }


def _decoded(values: Any) -> Manifest | None:
    if values["format"] != FORMAT:
        return None
    table = [(name, value) for name, value in values["inputs"]]
    change = values["next_change"]
    return Manifest(
        sources=tuple((name, value) for name, value in values["sources"]),
        files={
            path: Made(tuple(table[number] for number in numbers), content, Standing(size, mtime_ns))
            for path, (numbers, content, size, mtime_ns) in values["files"].items()
        },
        notes=tuple(Bilingual(th, en) for th, en in values["notes"]),
        next_change=None if change is None else NextChange(date.fromisoformat(change[0]), change[1]),
    )
