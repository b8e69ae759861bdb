"""gdpr.recipients: the recipients, or the categories of them."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.law import recipients
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """What the rule of the Act finds: article 13 asks the same."""
    yield from recipients.find(subject)


RULE = Rule(
    name="gdpr.recipients",
    severity="error",
    title=Bilingual("ผู้รับข้อมูล (GDPR)", "Recipients (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(1)(e)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-recipients",
            Bilingual("ผู้รับหรือประเภทของผู้รับข้อมูล", "the recipients or categories of recipients"),
            "GDPR 13(1)(e)",
            recipients.clauses,
        ),
    ),
)
