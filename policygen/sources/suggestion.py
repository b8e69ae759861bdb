"""Hints that say what may have been meant, or what there is to choose from."""

from collections.abc import Iterable

from policygen.diagnostics import Bilingual
from policygen.text.nearest import nearest

# A hint is one line on a terminal: more names than this are not read.
_LISTED = 12


def did_you_mean(word: str, known: Iterable[str]) -> Bilingual | None:
    """The nearest known word as a question, else the known words, else nothing."""
    known = list(dict.fromkeys(known))
    close = nearest(word, known)
    if close:
        return Bilingual(f"หมายถึง {close} หรือไม่", f"did you mean {close}?")
    if not known:
        return None
    listed = ", ".join(known[:_LISTED]) + (", …" if len(known) > _LISTED else "")
    return Bilingual(f"ที่ใช้ได้ ได้แก่ {listed}", f"choose from {listed}")
