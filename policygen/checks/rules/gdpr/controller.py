"""gdpr.controller: the controller, its representative in the Union and its data protection officer."""

from collections.abc import Iterator

from policygen.checks.evidence.reaching import can_be_reached, texts_of
from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.gdpr.union import names_member
from policygen.checks.rules.law import controller
from policygen.checks.rules.law.contact_persons import clauses_of, officer_in_texts, representative_in_texts
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, NotRequired, Party


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each of them that is told nowhere or cannot be reached."""
    yield from controller.find(subject)
    officer, representative = subject.facts.controller.dpo, subject.facts.controller.representative
    if not officer_in_texts(subject) and _is_missing(officer):
        yield Finding(_NO_OFFICER, _OFFICER_HINT, reference="GDPR 13(1)(b), 37")
    if is_outside(subject) and not representative_in_texts(subject) and _is_missing(representative):
        yield Finding(_NO_REPRESENTATIVE, _REPRESENTATIVE_HINT, reference="GDPR 13(1)(a), 27")


def _is_missing(party: object) -> bool:
    return party is NOT_STATED or (isinstance(party, Party) and not can_be_reached(party))


def is_outside(subject: Subject) -> bool:
    """Whether the controller's address is outside the European Economic Area; no address says nothing."""
    address = subject.facts.controller.address
    return address is not NOT_STATED and not any(names_member(text) for text in texts_of(address))


_NO_OFFICER = Bilingual(
    "ไม่ได้ระบุวิธีติดต่อเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล หรือเหตุที่ไม่ต้องมี",
    "neither the contact of a data protection officer is told, nor why there need not be one",
)
_OFFICER_HINT = Bilingual(
    "เติม controller.dpo: ใน site.yaml เช่น {email: dpo@…} หรือ {not_required: {th: …, en: …}}",
    "add controller.dpo: to site.yaml, such as {email: dpo@…}, or {not_required: {th: …, en: …}}",
)
_NO_REPRESENTATIVE = Bilingual(
    "ผู้ควบคุมข้อมูลอยู่นอกสหภาพยุโรป แต่ไม่ได้ระบุตัวแทนในสหภาพ หรือเหตุที่ไม่ต้องมี",
    "the controller is outside the Union, and neither a representative in it is told, nor why there need not be one",
)
_REPRESENTATIVE_HINT = Bilingual(
    "เติม controller.representative: ใน site.yaml เช่น {name: …, address: …} หรือ {not_required: {th: …, en: …}}",
    "add controller.representative: to site.yaml, such as {name: …, address: …}, or {not_required: {th: …, en: …}}",
)

RULE = Rule(
    name="gdpr.controller",
    severity="error",
    title=Bilingual("ผู้ควบคุมข้อมูล ตัวแทน และเจ้าหน้าที่ (GDPR)", "Controller, representative and officer (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(1)(a), (b)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-controller",
            Bilingual("ผู้ควบคุมข้อมูลและวิธีติดต่อ", "the identity and contact of the controller"),
            "GDPR 13(1)(a)",
            controller.clauses,
        ),
        Requirement(
            "gdpr-representative",
            Bilingual("ตัวแทนในสหภาพยุโรป", "the representative in the Union"),
            "GDPR 13(1)(a), 27",
            lambda subject: clauses_of(
                subject, subject.facts.controller.representative, representative_in_texts(subject)
            ),
            lambda subject: (
                is_outside(subject) and not isinstance(subject.facts.controller.representative, NotRequired)
            ),
        ),
        Requirement(
            "gdpr-dpo",
            Bilingual("วิธีติดต่อเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล", "the contact of the data protection officer"),
            "GDPR 13(1)(b)",
            lambda subject: clauses_of(subject, subject.facts.controller.dpo, officer_in_texts(subject)),
            lambda subject: not isinstance(subject.facts.controller.dpo, NotRequired),
        ),
    ),
)
