"""What a draft changes, what notice that asks for, and who approved it: for the legal team, before publishing.

Of all this only the events without their statutes, and the notice class that was approved, enter the ledger.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from policygen.diff.events import Reason, Side, change_events, notice_floor, reasons
from policygen.diff.events.text_judge import text_judge
from policygen.ledger import Record, edition_digest, editions_of
from policygen.model.edition import Edition
from policygen.model.event import NOTICE_CLASSES, ChangeEvent, NoticeClass
from policygen.model.policy import Approval, Policy

# What these mean no program can judge: counsel must say which notice they ask for.
_PROSE = frozenset(
    ("prose-changed", "wording-only", "translation-only", "section-added", "section-removed", "section-renamed")
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """A draft against the version before it.

    `before` is None where none counts; then there are no `reasons` and no classes. `floor` is what the events ask for,
    `notice` the class that the next version is published with. `digest` is the draft's, `approvers` are the names
    under approvals of that digest, of which `needed` are asked for.
    """

    before: Record | None
    reasons: tuple[Reason, ...]
    floor: NoticeClass | None
    notice: NoticeClass | None
    digest: str
    approvers: tuple[str, ...]
    needed: int

    @property
    def events(self) -> tuple[ChangeEvent, ...]:
        """What changed."""
        return tuple(reason.event for reason in self.reasons)

    @property
    def prose(self) -> tuple[ChangeEvent, ...]:
        """The events of prose that is not proven to be editorial."""
        return tuple(event for event in self.events if event.type in _PROSE or event.type.endswith("-reworded"))

    @property
    def lowered(self) -> bool:
        """Whether the class is less than the events ask for."""
        return is_less(self.notice, self.floor)


def weigh(policy: Policy, edition: Edition, before: Record | None, number: int) -> Weighing:
    """The draft of version `number` against the last version that counts."""
    digest = edition_digest(edition)
    approvers = tuple(sorted({_name(one) for one in policy.next.approved if one.digest == digest}))
    found = () if before is None else _reasons(policy, edition, before, number)
    floor = None if before is None else notice_floor((one.event for one in found), edition.facts)
    notice = None if floor is None else _stated(policy) or floor
    return Weighing(before, found, floor, notice, digest, approvers, policy.site.approvals)


def is_less(notice: NoticeClass | None, than: NoticeClass | None) -> bool:
    """Whether a class is less than another; none is less than nothing."""
    return notice is not None and than is not None and _rank(notice) < _rank(than)


def first_day(record: Record, days: int) -> date:
    """The first day on which the version may take effect, if people must know of it so many days before."""
    known = max(record.published or record.recorded, record.recorded)
    return date.fromordinal(min(known.toordinal() + days, date.max.toordinal()))


def _stated(policy: Policy) -> NoticeClass | None:
    return next((one for one in NOTICE_CLASSES if one == policy.next.notice), None)


def _reasons(policy: Policy, edition: Edition, before: Record, number: int) -> tuple[Reason, ...]:
    (old,) = editions_of((before,))
    judge = text_judge(old.facts, edition.facts)
    was = Side(old, _pages(policy.id, old, before.number), before.stated)
    will_be = Side(edition, _pages(policy.id, edition, number), policy.stated)
    return reasons(change_events(was, will_be, judge), edition.facts)


def _pages(policy: str, edition: Edition, number: int) -> Mapping[str, str]:
    """The address of the version's page in each locale."""
    return {locale: f"/{locale}/{policy}/v{number}/" for locale in edition.locales}


def _name(approval: Approval) -> str:
    return " ".join(approval.name.split())


def _rank(notice: NoticeClass) -> int:
    return NOTICE_CLASSES.index(notice)
