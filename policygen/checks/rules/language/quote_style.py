"""language.quote-style: straight and curly quotation marks side by side in the texts of one language."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_PAIR = re.compile('(?P<straight>(?<![0-9])"[^"“”]{1,400}")|(?P<curly>“[^"“”]{1,400}”)')
_WORDS = {
    "straight": Bilingual('แบบตรง "…"', 'straight marks "…"'),
    "curly": Bilingual("แบบโค้ง “…”", "curly marks “…”"),
}
Pair = tuple[Passage, int, int]


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each pair of the style that the language's texts have less often."""
    for locale in subject.locales:
        pairs = _pairs(subject, locale)
        straight, curly = pairs["straight"], pairs["curly"]
        if straight and curly:
            less, more = ("straight", "curly") if len(straight) <= len(curly) else ("curly", "straight")
            yield from (_other(pair, less, more) for pair in pairs[less])


def _pairs(subject: Subject, locale: str) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {"straight": [], "curly": []}
    for passage in subject.passages:
        if passage.locale == locale:
            for match in _PAIR.finditer(passage.text):
                found[str(match.lastgroup)].append((passage, *match.span()))
    return found


def _other(pair: Pair, less: str, more: str) -> Finding:
    return found_in(
        *pair,
        Bilingual(
            f"เครื่องหมายคำพูด{_WORDS[less].th} ต่างจากแห่งอื่นซึ่งใช้{_WORDS[more].th}",
            f"{_WORDS[less].en} beside {_WORDS[more].en} elsewhere",
        ),
        Bilingual(f"ใช้{_WORDS[more].th} ทั้งฉบับ", f"use {_WORDS[more].en} throughout"),
    )


RULE = Rule(
    name="language.quote-style",
    severity="warning",
    title=Bilingual("เครื่องหมายคำพูดแบบเดียวทั้งฉบับ", "Quotation marks of one style"),
    find=find,
    topics=("quoting and brackets",),
)
