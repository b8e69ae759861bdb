"""The manifest of a site's folder: what its files were made from, and how they stood when they had been made.

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
from policygen.diagnostics import Bilingual, Diagnostic, Place, Severity

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
    """The next day on which a version of a policy (`site/policy`) changes its state."""

    day: date
    policy: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a site's settings say that is needed without reading them again; `names` is the site's name by locale."""

    timezone: str
    theme: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """How a folder was built.

    `sources` is what it was made from as a whole; empty where it must be looked at again in any case. `said` is None
    for the folder above all sites. `diagnostics` hold no errors.
    """

    sources: Inputs
    files: Mapping[str, Made]
    said: Said | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
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
    change, said = manifest.next_change, manifest.said
    return {
        "format": FORMAT,
        "sources": manifest.sources,
        "said": said and [said.timezone, said.theme, said.names],
        "diagnostics": [_encoded_diagnostic(one) for one in manifest.diagnostics],
        "next_change": None if change is None else [change.day.isoformat(), change.policy],
        "inputs": list(table),
        "files": files,
    }


def _decoded(values: Any) -> Manifest | None:
    if values["format"] != FORMAT:
        return None
    table = _pairs(values["inputs"])
    change, said = values["next_change"], values["said"]
    return Manifest(
        sources=_pairs(values["sources"]),
        files={
            path: Made(tuple(table[number] for number in numbers), content, Standing(size, mtime_ns))
            for path, (numbers, content, size, mtime_ns) in values["files"].items()
        },
        said=said and Said(said[0], said[1], _pairs(said[2])),
        diagnostics=tuple(_decoded_diagnostic(one) for one in values["diagnostics"]),
        next_change=None if change is None else NextChange(date.fromisoformat(change[0]), change[1]),
    )


def _pairs(values: Any) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in values)


def _encoded_diagnostic(one: Diagnostic) -> list[Any]:
    place = one.place
    return [
        one.rule,
        one.severity,
        [place.path, place.line, place.column, place.end_column, place.source],
        [one.message.th, one.message.en],
        one.hint and [one.hint.th, one.hint.en],
        one.policy,
        one.locale,
        one.reference,
    ]


def _decoded_diagnostic(values: Any) -> Diagnostic:
    rule, severity, place, message, hint, policy, locale, reference = values
    told: Severity = severity
    return Diagnostic(
        rule, told, Place(*place), Bilingual(*message), hint and Bilingual(*hint), policy, locale, reference
    )
