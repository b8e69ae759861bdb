"""What stands in the way of a version's notice class: it is not stated, too low, or leaves too little time."""

from collections.abc import Iterator

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.diff.events import Reason
from policygen.ledger import Record, binding
from policygen.model.event import NoticeClass
from policygen.model.policy import Policy
from policygen.publish.problems import problem
from policygen.publish.weighing import Weighing, first_day, is_less
from policygen.text.dates import date_in_words

CLASS_IN_THAI: dict[NoticeClass, str] = {
    "consent": "consent (ขอความยินยอม)",
    "advance": "advance (แจ้งล่วงหน้า)",
    "publish": "publish (ประกาศ)",
    "editorial": "editorial (แก้รูปแบบเท่านั้น)",
}
_AHEAD: tuple[NoticeClass, ...] = ("advance", "consent")


def problems_of_notice(policy: Policy, weighing: Weighing, record: Record) -> Iterator[Diagnostic]:
    """All of them; none where no version comes before."""
    floor, notice = weighing.floor, weighing.notice
    if floor is None or notice is None:
        return
    if weighing.prose and policy.next.notice is None:
        yield _not_stated(policy, weighing, floor)
    if weighing.lowered and not (policy.next.notice_reason or "").strip():
        for reason in weighing.reasons:
            if is_less(notice, reason.notice):
                yield _too_low(policy, reason, notice)
    first = first_day(record, policy.site.notice_days)
    if notice in _AHEAD and binding(record).day < first:
        yield _too_soon(policy, notice, record, policy.site.notice_days)


def _not_stated(policy: Policy, weighing: Weighing, floor: NoticeClass) -> Diagnostic:
    """Prose changed, and counsel has not said what that asks for."""
    thai, english = (" · ".join(event.message[lang] for event in weighing.prose) for lang in ("th", "en"))
    return problem(
        policy,
        "publish.notice",
        Bilingual(
            f"ต้องระบุระดับการแจ้ง (next.notice) เพราะโปรแกรมตัดสินความหมายของข้อความที่เปลี่ยนไม่ได้: {thai}",
            f"next.notice must be stated, because no program can judge what changed words mean: {english}",
        ),
        Bilingual(
            f"เขียน notice: ที่ next: ใน policy.yaml อย่างน้อย {CLASS_IN_THAI[floor]} หรือต่ำกว่าพร้อม notice_reason:",
            f"write notice: under next: in policy.yaml, {floor} or more, or less with a notice_reason:",
        ),
    )


def _too_low(policy: Policy, reason: Reason, notice: NoticeClass) -> Diagnostic:
    """An event asks for more than `next.notice`, and there is no reason for less."""
    law = f" ({reason.event.reference})" if reason.event.reference else ""
    thai, english = reason.event.message["th"], reason.event.message["en"]
    return problem(
        policy,
        "publish.notice",
        Bilingual(
            f"next.notice: {notice} ต่ำกว่า {CLASS_IN_THAI[reason.notice]} ซึ่งการเปลี่ยนแปลงนี้ต้องการ{law}: {thai}",
            f"next.notice: {notice} is less than {reason.notice}, which this change asks for{law}: {english}",
        ),
        Bilingual(
            f"ระบุ notice: {reason.notice} หรือให้เหตุผลที่ notice_reason: (จะเผยแพร่ในระเบียนของฉบับ)",
            f"write notice: {reason.notice}, or say why less will do in notice_reason: (published in the record)",
        ),
        reference=reason.event.reference or None,
    )


def _too_soon(policy: Policy, notice: NoticeClass, record: Record, days: int) -> Diagnostic:
    """The version would bind before people have known of it for as many days as the site promises."""
    first, own = first_day(record, days), record.effective
    thai, english = ("ไม่มีวันที่มีผล", "no effective date") if own is None else (str(own), f"the effective date {own}")
    return problem(
        policy,
        "publish.notice-days",
        Bilingual(
            f"{CLASS_IN_THAI[notice]} ต้องแจ้งก่อนมีผลอย่างน้อย {days} วัน ({thai}) มีผลเร็วที่สุดได้ {date_in_words(first, 'th')}",
            f"{notice} asks for notice {days} days before it takes effect, which {english} does not leave: "
            f"the earliest possible date is {first}",
        ),
        Bilingual(
            f"แก้ next: effective: {first} ใน policy.yaml หรือใช้ --effective {first}",
            f"write effective: {first} under next: in policy.yaml, or give --effective {first}",
        ),
    )
