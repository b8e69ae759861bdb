"""The diagnostics of files and folders: the families `file.` and `tree.`."""

from collections.abc import Iterable

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.sources.suggestion import did_you_mean


def missing(place: Place) -> Diagnostic:
    return Diagnostic("file.missing", "error", place, Bilingual("ไม่มีไฟล์นี้", "there is no such file"))


def not_a_file(place: Place) -> Diagnostic:
    return Diagnostic("file.not-a-file", "error", place, Bilingual("ไม่ใช่ไฟล์ธรรมดา", "this is not an ordinary file"))


def unreadable(place: Place, reason: str) -> Diagnostic:
    message = Bilingual(f"อ่านไฟล์ไม่ได้ ({reason})", f"the file cannot be read ({reason})")
    return Diagnostic("file.unreadable", "error", place, message)


def too_big(place: Place, limit: int) -> Diagnostic:
    message = Bilingual(f"ไฟล์ใหญ่เกิน {limit // 1024} กิโลไบต์", f"the file is bigger than {limit // 1024} KB")
    hint = Bilingual("ย่อเนื้อหา หรือแบ่งร้อยแก้วเป็นหลายหัวข้อ", "shorten it, or split prose into several sections")
    return Diagnostic("file.too-big", "error", place, message, hint)


def not_utf8(place: Place) -> Diagnostic:
    message = Bilingual("ไฟล์นี้ไม่ได้เข้ารหัสแบบ UTF-8", "the file is not UTF-8")
    hint = Bilingual(
        "ไฟล์อาจเป็น TIS-620, Windows-874 หรือ UTF-16 (Unicode ของ Notepad) ให้บันทึกใหม่เป็น UTF-8",
        "it may be TIS-620, Windows-874 or UTF-16 (Notepad's Unicode): save it again as UTF-8",
    )
    return Diagnostic("file.not-utf-8", "error", place, message, hint)


def byte_order_mark(place: Place) -> Diagnostic:
    message = Bilingual("ไฟล์ขึ้นต้นด้วย byte order mark (BOM)", "the file begins with a byte order mark (BOM)")
    hint = Bilingual("บันทึกเป็น UTF-8 แบบไม่มี BOM", "save it as UTF-8 without BOM")
    return Diagnostic("file.byte-order-mark", "warning", place, message, hint)


def line_ends(place: Place) -> Diagnostic:
    message = Bilingual("ท้ายบรรทัดเป็นแบบ Windows (CRLF) หรือ CR", "the lines end in the Windows way (CRLF) or in CR")
    hint = Bilingual("ตั้งค่าโปรแกรมแก้ไขให้ขึ้นบรรทัดด้วย LF", "set your editor to end lines with LF")
    return Diagnostic("file.line-ends", "warning", place, message, hint)


def control_character(place: Place, code: int) -> Diagnostic:
    message = Bilingual(f"มีอักขระควบคุมที่มองไม่เห็น U+{code:04X}", f"there is an invisible control character, U+{code:04X}")
    hint = Bilingual("ลบอักขระนี้ออก แล้วพิมพ์ข้อความใหม่", "delete it, and type the text again")
    return Diagnostic("file.control-character", "error", place, message, hint)


def bidi_character(place: Place, code: int) -> Diagnostic:
    message = Bilingual(
        f"มีอักขระกำหนดทิศทางข้อความ U+{code:04X} ซึ่งทำให้เห็นข้อความผิดจากที่เก็บไว้",
        f"there is a bidi character, U+{code:04X}: what is seen is not what is stored",
    )
    hint = Bilingual("ลบอักขระนี้ออก", "delete it")
    return Diagnostic("file.bidi-character", "error", place, message, hint)


def not_nfc(place: Place) -> Diagnostic:
    message = Bilingual(
        "อักขระไม่อยู่ในรูป NFC (ลำดับสระหรือวรรณยุกต์ หรืออักขระประกอบ)",
        "the characters are not in Unicode form NFC (order of marks, or composed characters)",
    )
    hint = Bilingual(
        "ข้อความจะแสดงตามที่พิมพ์ หากไม่ได้ตั้งใจให้พิมพ์คำนี้ใหม่",
        "the text is kept as typed; type the word again unless it is meant",
    )
    return Diagnostic("file.not-nfc", "warning", place, message, hint)


def not_formatted(place: Place) -> Diagnostic:
    message = Bilingual(
        "จัดรูปแบบไฟล์นี้ไม่ได้โดยไม่เปลี่ยนความหมาย จึงไม่แตะต้อง",
        "this file cannot be formatted without a change of what it says; it is left as it is",
    )
    hint = Bilingual(
        "นี่เป็นข้อบกพร่องของโปรแกรม โปรดแจ้งพร้อมไฟล์นี้", "this is a fault of the program: please report it with this file"
    )
    return Diagnostic("file.not-formatted", "error", place, message, hint)


def symbolic_link(place: Place) -> Diagnostic:
    message = Bilingual(
        "เป็น symbolic link ที่ชี้ออกนอกโฟลเดอร์เนื้อหา หรือชี้ไปยังโฟลเดอร์ จึงไม่ถูกอ่าน",
        "this is a symbolic link that leaves the content folder or leads to a folder; it is not read",
    )
    hint = Bilingual("คัดลอกไฟล์จริงมาไว้ที่นี่", "copy the file itself to this place")
    return Diagnostic("tree.symlink", "error", place, message, hint)


def bad_name(place: Place, name: str, what: Bilingual) -> Diagnostic:
    message = Bilingual(f"ชื่อ{what.th} {name!r} ใช้ไม่ได้", f"{name!r} cannot be the name of a {what.en}")
    hint = Bilingual(
        "ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ไม่เกิน 64 ตัว เช่น privacy",
        "use lower-case English letters, digits and hyphens, at most 64, such as privacy",
    )
    return Diagnostic("tree.name", "error", place, message, hint)


def reserved_name(place: Place, name: str) -> Diagnostic:
    message = Bilingual(
        f"ชื่อนโยบาย {name} สงวนไว้สำหรับที่อยู่ของเว็บไซต์", f"the policy name {name} is reserved for an address"
    )
    hint = Bilingual("ตั้งชื่อโฟลเดอร์ใหม่ เช่น privacy", "give the folder another name, such as privacy")
    return Diagnostic("tree.reserved-name", "error", place, message, hint)


def colliding_names(place: Place, other: str) -> Diagnostic:
    message = Bilingual(
        f"ชื่อนี้ซ้ำกับ {other} เมื่อไม่ดูตัวพิมพ์เล็กใหญ่และรูปแบบ Unicode",
        f"this name is the same as {other} where case and Unicode form do not count",
    )
    hint = Bilingual(
        "บาง ระบบปฏิบัติการถือเป็นไฟล์เดียวกัน ให้เปลี่ยนชื่อไฟล์หนึ่ง",
        "some systems take them for one file: rename one of them",
    )
    return Diagnostic("tree.colliding-names", "error", place, message, hint)


def unknown_file(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    message = Bilingual(f"ไม่รู้จักไฟล์ {name} จึงไม่ถูกอ่าน", f"{name} is not a file that is known here; it is not read")
    return Diagnostic("tree.unknown-file", "warning", place, message, did_you_mean(name, known))


def unused_section(place: Place, section: str, known: Iterable[str]) -> Diagnostic:
    message = Bilingual(
        f"ไม่มีหัวข้อ {section} ใน policy.yaml ไฟล์นี้จึงไม่ถูกใช้",
        f"policy.yaml has no section {section}, so this file is not used",
    )
    return Diagnostic("tree.unused-section", "warning", place, message, did_you_mean(section, known))


def unknown_locale_file(place: Place, locale: str, known: Iterable[str]) -> Diagnostic:
    message = Bilingual(
        f"เว็บไซต์นี้ไม่มีภาษา {locale} ไฟล์นี้จึงไม่ถูกใช้",
        f"the site has no locale {locale}, so this file is not used",
    )
    return Diagnostic("tree.unknown-locale", "warning", place, message, did_you_mean(locale, known))
