"""gdpr.sources: from which source data come that are not the person's own, and whether it is public."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import telling, tells
from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.law.other_sources import items_from_elsewhere, source_words
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each item from elsewhere, where no text says from where."""
    if tells(subject, source_words()):
        return
    for item in items_from_elsewhere(subject):
        yield Finding(
            Bilingual(
                f"ข้อมูล {item.id} ไม่ได้มาจากเจ้าของข้อมูล แต่ไม่บอกแหล่งที่มา",
                f"the data item {item.id} does not come from the person, and its source is not told",
            ),
            Bilingual(
                "เขียนแหล่งที่มาในเนื้อความ และบอกว่าเป็นแหล่งที่เปิดเผยต่อสาธารณะหรือไม่",
                "tell its source in prose, and whether it is publicly accessible",
            ),
            anchor=f"data-{item.id}",
        )


def _clauses(subject: Subject) -> list[str]:
    return telling(subject, source_words()) if items_from_elsewhere(subject) else []


RULE = Rule(
    name="gdpr.sources",
    severity="error",
    title=Bilingual("แหล่งที่มาของข้อมูล (GDPR)", "Sources of data (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 14(2)(f)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-sources",
            Bilingual("แหล่งที่มาของข้อมูลที่ไม่ได้มาจากเจ้าของข้อมูล", "the source of data that do not come from the person"),
            "GDPR 14(2)(f)",
            _clauses,
            lambda subject: bool(items_from_elsewhere(subject)),
        ),
    ),
)
