"""gdpr.rights: the rights of data subjects, that consent can be withdrawn, and the complaint to an authority."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.law.rights import RIGHTS, NamedRight, clauses_telling, hint_for, is_asked, rights_section
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

_ARTICLES = {
    "withdraw-consent": "13(2)(c), 7(3)",
    "access": "13(2)(b), 15",
    "portability": "13(2)(b), 20",
    "objection": "13(2)(b), 21",
    "erasure": "13(2)(b), 17",
    "restriction": "13(2)(b), 18",
    "rectification": "13(2)(b), 16",
    "complaint": "13(2)(d), 77",
}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each right that is not told."""
    for right in RIGHTS:
        if is_asked(subject, right) and not clauses_telling(subject, right):
            article = _ARTICLES[right.id]
            yield Finding(
                Bilingual(
                    f"ไม่ได้แจ้ง{right.name.th} (GDPR ข้อ {article})", f"{right.name.en} is not told (GDPR {article})"
                ),
                hint_for(right),
                anchor=rights_section(subject),
                reference=f"GDPR {article}",
            )


def _requirement(right: NamedRight) -> Requirement:
    def clauses(subject: Subject) -> list[str]:
        return clauses_telling(subject, right)

    def asked(subject: Subject) -> bool:
        return is_asked(subject, right)

    return Requirement(f"gdpr-right-{right.id}", right.name, f"GDPR {_ARTICLES[right.id]}", clauses, asked)


RULE = Rule(
    name="gdpr.rights",
    severity="error",
    title=Bilingual("สิทธิของเจ้าของข้อมูล (GDPR)", "Rights of the data subject (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(2)(b)–(d)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=tuple(_requirement(right) for right in RIGHTS),
)
