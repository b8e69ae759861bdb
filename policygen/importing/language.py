"""Which language a text is in: Thai or English, and where it holds the other."""

import re
from collections.abc import Sequence

from policygen.diagnostics import Bilingual
from policygen.importing.original import Piece, Remark
from policygen.model.document import block_lines

_THAI = re.compile(r"[ก-๛]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
# Thai texts name products and give terms in English; below this share of letters a text is no Thai text.
_THAI_SHARE = 0.3
# Blocks that are wholly in the other language make up so much of a text that holds both.
_OTHER_SHARE = 0.15
_NAMES = {"th": Bilingual("ภาษาไทย", "Thai"), "en": Bilingual("ภาษาอังกฤษ", "English")}


def locale_of(pieces: Sequence[Piece]) -> str | None:
    """`th` or `en`, or None where most letters are of neither."""
    text = "".join(block_lines(tuple(piece.block for piece in pieces)))
    letters, thai, latin = (len(pattern.findall(text)) for pattern in (_LETTER, _THAI, _LATIN))
    if max(thai, latin) < letters / 2:
        return None
    return "th" if thai >= (thai + latin) * _THAI_SHARE and thai else "en"


def other_language(pieces: Sequence[Piece], locale: str) -> tuple[Remark, ...]:
    """A remark where a good part of the text is in the other language, with the line at which it begins."""
    texts = [(" ".join(block_lines((piece.block,))), piece.line) for piece in pieces]
    other = [(text, line) for text, line in texts if _is_other(text, locale)]
    total = sum(len(text) for text, _ in texts)
    if sum(len(text) for text, _ in other) < total * _OTHER_SHARE:
        return ()
    language = _NAMES["en" if locale == "th" else "th"]
    main = _NAMES[locale]
    return (
        Remark(
            Bilingual(
                f"ไฟล์นี้มี{language.th}ด้วย ({len(other)} ย่อหน้า) ข้อความทั้งหมดถูกนำเข้าเป็น{main.th}ตามลำดับเดิม "
                f"ให้ย้ายส่วนที่เป็น{language.th}ไปไว้ในไฟล์ของภาษานั้น",
                f"the file has {language.en} too ({len(other)} paragraphs); all of it was imported as {main.en}, "
                f"in its order: move what is {language.en} into the files of that language",
            ),
            other[0][1],
        ),
    )


def _is_other(text: str, locale: str) -> bool:
    thai, latin = len(_THAI.findall(text)), len(_LATIN.findall(text))
    mine, others = (thai, latin) if locale == "th" else (latin, thai)
    return others >= 10 and mine <= others / 10
