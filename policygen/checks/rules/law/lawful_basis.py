"""law.lawful-basis: each purpose names the lawful basis on which it rests."""

from collections.abc import Iterator

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import section_showing, telling, tells, tells_at
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Purpose


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each purpose without a basis: a warning where the prose names bases and not whose they are."""
    if collects_nothing(subject):
        return
    without = purposes_without_basis(subject)
    elsewhere = bool(without) and tells(subject, _named())
    for purpose in without:
        yield Finding(
            Bilingual(
                f"วัตถุประสงค์ {purpose.id} ไม่ได้ระบุฐานทางกฎหมาย{_ELSEWHERE.th if elsewhere else ''}",
                f"the purpose {purpose.id} names no lawful basis{_ELSEWHERE.en if elsewhere else ''}",
            ),
            _HINT,
            anchor=f"purpose-{purpose.id}",
            severity="warning" if elsewhere else None,
        )
    if only_in_prose(subject) and not tells(subject, _named()):
        yield Finding(
            Bilingual(
                "ข้อความบอกวัตถุประสงค์ แต่ไม่ได้ระบุฐานทางกฎหมาย",
                "the text tells purposes, and no lawful basis for any of them",
            ),
            _PROSE_HINT,
        )


def purposes_without_basis(subject: Subject) -> list[Purpose]:
    """The purposes whose basis neither the register nor the prose around them tells."""
    open_ones = [purpose for purpose in subject.facts.purposes if purpose.basis in (NOT_STATED, ())]
    return [purpose for purpose in open_ones if _silent(subject, purpose)]


def only_in_prose(subject: Subject) -> bool:
    """Whether purposes are told, but in no register."""
    return not subject.facts.purposes and tells(subject, wording("law/purposes", "told"))


def _silent(subject: Subject, purpose: Purpose) -> bool:
    anchor = f"purpose-{purpose.id}"
    return not any(tells_at(subject, at, _named()) for at in (anchor, section_showing(subject, anchor)) if at)


def _named() -> Wording:
    return wording("law/lawful_basis", "named")


def clauses(subject: Subject) -> list[str]:
    """The purposes, once each of them names its basis; where no register has them, the prose that names bases."""
    if not subject.facts.purposes:
        return telling(subject, _named())
    return [] if purposes_without_basis(subject) else [f"purpose-{one.id}" for one in subject.facts.purposes]


_BASES = "consent, research, vital-interest, contract, public-task, legitimate-interest, legal-obligation"
_HINT = Bilingual(f"เติม basis: ด้วยคำใดคำหนึ่ง: {_BASES}", f"add basis: with one of {_BASES}")
_PROSE_HINT = Bilingual(
    f"เขียนวัตถุประสงค์แต่ละข้อไว้ใน purposes.yaml พร้อม basis: ({_BASES})",
    f"write each purpose into purposes.yaml, with its basis: ({_BASES})",
)
_ELSEWHERE = Bilingual(
    " (ข้อความส่วนอื่นกล่าวถึงฐานทางกฎหมาย แต่ไม่บอกว่าใช้กับวัตถุประสงค์ใด)",
    " (the text names bases elsewhere, and not for which purposes)",
)

RULE = Rule(
    name="law.lawful-basis",
    severity="error",
    title=Bilingual("ทุกวัตถุประสงค์ต้องมีฐานทางกฎหมาย", "Each purpose rests on a lawful basis"),
    find=find,
    topics=("lawful basis",),
    reference="PDPA 23(1), 24",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "lawful-basis",
            Bilingual("ฐานทางกฎหมายของแต่ละวัตถุประสงค์", "the lawful basis of each purpose"),
            "PDPA 23(1), 24",
            clauses,
        ),
    ),
)
