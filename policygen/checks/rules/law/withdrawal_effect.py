"""law.withdrawal-effect: where something rests on consent, what withdrawing it does is told."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.rules.law.rights import RIGHTS, clauses_telling, rests_on_consent
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual

_WITHDRAWAL = next(right for right in RIGHTS if right.id == "withdraw-consent")


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where the effect is told nowhere; where withdrawal itself is not told, `law.rights` says so."""
    told = clauses_telling(subject, _WITHDRAWAL)
    if rests_on_consent(subject) and told and not clauses(subject):
        yield Finding(
            Bilingual("ไม่ได้แจ้งผลของการถอนความยินยอม", "nothing tells what withdrawing consent does"),
            Bilingual(
                "เติมใน text: ของสิทธิถอนความยินยอม เช่น “เมื่อถอนแล้วเราจะหยุดส่งข่าวสาร การถอนไม่กระทบสิ่งที่ทำไปแล้ว”",
                "add to the text: of the right to withdraw, such as “we then stop sending news”",
            ),
            anchor=told[0],
        )


def clauses(subject: Subject) -> list[str]:
    """The entries and sections that tell the effect."""
    texts = (one for one in subject.passages if not one.anchor.startswith("term-"))
    found = wording("law/withdrawal_effect", "effect").found_in(texts)
    return list(dict.fromkeys(passage.anchor for passage, _ in found))


RULE = Rule(
    name="law.withdrawal-effect",
    severity="info",
    title=Bilingual("ผลของการถอนความยินยอม", "What withdrawing consent does"),
    find=find,
    topics=("effect of withdrawal",),
    reference="PDPA 19 para 6",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "withdrawal-effect",
            Bilingual("ผลกระทบจากการถอนความยินยอม", "the effect of withdrawing consent"),
            "PDPA 19 para 6",
            clauses,
            rests_on_consent,
        ),
    ),
)
