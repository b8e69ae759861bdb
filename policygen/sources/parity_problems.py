"""The diagnostics of the family `parity.` that loading gives: what is missing in one language."""

from policygen.diagnostics import Bilingual, Diagnostic, Place


def text(place: Place, locale: str) -> Diagnostic:
    message = Bilingual(f"ยังไม่มีข้อความภาษา {locale}", f"the text is missing in {locale}")
    hint = Bilingual(f"เพิ่ม {locale}: …", f"add {locale}: …")
    return Diagnostic("parity.text", "warning", place, message, hint, locale=locale)


def section(place: Place, section: str, locale: str) -> Diagnostic:
    message = Bilingual(f"หัวข้อ {section} ยังไม่มีข้อความภาษา {locale}", f"the section {section} is missing in {locale}")
    hint = Bilingual(f"เพิ่มไฟล์ sections/{section}.{locale}.md", f"add the file sections/{section}.{locale}.md")
    return Diagnostic("parity.section", "warning", place, message, hint, locale=locale)
