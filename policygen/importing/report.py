"""What was imported, in words: what was written and recognised, what a person must look at, what was left out."""

from collections.abc import Iterator
from typing import Literal

from policygen.diagnostics import Bilingual
from policygen.importing.importing import Imported
from policygen.importing.original import LeftOut, Remark
from policygen.importing.recognition.found import Found
from policygen.model.document import plain

_SHOWN = 60
_FORMS = {
    "text": Bilingual("ข้อความล้วน", "plain text"),
    "markdown": Bilingual("Markdown", "Markdown"),
    "html": Bilingual("HTML", "HTML"),
    "docx": Bilingual("DOCX", "DOCX"),
}
_REGISTERS = {
    "definitions": Bilingual("นิยาม", "defined terms"),
    "data": Bilingual("ข้อมูลที่เก็บ", "data"),
    "purposes": Bilingual("วัตถุประสงค์", "purposes"),
    "tools": Bilingual("เครื่องมือของบุคคลที่สาม", "tools"),
    "contacts": Bilingual("ช่องทางติดต่อ", "contacts"),
}
_LANGUAGES = {"th": Bilingual("ภาษาไทย", "Thai"), "en": Bilingual("ภาษาอังกฤษ", "English")}


def report_as_text(imported: Imported, name: str, language: Literal["th", "en"]) -> str:
    """The report in the user's language, for a terminal or a file; `name` is `site/policy`."""
    lines = [line.in_language(language) for line in _lines(imported, name)]
    return "\n".join(lines) + "\n"


def _lines(imported: Imported, name: str) -> Iterator[Bilingual]:
    yield from _summary(imported, name)
    yield from _recognised(imported)
    yield from _to_look_at(imported)
    yield from _left_out(imported)
    yield _blank()
    yield from _next(name)


def _summary(imported: Imported, name: str) -> Iterator[Bilingual]:
    original, locale = imported.original, imported.draft.locale
    form, language = _FORMS[original.form], _LANGUAGES[locale]
    count = len(original.letters)
    yield Bilingual(
        f"{name}: นำเข้าแล้วจาก{form.th} ({original.encoding}) {language.th} {len(imported.files)} ไฟล์",
        f"{name}: imported from {form.en} ({original.encoding}), {language.en}, {len(imported.files)} files",
    )
    yield Bilingual(
        f"ครบถ้วน: อ่านต้นฉบับที่ได้กลับแล้วตรงกับข้อความเดิมทั้ง {count:,} ตัวอักษรตามลำดับ",
        f"complete: read again, the sources give back all {count:,} letters of the text in their order",
    )


def _recognised(imported: Imported) -> Iterator[Bilingual]:
    yield _heading("สิ่งที่จำแนกได้", "Recognised")
    if not imported.sectioned.added:
        title = plain(imported.sectioned.title)
        yield Bilingual(f"- ชื่อนโยบาย: {title}", f"- title: {title}")
    if imported.controller:
        yield Bilingual(f"- ผู้ควบคุมข้อมูล: {imported.controller}", f"- controller: {imported.controller}")
    if imported.draft.stated:
        day, words = imported.draft.stated
        yield Bilingual(f"- วันที่ในข้อความ: {day} ({words})", f"- date in the text: {day} ({words})")
    sections = imported.draft.recognition.sections
    yield Bilingual(f"- หัวข้อ: {len(sections)}", f"- sections: {len(sections)}")
    for section in sections:
        yield _same(f"    {section.id}  {_short(plain(section.title))}".rstrip() + _at(section.line))
    for register, name in _REGISTERS.items():
        entries = [entry for entry in imported.draft.recognition.entries if entry.register == register]
        if entries:
            yield Bilingual(
                f"- {name.th} ({register}.yaml): {len(entries)} รายการ",
                f"- {name.en} ({register}.yaml): {len(entries)}",
            )
            yield from (_entry(entry) for entry in entries)


def _entry(entry: Found) -> Bilingual:
    return _same(f"    {entry.id}  {_short(entry.words)}{_at(entry.line)}")


# What a person must look at


def _to_look_at(imported: Imported) -> Iterator[Bilingual]:
    yield _heading("สิ่งที่ต้องตรวจดู", "To be looked at")
    for remark in (*imported.original.remarks, *imported.sectioned.remarks, *_own_remarks(imported)):
        yield Bilingual(f"- {remark.message.th}{_at(remark.line)}", f"- {remark.message.en}{_at(remark.line)}")


def _own_remarks(imported: Imported) -> Iterator[Remark]:
    if imported.draft.recognition.entries:
        yield Remark(
            Bilingual(
                "ตรวจว่ารายการที่จำแนกได้ตรงกับความหมายของข้อความ ข้อเท็จจริงที่ข้อความไม่ได้บอกชัดยังเป็น not-stated",
                "see that the entries mean what the text means; facts that it does not clearly state are not-stated",
            )
        )
    for id in imported.kept_as_prose:
        yield Remark(
            Bilingual(
                f"หัวข้อ {id} คงเป็นร้อยแก้ว เพราะการแสดงเป็นรายการจะทำให้ข้อความเปลี่ยน",
                f"section {id} stays prose, since shown as entries its text would change",
            )
        )
    if imported.site_made:
        yield _site_made(imported)
    yield Remark(
        Bilingual(
            "วัตถุประสงค์ ฐานทางกฎหมาย ผู้รับ สิทธิ และระยะเวลาที่อยู่ในร้อยแก้วยังไม่อยู่ในทะเบียน เพิ่มได้ตามต้องการ",
            "purposes, lawful bases, recipients, rights and periods that prose tells are in no register yet",
        )
    )


def _site_made(imported: Imported) -> Remark:
    if imported.controller:
        return Remark(
            Bilingual(
                "site.yaml เขียนขึ้นใหม่จากที่ข้อความบอก ตรวจชื่อผู้ควบคุมข้อมูลและเติมส่วนที่เป็น not-stated",
                "site.yaml was made from what the text says: see that it is right, fill in what is not-stated",
            )
        )
    return Remark(
        Bilingual(
            "ข้อความไม่ได้ระบุชื่อผู้ควบคุมข้อมูลให้ชัด site.yaml จึงใช้ชื่อโฟลเดอร์แทน ต้องแก้เป็นชื่อตามกฎหมาย",
            "the text does not clearly name the controller: site.yaml has the folder's name instead of the legal name",
        )
    )


def _left_out(imported: Imported) -> Iterator[Bilingual]:
    if not imported.original.left_out:
        return
    yield _heading("ส่วนของไฟล์ที่ไม่ได้นำเข้า", "Left out of the file")
    for part in imported.original.left_out:
        words = _quoted(part)
        yield Bilingual(f"- {part.what.th}{words}{_at(part.line)}", f"- {part.what.en}{words}{_at(part.line)}")


def _quoted(part: LeftOut) -> str:
    text = " ".join(part.text.split())
    return f": “{_short(text)}”" if text else ""


def _next(name: str) -> Iterator[Bilingual]:
    yield Bilingual(
        f"ขั้นต่อไป: policygen show {name} draft · policygen build --drafts · policygen check {name}",
        f"next: policygen show {name} draft · policygen build --drafts · policygen check {name}",
    )
    yield Bilingual(
        f"ถ้าฉบับนี้ใช้อยู่แล้ว ให้ตรึงตามสภาพ: policygen publish {name} --as-found เหตุผล --effective วันที่มีผล",
        f"if it is in use already, freeze it as it stands: policygen publish {name} --as-found REASON --effective DATE",
    )


def _heading(th: str, en: str) -> Bilingual:
    return Bilingual(f"\n{th}", f"\n{en}")


def _blank() -> Bilingual:
    return _same("")


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _at(line: int) -> str:
    return f"  [{line}]" if line else ""
