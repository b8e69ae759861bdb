"""form.era: years of the Buddhist and of the common era are never mixed."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage
from policygen.text.dates import BUDDHIST_ERA_OFFSET
from policygen.text.written_dates import BUDDHIST, COMMON, FIRST_BUDDHIST_YEAR, WrittenDate, written_dates

_NAMED = re.compile(rf"(?:(?P<be>{BUDDHIST})|(?P<ce>{COMMON}))\s?(?P<year>[0-9๐-๙]{{4}})(?![0-9๐-๙])")
# The same year in the other era, right after it: B.E. 2562 (2019).
_PAIR = re.compile(rf"\s?[(/]\s?(?:{COMMON}\s?|{BUDDHIST}\s?)?(?P<year>[0-9๐-๙]{{4}})\s?[)]?")
# Bare years of the Buddhist era in English: after a word that takes a year, and not before what they might count.
_BARE_ENGLISH = re.compile(
    r"\b(?:in|since|from|until|of|by|year|Act,?|dated) (?P<year>2[45][0-9]{2})(?=[.;:)]|,(?!\d)|$| (?:and|to|or)\b)"
)
_THAI_LETTER = re.compile(r"[\u0e00-\u0e7f]")
# A Buddhist year in between would be one of the 12th to 16th century: the common era is meant.
_MODERN, _TOO_SOON = 1700, 2200


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each year whose era is wrong, missing or another than that of the text around it."""
    for passage in subject.passages:
        yield from _wrongly_named(passage)
    for locale in subject.locales:
        passages = [passage for passage in subject.passages if passage.locale == locale]
        yield from _mixed(passages) if locale == "th" else _bare_buddhist(passages)


def _wrongly_named(passage: Passage) -> Iterator[Finding]:
    """Years that cannot be of the era that is named, and pairs that do not agree."""
    for match in _NAMED.finditer(passage.text):
        year = int(match["year"])
        if match["be"] and _MODERN <= year < _TOO_SOON:
            yield _named(passage, match, year + BUDDHIST_ERA_OFFSET, year)
        elif match["ce"] and year >= FIRST_BUDDHIST_YEAR:
            yield _named(passage, match, year, year - BUDDHIST_ERA_OFFSET)
        else:
            yield from _unequal(passage, match, year)


def _named(passage: Passage, match: re.Match[str], buddhist: int, common: int) -> Finding:
    return found_in(
        passage,
        match.start(),
        match.end(),
        Bilingual(f"{match[0]} ใช้ปีผิดศักราช", f"{match[0]} names the wrong era"),
        _either(buddhist, common),
    )


def _unequal(passage: Passage, match: re.Match[str], year: int) -> Iterator[Finding]:
    pair = _PAIR.match(passage.text, match.end())
    expected = year - BUDDHIST_ERA_OFFSET if match["be"] else year + BUDDHIST_ERA_OFFSET
    if pair and int(pair["year"]) != expected and (int(pair["year"]) >= FIRST_BUDDHIST_YEAR) != bool(match["be"]):
        told = pair["year"]
        yield found_in(
            passage,
            *pair.span("year"),
            Bilingual(f"{match[0]} ตรงกับ {expected} ไม่ใช่ {told}", f"{match[0]} is {expected}, not {told}"),
            Bilingual(f"เขียน {expected} หรือแก้ {match[0]}", f"write {expected}, or correct {match[0]}"),
        )


def _mixed(passages: list[Passage]) -> Iterator[Finding]:
    """In Thai: dates of the common era without its name, beside dates of the Buddhist era."""
    dates = [(passage, written) for passage in passages for written in written_dates(passage.text) if written.year]
    if not any(written.counts_in == "buddhist" for _, written in dates):
        return
    for passage, written in dates:
        words = passage.text[written.start : written.end]
        if written.era is None and written.counts_in == "common" and _THAI_LETTER.search(words):
            yield _unnamed(passage, written, Bilingual("ที่อื่นในข้อความใช้ พ.ศ.", "other dates count in the Buddhist era"))


def _bare_buddhist(passages: list[Passage]) -> Iterator[Finding]:
    """In other languages: years of the Buddhist era without its name."""
    for passage in passages:
        if _THAI_LETTER.search(passage.text):
            continue
        for written in written_dates(passage.text):
            if written.year and written.era is None and written.counts_in == "buddhist":
                yield _unnamed(passage, written, Bilingual("ไม่ได้บอกว่าเป็น B.E.", "the era is not named"))
        for match in _BARE_ENGLISH.finditer(passage.text):
            year = int(match["year"])
            yield found_in(
                passage,
                *match.span("year"),
                Bilingual(f"{year} เป็นปีพุทธศักราชที่ไม่บอกศักราช", f"{year} is a year of the Buddhist era, unnamed"),
                _either(year, year - BUDDHIST_ERA_OFFSET),
            )


def _unnamed(passage: Passage, written: WrittenDate, why: Bilingual) -> Finding:
    year = written.year or 0
    common = year if written.counts_in == "common" else year - BUDDHIST_ERA_OFFSET
    words = passage.text[written.start : written.end]
    era = Bilingual("คริสต์ศักราช", "the common era")
    if written.counts_in == "buddhist":
        era = Bilingual("พุทธศักราช", "the Buddhist era")
    return found_in(
        passage,
        written.start,
        written.end,
        Bilingual(f"“{words}” นับปีแบบ{era.th} แต่{why.th}", f"“{words}” counts in {era.en}, but {why.en}"),
        _either(common + BUDDHIST_ERA_OFFSET, common),
    )


def _either(buddhist: int, common: int) -> Bilingual:
    return Bilingual(
        f"เขียน พ.ศ. {buddhist} หรือ ค.ศ. {common} อย่างเดียวทั้งฉบับ",
        f"write {common} in English (or B.E. {buddhist}), พ.ศ. {buddhist} in Thai, the same throughout",
    )


RULE = Rule(
    name="form.era",
    severity="error",
    title=Bilingual("ไม่ปน พ.ศ. กับ ค.ศ.", "Years of the two eras are not mixed"),
    find=find,
    topics=("dates",),
)
