"""A site's own files, which are copied as they are."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from policygen.build.inputs import files_below
from policygen.build.update import Wanted
from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.site.addresses import static

FOLDER = "static"


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """The files by the name that pages know them by, and what is wrong with some."""

    names: frozenset[str]
    wanted: tuple[Wanted, ...]
    diagnostics: tuple[Diagnostic, ...]


def static_files(content: Path, site: str) -> StaticFiles:
    """The files in the site's `static/`; a link may lead to a file in the content folder, and nowhere else."""
    folder, root = content / site / FOLDER, os.path.realpath(content)
    if folder.is_symlink():
        return StaticFiles(frozenset(), (), (_leads_out(folder),))
    names = sorted(files_below(str(folder)))
    refused = tuple(_leads_out(folder / name) for name in names if not _is_inside(folder / name, root))
    if refused:
        return StaticFiles(frozenset(), (), refused)
    return StaticFiles(frozenset(names), tuple(_wanted(str(folder), names)), ())


def _wanted(folder: str, names: list[str]) -> Iterator[Wanted]:
    for name in names:
        make = partial(_read, f"{folder}/{name}")
        yield Wanted(static(name), (("file", hashlib.sha256(make()).hexdigest()),), make)


def _is_inside(path: Path, root: str) -> bool:
    real = os.path.realpath(path)
    return real.startswith(root + os.sep) and os.path.isfile(real)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _leads_out(path: Path) -> Diagnostic:
    message = Bilingual(
        "เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์เนื้อหา ลิงก์ไปยังโฟลเดอร์ หรือไม่ใช่ไฟล์ธรรมดา",
        "this is a link that leads out of the content folder or to a folder, or no ordinary file",
    )
    hint = Bilingual("คัดลอกไฟล์จริงมาไว้ที่นี่", "put a copy of the file itself here")
    return Diagnostic("output.static", "error", Place(path.as_posix()), message, hint)
