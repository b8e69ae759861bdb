"""law.conditional-consent: no service is refused for want of a consent, or of data, that it does not need."""

from collections.abc import Iterator

from policygen.checks.evidence.registers import every_entry
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import LocalText


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each wording that refuses, and for each item that need not be given and is refused for."""
    for passage, match in wording("law/conditional_consent", "conditional").found_in(subject.passages):
        said = shortened(match[0])
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"“{said}” เอาความยินยอมหรือข้อมูลที่ไม่จำเป็นเป็นเงื่อนไขของบริการ",
                f"“{said}” makes a consent, or data that are not needed, a condition of the service",
            ),
            _HINT,
        )
    for locale in subject.locales:
        for told, items in _refused(subject, locale).items():
            yield _refusal(subject, locale, told, items)


def _refused(subject: Subject, locale: str) -> dict[str, list[str]]:
    """What is told about items that need not be given and are refused for, with the ids of those items."""
    refused: dict[str, list[str]] = {}
    for item in every_entry(subject.facts.data):
        told = item.refusal.plain(locale) if isinstance(item.refusal, LocalText) else None
        if item.required == "no" and told and wording("law/conditional_consent", "refused").says(told):
            refused.setdefault(told, []).append(item.id)
    return refused


def _refusal(subject: Subject, locale: str, told: str, items: list[str]) -> Finding:
    passages = subject.passages_at(f"data-{items[0]}", locale)
    place = next((passage.place() for passage in passages if passage.text == told), None)
    names = ", ".join(items)
    return Finding(
        Bilingual(
            f"ข้อมูลที่ไม่จำเป็นต้องให้ (required: no) แต่ refusal บอกว่าไม่ให้บริการหากไม่ได้รับ: {names}",
            f"need not be given (required: no), but refusal says that the service is refused without it: {names}",
        ),
        Bilingual(
            "แก้ required ให้ตรงความจริง หรือแก้ refusal ว่าใช้บริการต่อได้",
            "correct required, or say in refusal that the service goes on without it",
        ),
        place,
        f"data-{items[0]}",
        locale,
    )


_HINT = Bilingual(
    "บอกว่าการไม่ยินยอมไม่กระทบบริการ หากข้อมูลจำเป็นต่อสัญญาจริง ให้ใช้ฐานสัญญาและบอกผลของการไม่ให้ตามมาตรา 23(2)",
    "say that refusing leaves the service untouched; data that the contract truly needs rest on the contract, "
    "with the effect of not giving them told (23(2))",
)

RULE = Rule(
    name="law.conditional-consent",
    severity="error",
    title=Bilingual("ห้ามเอาความยินยอมเป็นเงื่อนไขของบริการ", "Consent is no condition of a service"),
    find=find,
    topics=("conditional consent",),
    reference="PDPA 19",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
