"""law.new-purposes: no clause lets the policy or the purposes change without a word to the people concerned."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Said, sentence_at, shortened, wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each clause that allows it."""
    of_policy = wording("law/new_purposes", "of-policy")
    for passage, match in wording("law/new_purposes", "unannounced").found_in(subject.passages):
        if of_policy.says(sentence_at(passage.text, *match.span())):
            yield _finding(
                (passage, match),
                "ให้แก้ไขได้โดยไม่แจ้ง จึงเปิดให้ใช้ข้อมูลเพื่อวัตถุประสงค์ใหม่โดยไม่แจ้งและไม่ได้รับความยินยอม",
                "allows changes without notice, and with them new purposes without notice and consent",
            )
    for passage, match in wording("law/new_purposes", "any-purpose").found_in(subject.passages):
        yield _finding(
            (passage, match),
            "ให้ใช้ข้อมูลเพื่อวัตถุประสงค์ที่ไม่ได้แจ้งไว้",
            "lets data be used for purposes that nobody was told of",
        )


def _finding(said: Said, thai: str, english: str) -> Finding:
    passage, match = said
    words = shortened(match[0])
    return found_in(passage, match.start(), match.end(), Bilingual(f"“{words}” {thai}", f"“{words}” {english}"), _HINT)


_HINT = Bilingual(
    "เขียนว่าจะแจ้งการแก้ไขสาระสำคัญล่วงหน้า และแจ้งพร้อมขอความยินยอมก่อนใช้ข้อมูลเพื่อวัตถุประสงค์ใหม่ เว้นแต่กฎหมายให้ทำได้",
    "say that material changes are told beforehand, and that a new purpose is told and consented to before data are "
    "used for it, unless the law allows otherwise",
)

RULE = Rule(
    name="law.new-purposes",
    severity="error",
    title=Bilingual("ห้ามเปลี่ยนวัตถุประสงค์โดยไม่แจ้ง", "No new purpose without notice"),
    find=find,
    topics=("new purposes",),
    reference="PDPA 21",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
