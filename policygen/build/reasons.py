"""Why a file is written, as values and as sentences that a person can read."""

from dataclasses import dataclass
from typing import assert_never

from policygen.diagnostics import Bilingual


@dataclass(frozen=True, slots=True)
class New:
    """The file was not made before."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What the file is made from changed: the names of those inputs."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """Somebody changed the file in the output folder."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody removed the file from the output folder."""


Reason = New | Changed | Altered | Missing

# The names that planned files give their inputs, as a person would say what they stand for.
INPUT_WORDS = {
    "version": Bilingual("เนื้อความของฉบับ", "the version's record"),
    "versions": Bilingual("รายการฉบับหรือสถานะของฉบับ", "the list of versions, or the state of one"),
    "state": Bilingual("สถานะของฉบับ", "the version's state"),
    "next version": Bilingual("ฉบับที่จะมีผลถัดไป", "the version that binds next"),
    "version shown first": Bilingual("ฉบับที่หน้าของนโยบายแสดง", "the version that the policy's own page shows"),
    "published version": Bilingual("การมีฉบับที่เผยแพร่แล้ว", "whether a version is published"),
    "draft": Bilingual("ฉบับร่าง", "the draft"),
    "settings": Bilingual(
        "การตั้งค่าของเว็บไซต์ (site.yaml ชื่อไฟล์ใน static/ หรือ --file-links)",
        "the site's settings (site.yaml, the names in static/, or --file-links)",
    ),
    "today": Bilingual("วันที่สร้าง", "the day it is built for"),
    "pages": Bilingual("รายการหน้าของเว็บไซต์", "the site's list of pages"),
    "address": Bilingual("ที่อยู่ของเว็บไซต์ (base_url)", "the site's address (base_url)"),
    "sites": Bilingual("รายการเว็บไซต์ (หรือ --file-links)", "the list of sites (or --file-links)"),
    "file": Bilingual("ไฟล์ต้นทาง", "the file it is a copy of"),
    "theme": Bilingual("ธีม", "the theme"),
    "program": Bilingual("ตัวโปรแกรม policygen เอง", "policygen itself"),
}


def sentence(path: str, reason: Reason) -> Bilingual:
    """Why the file at `path` was written."""
    match reason:
        case New():
            return Bilingual(f"{path}: ไฟล์ใหม่", f"{path}: it is new")
        case Changed(names):
            words = [input_words(name) for name in names]
            thai, english = " และ".join(word.th for word in words), " and ".join(word.en for word in words)
            return Bilingual(f"{path}: เพราะ{thai}เปลี่ยนไป", f"{path}: {english} changed")
        case Altered():
            return Bilingual(f"{path}: ไฟล์ถูกแก้ไขในโฟลเดอร์ผลลัพธ์ จึงซ่อมให้", f"{path}: it was altered in the output folder")
        case Missing():
            return Bilingual(f"{path}: ไฟล์หายไปจากโฟลเดอร์ผลลัพธ์", f"{path}: it was missing from the output folder")
        case _:
            assert_never(reason)


def removed(path: str) -> Bilingual:
    """Why the file at `path` was removed."""
    return Bilingual(f"{path}: ลบแล้ว ไม่มีหน้าใดใช้ไฟล์นี้", f"{path}: removed, as it belongs to no page")


def input_words(name: str) -> Bilingual:
    """What an input is called: `policy privacy` is the policy of that name, `version 2` the record of that number."""
    if name.startswith("policy "):
        policy = name.removeprefix("policy ")
        return Bilingual(f"นโยบาย {policy}", f"the policy {policy}")
    if name.startswith("version ") and name.removeprefix("version ").isdigit():
        number = name.removeprefix("version ")
        return Bilingual(f"เนื้อความของฉบับที่ {number}", f"the record of version {number}")
    return INPUT_WORDS.get(name, Bilingual(name, name))
