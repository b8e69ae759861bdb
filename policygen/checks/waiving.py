"""Waivers: recorded exceptions take findings away, and are findings themselves once nothing needs them."""

from collections.abc import Iterator, Sequence
from datetime import date

from policygen.checks.explaining import explained
from policygen.checks.rule import Rule
from policygen.diagnostics import Bilingual, Diagnostic, in_order
from policygen.model.policy import Policy, Waiver
from policygen.text.dates import date_in_words
from policygen.text.nearest import nearest

# What keeps the files from being read cannot be waived: there would be nothing left to publish.
_NEVER = ("file.", "tree.", "yaml.", "schema.", "reference.", "section.", "form.waiver", "publish.", "ledger.")


def waived(found: Sequence[Diagnostic], policy: Policy, today: date, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    """The findings that no waiver takes away on `today`, and what is wrong with the waivers, among all the `rules`."""
    kept = [one for one in found if not any(waives(waiver, one, today) for waiver in policy.waivers)]
    return tuple(in_order((*kept, *_idle(found, policy, today, rules))))


def waives(waiver: Waiver, finding: Diagnostic, today: date) -> bool:
    """Whether the waiver takes the finding away on `today`."""
    in_file = waiver.path is None or f"/{finding.place.path}".endswith(f"/{waiver.path}")
    return waiver.rule == finding.rule and in_file and today <= waiver.until and not finding.rule.startswith(_NEVER)


def _idle(found: Sequence[Diagnostic], policy: Policy, today: date, rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    for waiver in policy.waivers:
        if today > waiver.until:
            yield _problem(policy, waiver, "form.waiver-expired", _expired(waiver), _EXPIRED)
        elif waiver.rule.startswith(_NEVER):
            yield _problem(policy, waiver, "form.waiver-refused", _refused(waiver), _MEND)
        elif not any(waives(waiver, one, today) for one in found):
            names = explained(rules)
            if waiver.rule in names:
                yield _problem(policy, waiver, "form.waiver-unused", _unused(waiver), _REMOVE)
            else:
                yield _problem(policy, waiver, "form.waiver-unknown", _unknown(waiver), _meant(waiver, names))


def _problem(policy: Policy, waiver: Waiver, rule: str, message: Bilingual, hint: Bilingual) -> Diagnostic:
    return Diagnostic(rule, "warning", waiver.place, message, hint, policy=policy.name)


def _expired(waiver: Waiver) -> Bilingual:
    return Bilingual(
        f"ข้อยกเว้นกฎ {waiver.rule} สิ้นสุดแล้วเมื่อ {date_in_words(waiver.until, 'th')}",
        f"the waiver of {waiver.rule} ended on {date_in_words(waiver.until, 'en')}",
    )


def _refused(waiver: Waiver) -> Bilingual:
    return Bilingual(f"กฎ {waiver.rule} ยกเว้นไม่ได้", f"{waiver.rule} cannot be waived")


def _unknown(waiver: Waiver) -> Bilingual:
    return Bilingual(f"ไม่มีกฎชื่อ {waiver.rule}", f"there is no rule {waiver.rule}")


def _meant(waiver: Waiver, names: Sequence[str]) -> Bilingual:
    meant = nearest(waiver.rule, names)
    if meant is None:
        return Bilingual("เขียนชื่อกฎตามที่ check แสดงในวงเล็บ", "write the name that check shows in brackets")
    return Bilingual(f"หมายถึง {meant} หรือไม่", f"did you mean {meant}?")


def _unused(waiver: Waiver) -> Bilingual:
    return Bilingual(f"ข้อยกเว้นกฎ {waiver.rule} ไม่ได้ใช้กับสิ่งใด", f"the waiver of {waiver.rule} takes nothing away")


_EXPIRED = Bilingual("แก้สิ่งที่กฎพบ หรือตกลงวันสิ้นสุดใหม่ที่ until:", "mend what the rule finds, or agree on a new until:")
_REMOVE = Bilingual("ลบออกจาก waivers: ใน policy.yaml", "remove it from waivers: in policy.yaml")
_MEND = Bilingual("แก้สิ่งที่กฎพบ แล้วลบข้อยกเว้นนี้", "mend what the rule finds, and remove the waiver")
