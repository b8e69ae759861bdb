"""language.invisible: characters that nobody sees: zero-width ones, soft hyphens, and spaces that are not plain ones.

Control and bidi characters are told when a file is read (`file.control-character`, `file.bidi-character`).
"""

import re
from collections.abc import Iterator
from unicodedata import name

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

_HIDDEN = "\u200b\u2060\u00ad\u180e\u2063"
_SPACES = "\u1680\u2000-\u200a\u202f\u205f\u3000"
_LETTER = "A-Za-z0-9\u0e01-\u0e5b"
# Joiners belong into emoji and other scripts. A no-break space is right beside a number, an initial or a short form
# (พ.ศ. 2562), and before ๆ and ฯ; not beside a plain space, nor between two plain words.
_INVISIBLE = re.compile(
    f"[{_HIDDEN}]+|[{_SPACES}]|(?<=[{_LETTER}\\s])[\u200c\u200d]+|[\u200c\u200d]+(?=[{_LETTER}\\s])"
    "|(?<= )\u00a0|\u00a0(?= )|(?<=[\u0e01-\u0e4e]{3})\u00a0(?=[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e])"
)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each such character."""
    for passage in subject.passages:
        if passage.text.isascii():
            continue
        for match in _INVISIBLE.finditer(passage.text):
            sign = match[0][0]
            called = f"U+{ord(sign):04X} {name(sign, '').lower()}".strip()
            yield found_in(
                passage,
                *match.span(),
                Bilingual(f"มีอักขระที่มองไม่เห็น {called}", f"there is a character that nobody sees: {called}"),
                Bilingual("ลบออก หรือพิมพ์เป็นวรรคธรรมดา", "remove it, or type a plain space"),
            )


RULE = Rule(
    name="language.invisible",
    severity="warning",
    title=Bilingual("ไม่มีอักขระที่มองไม่เห็น", "No characters that nobody sees"),
    find=find,
    topics=("Thai spacing",),
)
