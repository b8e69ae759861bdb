"""language.mark-order: Thai vowels and tone marks that were decomposed, doubled or typed in a wrong order.

What is not in Unicode's form NFC is told when the file is read (`file.not-nfc`), and not again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import is_normalized

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.diff.folding import fold
from policygen.model.policy import Passage

_WORD = re.compile(r"\S*[\u0e01-\u0e4e]\S*")
_TONES = "\u0e48-\u0e4c"
_ABOVE_BELOW = "\u0e31\u0e34-\u0e3a\u0e47"
_CLUSTER = re.compile(
    f"เเ|[\u0e01-\u0e2e]?[{_TONES}{_ABOVE_BELOW}]*\u0e4d[{_TONES}]*\u0e32[{_TONES}]*|[\u0e01-\u0e2e]?\u0e33[{_TONES}]+"
    f"|[\u0e01-\u0e2e]?[{_TONES}]+[{_ABOVE_BELOW}][{_TONES}{_ABOVE_BELOW}]*"
)
# Two tone marks or two vowels on one letter, a mark on nothing, and ำ twice.
_IMPOSSIBLE = re.compile(
    f"[\u0e01-\u0e2e]?[{_ABOVE_BELOW}]?(?:[{_TONES}]{{2,}}|[{_ABOVE_BELOW}]{{2,}})|\u0e33{{2,}}"
    f'|(?:^|(?<=[\\s\u0e40-\u0e44("“]))[{_TONES}{_ABOVE_BELOW}]'
)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each letter whose marks are not in order."""
    for passage in subject.passages:
        if not passage.text.isascii():
            yield from _decomposed(passage)
            yield from _impossible(passage)


def _decomposed(passage: Passage) -> Iterator[Finding]:
    for match in _clusters(passage.text):
        meant = fold(match[0]).text
        if meant == match[0] or _is_told(passage.text, match.start()):
            continue
        yield found_in(
            passage,
            *match.span(),
            Bilingual(
                f"สระหรือวรรณยุกต์ของ {meant} พิมพ์แยกหรือผิดลำดับ", f"the marks of {meant} are apart or in a wrong order"
            ),
            Bilingual(f"พิมพ์ใหม่เป็น {meant}", f"type {meant} again"),
        )


@lru_cache(maxsize=8192)
def _clusters(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_CLUSTER.finditer(text))


@lru_cache(maxsize=8192)
def _impossible_in(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_IMPOSSIBLE.finditer(text))


def _impossible(passage: Passage) -> Iterator[Finding]:
    for match in _impossible_in(passage.text):
        if _is_told(passage.text, match.start()) or _CLUSTER.match(passage.text, match.start()):
            continue
        yield found_in(
            passage,
            *match.span(),
            Bilingual("สระหรือวรรณยุกต์ซ้อนกัน หรือไม่มีพยัญชนะรองรับ", "vowels or tone marks stand twice, or on no letter"),
            Bilingual("ลบตัวที่เกินออก", "remove the one too many"),
        )


def _is_told(text: str, at: int) -> bool:
    """Whether the word around is told already because it is not in NFC."""
    word = next((match for match in _WORD.finditer(text, text.rfind(" ", 0, at) + 1) if match.end() > at), None)
    return word is not None and not is_normalized("NFC", word[0])


RULE = Rule(
    name="language.mark-order",
    severity="error",
    title=Bilingual("สระและวรรณยุกต์ครบและเรียงถูกลำดับ", "Thai marks are whole and in order"),
    find=find,
    topics=("Thai spacing",),
)
