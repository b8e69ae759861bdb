"""law.recipients: the kinds of persons and organisations to which data may be disclosed; tools count as such."""

from collections.abc import Iterator

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import telling, tells
from policygen.checks.evidence.reaching import texts_of
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Recipient


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where no recipient is told, and one for each that is only "third parties"."""
    if collects_nothing(subject):
        return
    facts = subject.facts
    if not facts.recipients and not facts.tools and not tells(subject, _told()):
        yield Finding(
            Bilingual("นโยบายไม่ได้ระบุว่าเปิดเผยข้อมูลแก่ผู้ใด", "the policy names nobody to whom data are disclosed"), _HINT
        )
    yield from (_generic(one) for one in facts.recipients if _is_generic(one))


def _is_generic(recipient: Recipient) -> bool:
    words = wording("law/recipients", "generic")
    return recipient.text is NOT_STATED and any(words.says(name) for name in texts_of(recipient.name))


def _generic(recipient: Recipient) -> Finding:
    return Finding(
        Bilingual(
            f"ผู้รับข้อมูล {recipient.id} ไม่บอกประเภทของบุคคลหรือหน่วยงาน",
            f"the recipient {recipient.id} names no kind of person or organisation",
        ),
        Bilingual(
            "เขียนประเภทให้ชัด เช่น “ผู้ให้บริการขนส่ง” “ธนาคาร” หรืออธิบายใน text:",
            "name the kind, such as “delivery companies” or “banks”, or tell it in text:",
        ),
        anchor=f"recipient-{recipient.id}",
        severity="warning",
    )


def clauses(subject: Subject) -> list[str]:
    """The recipients and the tools, or the prose that names some or says that there are none."""
    facts = subject.facts
    listed = [f"recipient-{one.id}" for one in facts.recipients] + [f"tool-{one.id}" for one in facts.tools]
    return listed or telling(subject, _told())


def _told() -> Wording:
    return wording("law/recipients", "told")


_HINT = Bilingual(
    "เขียนผู้รับแต่ละประเภทไว้ใน recipients.yaml และเครื่องมือของบุคคลภายนอกไว้ใน tools.yaml หากไม่เปิดเผยแก่ผู้ใดให้เขียนว่าไม่เปิดเผย",
    "write each kind of recipient into recipients.yaml, and tools into tools.yaml; where there are none, say so",
)

RULE = Rule(
    name="law.recipients",
    severity="error",
    title=Bilingual("ต้องระบุประเภทของผู้รับข้อมูล", "The categories of recipients are named"),
    find=find,
    topics=("recipients",),
    reference="PDPA 23(4), 27",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "recipients",
            Bilingual(
                "ประเภทของบุคคลหรือหน่วยงานที่ข้อมูลอาจถูกเปิดเผย",
                "the categories of persons and organisations to which data may be disclosed",
            ),
            "PDPA 23(4)",
            clauses,
        ),
    ),
)
