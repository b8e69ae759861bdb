"""form.last-review: a policy is looked at again within twelve months."""

from collections.abc import Iterator
from datetime import date

from policygen.checks.finding import Finding
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.ledger import Record
from policygen.model.policy import Policy
from policygen.text.dates import date_in_words


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where the last version is older than twelve months and no later one is dated."""
    if subject.policy is None:
        return
    last = max(_days(subject.policy, subject.before), default=None)
    if last is not None and _a_year_after(last) < subject.today:
        yield Finding(
            Bilingual(
                f"ทบทวนครั้งล่าสุดเมื่อ {date_in_words(last, 'th')} เกินสิบสองเดือนแล้ว",
                f"last reviewed on {date_in_words(last, 'en')}, more than twelve months ago",
            ),
            _HINT,
        )


def _days(policy: Policy, before: tuple[Record, ...]) -> Iterator[date]:
    """The days on which the policy is known to have been looked at, or will be."""
    for record in before:
        known = (record.published, record.effective, record.stated.date if record.stated else None)
        yield from (day for day in known if day is not None)
    stated = policy.stated.date if policy.stated else None
    yield from (day for day in (policy.next.published, policy.next.effective, stated) if day is not None)


def _a_year_after(day: date) -> date:
    return day.replace(day=min(day.day, 28) if day.month == 2 else day.day, year=day.year + 1)


_HINT = Bilingual(
    "ทบทวนนโยบายกับการเก็บใช้ข้อมูลจริง แล้วเผยแพร่ฉบับใหม่พร้อมวันที่ แม้แก้ไขเพียงเล็กน้อย",
    "compare the policy with what is really done with data, and publish a dated version, however small its changes",
)

RULE = Rule(
    name="form.last-review",
    severity="warning",
    title=Bilingual("ทบทวนนโยบายทุกสิบสองเดือน", "A policy is reviewed every twelve months"),
    find=find,
    topics=("dates",),
)
