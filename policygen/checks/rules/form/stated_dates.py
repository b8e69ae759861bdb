"""form.stated-date: what prose says of the policy's dates agrees with policy.yaml."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import sentence_at, wording
from policygen.diagnostics import Bilingual
from policygen.ledger import binding
from policygen.model.policy import Passage, Policy
from policygen.text.dates import date_in_words
from policygen.text.written_dates import WrittenDate, written_dates

_REACH = 60


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each date of a text that is another than policy.yaml's."""
    if subject.policy is None:
        return
    for passage in subject.passages:
        for written in written_dates(passage.text):
            if written.date is not None:
                yield from _compared(subject, subject.policy, passage, written)


def _compared(subject: Subject, policy: Policy, passage: Passage, written: WrittenDate) -> Iterator[Finding]:
    coming, day = policy.next, written.date
    if day is None or _of_something_else(passage, written):
        return
    if coming.effective not in (None, day) and _said("effective", passage, written):
        yield _finding(passage, written, f"next.effective: {coming.effective}")
    elif policy.stated is not None and policy.stated.date != day and _said("made", passage, written):
        yield _finding(passage, written, f"stated.date: {policy.stated.date}")
    elif _said("updated", passage, written):
        if coming.published is not None and day > coming.published:
            yield _finding(passage, written, f"next.published: {coming.published}")
        elif _is_changed(subject) and day <= binding(subject.before[-1]).day:
            last = subject.before[-1]
            yield _finding(passage, written, f"version {last.number}: {date_in_words(binding(last).day, 'en')}")


def _said(name: str, passage: Passage, written: WrittenDate) -> bool:
    before = passage.text[max(0, written.start - _REACH) : written.start]
    return wording("form/stated_dates", name).said.search(before) is not None


def _of_something_else(passage: Passage, written: WrittenDate) -> bool:
    sentence = sentence_at(passage.text, written.start, written.end)
    return wording("form/stated_dates", "else").says(sentence)


def _is_changed(subject: Subject) -> bool:
    """Whether there is a version before, and the draft says anything else."""
    return bool(subject.before) and not subject.repeats_last


def _finding(passage: Passage, written: WrittenDate, given: str) -> Finding:
    words = passage.text[written.start : written.end]
    return found_in(
        passage,
        written.start,
        written.end,
        Bilingual(f"“{words}” ขัดกับ {given}", f"“{words}” contradicts {given}"),
        Bilingual(
            "แก้วันที่ในข้อความหรือใน policy.yaml ให้ตรงกัน หรือลบออกจากข้อความ เพราะหน้าเว็บแสดงวันที่ของฉบับอยู่แล้ว",
            "make the text and policy.yaml agree, or take the date out of the text: pages show each version’s dates",
        ),
    )


RULE = Rule(
    name="form.stated-date",
    severity="error",
    title=Bilingual("วันที่ในข้อความต้องตรงกับ policy.yaml", "Dates in prose agree with policy.yaml"),
    find=find,
    topics=("dates",),
)
