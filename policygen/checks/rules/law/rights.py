"""law.rights: each of the eight rights of a data subject is told, and that one may object to direct marketing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import section_showing, telling, tells
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Recipient, StatutoryRight, Tool
from policygen.model.policy import Passage


@dataclass(frozen=True, slots=True)
class NamedRight:
    """A right that must be told: what the register may call it, its name, and the section that gives it."""

    kinds: tuple[StatutoryRight, ...]
    name: Bilingual
    section: str

    @property
    def id(self) -> str:
        """Its name in the registers, and in the data of wordings."""
        return self.kinds[0]


RIGHTS = (
    NamedRight(("withdraw-consent",), Bilingual("สิทธิถอนความยินยอม", "the right to withdraw consent"), "19"),
    NamedRight(("access", "copy"), Bilingual("สิทธิขอเข้าถึงและขอรับสำเนา", "the right of access and to a copy"), "30"),
    NamedRight(("portability",), Bilingual("สิทธิขอรับหรือขอให้โอนข้อมูล", "the right to data portability"), "31"),
    NamedRight(("objection",), Bilingual("สิทธิคัดค้าน", "the right to object"), "32"),
    NamedRight(("erasure",), Bilingual("สิทธิขอให้ลบหรือทำลาย", "the right to erasure"), "33"),
    NamedRight(("restriction",), Bilingual("สิทธิขอให้ระงับการใช้", "the right to restrict use"), "34"),
    NamedRight(("rectification",), Bilingual("สิทธิขอให้แก้ไขให้ถูกต้อง", "the right to rectification"), "36"),
    NamedRight(("complaint",), Bilingual("สิทธิร้องเรียน", "the right to complain"), "73"),
)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each right that is not told, and one where direct marketing is not open to objection."""
    if collects_nothing(subject):
        return
    for right in RIGHTS:
        if is_asked(subject, right) and not clauses_telling(subject, right):
            yield Finding(
                Bilingual(
                    f"ไม่ได้แจ้ง{right.name.th} (มาตรา {right.section})",
                    f"{right.name.en} is not told (section {right.section})",
                ),
                hint_for(right),
                anchor=rights_section(subject),
                reference=f"PDPA 23(6), {right.section}",
            )
    yield from _marketing(subject)


def is_asked(subject: Subject, right: NamedRight) -> bool:
    """Whether the right must be told: that of withdrawing consent only where something rests on consent."""
    return right.id != "withdraw-consent" or rests_on_consent(subject)


def rests_on_consent(subject: Subject) -> bool:
    """Whether some purpose, sensitive data or a transfer rests on consent; where no basis is stated, by the prose."""
    facts = subject.facts
    bases = [one.basis for one in facts.purposes if one.basis is not NOT_STATED]
    sensitive = [one.sensitive_basis for one in facts.purposes if one.sensitive_basis is not NOT_STATED]
    third_parties: tuple[Tool | Recipient, ...] = (*facts.tools, *facts.recipients)
    transfers = [one.transfer for one in third_parties if one.transfer is not NOT_STATED]
    if any("consent" in basis for basis in bases) or any("explicit-consent" in basis for basis in sensitive):
        return True
    return any("consent" in ground for ground in transfers) or (
        not bases and tells(subject, wording("law/rights", "asks-consent"))
    )


def clauses_telling(subject: Subject, right: NamedRight) -> list[str]:
    """The entries of the register that are the right, else the entries and sections whose words tell it."""
    entries = [f"right-{one.id}" for one in subject.facts.rights if one.right in right.kinds]
    return entries or _in_words(subject, right)


def _in_words(subject: Subject, right: NamedRight) -> list[str]:
    about_rights = set(telling(subject, wording("law/rights", "topic")))
    here = [one for one in subject.passages if one.anchor in about_rights or one.anchor.startswith("right-")]
    found = wording("law/rights", f"{right.id}-listed").found_in(here)
    return list(dict.fromkeys([*telling(subject, wording("law/rights", right.id)), *(one.anchor for one, _ in found)]))


def rights_section(subject: Subject) -> str:
    """The section that shows the rights, empty where there is none."""
    rights = subject.facts.rights
    return section_showing(subject, f"right-{rights[0].id}") if rights else ""


def hint_for(right: NamedRight) -> Bilingual:
    """What to write."""
    return Bilingual(
        f"เติมใน rights.yaml: right: {right.id} พร้อม text: และ how: ที่บอกวิธีใช้สิทธิ",
        f"add to rights.yaml: right: {right.id}, with text:, and how: for how to use it",
    )


def _marketing(subject: Subject) -> Iterator[Finding]:
    facts = subject.facts
    objections = [one for one in facts.rights if one.right == "objection"]
    if not objections or not any(one.direct_marketing is True for one in facts.purposes):
        return
    if not any(True for _ in wording("law/rights", "marketing").found_in(_outside_definitions(subject))):
        yield Finding(
            Bilingual(
                "มีการตลาดแบบตรง แต่ไม่ได้แจ้งว่าคัดค้านการตลาดแบบตรงได้เสมอ",
                "there is direct marketing, and nothing says that one may always object to it",
            ),
            Bilingual(
                "เติมใน text: ของสิทธิคัดค้าน เช่น “คัดค้านการใช้ข้อมูลเพื่อการตลาดแบบตรงได้เสมอ”",
                "add to the text: of the right to object: “you may always object to direct marketing”",
            ),
            anchor=f"right-{objections[0].id}",
            severity="warning",
            reference="PDPA 32(2)",
        )


def _outside_definitions(subject: Subject) -> list[Passage]:
    return [one for one in subject.passages if not one.anchor.startswith("term-")]


def _requirement(right: NamedRight) -> Requirement:
    def clauses(subject: Subject) -> list[str]:
        return clauses_telling(subject, right)

    asked: Callable[[Subject], bool] = lambda subject: is_asked(subject, right)  # noqa: E731
    return Requirement(f"right-{right.id}", right.name, f"PDPA 23(6), {right.section}", clauses, asked)


RULE = Rule(
    name="law.rights",
    severity="error",
    title=Bilingual("ต้องแจ้งสิทธิของเจ้าของข้อมูลครบทุกข้อ", "Every right of the data subject is told"),
    find=find,
    topics=("rights",),
    reference="PDPA 23(6)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=tuple(_requirement(right) for right in RIGHTS),
)
