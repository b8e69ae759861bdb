"""form.lead-in: a line that announces a list is followed by one."""

from collections.abc import Iterator, Sequence

from policygen.checks.evidence.structure import Step, passage_of, steps_of
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual

_LISTS = ("list", "table", "register")


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each line that announces a list after which its section, or its part of it, ends."""
    if subject.policy is None:
        return
    for document in subject.documents:
        # What the introduction announces may be the rest of the policy.
        for section in document.sections[1:]:
            steps = steps_of(section)
            for at, step in enumerate(steps):
                if step.kind == "line" and _announces(step.text) and _nothing_follows(steps, at):
                    yield _finding(subject, section.id, document.locale, step.text)


def _announces(line: str) -> bool:
    return wording("form/lead_ins", "announces").said.search(line[-60:].rstrip(" *_")) is not None


def _nothing_follows(steps: Sequence[Step], at: int) -> bool:
    """Whether the next step is the end, an empty list, or a heading no deeper than the one above."""
    if at + 1 == len(steps):
        return True
    following = steps[at + 1]
    if following.kind in _LISTS:
        return following.empty
    above = next((step.level for step in reversed(steps[:at]) if step.kind == "heading"), 2)
    return following.kind == "heading" and following.level <= above


def _finding(subject: Subject, section: str, locale: str, line: str) -> Finding:
    message = Bilingual(
        f"“{shortened(line[-40:])}” ไม่มีรายการตามมา", f"“{shortened(line[-40:])}” announces a list, and nothing follows"
    )
    hint = Bilingual("เติมรายการ หรือเขียนใหม่ให้จบประโยค", "write the list, or end the sentence otherwise")
    passage = passage_of(subject, section, locale, line)
    if passage is None:
        return Finding(message, hint, anchor=section, locale=locale)
    match = wording("form/lead_ins", "announces").said.search(passage.text)
    start, end = match.span() if match else (0, len(passage.text))
    return found_in(passage, start, end, message, hint)


RULE = Rule(
    name="form.lead-in",
    severity="error",
    title=Bilingual("ข้อความนำต้องมีรายการตามมา", "A lead-in is followed by its list"),
    find=find,
    topics=("structure",),
)
