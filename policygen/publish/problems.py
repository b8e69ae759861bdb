"""What the rules of versions forbid, as diagnostics at the policy's `policy.yaml`."""

from collections.abc import Iterator
from dataclasses import replace

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.ledger import Binding, Record, Redaction, binding
from policygen.ledger.chain import Kept
from policygen.ledger.placeholders import digest_of_text, holds_mark
from policygen.ledger.record import record_as_json
from policygen.ledger.texts import texts_of
from policygen.model.policy import Policy
from policygen.text.dates import date_in_words


def as_found_too_late(policy: Policy, last: int) -> Diagnostic:
    """`--as-found` where there are versions already."""
    return problem(
        policy,
        "publish.as-found",
        Bilingual(
            f"--as-found ใช้ได้กับฉบับแรกเท่านั้น นโยบายนี้มีฉบับที่ {last} แล้ว",
            f"--as-found is for a first version only, and this policy has version {last}",
        ),
    )


def no_summary(policy: Policy, number: int, locale: str) -> Diagnostic:
    """A version from the second on whose changes are not summed up in a locale."""
    return problem(
        policy,
        "publish.summary",
        Bilingual(
            f"ฉบับที่ {number} ต้องมีสรุปการเปลี่ยนแปลง (summary) ภาษา {locale}",
            f"version {number} needs a summary of its changes in {locale}",
        ),
        Bilingual("เขียนไว้ที่ next: summary: ใน policy.yaml", "write it under next: summary: in policy.yaml"),
        locale=locale,
    )


def old_summary(policy: Policy, last: int, locale: str) -> Diagnostic:
    """A summary that was the last version's already."""
    return problem(
        policy,
        "publish.summary",
        Bilingual(
            f"สรุปการเปลี่ยนแปลงภาษา {locale} ยังเป็นของฉบับที่ {last}",
            f"the summary in {locale} is still that of version {last}",
        ),
        Bilingual("เขียนใหม่ที่ next: summary: ใน policy.yaml", "write a new one under next: summary: in policy.yaml"),
        locale=locale,
    )


def recorded_before(policy: Policy, last: Kept) -> Diagnostic:
    """A day of recording before the last record's."""
    day = last.entry.recorded
    return problem(
        policy,
        "publish.recorded",
        Bilingual(
            f"{last.position.name} บันทึกเมื่อ {date_in_words(day, 'th')} บันทึกฉบับใหม่ก่อนวันนั้นไม่ได้",
            f"{last.position.name} was recorded on {day}: no version can be recorded before that day",
        ),
    )


def redacted_again(policy: Policy, record: Record, records: tuple[Record, ...]) -> Iterator[Diagnostic]:
    """Texts that were redacted from a version and stand in the draft; and texts that read like a redaction."""
    gone = {text: one.number for one in records for act in one.acts if isinstance(act, Redaction) for text in act.texts}
    for text in texts_of(record_as_json(record)):
        path = "/".join(text.path)
        if holds_mark(text.plain):
            yield problem(policy, "publish.redacted", _reads_redacted(path), _OTHER_WORDS)
        elif digest_of_text(text.plain) in gone:
            number = gone[digest_of_text(text.plain)]
            yield replace(problem(policy, "publish.redacted", _back_again(path, number)), severity="warning")


def _reads_redacted(path: str) -> Bilingual:
    return Bilingual(f"{path} มีข้อความเหมือนเครื่องหมายปกปิด", f"{path} reads like the mark of a redaction")


def _back_again(path: str, number: int) -> Bilingual:
    return Bilingual(
        f"{path} เป็นข้อความที่ปกปิดไปแล้วจากฉบับที่ {number}", f"{path} is a text that was redacted from version {number}"
    )


_OTHER_WORDS = Bilingual("ใช้ถ้อยคำอื่น", "use other words")


def effective_taken(policy: Policy, taken: Record) -> Diagnostic:
    """An effective date that another version has."""
    return problem(
        policy,
        "publish.effective",
        Bilingual(
            f"ฉบับที่ {taken.number} มีผลในวันเดียวกันนี้แล้ว ({taken.effective})",
            f"version {taken.number} has this effective date already ({taken.effective})",
        ),
        _ANOTHER_DATE,
    )


def binds_before(policy: Policy, own: Binding, last: Record) -> Diagnostic:
    """A version that would bind before the last one."""
    before = binding(last)
    return problem(
        policy,
        "publish.effective",
        Bilingual(
            f"ฉบับใหม่จะมีผลเมื่อ {own.day} ก่อนฉบับที่ {last.number} ({before.day})",
            f"it would bind from {own.day}, before version {last.number} ({before.day})",
        ),
        _ANOTHER_DATE,
    )


_ANOTHER_DATE = Bilingual(
    "แก้ next: effective: ใน policy.yaml หรือใช้ --effective",
    "change next: effective: in policy.yaml, or give --effective",
)


def problem(
    policy: Policy,
    rule: str,
    message: Bilingual,
    hint: Bilingual | None = None,
    *,
    locale: str | None = None,
    reference: str | None = None,
) -> Diagnostic:
    """An error at the policy's `policy.yaml`."""
    place = policy.place
    return Diagnostic(rule, "error", place, message, hint, policy=policy.name, locale=locale, reference=reference)
