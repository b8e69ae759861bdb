"""language.space-before: a space before a colon, comma or semicolon."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

# After a word and before one; "1 : 10" is a ratio, ":)" a smile, "::" no punctuation, and ๆ has its space anyway.
_SPACE = re.compile(r"(?<=[^\s:;,(ๆ\-–—•])(?P<space>[ \u00a0]{1,4})(?P<mark>[:,;])(?![-)(:=/.\w])")
_RATIO = re.compile(r"\d[ \u00a0]{1,4}:\s{0,4}\d")
_BEFORE = 1
_WRITTEN = frozenset(("th", "en"))


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each such space of a Thai or English text."""
    for passage in subject.passages:
        if passage.locale not in _WRITTEN:
            continue
        for match in _SPACE.finditer(passage.text):
            if _RATIO.match(passage.text, match.start() - _BEFORE):
                continue
            mark = match["mark"]
            yield found_in(
                passage,
                *match.span(),
                Bilingual(f"มีวรรคหน้า {mark}", f"a space stands before {mark}"),
                Bilingual(f"พิมพ์ {mark} ติดกับคำข้างหน้า", f"write {mark} right after the word"),
            )


RULE = Rule(
    name="language.space-before",
    severity="warning",
    title=Bilingual("ไม่เว้นวรรคหน้าทวิภาคและจุลภาค", "No space before a colon or a comma"),
    find=find,
    topics=("Thai spacing",),
)
