"""Why a file cannot be imported, in words. Nothing is written then."""

from collections.abc import Sequence

from policygen.diagnostics import Bilingual, Diagnostic, Place


class Refused(Exception):
    """The file cannot be imported: what is wrong with it."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics[0].message.en)
        self.diagnostics = diagnostics


def refuse(rule: str, path: str, message: Bilingual, hint: Bilingual | None = None) -> Refused:
    """The refusal of the file at `path`, for raising."""
    return Refused(Diagnostic(f"import.{rule}", "error", Place(path), message, hint))


def too_big(path: str, megabytes: int) -> Refused:
    """The file is longer than any policy."""
    message = Bilingual(
        f"ไฟล์ใหญ่เกิน {megabytes} MB จึงไม่น่าใช่นโยบายฉบับเดียว",
        f"the file is larger than {megabytes} MB, which is no single policy",
    )
    hint = Bilingual(
        "คัดเฉพาะข้อความของนโยบายไว้ในไฟล์ใหม่ แล้วนำเข้าไฟล์นั้น",
        "copy the policy's text into a file of its own, and import that",
    )
    return refuse("too-big", path, message, hint)


def too_long(path: str, letters: int) -> Refused:
    """It has more text than any policy."""
    message = Bilingual(
        f"ข้อความยาวเกิน {letters:,} ตัวอักษร จึงไม่น่าใช่นโยบายฉบับเดียว",
        f"the text has more than {letters:,} letters, which is no single policy",
    )
    return refuse("too-big", path, message)


def no_text(path: str) -> Refused:
    """There is nothing to read in it."""
    return refuse("empty", path, Bilingual("ไฟล์นี้ไม่มีข้อความ", "the file has no text"))


def not_text(path: str) -> Refused:
    """It is neither text nor a DOCX."""
    message = Bilingual("ไฟล์นี้ไม่ใช่ข้อความ Markdown HTML หรือ DOCX", "the file is neither text, Markdown, HTML nor DOCX")
    hint = Bilingual(
        "บันทึกนโยบายเป็น .docx .html .md หรือ .txt แล้วนำเข้าอีกครั้ง", "save the policy as .docx, .html, .md or .txt"
    )
    return refuse("not-text", path, message, hint)


def other_form(path: str, name: str) -> Refused:
    """It is a form that is known, and not read."""
    message = Bilingual(f"ไฟล์นี้เป็น {name} ซึ่งนำเข้าโดยตรงไม่ได้", f"the file is {name}, which cannot be imported as it is")
    hint = Bilingual(
        "เปิดด้วยโปรแกรมประมวลผลคำ แล้วบันทึกเป็น .docx หรือข้อความ",
        "open it in a word processor and save it as .docx or as text",
    )
    return refuse("form", path, message, hint)


def no_language(path: str) -> Refused:
    """It is in a language that the program has no words for."""
    message = Bilingual("ข้อความในไฟล์ไม่ใช่ภาษาไทยหรือภาษาอังกฤษ", "the text is neither Thai nor English")
    hint = Bilingual("นำเข้าได้เฉพาะนโยบายภาษาไทยและภาษาอังกฤษ", "policies in Thai and in English can be imported")
    return refuse("language", path, message, hint)


def locale_missing(path: str, site: str, locale: str, locales: tuple[str, ...]) -> Refused:
    """The site is not in the text's language."""
    language = Bilingual("ภาษาไทย", "Thai") if locale == "th" else Bilingual("ภาษาอังกฤษ", "English")
    listed = ", ".join(locales)
    message = Bilingual(
        f"ข้อความเป็น{language.th} แต่ {site}/site.yaml มีเฉพาะ {listed}",
        f"the text is in {language.en}, but {site}/site.yaml has only {listed}",
    )
    hint = Bilingual(f"เพิ่ม {locale} ใน locales: ของ site.yaml", f"add {locale} to locales: in site.yaml")
    return refuse("locale", path, message, hint)


def unsound(path: str, diagnostics: Sequence[Diagnostic]) -> Refused:
    """The sources made from the file would not be sound."""
    message = Bilingual(
        "ต้นฉบับที่ได้จากไฟล์นี้จะใช้งานไม่ได้ จึงไม่เขียนไฟล์ใด",
        "the sources made from this file would not be sound; nothing was written",
    )
    return Refused(*refuse("unsound", path, message).diagnostics, *diagnostics)


def inexact(path: str, original: str, sources: str) -> Refused:
    """The sources would not give back the text: some of it from where they part, and some of theirs."""
    message = Bilingual(
        f"ต้นฉบับที่ได้ไม่ตรงกับข้อความเดิมทุกตัวอักษร จึงไม่เขียนไฟล์ใด: เดิม “{original}” ได้ “{sources}”",
        f"the sources would not give back the text to the letter, so nothing was written: "
        f"it has “{original}”, they have “{sources}”",
    )
    return refuse("inexact", path, message)
