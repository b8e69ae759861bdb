"""What a DOCX has beside its text: changes that nobody has accepted, comments, notes, heads and feet of pages."""

from collections import Counter
from collections.abc import Iterator

from policygen.diagnostics import Bilingual
from policygen.importing.docx.archive import Archive
from policygen.importing.docx.xml import Element
from policygen.importing.original import LeftOut
from policygen.importing.refusals import refuse

_TRACKED = {
    "ins": "added",
    "moveTo": "added",
    "cellIns": "added",
    "del": "deleted",
    "moveFrom": "deleted",
    "cellDel": "deleted",
}
_PARTS = {
    "header": Bilingual("หัวกระดาษ", "page header"),
    "footer": Bilingual("ท้ายกระดาษ", "page footer"),
    "footnotes": Bilingual("เชิงอรรถ", "footnote"),
    "endnotes": Bilingual("อ้างอิงท้ายเรื่อง", "endnote"),
    "comments": Bilingual("ความเห็นของผู้ตรวจ", "comment"),
}


def refuse_tracked(document: Element, shown: str) -> None:
    """Raise Refused where the document has tracked changes: which text is the policy, nobody has decided yet."""
    found = Counter(_TRACKED[element.name] for element in document.every() if element.name in _TRACKED)
    if not found:
        return
    added, deleted = found["added"], found["deleted"]
    message = Bilingual(
        f"เอกสารมีการแก้ไขที่ติดตามไว้และยังไม่ได้ยอมรับหรือปฏิเสธ (เพิ่ม {added} แห่ง ลบ {deleted} แห่ง)",
        f"the document has tracked changes, neither accepted nor rejected ({added} insertions, {deleted} deletions)",
    )
    hint = Bilingual(
        "ในโปรแกรม Word เลือก ตรวจทาน (Review) › ยอมรับหรือปฏิเสธการเปลี่ยนแปลงทั้งหมด บันทึก แล้วนำเข้าอีกครั้ง",
        "in Word choose Review › Accept All Changes (or Reject All), save, and import it again",
    )
    raise refuse("tracked-changes", shown, message, hint)


def left_out_around(archive: Archive) -> Iterator[LeftOut]:
    """The notes, comments, heads and feet of pages, each with its words."""
    for name, root in archive.around():
        what = next(words for start, words in _PARTS.items() if name.startswith(start))
        notes = root.children if root.name in ("footnotes", "endnotes", "comments") else [root]
        for note in notes:
            text = words_of(note)
            if text:
                yield LeftOut(what, text)


def words_of(element: Element) -> str:
    """All the words in an element, a space between its paragraphs."""
    pieces = [" " if inner.name == "p" else inner.text for inner in element.every() if inner.name in ("p", "t", "m:t")]
    return " ".join("".join(pieces).split())
