"""form.blank: a blank that nobody has filled in."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

# Brackets with words or dots in them, rows of dots or underlines, and x's. Three dots are an ellipsis. A number in
# brackets is a citation, "[sic]" an editor's word.
_BLANK = re.compile(
    r"\[(?!\d+\]|sic\]|ibid\.?\])[^\[\]\n]{1,80}\]"
    r"|[.…]{4,}|_{3,}"
    r"|(?<![A-Za-z0-9])[xX]{3,}(?![A-Za-z0-9])"
)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each blank of each passage, and of what site.yaml says of the site and its controller."""
    for passage in (*subject.passages, *(subject.policy.site_passages if subject.policy else ())):
        for blank in _BLANK.finditer(passage.text):
            yield found_in(
                passage,
                blank.start(),
                blank.end(),
                Bilingual(f"ยังไม่ได้เติมข้อความแทน {blank[0]}", f"the blank {blank[0]} is not filled in"),
                Bilingual("เขียนข้อความจริงแทน แล้วลบเครื่องหมายออก", "write the words that belong here, without the marks"),
            )


RULE = Rule(
    name="form.blank",
    severity="error",
    title=Bilingual("ช่องว่างที่ยังไม่ได้เติม", "Blanks are filled in"),
    find=find,
    topics=("structure",),
)
