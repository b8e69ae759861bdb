"""The diagnostics of the family `yaml.`: how a file is written, whatever it says."""

from policygen.diagnostics import Bilingual, Diagnostic, Place

_QUOTE = Bilingual('ใส่ข้อความทั้งหมดไว้ในเครื่องหมายคำพูด เช่น th: "ข้อ #1"', 'put quotes around the whole text: th: "No. #1"')


def syntax(place: Place, message: Bilingual, hint: Bilingual | None) -> Diagnostic:
    return Diagnostic("yaml.syntax", "error", place, message, hint)


def empty_file(place: Place) -> Diagnostic:
    return Diagnostic("yaml.empty-file", "error", place, Bilingual("ไฟล์ว่างเปล่า", "the file is empty"))


def too_deep(place: Place, limit: int) -> Diagnostic:
    message = Bilingual(f"ซ้อนกันลึกเกิน {limit} ชั้น", f"nested more than {limit} levels deep")
    return Diagnostic("yaml.too-deep", "error", place, message)


def too_long(place: Place, limit: int) -> Diagnostic:
    message = Bilingual(f"ข้อความยาวเกิน {limit // 1024} กิโลไบต์", f"the text is longer than {limit // 1024} KB")
    hint = Bilingual("แบ่งเป็นหลายหัวข้อ", "split it into several sections")
    return Diagnostic("yaml.too-long", "error", place, message, hint)


def anchor(place: Place) -> Diagnostic:
    message = Bilingual("ใช้ & นำหน้าข้อความไม่ได้ (anchor)", "a text cannot begin with & (an anchor)")
    return Diagnostic("yaml.anchor", "error", place, message, _QUOTE)


def alias(place: Place) -> Diagnostic:
    message = Bilingual("ใช้ * นำหน้าข้อความไม่ได้ (alias)", "a text cannot begin with * (an alias)")
    return Diagnostic("yaml.alias", "error", place, message, _QUOTE)


def tag(place: Place) -> Diagnostic:
    message = Bilingual("ใช้ ! นำหน้าข้อความไม่ได้ (tag)", "a text cannot begin with ! (a tag)")
    return Diagnostic("yaml.tag", "error", place, message, _QUOTE)


def merge_key(place: Place) -> Diagnostic:
    message = Bilingual("ใช้ << ไม่ได้", "<< cannot be used")
    hint = Bilingual("เขียนทุกค่าไว้ที่รายการนี้", "write every value in this entry itself")
    return Diagnostic("yaml.merge-key", "error", place, message, hint)


def duplicate_key(place: Place, key: str, first: Place) -> Diagnostic:
    message = Bilingual(
        f"มี {key} ซ้ำ (ครั้งแรกที่บรรทัด {first.line})", f"{key} stands here twice (first on line {first.line})"
    )
    hint = Bilingual("เก็บไว้เพียงที่เดียว", "keep one of them")
    return Diagnostic("yaml.duplicate-key", "error", place, message, hint)


def key_is_no_text(place: Place) -> Diagnostic:
    message = Bilingual("ชื่อช่องต้องเป็นคำ ไม่ใช่รายการ", "a key must be a word, not a list or a mapping")
    return Diagnostic("yaml.key", "error", place, message, _QUOTE)


def invisible_in_key(place: Place, code: int) -> Diagnostic:
    message = Bilingual(f"ชื่อช่องมีอักขระที่มองไม่เห็น U+{code:04X}", f"the key has an invisible character, U+{code:04X}")
    hint = Bilingual("ลบแล้วพิมพ์ชื่อช่องใหม่", "delete the key and type it again")
    return Diagnostic("yaml.invisible-in-key", "error", place, message, hint)


def space_after_colon(place: Place, code: int) -> Diagnostic:
    message = Bilingual(
        f"หลังเครื่องหมาย : เป็นอักขระ U+{code:04X} ไม่ใช่เว้นวรรคธรรมดา",
        f"after the colon stands U+{code:04X}, not an ordinary space",
    )
    hint = Bilingual("ลบแล้วเคาะเว้นวรรคใหม่", "delete it and type an ordinary space")
    return Diagnostic("yaml.space-after-colon", "error", place, message, hint)


def comma_in_text(place: Place) -> Diagnostic:
    message = Bilingual(
        "ภายใน { } เครื่องหมายจุลภาคทำให้ข้อความขาดตรงนี้", "inside { } a comma ends the text: this part of it is lost"
    )
    hint = Bilingual(
        'ใส่ข้อความทั้งหมดไว้ในเครื่องหมายคำพูด เช่น {th: "ก, ข"}', 'put quotes around the whole text: {en: "a, b"}'
    )
    return Diagnostic("yaml.comma-in-text", "error", place, message, hint)


def several_documents(place: Place) -> Diagnostic:
    message = Bilingual("--- เริ่มเอกสารใหม่กลางไฟล์ไม่ได้", "--- begins a second document, which is not read")
    hint = Bilingual("ลบบรรทัด --- ออก", "take the line --- out")
    return Diagnostic("yaml.several-documents", "error", place, message, hint)


def lost_in_comment(place: Place, *, glued: bool) -> Diagnostic:
    """`glued`: no space after `#`, as in `#1`, so that it is hardly a comment."""
    message = Bilingual(
        "ตั้งแต่ # ไปจนสุดบรรทัดถือเป็นหมายเหตุ ไม่อยู่ในข้อความ", "from # on this is a comment, not part of the text"
    )
    hint = Bilingual(
        'ถ้าเป็นข้อความ ให้ใส่เครื่องหมายคำพูดคร่อมทั้งหมด เช่น "ข้อ #1" ถ้าเป็นหมายเหตุ ให้ย้ายไปบรรทัดของตัวเอง',
        'if it is text, put quotes around all of it: "No. #1"; if it is a comment, give it a line of its own',
    )
    return Diagnostic("yaml.lost-in-comment", "error" if glued else "warning", place, message, hint)
