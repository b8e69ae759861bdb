"""Finding a theme and reading it whole: its files and those of the themes that it extends.

A theme is read once, into memory: what is rendered later can reach nothing else. Knows nothing of what templates and
style sheets mean, and not how `theme.yaml` is written: the caller brings its reader.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.theme import ThemeSettings
from policygen.text.nearest import nearest

SETTINGS_FILE = "theme.yaml"
TEMPLATES = "templates/"
ASSETS = "assets/"
# A theme of a thousand templates is a mistake (`theme: ../..`), and a chain of twenty a circle in disguise.
MOST_FILES = 1000
LONGEST_CHAIN = 8
# What file managers and editors leave behind is no part of a theme.
_IGNORED = (".", "~")

ReadSettings = Callable[[Path], tuple[ThemeSettings | None, Sequence[Diagnostic]]]
"""Reads a `theme.yaml`; None where it cannot be read, and then an error says why."""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file of a theme: its content, and its path as the user would type it."""

    shown: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme of a chain. `files` are by path within its folder (`templates/policy.html`)."""

    name: str
    settings: ThemeSettings
    files: Mapping[str, ThemeFile]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and what it extends, the nearest first. `digest` is over all their files."""

    layers: tuple[Layer, ...]
    digest: str

    def templates(self) -> dict[str, ThemeFile]:
        """The templates by name: `policy.html` is the nearest theme's, `default:policy.html` that theme's own."""
        found: dict[str, ThemeFile] = {}
        for layer in reversed(self.layers):
            for path, file in layer.files.items():
                if path.startswith(TEMPLATES):
                    name = path.removeprefix(TEMPLATES)
                    found[name] = found[f"{layer.name}:{name}"] = file
        return found

    def assets(self) -> dict[str, ThemeFile]:
        """The assets by path within `assets/`, each the nearest theme's."""
        return {
            path.removeprefix(ASSETS): file
            for layer in reversed(self.layers)
            for path, file in layer.files.items()
            if path.startswith(ASSETS)
        }


def builtin_folder() -> Path:
    """Where the themes stand that come with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def load_theme(name: str, folders: Sequence[Path], read: ReadSettings) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme called `name`, looked for in each of `folders`; None where errors say why it cannot be used.

    Where it is `name` itself that is missing, the place is empty: who asked for it knows where.
    """
    layers: list[Layer] = []
    found: list[Diagnostic] = []
    wanted: str | None = name
    asked = Place("", 0)
    while wanted is not None:
        if wanted in {layer.name for layer in layers} or len(layers) == LONGEST_CHAIN:
            found.append(_circle(asked, wanted))
            break
        root = _folder_of(wanted, folders)
        if root is None:
            found.append(_missing(asked, wanted, folders))
            break
        if root.is_symlink():
            found.append(_leaves(Place(root.as_posix())))
            break
        layer, problems = _read_layer(wanted, root, read)
        found += problems
        layers.append(layer)
        wanted = layer.settings.extends
        asked = Place((root / SETTINGS_FILE).as_posix())
    failed = any(problem.severity == "error" for problem in found)
    return (None if failed else Theme(tuple(layers), _digest(layers))), tuple(found)


def _folder_of(name: str, folders: Sequence[Path]) -> Path | None:
    if not _is_plain_name(name):
        return None
    return next((folder / name for folder in folders if (folder / name / SETTINGS_FILE).is_file()), None)


def _is_plain_name(name: str) -> bool:
    """Whether the name is one of a folder right here: no path, nothing hidden."""
    return name.replace("-", "").replace("_", "").isalnum() and name.isascii()


def _read_layer(name: str, root: Path, read: ReadSettings) -> tuple[Layer, list[Diagnostic]]:
    files, found = _read_files(root)
    settings, problems = read(root / SETTINGS_FILE)
    return Layer(name, settings or ThemeSettings(), files), [*found, *problems]


def _read_files(root: Path) -> tuple[dict[str, ThemeFile], list[Diagnostic]]:
    """All files of a theme by path within it, in order; links that leave it and names that collide are errors."""
    files: dict[str, ThemeFile] = {}
    found: list[Diagnostic] = []
    taken: dict[str, str] = {}
    for path in _paths(root):
        place = Place(path.as_posix())
        inner = path.relative_to(root).as_posix()
        other = taken.setdefault(unicodedata.normalize("NFC", inner).casefold(), inner)
        if len(files) == MOST_FILES:
            return files, [*found, _too_many(Place(root.as_posix()))]
        if other != inner:
            found.append(_collision(place, other))
        elif (problem := _refusal(path, root)) is not None:
            found.append(problem)
        elif not path.is_dir():
            files[inner] = ThemeFile(place.path, path.read_bytes())
    return files, found


def _paths(root: Path) -> Iterator[Path]:
    """Everything below a theme's folder that is no folder itself, links to folders included, in order."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(_IGNORED))
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*names, *links]):
            if not name.startswith(_IGNORED) and not name.endswith(_IGNORED[1]):
                yield Path(folder, name)


def _refusal(path: Path, root: Path) -> Diagnostic | None:
    """Why the file must not be read: it leads out of the theme, or is no ordinary file."""
    place = Place(path.as_posix())
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
        mode = path.stat().st_mode
    except (OSError, RuntimeError):
        return _unreadable(place)
    if not inside:
        return _leaves(place)
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else _unreadable(place)


def _digest(layers: Sequence[Layer]) -> str:
    """SHA-256 over the names of the themes and the paths and contents of all their files."""
    whole = hashlib.sha256()
    for layer in layers:
        whole.update(f"{layer.name}\0".encode())
        for path, file in sorted(layer.files.items()):
            whole.update(path.encode() + b"\0" + hashlib.sha256(file.content).digest())
    return whole.hexdigest()


# What can be wrong


def _missing(place: Place, name: str, folders: Sequence[Path]) -> Diagnostic:
    there = sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{SETTINGS_FILE}")})
    message = Bilingual(f"ไม่พบธีม {name}", f"there is no theme {name!r}")
    close = nearest(name, there)
    hint = (
        Bilingual(f"หมายถึง {close} หรือไม่", f"did you mean {close}?")
        if close
        else Bilingual(f"ธีมที่มี: {', '.join(there)}", f"there are: {', '.join(there)}")
    )
    return Diagnostic("theme.missing", "error", place, message, hint)


def _circle(place: Place, name: str) -> Diagnostic:
    message = Bilingual(f"ธีม {name} ขยายจากธีมที่ขยายจากตัวเอง", f"the theme {name!r} extends itself, by way of others")
    return Diagnostic("theme.circle", "error", place, message)


def _leaves(place: Place) -> Diagnostic:
    message = Bilingual("ลิงก์นี้ชี้ออกนอกโฟลเดอร์ของธีม", "this link leads out of the theme's folder")
    hint = Bilingual("คัดลอกไฟล์จริงมาไว้ในธีม", "put a copy of the file itself into the theme")
    return Diagnostic("theme.symlink", "error", place, message, hint)


def _unreadable(place: Place) -> Diagnostic:
    message = Bilingual("อ่านไม่ได้ หรือไม่ใช่ไฟล์ธรรมดา", "this cannot be read, or is no ordinary file")
    return Diagnostic("theme.file", "error", place, message)


def _collision(place: Place, other: str) -> Diagnostic:
    message = Bilingual(
        f"ชื่อนี้ซ้ำกับ {other} ในระบบที่ไม่แยกตัวพิมพ์ใหญ่เล็ก",
        f"this is the same name as {other} where capitals and small letters are not told apart",
    )
    return Diagnostic(
        "theme.colliding-names", "error", place, message, Bilingual("เปลี่ยนชื่อไฟล์หนึ่ง", "rename one of them")
    )


def _too_many(place: Place) -> Diagnostic:
    message = Bilingual(f"ธีมมีไฟล์เกิน {MOST_FILES} ไฟล์", f"the theme has more than {MOST_FILES} files")
    return Diagnostic("theme.too-many-files", "error", place, message)
