"""The parts of a DOCX, which is a zip of XML files, read with limits."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from policygen.diagnostics import Bilingual
from policygen.importing.docx.xml import BadXml, Element, parse
from policygen.importing.refusals import Refused, not_text, other_form, refuse

# A thousand pages are 10 MB of XML; a zip bomb is a thousand times that.
_LARGEST_PART = 24 * 1024 * 1024
_MOST_PARTS = 5000
_DOCUMENT = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Archive:
    """An open DOCX; `main` is the path of its document in it."""

    zip: zipfile.ZipFile
    shown: str
    main: str

    def document(self) -> Element:
        """The root of its text."""
        return self.part(self.main)

    def beside(self, name: str) -> Element | None:
        """The root of a part beside the document, None where it has none."""
        path = posixpath.join(posixpath.dirname(self.main), name)
        return self.part(path) if path in self.zip.namelist() else None

    def around(self) -> Iterator[tuple[str, Element]]:
        """The parts beside the document that have texts of their own, each with its name."""
        folder = posixpath.dirname(self.main)
        for path in sorted(self.zip.namelist()):
            name = posixpath.basename(path)
            if posixpath.dirname(path) == folder and name.startswith(_WITH_TEXTS) and name.endswith(".xml"):
                yield name, self.part(path)

    def targets(self) -> dict[str, str]:
        """The addresses outside that the document links to, by the ids that it has for them."""
        folder, name = posixpath.split(self.main)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.zip.namelist():
            return {}
        related = self.part(path).children
        return {
            one.attrs.get("Id", ""): one.attrs.get("Target", "")
            for one in related
            if one.attrs.get("TargetMode") == "External"
        }

    def part(self, path: str) -> Element:
        """The root of a part."""
        try:
            with self.zip.open(path) as file:
                data = file.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError, OSError):
            raise _broken(self.shown) from None
        if len(data) > _LARGEST_PART:
            raise _bomb(self.shown)
        try:
            return parse(data)
        except BadXml:
            raise _broken(self.shown) from None


_WITH_TEXTS = ("header", "footer", "footnotes", "endnotes", "comments.xml")


def open_archive(data: bytes, shown: str) -> Archive:
    """The DOCX in these bytes; raises Refused where it is none."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        names = opened.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError, struct.error):
        raise _broken(shown) from None
    if len(names) > _MOST_PARTS:
        raise _bomb(shown)
    if "mimetype" in names:
        raise other_form(shown, "ODT")
    if "_rels/.rels" not in names:
        raise not_text(shown)
    archive = Archive(opened, shown, "")
    for one in archive.part("_rels/.rels").children:
        target = one.attrs.get("Target", "").lstrip("/")
        if one.attrs.get("Type", "").endswith(_DOCUMENT) and target in names:
            return _word_document(Archive(opened, shown, target))
    raise not_text(shown)


def _word_document(archive: Archive) -> Archive:
    if archive.document().name != "document":
        raise not_text(archive.shown)
    return archive


def _broken(shown: str) -> Refused:
    message = Bilingual("ไฟล์ DOCX เสียหาย หรือมีสิ่งที่เอกสารปกติไม่มี", "the DOCX is damaged, or has what no document has")
    hint = Bilingual("เปิดด้วยโปรแกรมประมวลผลคำแล้วบันทึกใหม่", "open it in a word processor and save it again")
    return refuse("broken", shown, message, hint)


def _bomb(shown: str) -> Refused:
    message = Bilingual("เนื้อหาใน DOCX ขยายออกใหญ่เกินกว่าจะเป็นนโยบาย", "the DOCX unpacks to more than a policy can be")
    return refuse("too-big", shown, message)
