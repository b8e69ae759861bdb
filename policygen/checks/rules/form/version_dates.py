"""form.version-date: the dates of the next version are known, and come after those of the last."""

from collections.abc import Iterator
from datetime import date

from policygen.checks.finding import Finding
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.ledger import binding
from policygen.text.dates import date_in_words


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each date that is missing, or no later than the last version's; none where nothing changed."""
    if subject.policy is None or subject.repeats_last:
        return
    coming, last = subject.policy.next, subject.before[-1] if subject.before else None
    if coming.effective is None:
        yield _missing("effective", "วันที่มีผล", "effective date")
    elif last is not None and coming.effective <= binding(last).day:
        yield _too_early("next.effective", coming.effective, last.number, binding(last).day)
    if coming.published is None:
        yield _missing("published", "วันที่เผยแพร่", "day of publishing")
    elif last is not None and last.published is not None and coming.published < last.published:
        yield _too_early("next.published", coming.published, last.number, last.published)
    if coming.effective is not None and coming.published is not None and coming.effective < coming.published:
        yield Finding(
            Bilingual(
                f"มีผล {date_in_words(coming.effective, 'th')} ก่อนเผยแพร่ {date_in_words(coming.published, 'th')}",
                f"it binds on {coming.effective}, before it is published on {coming.published}",
            ),
            Bilingual("แก้ next.effective หรือ next.published", "correct next.effective or next.published"),
        )


def _missing(key: str, thai: str, english: str) -> Finding:
    return Finding(
        Bilingual(f"ยังไม่ได้ระบุ{thai}ของฉบับถัดไป", f"the next version has no {english} yet"),
        Bilingual(f"เติม next.{key} ใน policy.yaml", f"add next.{key} to policy.yaml"),
        severity="warning",
    )


def _too_early(key: str, day: date, number: int, before: date) -> Finding:
    return Finding(
        Bilingual(
            f"{key} {date_in_words(day, 'th')} ไม่อยู่หลังฉบับที่ {number} ({date_in_words(before, 'th')})",
            f"{key} {day} is not after that of version {number} ({before})",
        ),
        Bilingual(f"แก้ {key} ให้อยู่หลัง {before}", f"write a day after {before}"),
    )


RULE = Rule(
    name="form.version-date",
    severity="error",
    title=Bilingual("ฉบับถัดไปต้องมีวันที่ และอยู่หลังฉบับก่อน", "The next version has dates, after those of the last"),
    find=find,
    topics=("dates",),
)
