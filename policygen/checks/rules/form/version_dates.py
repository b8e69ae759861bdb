"""form.version-date: the dates of the next version are known, and come after those of the last."""

from collections.abc import Iterator
from datetime import date

from policygen.checks.finding import Finding
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.ledger import binding
from policygen.model.policy import Next
from policygen.text.dates import date_in_words


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each date that is missing, or no later than the last version's; none where nothing changed."""
    if subject.policy is None or subject.repeats_last:
        return
    coming, last = subject.policy.next, subject.before[-1] if subject.before else None
    if coming.effective is None or coming.published is None:
        yield _missing(coming)
    if last is not None and coming.effective is not None and coming.effective <= binding(last).day:
        yield _too_early("next.effective", coming.effective, last.number, binding(last).day)
    if last is not None and last.published and coming.published is not None and coming.published < last.published:
        yield _too_early("next.published", coming.published, last.number, last.published)
    if coming.effective is not None and coming.published is not None and coming.effective < coming.published:
        yield _binds_first(coming.effective, coming.published)


def _missing(coming: Next) -> Finding:
    keys = [f"next.{key}" for key in ("published", "effective") if getattr(coming, key) is None]
    return Finding(
        Bilingual("ฉบับถัดไปยังไม่มีวันที่เผยแพร่หรือวันที่มีผล", "the next version has no day of publishing or effective date yet"),
        Bilingual(f"เติม {' และ '.join(keys)} ใน policy.yaml", f"add {' and '.join(keys)} to policy.yaml"),
        severity="warning",
    )


def _binds_first(effective: date, published: date) -> Finding:
    return Finding(
        Bilingual(
            f"มีผล {date_in_words(effective, 'th')} ก่อนเผยแพร่ {date_in_words(published, 'th')}",
            f"it binds on {effective}, before it is published on {published}",
        ),
        Bilingual("แก้ next.effective หรือ next.published", "correct next.effective or next.published"),
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
