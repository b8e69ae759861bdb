"""form.heading-content: a section holds what its title says, and no heading stands over nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policygen.checks.evidence.structure import Step, passage_of, sections_with_titles, steps_of, text_of
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import any_of_data, data_beside
from policygen.diagnostics import Bilingual
from policygen.model.document import Document, Register, Section

# What is longer is a paragraph, written as a heading.
_LONGEST = 80


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each title whose section holds something else or nothing, and each heading over nothing."""
    if subject.policy is None:
        return
    for document in subject.documents:
        for section, title in sections_with_titles(document):
            yield from _empty_headings(subject, document, section)
            if _holds_otherwise(section, title):
                yield _finding(subject, document.locale, section.id, title, _OTHERWISE)


def _holds_otherwise(section: Section, title: str) -> bool:
    """Whether a title speaks of topics none of which the section holds; one that shows nothing at all is let be."""
    topics = [name for name in _topics() if any_of_data("form/heading_content", name, "title").search(title)]
    text = text_of(section)
    shown = {block.register for block in section.blocks if isinstance(block, Register)}
    if not topics or not text.strip():
        return False
    return not any(
        _topics()[name].get("register") in shown or any_of_data("form/heading_content", name, "holds").search(text)
        for name in topics
    )


def _topics() -> Mapping[str, Any]:
    return data_beside("form/heading_content")


def _empty_headings(subject: Subject, document: Document, section: Section) -> Iterator[Finding]:
    steps = steps_of(section)
    empty = {at for at in range(len(steps)) if _over_nothing(steps, at)}
    # Several in a row are no headings, but a list that is written as headings.
    for at in sorted(at for at in empty if not empty & {at - 1, at + 1}):
        yield _finding(subject, document.locale, section.id, steps[at].text, _NOTHING)


def _over_nothing(steps: Sequence[Step], at: int) -> bool:
    if steps[at].kind != "heading" or len(steps[at].text) > _LONGEST:
        return False
    following = steps[at + 1] if at + 1 < len(steps) else None
    return following is None or (following.kind == "heading" and following.level <= steps[at].level)


def _finding(subject: Subject, locale: str, section: str, title: str, what: Bilingual) -> Finding:
    message = Bilingual(f"หัวข้อ “{title}” {what.th}", f"the heading “{title}” {what.en}")
    passage = passage_of(subject, section, locale, title)
    if passage is None:
        return Finding(message, _HINT, anchor=section, locale=locale)
    return found_in(passage, 0, len(passage.text), message, _HINT)


_OTHERWISE = Bilingual("ไม่มีเนื้อหาตามที่หัวข้อบอก", "stands over something else than it says")
_NOTHING = Bilingual("ไม่มีเนื้อหาใดตามมา", "stands over nothing")
_HINT = Bilingual(
    "เขียนเนื้อหาให้ตรงกับหัวข้อ แก้ชื่อหัวข้อ หรือลบออก", "write what the heading says, name it otherwise, or take it out"
)

RULE = Rule(
    name="form.heading-content",
    severity="warning",
    title=Bilingual("หัวข้อต้องมีเนื้อหาตามที่บอก", "A section holds what its heading says"),
    find=find,
    topics=("structure",),
)
