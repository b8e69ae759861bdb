"""law.retention-claims: prose does not keep data "as long as necessary" where a register states a period."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import sentence_at, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import Period


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each open time in prose, if any purpose has a period."""
    stated = [purpose for purpose in subject.facts.purposes if isinstance(purpose.retention, Period)]
    if not stated:
        return
    keeping = wording("law/retention_claims", "keeping")
    prose = (passage for passage in subject.passages if not passage.anchor.startswith("purpose-"))
    for passage, match in wording("law/retention_claims", "open").found_in(prose):
        if keeping.says(sentence_at(passage.text, *match.span())):
            said = shortened(match[0])
            yield found_in(
                passage,
                match.start(),
                match.end(),
                Bilingual(
                    f"“{said}” ไม่ตรงกับระยะเวลาที่ระบุไว้ใน purposes.yaml เช่น {stated[0].id}",
                    f"“{said}” stands beside a period that purposes.yaml states, such as that of {stated[0].id}",
                ),
                _HINT,
            )


_HINT = Bilingual(
    "เขียนระยะเวลาที่ระบุไว้ หรืออ้างถึงรายการวัตถุประสงค์ที่มีระยะเวลาของแต่ละข้อ",
    "write the stated periods, or point to the list of purposes that has the period of each",
)

RULE = Rule(
    name="law.retention-claims",
    severity="warning",
    title=Bilingual("ระยะเวลาเก็บในข้อความต้องตรงกับที่ระบุ", "Prose keeps data for the stated period"),
    find=find,
    topics=("retention claims",),
    reference="PDPA 23(3)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
