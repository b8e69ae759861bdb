"""law.purpose-claims: a promise to keep to the stated purposes is not undone by open purposes elsewhere."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each open purpose, in the locales that promise to keep to the stated ones."""
    for locale in subject.locales:
        passages = tuple(subject.passages_in(locale))
        promise = next(wording("law/purpose_claims", "promise").found_in(passages), None)
        if promise is None:
            continue
        for passage, match in wording("law/purpose_claims", "open").found_in(passages):
            said = shortened(match[0])
            yield found_in(
                passage,
                match.start(),
                match.end(),
                Bilingual(
                    f"“{said}” ขัดกับคำรับรองว่าใช้เฉพาะตามวัตถุประสงค์ที่แจ้ง (“{shortened(promise[1][0])}”)",
                    f"“{said}” undoes the promise to keep to the stated purposes (“{shortened(promise[1][0])}”)",
                ),
                _HINT,
            )


_HINT = Bilingual(
    "ระบุวัตถุประสงค์อื่นนั้นใน purposes.yaml หรือลบออก",
    "name those other purposes in purposes.yaml, or take the words out",
)

RULE = Rule(
    name="law.purpose-claims",
    severity="info",
    title=Bilingual("คำรับรองเรื่องวัตถุประสงค์ต้องไม่ขัดกับข้อความอื่น", "A promise about purposes holds throughout"),
    find=find,
    topics=("purpose claims",),
    reference="PDPA 21",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
