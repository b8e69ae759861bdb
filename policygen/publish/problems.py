"""What the rules of versions forbid, as diagnostics at the policy's `policy.yaml`."""

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.ledger import Binding, Record, binding
from policygen.model.policy import Policy
from policygen.text.dates import date_in_words


def as_found_too_late(policy: Policy, last: int) -> Diagnostic:
    """`--as-found` where there are versions already."""
    return _problem(
        policy,
        "publish.as-found",
        Bilingual(
            f"--as-found ใช้ได้กับฉบับแรกเท่านั้น นโยบายนี้มีฉบับที่ {last} แล้ว",
            f"--as-found is for a first version only, and this policy has version {last}",
        ),
    )


def no_summary(policy: Policy, number: int, locale: str) -> Diagnostic:
    """A version from the second on whose changes are not summed up in a locale."""
    return _problem(
        policy,
        "publish.summary",
        Bilingual(
            f"ฉบับที่ {number} ต้องมีสรุปการเปลี่ยนแปลง (summary) ภาษา {locale}",
            f"version {number} needs a summary of its changes in {locale}",
        ),
        Bilingual("เขียนไว้ที่ next: summary: ใน policy.yaml", "write it under next: summary: in policy.yaml"),
        locale,
    )


def old_summary(policy: Policy, last: int, locale: str) -> Diagnostic:
    """A summary that was the last version's already."""
    return _problem(
        policy,
        "publish.summary",
        Bilingual(
            f"สรุปการเปลี่ยนแปลงภาษา {locale} ยังเป็นของฉบับที่ {last}",
            f"the summary in {locale} is still that of version {last}",
        ),
        Bilingual("เขียนใหม่ที่ next: summary: ใน policy.yaml", "write a new one under next: summary: in policy.yaml"),
        locale,
    )


def recorded_before(policy: Policy, last: Record) -> Diagnostic:
    """A day of recording before the last version's."""
    return _problem(
        policy,
        "publish.recorded",
        Bilingual(
            f"ฉบับที่ {last.number} บันทึกเมื่อ {date_in_words(last.recorded, 'th')} บันทึกฉบับใหม่ก่อนวันนั้นไม่ได้",
            f"version {last.number} was recorded on {last.recorded}: no later version can be recorded before that day",
        ),
    )


def effective_taken(policy: Policy, taken: Record) -> Diagnostic:
    """An effective date that another version has."""
    return _problem(
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
    return _problem(
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


def _problem(
    policy: Policy,
    rule: str,
    message: Bilingual,
    hint: Bilingual | None = None,
    locale: str | None = None,
) -> Diagnostic:
    return Diagnostic(rule, "error", policy.place, message, hint, policy=policy.name, locale=locale)
