"""law.purposes: a policy names at least one purpose of processing, in every locale."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where no purpose is named."""
    if not subject.facts.purposes:
        yield Finding(
            Bilingual(
                "นโยบายไม่ได้ระบุวัตถุประสงค์ของการเก็บรวบรวมข้อมูลส่วนบุคคล", "the policy names no purpose of collecting data"
            ),
            Bilingual("เขียนวัตถุประสงค์แต่ละข้อไว้ใน purposes.yaml", "write each purpose into purposes.yaml"),
        )


def _clauses(subject: Subject) -> list[str]:
    return [f"purpose-{purpose.id}" for purpose in subject.facts.purposes]


RULE = Rule(
    name="law.purposes",
    severity="error",
    title=Bilingual("ต้องระบุวัตถุประสงค์", "Purposes are named"),
    find=find,
    topics=("purposes",),
    reference="PDPA 23(1)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "purposes",
            Bilingual("วัตถุประสงค์ของการเก็บรวบรวม ใช้ หรือเปิดเผย", "the purposes of collection, use or disclosure"),
            "PDPA 23(1)",
            _clauses,
        ),
    ),
)
