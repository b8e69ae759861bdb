"""gdpr.purposes-and-basis: the purposes, the legal basis of each, and the legitimate interests spelt out."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import tells_at
from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.law import lawful_basis, purposes
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Purpose


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each purpose without a basis, and for each legitimate interest that is only named."""
    yield from purposes.find(subject)
    yield from lawful_basis.find(subject)
    for purpose in interests_only_named(subject):
        yield Finding(
            Bilingual(
                f"วัตถุประสงค์ {purpose.id} อาศัยประโยชน์โดยชอบด้วยกฎหมาย แต่ไม่บอกว่าเป็นประโยชน์ใด",
                f"the purpose {purpose.id} rests on a legitimate interest, and does not say which",
            ),
            Bilingual(
                "เติม basis_detail: บอกประโยชน์นั้น เช่น {th: ป้องกันการฉ้อโกง, en: to prevent fraud}",
                "add basis_detail: with the interest, such as {th: ป้องกันการฉ้อโกง, en: to prevent fraud}",
            ),
            anchor=f"purpose-{purpose.id}",
            reference="GDPR 13(1)(d)",
        )


def _on_interest(subject: Subject) -> list[Purpose]:
    listed = subject.facts.purposes
    return [one for one in listed if one.basis is not NOT_STATED and "legitimate-interest" in one.basis]


def interests_only_named(subject: Subject) -> list[Purpose]:
    """The purposes on legitimate interest that do not say which interest."""
    words = wording("gdpr/purposes_and_basis", "interest")
    resting = [one for one in _on_interest(subject) if one.basis_detail is NOT_STATED]
    return [one for one in resting if not tells_at(subject, f"purpose-{one.id}", words)]


def _interests(subject: Subject) -> list[str]:
    return [] if interests_only_named(subject) else [f"purpose-{one.id}" for one in _on_interest(subject)]


RULE = Rule(
    name="gdpr.purposes-and-basis",
    severity="error",
    title=Bilingual("วัตถุประสงค์และฐานทางกฎหมาย (GDPR)", "Purposes and legal basis (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(1)(c)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-purposes-and-basis",
            Bilingual("วัตถุประสงค์และฐานทางกฎหมายของการประมวลผล", "the purposes, and the legal basis of processing"),
            "GDPR 13(1)(c)",
            lawful_basis.clauses,
        ),
        Requirement(
            "gdpr-legitimate-interest",
            Bilingual("ประโยชน์โดยชอบด้วยกฎหมายที่อาศัย", "the legitimate interests pursued"),
            "GDPR 13(1)(d)",
            _interests,
            lambda subject: bool(_on_interest(subject)),
        ),
    ),
)
