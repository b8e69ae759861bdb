"""law.deemed-consent: no silence, visit or sign-up is taken for consent."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each wording that takes something else for consent."""
    for passage, match in wording("law/deemed_consent", "deemed").found_in(subject.passages):
        said = shortened(match[0])
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"“{said}” ถือเอาการกระทำอื่นเป็นความยินยอม ซึ่งไม่เป็นการขอความยินยอมโดยชัดแจ้งและโดยอิสระ",
                f"“{said}” takes something else for consent: that is neither an express request nor a free choice",
            ),
            _HINT,
        )


_HINT = Bilingual(
    "ลบข้อความนี้ แล้วขอความยินยอมแยกต่างหากสำหรับแต่ละวัตถุประสงค์ที่ต้องใช้ หากใช้ฐานอื่นให้ระบุฐานนั้นแทน",
    "take it out, and ask for consent apart, for each purpose that rests on it; where another basis holds, name that",
)

RULE = Rule(
    name="law.deemed-consent",
    severity="error",
    title=Bilingual("ห้ามถือว่ายินยอมจากการนิ่งเฉยหรือการใช้บริการ", "Consent is not deemed from silence or use"),
    find=find,
    topics=("deemed consent",),
    reference="PDPA 19",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
