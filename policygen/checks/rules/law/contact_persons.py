"""law.contact-persons: the data protection officer and the representative, or why there is none."""

from collections.abc import Iterator
from typing import Literal

from policygen.checks.evidence.prose import showing, telling, tells_at
from policygen.checks.evidence.reaching import can_be_reached, texts_of, usable_channels, words_of
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.rules.law.controller import channel
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, NotRequired, Party, Stated

Role = Literal["dpo", "representative"]


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each of the two that is not told, cannot be reached, or is shown nowhere."""
    yield from _officer(subject)
    yield from _representative(subject)


def _officer(subject: Subject) -> Iterator[Finding]:
    officer = subject.facts.controller.dpo
    if officer is NOT_STATED and not officer_in_texts(subject):
        yield Finding(_NO_OFFICER, _OFFICER_HINT)
    elif isinstance(officer, Party) and not officer_in_texts(subject):
        yield from _unreachable(subject, officer, "dpo")


def _representative(subject: Subject) -> Iterator[Finding]:
    party = subject.facts.controller.representative
    if isinstance(party, Party):
        yield from _unreachable(subject, party, "representative")
    elif party is NOT_STATED and is_abroad(subject) and not representative_in_texts(subject):
        yield Finding(_NO_REPRESENTATIVE, _REPRESENTATIVE_HINT)


def _unreachable(subject: Subject, party: Party, role: Role) -> Iterator[Finding]:
    who = _WHO[role]
    if not can_be_reached(party):
        yield Finding(
            Bilingual(f"ไม่ได้ระบุสถานที่หรือวิธีการติดต่อ{who.th}", f"no means of contact is given for the {who.en}"),
            Bilingual(
                f"เติม address:, email: หรือ phone: ใน controller.{role} ของ site.yaml",
                f"add address:, email: or phone: to controller.{role} of site.yaml",
            ),
        )
    elif not showing(subject, words_of(party)):
        yield Finding(
            Bilingual(
                f"site.yaml มี{who.th} แต่ไม่มีข้อความใดแสดงให้ผู้อ่านเห็น",
                f"site.yaml has the {who.en}, and no text shows it to readers",
            ),
            Bilingual(
                f"แสดงในช่องทางติดต่อ (kind: dpo) หรือในเนื้อความด้วย <fact:controller.{role}.email>",
                f"show it among the contacts (kind: dpo), or in prose by <fact:controller.{role}.email>",
            ),
            severity="info",
        )


def officer_in_texts(subject: Subject) -> list[str]:
    """The contacts of the officer, and the sections that name one with means of contact or say why there is none."""
    channels = [f"contact-{one.id}" for one in usable_channels(subject, of_officer=True)]
    sections = telling(subject, wording("law/contact_persons", "officer"))
    reachable = [section for section in sections if tells_at(subject, section, channel())]
    return [*channels, *reachable, *telling(subject, wording("law/contact_persons", "no-officer"))]


def representative_in_texts(subject: Subject) -> list[str]:
    """The sections that name a representative, or say that none is needed."""
    return telling(subject, wording("law/contact_persons", "representative"))


def is_abroad(subject: Subject) -> bool:
    """Whether the controller's address has nothing of an address in Thailand; no address says nothing."""
    address = subject.facts.controller.address
    return address is not NOT_STATED and not any(
        wording("law/contact_persons", "in-thailand").says(text) for text in texts_of(address)
    )


def clauses_of(subject: Subject, party: Stated[Party | NotRequired], told: list[str]) -> list[str]:
    """Where readers see the party: by its words, or in the texts that tell of it."""
    return list(dict.fromkeys([*showing(subject, words_of(party)), *told]))


_WHO = {
    "dpo": Bilingual("เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล", "data protection officer"),
    "representative": Bilingual("ตัวแทนของผู้ควบคุมข้อมูลส่วนบุคคล", "controller’s representative"),
}
_NO_OFFICER = Bilingual(
    "ไม่ได้ระบุเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล หรือเหตุที่ไม่ต้องมี",
    "neither a data protection officer is told, nor why there need not be one",
)
_OFFICER_HINT = Bilingual(
    "เติม controller.dpo: ใน site.yaml เช่น {name: …, email: …} หรือ {not_required: {th: เหตุที่ไม่เข้าเกณฑ์มาตรา 41, en: …}}",
    "add controller.dpo: to site.yaml, such as {name: …, email: …}, "
    "or {not_required: {th: …, en: why not, by section 41}}",
)
_NO_REPRESENTATIVE = Bilingual(
    "ที่อยู่ของผู้ควบคุมข้อมูลอยู่นอกราชอาณาจักร แต่ไม่ได้ระบุตัวแทน หรือเหตุที่ไม่ต้องมี",
    "the controller’s address is outside Thailand, and neither a representative is told, nor why there need not be one",
)
_REPRESENTATIVE_HINT = Bilingual(
    "เติม controller.representative: ใน site.yaml เช่น {name: …, address: …} หรือ {not_required: {th: …, en: …}}",
    "add controller.representative: to site.yaml, such as {name: …, address: …} or {not_required: {th: …, en: …}}",
)

RULE = Rule(
    name="law.contact-persons",
    severity="warning",
    title=Bilingual("เจ้าหน้าที่คุ้มครองข้อมูลและตัวแทน", "Data protection officer and representative"),
    find=find,
    topics=("DPO, representative",),
    reference="PDPA 23(5), 41, 37(5)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "dpo",
            Bilingual(
                "สถานที่และวิธีการติดต่อเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล",
                "place and means of contact of the data protection officer",
            ),
            "PDPA 23(5), 41",
            lambda subject: clauses_of(subject, subject.facts.controller.dpo, officer_in_texts(subject)),
            lambda subject: not isinstance(subject.facts.controller.dpo, NotRequired),
        ),
        Requirement(
            "representative",
            Bilingual("สถานที่และวิธีการติดต่อตัวแทน", "place and means of contact of the representative"),
            "PDPA 23(5), 37(5)",
            lambda subject: clauses_of(
                subject, subject.facts.controller.representative, representative_in_texts(subject)
            ),
            lambda subject: is_abroad(subject) and not isinstance(subject.facts.controller.representative, NotRequired),
        ),
    ),
)
