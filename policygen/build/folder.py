"""The output folder: is it ours to write and prune, and where does our own state lie in it.

A folder is ours when our state folder stands in it. Nothing is ever removed from a folder that is not ours.
"""

import os
from pathlib import Path

from policygen.build.tree import is_folder
from policygen.diagnostics import Bilingual

STATE = ".policygen"
# What may stand in a folder that we take over: the repository ships output/ with this file alone.
ALLOWED = {".gitignore"}


class Refused(Exception):
    """Why the output folder cannot be used, for people."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message


def claim(output: Path, content: Path) -> Path:
    """Make `output` ours, or see that it is; gives back its real path. Raises Refused where it must not be."""
    place, sources = Path(os.path.realpath(output)), Path(os.path.realpath(content))
    if place == sources or place in sources.parents or sources in place.parents:
        raise Refused(_one_in_the_other(output, content))
    if place.exists() and not place.is_dir():
        raise Refused(_not_a_folder(output))
    if not is_folder(str(place / STATE)):
        if place.exists() and set(os.listdir(place)) - ALLOWED:
            raise Refused(_not_ours(output))
        # The folder itself is the mark: it comes at once and whole, so that a killed build leaves no folder unclaimed.
        (place / STATE).mkdir(parents=True)
    return place


def lock_path(output: Path) -> Path:
    """The file that a build of `output` holds while it runs."""
    return output / STATE / "lock"


def manifest_path(output: str, site: str) -> str:
    """Where the manifest of `site` lies."""
    return f"{output}/{STATE}/{site}.json"


def _not_ours(output: Path) -> Bilingual:
    return Bilingual(
        f"โฟลเดอร์ {output} มีไฟล์อยู่แล้วและไม่ใช่โฟลเดอร์ที่ policygen สร้าง จึงไม่เขียนทับหรือลบสิ่งใด "
        "โปรดเลือกโฟลเดอร์ว่างหรือโฟลเดอร์ใหม่ด้วย --output",
        f"{output} has files in it and was not made by policygen, so nothing in it is written or removed; "
        "name an empty or a new folder with --output",
    )


def _not_a_folder(output: Path) -> Bilingual:
    return Bilingual(f"{output} ไม่ใช่โฟลเดอร์", f"{output} is not a folder")


def _one_in_the_other(output: Path, content: Path) -> Bilingual:
    return Bilingual(
        f"โฟลเดอร์ผลลัพธ์ {output} และโฟลเดอร์เนื้อหา {content} ต้องไม่อยู่ภายในกัน",
        f"the output folder {output} and the content folder {content} may not lie one in the other",
    )
