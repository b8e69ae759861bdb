"""gdpr.retention: the period of storage, or the criteria that determine it."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.law import retention
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """What the rule of the Act finds: article 13 asks the same."""
    yield from retention.find(subject)


RULE = Rule(
    name="gdpr.retention",
    severity="error",
    title=Bilingual("ระยะเวลาเก็บรักษา (GDPR)", "Period of storage (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(2)(a)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-retention",
            Bilingual("ระยะเวลาเก็บรักษาหรือเกณฑ์ที่ใช้กำหนด", "the period of storage, or the criteria that determine it"),
            "GDPR 13(2)(a)",
            retention.clauses,
        ),
    ),
)
