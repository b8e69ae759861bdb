"""The content folder as a whole: which sites and policies there are, and what must not stand in it.

Opens no file.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.document import ANCHOR_PREFIX
from policygen.sources import file_problems as problems
from policygen.sources.identifiers import is_id, is_locale
from policygen.sources.reading import Folder

RESERVED_POLICY_IDS = ("bilingual", "assets", "static")
_REGISTER_FILES = tuple(f"{register}.yaml" for register in ANCHOR_PREFIX)
_SITE_FILES = ("site.yaml", "glossary.yaml", "rules.yaml", "heads.json", *_REGISTER_FILES)
_SITE_FOLDERS = ("static",)
_POLICY_FILES = ("policy.yaml", *_REGISTER_FILES)
_POLICY_FOLDERS = ("sections", "versions")
# What systems and repositories leave in folders.
_IGNORED = ("thumbs.db", "desktop.ini", "readme.md")
# What editors leave beside the file that they have open: locks, copies, and files that are about to take its place.
_OF_EDITORS = re.compile(r"\.?#.*|.*~|~\$.*|4913|.*\.(?:tmp|sw[a-p])|.*___jb_(?:tmp|old)___", re.IGNORECASE | re.DOTALL)
_SITE = Bilingual("เว็บไซต์", "site")
_POLICY = Bilingual("นโยบาย", "policy")


def sites(folder: Folder) -> tuple[str, ...]:
    """The folders with a site.yaml, sorted; a link that leaves the content is none."""
    return tuple(path.name for path in _folders(folder, folder.root) if (path / "site.yaml").is_file())


def policies(folder: Folder, site: str) -> tuple[str, ...]:
    """A site's folders with a policy.yaml or versions, sorted; a link that leaves the content is none."""
    if not is_id(site):
        return ()
    return tuple(path.name for path in _folders(folder, folder.root / site) if _is_policy(path))


def bad_site_name(place: Place, id: str) -> Diagnostic | None:
    """Why a site cannot have this name, or None where it can."""
    return None if is_id(id) else problems.bad_name(place, id, _SITE)


def bad_policy_name(place: Place, id: str, locales: tuple[str, ...]) -> Diagnostic | None:
    """Why a policy cannot have this name, or None where it can."""
    if not is_id(id):
        return problems.bad_name(place, id, _POLICY)
    # A tag of three letters is a language to nobody but linguists (`app`), unless the site has it.
    if id in RESERVED_POLICY_IDS or id in locales or (is_locale(id) and len(id) != len("app")):
        return problems.reserved_name(place, id)
    return None


def of_editor(path: Path) -> bool:
    """Whether this is a file that an editor keeps for itself, which nobody wrote and nobody reads."""
    return _OF_EDITORS.fullmatch(path.name) is not None and not path.is_dir()


def check(folder: Folder) -> Iterator[Diagnostic]:
    """Links that leave the folder, names that collide, names that cannot be, files that nobody reads."""
    yield from _links_and_collisions(folder, folder.root)
    for path in _inside(folder, folder.root):
        if not path.is_dir() or not (path / "site.yaml").is_file():
            yield problems.unknown_file(Place(folder.shown(path)), path.name, ())
        elif refused := bad_site_name(Place(folder.shown(path)), path.name):
            yield refused
        else:
            yield from _check_site(folder, path)


def check_policy(folder: Folder, site: str, policy: str) -> Iterator[Diagnostic]:
    """What is wrong with the files around one policy: those of its site's folder itself, and its own."""
    home = folder.root / site
    yield from _in_one_folder(folder, home, sorted(os.listdir(home)) if home.is_dir() else [])
    for path in _inside(folder, home):
        if not path.is_dir() or not _is_policy(path):
            yield from _unknown(folder, path, _SITE_FILES, _SITE_FOLDERS)
    if (home / policy).is_dir() and not folder.leaves(home / policy):
        yield from _links_and_collisions(folder, home / policy)
        yield from _check_policy(folder, home / policy)


def _check_site(folder: Folder, site: Path) -> Iterator[Diagnostic]:
    for path in _inside(folder, site):
        if path.is_dir() and _is_policy(path):
            refused = bad_policy_name(Place(folder.shown(path)), path.name, ())
            yield from [refused] if refused else _check_policy(folder, path)
        else:
            yield from _unknown(folder, path, _SITE_FILES, _SITE_FOLDERS)


def _check_policy(folder: Folder, policy: Path) -> Iterator[Diagnostic]:
    for path in _inside(folder, policy):
        yield from _unknown(folder, path, _POLICY_FILES, _POLICY_FOLDERS)
    for path in _inside(folder, policy / "sections"):
        if path.is_dir() or path.suffix != ".md":
            yield problems.unknown_file(Place(folder.shown(path)), path.name, ())


def _unknown(folder: Folder, path: Path, files: tuple[str, ...], folders: tuple[str, ...]) -> Iterator[Diagnostic]:
    known = folders if path.is_dir() else files
    # A folder with the name of a file is told when that file is read.
    if path.name not in known and path.name not in files:
        yield problems.unknown_file(Place(folder.shown(path)), path.name, known)


def _links_and_collisions(folder: Folder, root: Path) -> Iterator[Diagnostic]:
    for parent, names, files in os.walk(root):
        names.sort()
        yield from _in_one_folder(folder, Path(parent), sorted([*names, *files]))


def _in_one_folder(folder: Folder, parent: Path, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Links that leave the content, and names that are one name on other systems."""
    seen: dict[str, str] = {}
    for name in names:
        path = parent / name
        if of_editor(path):
            continue
        if path.is_symlink() and folder.leaves(path):
            yield problems.symbolic_link(Place(folder.shown(path)))
        other = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            yield problems.colliding_names(Place(folder.shown(path)), other)


def _entries(folder: Path) -> list[Path]:
    """What stands in a folder, sorted, without hidden and customary files."""
    if not folder.is_dir():
        return []
    shown = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in shown if not (path.name.lower() in _IGNORED or of_editor(path)))


def _inside(folder: Folder, parent: Path) -> list[Path]:
    """What stands in a folder, without links that leave the content."""
    return [path for path in _entries(parent) if not folder.leaves(path)]


def _folders(folder: Folder, parent: Path) -> list[Path]:
    return [path for path in _inside(folder, parent) if path.is_dir()]


def _is_policy(path: Path) -> bool:
    return (path / "policy.yaml").is_file() or (path / "versions").is_dir()
