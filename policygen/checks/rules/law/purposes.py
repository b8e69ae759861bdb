"""law.purposes: a policy names at least one purpose of processing, in every locale."""

from collections.abc import Iterator

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import entitles, telling, tells
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where no purpose is named, or one for each locale in which none of them has a text."""
    if collects_nothing(subject):
        return
    purposes = subject.facts.purposes
    if not purposes and not tells(subject, _told()) and not entitles(subject, wording("law/purposes", "titles")):
        yield Finding(
            Bilingual(
                "นโยบายไม่ได้ระบุวัตถุประสงค์ของการเก็บรวบรวมข้อมูลส่วนบุคคล", "the policy names no purpose of collecting data"
            ),
            _HINT,
        )
    for locale in subject.locales if purposes else ():
        if all(purpose.text.plain(locale) is None for purpose in purposes):
            yield Finding(
                Bilingual(f"ไม่มีวัตถุประสงค์ข้อใดเขียนเป็นภาษา {locale}", f"no purpose is told in {locale}"),
                Bilingual(f"เติม {locale}: ใน text: ของวัตถุประสงค์แต่ละข้อ", f"add {locale}: to the text: of each purpose"),
                anchor=f"purpose-{purposes[0].id}",
                locale=locale,
            )


def _clauses(subject: Subject) -> list[str]:
    return [f"purpose-{purpose.id}" for purpose in subject.facts.purposes] or telling(subject, _told())


def _told() -> Wording:
    return wording("law/purposes", "told")


_HINT = Bilingual(
    "เขียนวัตถุประสงค์แต่ละข้อไว้ใน purposes.yaml แล้วแสดงในหมวดที่มี kind: purposes",
    "write each purpose into purposes.yaml, and show them in a section of kind: purposes",
)

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
