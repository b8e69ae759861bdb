"""The diagnostics of the family `reference.` that loading gives: ids, and what YAML files say of each other."""

from collections.abc import Iterable

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.sources.suggestion import did_you_mean


def unknown(place: Place, id: str, register: str, known: Iterable[str]) -> Diagnostic:
    message = Bilingual(f"ไม่มีรายการ {id} ใน {register}.yaml", f"{register}.yaml has no entry {id}")
    return Diagnostic("reference.unknown", "error", place, message, did_you_mean(id, known))


def unknown_section(place: Place, id: str, known: Iterable[str]) -> Diagnostic:
    message = Bilingual(f"ไม่มีหัวข้อ {id} ใน policy.yaml", f"policy.yaml has no section {id}")
    return Diagnostic("reference.unknown", "error", place, message, did_you_mean(id, known))


def no_register(place: Place, register: str) -> Diagnostic:
    message = Bilingual(f"นโยบายนี้ไม่มีไฟล์ {register}.yaml", f"this policy has no {register}.yaml")
    hint = Bilingual(f"สร้างไฟล์ {register}.yaml", f"make the file {register}.yaml")
    return Diagnostic("reference.no-register", "error", place, message, hint)


def id_twice(place: Place, id: str, first: Place) -> Diagnostic:
    message = Bilingual(
        f"ใช้ id {id} ซ้ำ (ครั้งแรกที่บรรทัด {first.line})", f"the id {id} is used twice (first on line {first.line})"
    )
    hint = Bilingual("ตั้ง id ใหม่ให้รายการหนึ่ง", "give one of them another id")
    return Diagnostic("reference.id-twice", "error", place, message, hint)


def was_in_use(place: Place, id: str) -> Diagnostic:
    message = Bilingual(f"was: {id} เป็น id ของรายการที่ยังใช้อยู่", f"was: {id} is the id of an entry that is still there")
    hint = Bilingual("ใส่เฉพาะ id เดิมที่เลิกใช้แล้ว", "name only ids that are no longer used")
    return Diagnostic("reference.was-in-use", "error", place, message, hint)


def no_meaning(place: Place, id: str) -> Diagnostic:
    message = Bilingual(
        f"คำนิยาม {id} ไม่มีทั้ง meaning และ wording", f"the definition {id} has neither a meaning nor a wording"
    )
    hint = Bilingual("เพิ่ม meaning: {th: …, en: …}", "add meaning: {th: …, en: …}")
    return Diagnostic("schema.missing", "error", place, message, hint)


def reserved_id(place: Place, id: str, prefix: str) -> Diagnostic:
    message = Bilingual(
        f"id {id} ขึ้นต้นด้วย {prefix} ซึ่งสงวนไว้สำหรับรายการในทะเบียน",
        f"the id {id} begins with {prefix}, which is reserved for entries of registers",
    )
    hint = Bilingual("ตั้ง id อื่น", "choose another id")
    return Diagnostic("reference.reserved-id", "error", place, message, hint)


def prose_and_kind(place: Place, section: str, file: str) -> Diagnostic:
    message = Bilingual(
        f"หัวข้อ {section} มีทั้ง kind และไฟล์ {file}", f"the section {section} has both a kind and the file {file}"
    )
    hint = Bilingual(
        "ลบ kind แล้ววางทะเบียนในไฟล์ด้วย ::: หรือลบไฟล์",
        "take the kind out and place the register in the file with :::, or delete the file",
    )
    return Diagnostic("section.prose-and-kind", "error", place, message, hint)


def no_prose(place: Place, section: str, locales: Iterable[str]) -> Diagnostic:
    message = Bilingual(f"หัวข้อ {section} ไม่มีข้อความในภาษาใดเลย", f"the section {section} has no text in any language")
    first = next(iter(locales))
    hint = Bilingual(
        f"เพิ่มไฟล์ sections/{section}.{first}.md หรือระบุ kind",
        f"add the file sections/{section}.{first}.md, or give it a kind",
    )
    return Diagnostic("section.no-prose", "error", place, message, hint)


def one_tool(place: Place) -> Diagnostic:
    message = Bilingual(
        "kind: tool แสดงเครื่องมือเดียว ต้องมี only: หนึ่งรายการ", "kind: tool shows one tool: it needs only: with one id"
    )
    hint = Bilingual("ใช้ kind: tools ถ้าต้องการหลายรายการ", "use kind: tools for several")
    return Diagnostic("section.one-tool", "error", place, message, hint)


def not_for_prose(place: Place, key: str) -> Diagnostic:
    message = Bilingual(f"{key} ใช้ได้เฉพาะหัวข้อที่มี kind", f"{key} can stand only in a section with a kind")
    hint = Bilingual("เพิ่ม kind: ชื่อทะเบียน หรือลบช่องนี้", "add kind: and a register, or take it out")
    return Diagnostic("section.not-for-prose", "error", place, message, hint)
