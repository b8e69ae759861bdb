"""law.security: the policy says what keeps data safe, in names of today."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import telling, tells
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where no measure is told, and one for each name of what protects no longer."""
    if not tells(subject, _measures()):
        yield Finding(
            Bilingual("ไม่ได้กล่าวถึงมาตรการรักษาความมั่นคงปลอดภัยของข้อมูล", "no measure is told that keeps data secure"),
            Bilingual(
                "เขียนมาตรการที่ใช้จริง เช่น การเข้ารหัส การจำกัดสิทธิเข้าถึง การอบรมพนักงาน",
                "tell the measures that you take, such as encryption, limited access and training",
            ),
        )
    for passage, match in wording("law/security", "obsolete").found_in(subject.passages):
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"{match[0]} เป็นเทคโนโลยีที่เลิกใช้แล้วเพราะไม่ปลอดภัย", f"{match[0]} is no longer in use: it protects no more"
            ),
            Bilingual("เขียนชื่อที่ใช้จริง เช่น TLS 1.2 ขึ้นไป", "name what is in use, such as TLS 1.2 or later"),
        )


def _measures() -> Wording:
    return wording("law/security", "measures")


RULE = Rule(
    name="law.security",
    severity="info",
    title=Bilingual("มาตรการรักษาความมั่นคงปลอดภัย", "Security measures"),
    find=find,
    topics=("security",),
    reference="PDPA 37(1)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "security",
            Bilingual("มาตรการรักษาความมั่นคงปลอดภัยที่เหมาะสม", "fitting measures that keep data secure"),
            "PDPA 37(1)",
            lambda subject: telling(subject, _measures()),
        ),
    ),
)
