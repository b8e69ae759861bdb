"""language.repetition-marks: the spaces around ๆ and ฯ, by the Royal Institute's usage and in one style throughout."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_THAI = "\u0e01-\u0e4e"
# The word before goes with the mark; "X ๆ Y" is how the Royal Institute writes it.
_REPEATED = re.compile(r"(?P<before>[ \u00a0]*)ๆ(?P<after>[ \u00a0]*)(?=(?P<next>.?))")
# ฯ ends a shortened word (บริษัทฯ); ฯลฯ and ฯพณฯ are words of their own.
_SHORTENED = re.compile(rf"(?P<before>[ \u00a0]*)(?<!ฯล)(?<!ฯพณ)ฯ(?!ลฯ)(?!พณฯ)(?P<next>[{_THAI}A-Za-z0-9]?)")
_AND_SO_ON = re.compile(r"(?P<before>[^\s(\"“]?)ฯลฯ(?P<next>[\u0e01-\u0e4eA-Za-z0-9]?)")


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each mark whose spaces are not right; a note where the whole policy leaves them out."""
    for passage in subject.passages:
        if "ฯ" in passage.text:
            yield from _shortened(passage)
            yield from _and_so_on(passage)
    repeating = [passage for passage in subject.passages if "ๆ" in passage.text]
    marks = [(passage, match) for passage in repeating for match in _REPEATED.finditer(passage.text)]
    wrong = [(passage, match) for passage, match in marks if not _is_spaced(match)]
    mixed = len(wrong) < len(marks)
    yield from (_unspaced(passage, match, mixed) for passage, match in wrong)


def _is_spaced(match: re.Match[str]) -> bool:
    """Whether ๆ has its spaces; none before a mark that closes something, at an end, or before a second ๆ."""
    after = match["after"] or not match["next"] or not (match["next"].isalnum() or match["next"] in '(“"')
    return bool(match["before"] and after) or match.start() == 0


def _unspaced(passage: Passage, match: re.Match[str], mixed: bool) -> Finding:
    where = Bilingual("ตามหลักราชบัณฑิตยสภาต้องเว้นวรรคหน้าและหลัง ๆ", "the Royal Institute writes a space before and after ๆ")
    if mixed:
        where = Bilingual(f"{where.th} และแห่งอื่นในนโยบายนี้เว้นไว้", f"{where.en}, as this policy does elsewhere")
    hint = Bilingual("พิมพ์ เช่น “ต่าง ๆ ที่”", "write, for instance, “ต่าง ๆ ที่”")
    return found_in(
        passage, match.start(), match.end("before") + 1, where, hint, severity="warning" if mixed else "info"
    )


def _shortened(passage: Passage) -> Iterator[Finding]:
    for match in _SHORTENED.finditer(passage.text):
        sign = match.end("before")
        if match["before"] and match.start() > 0:
            message = Bilingual("มีวรรคหน้า ฯ", "a space stands before ฯ")
            hint = Bilingual("พิมพ์ ฯ ติดกับคำข้างหน้า เช่น “บริษัทฯ เก็บ”", "write ฯ right after the word: “บริษัทฯ เก็บ”")
            yield found_in(passage, match.start(), sign + 1, message, hint)
        elif match["next"]:
            message = Bilingual("ไม่มีวรรคหลัง ฯ", "no space stands after ฯ")
            hint = Bilingual("เว้นวรรคหลัง ฯ เช่น “บริษัทฯ เก็บ”", "write a space after ฯ: “บริษัทฯ เก็บ”")
            yield found_in(passage, sign, sign + 1, message, hint)


def _and_so_on(passage: Passage) -> Iterator[Finding]:
    for match in _AND_SO_ON.finditer(passage.text):
        if match["before"] or match["next"]:
            message = Bilingual("ฯลฯ ต้องเว้นวรรคหน้าและหลัง", "ฯลฯ has a space before and after it")
            hint = Bilingual("พิมพ์ เช่น “ชื่อ อีเมล ฯลฯ และ”", "write, for instance, “ชื่อ อีเมล ฯลฯ และ”")
            yield found_in(passage, match.end("before"), match.end("before") + 3, message, hint)


RULE = Rule(
    name="language.repetition-marks",
    severity="warning",
    title=Bilingual("วรรคหน้าและหลัง ๆ กับ ฯ", "Spaces around ๆ and ฯ"),
    find=find,
    topics=("Thai spacing",),
)
