"""Which files of a site have a canonical form, and of which kind they are: never versions, nor heads.json.

Opens no file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policygen.model.document import ANCHOR_PREFIX
from policygen.sources.canonical import PROSE
from policygen.sources.reading import Folder
from policygen.sources.tree import policies

_OF_SITE = ("site", "glossary", "rules", *ANCHOR_PREFIX)
_OF_POLICY = ("policy", *ANCHOR_PREFIX)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the sources: its kind, and its locales as `canonical_text` takes them."""

    path: Path
    kind: str
    locales: tuple[str, ...]


def source_files(folder: Folder, site: str, policy: str | None, locales: tuple[str, ...]) -> Iterator[SourceFile]:
    """The files of one policy, or with `policy` None those of a site and of all its policies."""
    home = folder.root / site
    if policy is not None:
        yield from _of_policy(folder, home / policy, locales)
        return
    yield from _named(home, _OF_SITE, locales)
    for name in policies(folder, site):
        yield from _of_policy(folder, home / name, locales)


def _of_policy(folder: Folder, home: Path, locales: tuple[str, ...]) -> Iterator[SourceFile]:
    yield from _named(home, _OF_POLICY, locales)
    sections = home / "sections"
    for path in () if folder.leaves(sections) else sorted(sections.glob("*.md")):
        yield SourceFile(path, PROSE, (path.stem.rpartition(".")[2],))


def _named(home: Path, kinds: tuple[str, ...], locales: tuple[str, ...]) -> Iterator[SourceFile]:
    for kind in kinds:
        path = home / f"{kind}.yaml"
        if path.exists() or path.is_symlink():
            yield SourceFile(path, kind, locales)
