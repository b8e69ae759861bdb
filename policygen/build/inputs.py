"""Digests of the files that a site is built from, without reading what they say.

They tell whether a site must be looked at again. Knows nothing of YAML, ledgers or themes.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator

from policygen.build.manifest import Inputs

# What a public build reads of a site; all else is for drafts.
_PUBLIC_FILES = ("site.yaml", "heads.json")
_STATIC = "static"
_POLICY_MARKS = ("policy.yaml", "versions")
SOURCES = "sources"


def inputs_of_site(folder: str, drafts: bool) -> Inputs:
    """What stands in a site's folder, by name: its settings, its own files, the ledger of each policy, its sources.

    `policies` is which policies there are. `sources` is everything else, told with `drafts` only: no draft can touch
    a public site.
    """
    groups: dict[str, list[str]] = {}
    policies: set[str] = set()
    for path in files_below(folder):
        names = path.split("/")
        if len(names) > 1 and names[1] in _POLICY_MARKS:
            policies.add(names[0])
        group = _group(path, names)
        if group is not None and (group != SOURCES or drafts):
            groups.setdefault(group, []).append(path)
    digests = ((name, _digest(folder, paths)) for name, paths in sorted(groups.items()))
    return (*digests, ("policies", " ".join(sorted(policies))))


def digest_of_folder(folder: str) -> str:
    """One digest over the names and bytes of all files below a folder."""
    return _digest(folder, files_below(folder))


def files_below(folder: str) -> Iterator[str]:
    """Every file below a folder, by path relative to it.

    A link is among them, wherever it leads: it is never walked into, for it may lead to a whole disk, and nobody
    reads through a link to a folder.
    """
    yield from _walk(folder, "")


def _walk(folder: str, prefix: str) -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def _group(path: str, names: list[str]) -> str | None:
    """The name under which a file counts; None for hidden files (locks, an editor's own), which nobody reads."""
    if names[0] == _STATIC:
        return _STATIC
    if names[-1].startswith("."):
        return None
    if path in _PUBLIC_FILES:
        return path
    return f"{names[0]}/versions" if names[1:2] == ["versions"] else SOURCES


def _digest(folder: str, paths: Iterable[str]) -> str:
    whole = hashlib.sha256()
    # Links may lead from one site to another.
    root = os.path.join(os.path.realpath(os.path.dirname(folder)), "")
    for path in sorted(paths):
        whole.update(os.fsencode(path) + b"\0" + _content(f"{folder}/{path}", root))
    return whole.hexdigest()


def _content(path: str, root: str) -> bytes:
    """The digest of a file's bytes; for a link, of what it says, and of the file's bytes where that is inside `root`.

    What lies outside is never read, here or by who reads the site.
    """
    whole = hashlib.sha256()
    inside = True
    if os.path.islink(path):
        whole.update(os.fsencode(os.readlink(path)) + b"\0")
        inside = os.path.realpath(path).startswith(root)
    if inside and os.path.isfile(path):
        with open(path, "rb") as file:
            whole.update(file.read())
    return whole.digest()
