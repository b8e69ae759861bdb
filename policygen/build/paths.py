"""Whether planned paths stay inside their site's folder, and can stand side by side on any disk.

A host's disk may not tell `Logo.png` from `logo.png`, nor the two ways of writing an accented letter.
"""

import unicodedata
from collections.abc import Iterable

from policygen.build.tree import NEVER_OURS
from policygen.build.writing import TEMPORARY
from policygen.diagnostics import Bilingual, Diagnostic, Place

RULE = "output.path"
_FORBIDDEN_NAMES = {"", ".", "..", NEVER_OURS, TEMPORARY}


def check_paths(paths: Iterable[str], folder: str) -> tuple[Diagnostic, ...]:
    """An error for every path that may not be written below `folder`, or that meets an earlier one."""
    taken: dict[str, str] = {}
    found: list[Diagnostic] = []
    for path in paths:
        if not _stays_inside(path):
            found.append(_error(folder, path, _outside(path)))
        elif (other := _take(path, taken)) is not None:
            found.append(_error(folder, path, _meets(path, other)))
    return tuple(found)


def _stays_inside(path: str) -> bool:
    names = path.split("/")
    # A name that is no Unicode text comes from the disk with lone surrogates in it.
    is_text = path.isascii() or path.encode("utf-8", "replace").decode() == path
    return is_text and not _FORBIDDEN_NAMES.intersection(names) and "\\" not in path and "\0" not in path


def _take(path: str, taken: dict[str, str]) -> str | None:
    """Take the path and its folders (which end in a slash); gives the path that it meets, if any."""
    names = path.split("/")
    for depth in range(1, len(names)):
        folder = "/".join(names[:depth])
        other = taken.setdefault(_folded(folder), f"{folder}/")
        if other != f"{folder}/":
            return other
    key = _folded(path)
    if key in taken:
        return taken[key]
    taken[key] = path
    return None


def _folded(path: str) -> str:
    """Equal for paths that some disk holds for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _error(folder: str, path: str, message: Bilingual) -> Diagnostic:
    return Diagnostic(RULE, "error", Place(f"{folder}/{path}"), message)


def _outside(path: str) -> Bilingual:
    return Bilingual(f"ชื่อไฟล์ {path!r} ใช้ในโฟลเดอร์ผลลัพธ์ไม่ได้", f"the name {path!r} cannot stand in the output folder")


def _meets(path: str, other: str) -> Bilingual:
    return Bilingual(
        f"{path} และ {other} จะเขียนลงที่เดียวกันในคอมพิวเตอร์ที่ไม่แยกตัวพิมพ์ใหญ่เล็ก โปรดเปลี่ยนชื่อไฟล์ใดไฟล์หนึ่ง",
        f"{path} and {other} would land on the same place where a disk does not tell capitals from small letters; "
        "rename one of them",
    )
