"""Bytes of unknown origin as text: which form, which encoding, and no more of it than a policy can be.

Thai files of twenty years come in TIS-620, Windows-874, UTF-16 and UTF-8, mostly without saying so.
"""

import re
import unicodedata
from dataclasses import dataclass

from policygen.diagnostics import Bilingual
from policygen.importing.original import Form, LeftOut, Remark
from policygen.importing.refusals import not_text, other_form, too_big
from policygen.sources.reading import forbidden_character

# The longest policies known are 200 KB; a page around one is hardly ever more than a megabyte.
MAX_MEGABYTES = 4
# A DOCX has pictures too.
MAX_DOCX_MEGABYTES = 32
_MEGABYTE = 1024 * 1024
_SUFFIXES: dict[str, Form] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "docx": "docx",
}
_OTHER_FORMS = (
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "DOC (Word 97–2003)"),
    (b"{\\rtf", "RTF"),
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,30})", re.I)
_THAI_ENCODINGS = {"tis-620", "tis620", "windows-874", "cp874", "iso-8859-11"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
# So many stand in texts that were copied from other programs.
_STRAY_CONTROLS = 20
_LETTER = re.compile(r"[^\W\d_]")
_THAI = re.compile(r"[ก-๛]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with LF line ends and NFC letters, and how it was read."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...]
    left_out: tuple[LeftOut, ...]


def form_of(data: bytes, path: str) -> Form:
    """The form of a file, by its first bytes and its name."""
    for start, name in _OTHER_FORMS:
        if data.startswith(start):
            raise other_form(path, name)
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    form = _SUFFIXES.get(path.rpartition(".")[2].lower())
    if form == "docx":
        raise not_text(path)
    if form in (None, "text") and _HTML_START.match(data[:4000].decode("utf-8", "replace")):
        return "html"
    return form or "text"


def decode(data: bytes, path: str) -> Decoded:
    """The text of the bytes."""
    if len(data) > MAX_MEGABYTES * _MEGABYTE:
        raise too_big(path, MAX_MEGABYTES)
    raw, encoding, certain = _decoded(data, path)
    if len(_CONTROLS.findall(raw)) > max(_STRAY_CONTROLS, len(raw) // 100):
        raise not_text(path)
    text, left_out = cleaned(_BREAKS.sub("\n", raw.removeprefix("\ufeff")))
    remarks = () if certain else (_encoding_guessed(encoding),)
    return Decoded(text, encoding, remarks, left_out)


def cleaned(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The text in NFC without the characters that the sources refuse, and which these were."""
    text = unicodedata.normalize("NFC", text)
    left_out = []
    while (found := forbidden_character(text)) is not None:
        char = found[1]
        left_out.append(_invisible(char, text.count(char)))
        text = text.replace(char, "")
    return text, tuple(left_out)


def _decoded(data: bytes, path: str) -> tuple[str, str, bool]:
    """The text, its encoding, and whether that is certain."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "UTF-16", True
        except UnicodeDecodeError:
            raise not_text(path) from None
    if _is_wide(data):
        name = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
        return data.decode(name, "replace"), "UTF-16", False
    declared = _CHARSET.search(data[:4000])
    if declared and declared[1].decode("ascii").lower() in _THAI_ENCODINGS and not _is_utf8(data):
        return _single_byte(data, path, "cp874"), "Windows-874 (TIS-620)", True
    try:
        return data.decode("utf-8"), "UTF-8", True
    except UnicodeDecodeError:
        return _legacy(data, path)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_wide(data: bytes) -> bool:
    """Whether every second byte of what looks like text is the zero or the 0x0E of UTF-16."""
    sample = data[:4000]
    if len(sample) < 4:
        return False
    high = max(sample[::2].count(0) + sample[::2].count(0x0E), sample[1::2].count(0) + sample[1::2].count(0x0E))
    return high > len(sample) // 2 * 0.9


def _legacy(data: bytes, path: str) -> tuple[str, str, bool]:
    """Thai of one byte a letter, or Western text where hardly any of it would be Thai."""
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        text = ""
    if text and len(_THAI.findall(text)) >= len(_LETTER.findall(text)) / 5:
        return text, "Windows-874 (TIS-620)", False
    return _single_byte(data, path, "cp1252"), "Windows-1252", False


def _single_byte(data: bytes, path: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise not_text(path) from None


def _encoding_guessed(encoding: str) -> Remark:
    return Remark(
        Bilingual(
            f"ไฟล์ไม่ใช่ UTF-8 จึงอ่านเป็น {encoding} ตรวจดูว่าตัวอักษรถูกต้อง",
            f"the file is not UTF-8 and was read as {encoding}: look whether its letters are right",
        )
    )


def _invisible(char: str, count: int) -> LeftOut:
    name = f"U+{ord(char):04X}"
    return LeftOut(
        Bilingual(f"อักขระควบคุมหรือกำหนดทิศทาง {name} {count} ตัว", f"control or direction character {name}, {count} times")
    )
