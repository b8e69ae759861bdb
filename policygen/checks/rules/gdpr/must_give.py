"""gdpr.must-give: whether data must be given by law or contract, and what happens where they are not."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.law import must_give
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """What the rule of the Act finds: article 13 asks the same."""
    yield from must_give.find(subject)


RULE = Rule(
    name="gdpr.must-give",
    severity="error",
    title=Bilingual("ข้อมูลที่ต้องให้ตามกฎหมายหรือสัญญา (GDPR)", "What must be given by law or contract (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(2)(e)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-must-give",
            Bilingual(
                "ข้อมูลที่ต้องให้ตามกฎหมายหรือสัญญา และผลของการไม่ให้",
                "whether data must be given by law or contract, and the consequences of not giving them",
            ),
            "GDPR 13(2)(e)",
            must_give.clauses,
            must_give.asked,
        ),
    ),
)
