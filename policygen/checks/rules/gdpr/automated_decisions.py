"""gdpr.automated-decisions: that decisions are made by machines alone, by which logic, or that none are."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import telling, tells
from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where the policy is silent about automated decisions."""
    if not tells(subject, wording("gdpr/automated_decisions", "automated")):
        yield Finding(
            Bilingual(
                "ไม่ได้กล่าวถึงการตัดสินใจโดยอัตโนมัติ แม้เพียงว่าไม่มี",
                "nothing is said of automated decisions, not even that there are none",
            ),
            Bilingual(
                "เขียนว่า “เราไม่ตัดสินใจโดยอัตโนมัติเพียงอย่างเดียว” หรือบอกหลักเกณฑ์และผลของการตัดสินใจนั้น",
                "write “we make no automated decisions, and do no profiling”, or tell their logic and consequences",
            ),
        )


RULE = Rule(
    name="gdpr.automated-decisions",
    severity="error",
    title=Bilingual("การตัดสินใจโดยอัตโนมัติ (GDPR)", "Automated decisions (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(2)(f), 22",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-automated-decisions",
            Bilingual("การตัดสินใจโดยอัตโนมัติ หลักเกณฑ์ และผล", "automated decisions, their logic and consequences"),
            "GDPR 13(2)(f)",
            lambda subject: telling(subject, wording("gdpr/automated_decisions", "automated")),
        ),
    ),
)
