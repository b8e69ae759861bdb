"""form.list-without-lead-in: a bullet list is led in by a sentence or a heading."""

from collections.abc import Iterator, Sequence

from policygen.checks.evidence.structure import Step, passage_of, steps_of
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each such list of bullets, at its first item."""
    if subject.policy is None:
        return
    for document in subject.documents:
        for section in document.sections:
            steps = steps_of(section)
            for at, step in enumerate(steps):
                if step.kind == "list" and step.depth == 0 and not step.labelled and _alone(steps, at, section.title):
                    item = steps[at + 1].text if at + 1 < len(steps) else ""
                    yield _finding(subject, section.id, document.locale, item)


def _alone(steps: Sequence[Step], at: int, title: object) -> bool:
    """Whether nothing leads into the list: it begins a part without a heading, or stands right after another list."""
    before = next((step for step in reversed(steps[:at]) if step.depth == 0), None)
    if before is None:
        return not title
    # One numbered item by itself is a heading, written as a clause.
    return before.kind in ("table", "register") or (before.kind == "list" and before.count > 1)


def _finding(subject: Subject, section: str, locale: str, item: str) -> Finding:
    message = Bilingual("รายการนี้ไม่มีข้อความนำ", "nothing leads into this list")
    hint = Bilingual(
        "เขียนประโยคนำก่อนรายการ เช่น “เราเก็บข้อมูลดังนี้”", "write a sentence before it, such as “We collect the following:”"
    )
    passage = passage_of(subject, section, locale, item)
    if passage is None:
        return Finding(message, hint, anchor=section, locale=locale)
    return found_in(passage, 0, len(passage.text), message, hint)


RULE = Rule(
    name="form.list-without-lead-in",
    severity="warning",
    title=Bilingual("รายการต้องมีข้อความนำ", "A list has its lead-in"),
    find=find,
    topics=("structure",),
)
