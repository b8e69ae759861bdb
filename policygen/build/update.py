"""Brings one folder to the files that are wanted in it, writing only those whose bytes are not there yet.

First every file that must be made is made, then all are written, then what nobody owns is removed: a page that
cannot be made leaves the folder as it was. Knows nothing of sites, themes or pages.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from policygen.build.manifest import Inputs, Made
from policygen.build.reasons import Altered, Changed, Missing, New, Reason
from policygen.build.tree import Standing, Tree, parents
from policygen.build.writing import make_way, prune, put


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that must stand at `path`; `make` gives its bytes, and equal `inputs` give equal bytes."""

    path: str
    inputs: Inputs
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Updated:
    """How the folder stands now, and what was done to it."""

    files: Mapping[str, Made]
    written: tuple[tuple[str, Reason], ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fresh:
    path: str
    inputs: Inputs
    data: bytes
    content: str
    reason: Reason


def update(root: str, tree: Tree, wanted: Sequence[Wanted], before: Mapping[str, Made]) -> Updated:
    """Make the folder `root`, which holds `tree` and was made as `before` says, hold exactly what is wanted."""
    decided = [_decide(root, one, before.get(one.path), tree.files.get(one.path)) for one in wanted]
    fresh = [made for made in decided if isinstance(made, _Fresh)]
    paths = [one.path for one in wanted]
    folders = parents(paths)
    make_way(root, tree, paths, folders)
    # Pages last: a page that is there names no picture or style that is not.
    in_order = sorted(fresh, key=lambda one: one.path.endswith(".html"))
    put_there = {one.path: Made(one.inputs, one.content, put(root, one.path, one.data)) for one in in_order}
    files = {
        one.path: made if isinstance(made, Made) else put_there[one.path]
        for one, made in zip(wanted, decided, strict=True)
    }
    removed = prune(root, tree, files, folders)
    return Updated(files, tuple((one.path, one.reason) for one in fresh), tuple(removed))


def _decide(root: str, wanted: Wanted, made: Made | None, there: Standing | None) -> Made | _Fresh:
    """The file as it stands where it may stay, else the bytes that must come in its place."""
    same = made is not None and made.inputs == wanted.inputs
    content = "" if there is None else _content(root, wanted.path, made, there)
    if made is not None and same and there is not None and content == made.content:
        return Made(made.inputs, content, there)
    data = wanted.make()
    digest = hashlib.sha256(data).hexdigest()
    if there is not None and content == digest:
        return Made(wanted.inputs, digest, there)
    return _Fresh(wanted.path, wanted.inputs, data, digest, _reason(wanted.inputs, made, there))


def _content(root: str, path: str, made: Made | None, there: Standing) -> str:
    """The digest of the bytes on the disk; the file is only read where it does not stand as it was left."""
    if made is not None and made.standing == there:
        return made.content
    with open(f"{root}/{path}", "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _reason(inputs: Inputs, made: Made | None, there: Standing | None) -> Reason:
    if made is None:
        return New()
    if made.inputs != inputs:
        return Changed(tuple(sorted({name for name, _ in {*inputs} ^ {*made.inputs}})))
    return Missing() if there is None else Altered()
