"""language.term-twice: a term is defined once."""

import re
from collections.abc import Iterator

from policygen.checks.evidence.defined_terms import bare, terms_in
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

# “ข้อมูลส่วนบุคคล” หมายถึง · “Personal data” means
_DEFINES = re.compile(
    r"[“\"](?P<term>[^“”\"\n]{1,60})[”\"]\s?(?:หมายถึง|หมายความว่า|หมายความรวมถึง|\bmeans\b|\bshall mean\b|\brefers to\b)"
)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each further definition of a term, in the register or in prose."""
    for locale in subject.locales:
        first: dict[str, str] = {}
        for term in terms_in(subject, locale):
            for name in dict.fromkeys(_same(name) for name in term.names):
                if first.setdefault(name, term.anchor) != term.anchor:
                    yield Finding(_message(name, first[name]), _HINT, anchor=term.anchor, locale=locale)
        yield from _in_prose(subject, locale, first)


def _in_prose(subject: Subject, locale: str, first: dict[str, str]) -> Iterator[Finding]:
    """Definitions in prose of what is defined before, but for those that tell an entry of the register."""
    told = dict(subject.facts.places)
    for passage in subject.passages_in(locale):
        for match in _DEFINES.finditer(passage.text):
            name = _same(match["term"])
            known = first.setdefault(name, passage.anchor)
            again = known != passage.anchor or passage.text.find(match[0]) != match.start()
            if again and told.get(known, known) != passage.anchor:
                yield found_in(passage, *match.span("term"), _message(match["term"], known), _HINT)


def _same(name: str) -> str:
    return " ".join(bare(name.strip()).casefold().split())


def _message(name: str, first: str) -> Bilingual:
    return Bilingual(f"“{name}” มีนิยามไว้แล้วที่ {first}", f"“{name}” is defined already, at {first}")


_HINT = Bilingual("คงนิยามไว้แห่งเดียว แล้วลิงก์ถึงด้วย [คำ](term:id)", "keep one definition, and link to it: [words](term:id)")

RULE = Rule(
    name="language.term-twice",
    severity="error",
    title=Bilingual("คำหนึ่งนิยามครั้งเดียว", "A term is defined once"),
    find=find,
    topics=("terms",),
)
