"""parity.values: a number, period, date or address that one language has and the other has not."""

from collections import Counter
from collections.abc import Iterator, Sequence

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.rules.parity.paired import Paired, paired
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage
from policygen.text.stated_values import StatedValue, stated_values

Stated = tuple[Passage, StatedValue]
_SPEAKS = frozenset(("th", "en"))


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each value without its like, and one for two that differ where the same is meant."""
    if _SPEAKS.issuperset(subject.locales):
        for part in paired(subject):
            yield from _compared(part)


def _compared(part: Paired) -> Iterator[Finding]:
    first = [(passage, value) for passage in part.prevailing for value in stated_values(passage.text)]
    second = [(passage, value) for passage in part.other for value in stated_values(passage.text)]
    lacking, extra = _without_like(first, second), _without_like(second, first)
    if part.is_one and (lacking or extra):
        lacking, extra = _elsewhere(part, lacking), _elsewhere(part, extra)
    if part.is_one and len(lacking) == len(extra) == 1 and lacking[0][1].kind == extra[0][1].kind:
        yield _differs(extra[0], lacking[0])
        return
    yield from (_alone(one, part.other[0].locale or "") for one in lacking)
    yield from (_alone(one, part.prevailing[0].locale or "") for one in extra)


def _elsewhere(part: Paired, values: Sequence[Stated]) -> list[Stated]:
    """Those that the whole entry or section does not have as often in both languages: the rest only moved."""
    first, second = (
        Counter((value.kind, value.key) for passage in side for value in stated_values(passage.text))
        for side in part.around
    )
    return [one for one in values if first[one[1].kind, one[1].key] != second[one[1].kind, one[1].key]]


def _without_like(values: Sequence[Stated], others: Sequence[Stated]) -> list[Stated]:
    """The firm values that the others have not, each once."""
    keys = {(value.kind, value.key) for _, value in others}
    numbers = {number for _, value in others for number in value.numbers}
    loose = {value.numbers[0] for _, value in others if value.kind == "number" and value.numbers}
    alone: dict[tuple[str, str], Stated] = {}
    for passage, value in values:
        has_like = (value.kind, value.key) in keys
        if value.kind == "number" or (value.kind == "date" and value.key.startswith("-")):
            has_like = has_like or numbers.issuperset(value.numbers)
        elif value.kind == "date":
            has_like = has_like or loose.issuperset(value.numbers)
        elif value.kind == "period":
            has_like = has_like or value.numbers[0] in loose
        if value.firm and not has_like:
            alone.setdefault((value.kind, value.key), (passage, value))
    return list(alone.values())


def _written(stated: Stated) -> str:
    passage, value = stated
    return passage.text[value.start : value.end].strip()


def _differs(stated: Stated, other: Stated) -> Finding:
    passage, value = stated
    here, there = _written(stated), _written(other)
    locale = other[0].locale
    return found_in(
        passage,
        value.start,
        value.end,
        Bilingual(f"ที่นี่ระบุ {here} แต่ฉบับภาษา {locale} ระบุ {there}", f"{here} here, and {there} in {locale}"),
        Bilingual("แก้ให้ตรงกันทั้งสองภาษา", "make both languages say the same"),
    )


def _alone(stated: Stated, locale: str) -> Finding:
    passage, value = stated
    here = _written(stated)
    return found_in(
        passage,
        value.start,
        value.end,
        Bilingual(f"{here} ไม่มีในฉบับภาษา {locale}", f"{here} is not in the {locale} text"),
        Bilingual("เติมในอีกภาษา หรือลบออกจากภาษานี้", "add it to the other language, or remove it from this one"),
    )


RULE = Rule(
    name="parity.values",
    severity="warning",
    title=Bilingual("ตัวเลข วันที่ และที่อยู่ตรงกันทั้งสองภาษา", "Numbers, dates and addresses in both languages"),
    find=find,
    topics=("bilingual parity",),
)
