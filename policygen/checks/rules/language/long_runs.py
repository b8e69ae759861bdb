"""language.long-run: very long stretches of Thai without a space between clauses."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

# Nineteen of twenty stretches in real policies have fewer than 120 letters; 200 are about two lines on paper.
_LONGEST = 200
_RUN = re.compile(f"[\u0e01-\u0e4e]{{{_LONGEST + 1},}}")


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each stretch that is too long."""
    for passage in subject.passages:
        for match in _RUN.finditer(passage.text):
            letters = len(match[0])
            yield found_in(
                passage,
                *match.span(),
                Bilingual(f"ข้อความยาว {letters} ตัวอักษรโดยไม่เว้นวรรค", f"{letters} Thai letters without a space"),
                Bilingual("เว้นวรรคระหว่างประโยคหรืออนุประโยค", "write a space between clauses"),
            )


RULE = Rule(
    name="language.long-run",
    severity="info",
    title=Bilingual("เว้นวรรคระหว่างอนุประโยค", "Spaces between clauses"),
    find=find,
    topics=("Thai spacing",),
)
