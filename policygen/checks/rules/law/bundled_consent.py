"""law.bundled-consent: consent stands apart from other terms, and the policy does not bind its reader."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each wording that binds the reader or asks for consent together with other terms."""
    for passage, match in wording("law/bundled_consent", "bundled").found_in(subject.passages):
        said = shortened(match[0])
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"“{said}” ให้ผู้อ่านผูกพันตามนโยบาย หรือรวมความยินยอมไว้กับข้อตกลงอื่น",
                f"“{said}” binds the reader by the policy, or mixes consent with other terms",
            ),
            _HINT,
        )


_HINT = Bilingual(
    "นโยบายความเป็นส่วนตัวเป็นการแจ้งให้ทราบ ไม่ใช่สัญญา ลบข้อความนี้ และขอความยินยอมแยกจากข้อกำหนดอื่น",
    "a privacy policy informs and is no contract: take this out, and ask for consent apart from other terms",
)

RULE = Rule(
    name="law.bundled-consent",
    severity="warning",
    title=Bilingual("ความยินยอมต้องแยกจากข้อตกลงอื่น", "Consent stands apart from other terms"),
    find=find,
    topics=("bundled consent",),
    reference="PDPA 19",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
