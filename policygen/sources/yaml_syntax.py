"""Words for what libyaml cannot read: its English for programmers becomes two languages for authors."""

import re

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.diagnostics.text_file import TextFile
from policygen.sources import yaml_problems as problems

_QUOTES = Bilingual(
    "ใส่ข้อความทั้งหมดไว้ในเครื่องหมายคำพูด เช่น th: \"'ก' หมายถึง ข\" หรือใช้ | แล้วขึ้นบรรทัดใหม่",
    "put quotes around the whole text, or begin it with | and write it on the next line",
)
_INDENT = Bilingual(
    "จัดย่อหน้าให้ตรงกับบรรทัดอื่นในรายการเดียวกัน โดยใช้เว้นวรรค",
    "indent it like the other lines of the same entry, with spaces",
)
_WRONG_INDENT = Bilingual("ย่อหน้าของบรรทัดนี้ไม่ตรงกับบรรทัดก่อน", "the indentation does not fit the line before")
# From a part of libyaml's problem (with its context) to our words. The first that fits is told.
_WORDS: tuple[tuple[str, Bilingual, Bilingual | None], ...] = (
    (
        "character that cannot start any token",
        Bilingual("ข้อความขึ้นต้นด้วยอักขระที่ใช้ขึ้นต้นไม่ได้", "a text cannot begin with this character"),
        _QUOTES,
    ),
    (
        "mapping values are not allowed",
        Bilingual("เครื่องหมาย : ในข้อความทำให้อ่านเป็นชื่อช่อง", "a colon inside the text makes a key of it"),
        _QUOTES,
    ),
    (
        "while scanning an alias",
        Bilingual("ใช้ * นำหน้าข้อความไม่ได้", "a text cannot begin with *"),
        _QUOTES,
    ),
    (
        "while scanning an anchor",
        Bilingual("ใช้ & นำหน้าข้อความไม่ได้", "a text cannot begin with &"),
        _QUOTES,
    ),
    ("while scanning a tag", Bilingual("ใช้ ! นำหน้าข้อความไม่ได้", "a text cannot begin with !"), _QUOTES),
    (
        "while scanning a directive",
        Bilingual("ใช้ % นำหน้าบรรทัดไม่ได้", "a line cannot begin with %"),
        _QUOTES,
    ),
    (
        "undefined tag handle",
        Bilingual("ใช้ ! นำหน้าข้อความไม่ได้", "a text cannot begin with !"),
        _QUOTES,
    ),
    (
        "while scanning a quoted scalar",
        Bilingual("เครื่องหมายคำพูดไม่ปิด หรือมี \\ ที่อ่านไม่ได้", "the quotes are not closed, or a \\ in them means nothing"),
        Bilingual("ปิดด้วย \" หรือใช้ ' คร่อมข้อความแทน", "close them with \", or use ' around the text"),
    ),
    (
        "could not find expected ':'",
        Bilingual("บรรทัดนี้ไม่มีเครื่องหมาย : หลังชื่อช่อง", "this line has no colon after its key"),
        Bilingual(
            "เขียนเป็น ชื่อช่อง: ค่า หรือย่อหน้าให้ลึกกว่าบรรทัดก่อนถ้าเป็นข้อความต่อ",
            "write key: value, or indent it deeper than the line before if it goes on with that text",
        ),
    ),
    (
        "while parsing a block mapping",
        _WRONG_INDENT,
        _INDENT,
    ),
    (
        "while parsing a block collection",
        Bilingual("ย่อหน้าของรายการไม่ตรงกัน", "the indentation of the list does not fit"),
        _INDENT,
    ),
    (
        "while parsing a flow",
        Bilingual("วงเล็บ { } หรือ [ ] ไม่ครบคู่ หรือขาดจุลภาค", "a { } or [ ] is not closed, or a comma is missing"),
        _QUOTES,
    ),
    (
        "block sequence entries are not allowed",
        Bilingual("รายการ - ต้องขึ้นบรรทัดใหม่", "a list entry (-) must stand on a line of its own"),
        _QUOTES,
    ),
    (
        "did not find expected <document start>",
        Bilingual(
            "อ่านต่อจากตรงนี้ไม่ได้ ย่อหน้าหรือวงเล็บอาจไม่ตรงกัน", "nothing can follow here: check indentation and brackets"
        ),
        _INDENT,
    ),
)
_OTHER = Bilingual("อ่านรูปแบบ YAML ตรงนี้ไม่ได้", "this is not YAML that can be read")
_TAB = Bilingual("ใช้แท็บย่อหน้าไม่ได้", "a tab cannot indent")
_TAB_HINT = Bilingual("ใช้เว้นวรรคสองตัวแทนแท็บ", "use two spaces instead of the tab")
_ODD_SPACE = re.compile(r"[A-Za-z][\w-]*:([\u00a0\u2000-\u200d\u202f\u3000])")


# Of these an author needs the beginning, not the place where the search for the end was given up.
_OPENINGS = ("while scanning a quoted scalar", "while parsing a flow", "could not find expected ':'")
_CLOSING = re.compile(r"[\"'}\]][ \t]*$")
_KEY_ALONE = re.compile(r"[ \t]*(?:- *)*[A-Za-z_][\w-]*$", re.ASCII)
_TEXT_AFTER = Bilingual(
    "มีข้อความต่อท้ายเครื่องหมายคำพูดหรือวงเล็บที่ปิดแล้ว", "text follows a quotation mark or bracket that is closed"
)


def opens_at_context(said: str) -> bool:
    """Whether an error is best told where the thing begins that has no end."""
    return any(part in said for part in _OPENINGS)


def syntax_problem(file: TextFile, said: str, index: int | None) -> Diagnostic:
    """The diagnostic for what libyaml `said` at an offset, with a hint for what authors usually meant."""
    if index is None:
        return problems.syntax(file.whole(), _OTHER, None)
    place = file.place(index)
    odd = _odd_space(file, index)
    if odd is not None:
        return problems.space_after_colon(file.place(odd, odd + 1), ord(file.text[odd]))
    if "\t" in place.source[: max(place.column, 1)] or "found character '\\t'" in said:
        return problems.syntax(place, _TAB, _TAB_HINT)
    before = place.source[: place.column - 1]
    if "while parsing a block" in said and _CLOSING.search(before):
        return problems.syntax(place, _TEXT_AFTER, _QUOTES)
    if "mapping values are not allowed" in said and _KEY_ALONE.match(before):
        return problems.syntax(place, _WRONG_INDENT, _INDENT)
    for part, message, hint in _WORDS:
        if part in said:
            return problems.syntax(place, message, hint)
    return problems.syntax(place, _OTHER, None)


def _odd_space(file: TextFile, index: int) -> int | None:
    """The offset of a no-break space after a colon, on the line of the error or the one before."""
    place = file.place(index)
    for line in (place.line, place.line - 1):
        if line >= 1:
            start = file.starts[line - 1]
            match = _ODD_SPACE.search(file.place(start).source)
            if match:
                return start + match.start(1)
    return None
