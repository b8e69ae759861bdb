"""A site's files brought into canonical form, each with the proof that it still says the same.

Reads the files, and writes none. A file whose form is broken is told and left alone.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from policygen.diagnostics import Diagnostic, has_errors
from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.sources import file_problems as problems
from policygen.sources.blocks import read_prose
from policygen.sources.canonical import PROSE, canonical_text
from policygen.sources.canonical.files import SourceFile, source_files
from policygen.sources.canonical.proof import loaded, says_the_same
from policygen.sources.reading import Folder
from policygen.sources.schema.json_schema import FILES
from policygen.sources.schema.validation import validated
from policygen.sources.site_loader import read_site
from policygen.sources.tree import policies
from policygen.sources.yaml_door import read_yaml

Form = Callable[[str, TextFile, tuple[str, ...]], str]
_MENDED = ("file.byte-order-mark", "file.line-ends")


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is not in canonical form: what was read of it, and the text that it should have."""

    source: SourceFile
    before: TextFile
    after: str


@dataclass(frozen=True, slots=True)
class Formatting:
    """What is to be written, what stands in the way of the other files, and how many were looked at."""

    changes: tuple[Change, ...]
    found: tuple[Diagnostic, ...]
    files: int


def format_site(folder: Folder, site: str, policy: str | None, form: Form = canonical_text) -> Formatting:
    """What brings a site, or one policy of it, into the `form`."""
    reading = read_site(folder, site)
    if not reading.locales:
        return Formatting((), reading.found, 0)
    sources = list(source_files(folder, site, policy, reading.locales))
    changes: list[Change] = []
    found: list[Diagnostic] = []
    for source in sources:
        file, told = folder.read(source.path)
        told += [] if file is None else _broken(file, source)
        if file is None or has_errors(told):
            found += [one for one in told if one.severity == "error"]
            continue
        after = form(source.kind, file, source.locales)
        if after != file.text or any(one.rule in _MENDED for one in told):
            changes.append(Change(source, file, after))
    kept = _proven(folder, site, changes)
    found += [problems.not_formatted(change.before.whole()) for change in changes if change not in kept]
    return Formatting(tuple(kept), tuple(found), len(sources))


def _broken(file: TextFile, source: SourceFile) -> list[Diagnostic]:
    """What is wrong with the form of one file."""
    if source.kind == PROSE:
        return read_prose(whole_text(file), source.locales[0], placements=True).found
    node, found = read_yaml(file)
    if node is None or source.kind not in FILES:
        return found
    return [*found, *validated(FILES[source.kind], node, source.locales)[1]]


def _proven(folder: Folder, site: str, changes: Collection[Change]) -> list[Change]:
    """The changes after which the site and its policies are what they were."""
    kept = [change for change in changes if change.source.kind == PROSE or _alike(change)]
    touched = sorted(_touched(folder, site, kept))
    before = loaded(folder, site, touched)
    if not kept or loaded(_with(folder, kept), site, touched) == before:
        return kept
    alone = [change for change in kept if loaded(_with(folder, [change]), site, touched) == before]
    return alone if loaded(_with(folder, alone), site, touched) == before else []


def _alike(change: Change) -> bool:
    return says_the_same(change.before, TextFile(change.before.path, change.after))


def _with(folder: Folder, changes: Iterable[Change]) -> Folder:
    return replace(folder, instead={change.source.path: change.after for change in changes})


def _touched(folder: Folder, site: str, changes: Iterable[Change]) -> Iterator[str]:
    """The policies that read one of the files."""
    home = folder.root / site
    paths = [change.source.path.relative_to(home) for change in changes]
    every = any(len(path.parts) == 1 for path in paths)
    for policy in policies(folder, site):
        if (home / policy / "policy.yaml").is_file() and (every or any(path.parts[0] == policy for path in paths)):
            yield policy
