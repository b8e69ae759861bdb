"""law.lawful-basis: each purpose names the lawful basis on which it rests."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each purpose without a basis."""
    for purpose in subject.facts.purposes:
        if purpose.basis is NOT_STATED:
            yield Finding(
                Bilingual(
                    f"วัตถุประสงค์ {purpose.id} ไม่ได้ระบุฐานทางกฎหมาย", f"the purpose {purpose.id} names no lawful basis"
                ),
                _HINT,
                anchor=f"purpose-{purpose.id}",
            )


def _clauses(subject: Subject) -> list[str]:
    """The purposes, once each of them names its basis."""
    purposes = subject.facts.purposes
    named = [f"purpose-{purpose.id}" for purpose in purposes if purpose.basis is not NOT_STATED]
    return named if len(named) == len(purposes) else []


_BASES = "consent, research, vital-interest, contract, public-task, legitimate-interest, legal-obligation"
_HINT = Bilingual(f"เติม basis: ด้วยคำใดคำหนึ่ง: {_BASES}", f"add basis: with one of {_BASES}")

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
            _clauses,
        ),
    ),
)
