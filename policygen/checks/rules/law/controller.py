"""law.controller: who the controller is, where, and a way to reach it that works."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import showing, telling, tells
from policygen.checks.evidence.reaching import can_be_dialled, is_mail, texts_of, usable_channels
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each of name, address and channel that is told nowhere."""
    if not any(name.strip() for name in texts_of(subject.facts.controller.name)):
        yield Finding(_NO_NAME, _NAME_HINT)
    if not has_address(subject):
        yield Finding(_NO_ADDRESS, _ADDRESS_HINT)
    if not has_channel(subject):
        yield Finding(_NO_CHANNEL, _CHANNEL_HINT)


def has_address(subject: Subject) -> bool:
    """Whether the controller's address is told."""
    address = subject.facts.controller.address
    if address is not NOT_STATED and any(text.strip() for text in texts_of(address)):
        return True
    return any(one.kind == "post" for one in usable_channels(subject)) or tells(subject, _address())


def has_channel(subject: Subject) -> bool:
    """Whether there is a number that can be dialled, an address for mail or a URL."""
    controller = subject.facts.controller
    return (
        (controller.email is not NOT_STATED and is_mail(controller.email))
        or (controller.phone is not NOT_STATED and can_be_dialled(controller.phone))
        or bool(usable_channels(subject))
        or tells(subject, channel())
    )


def channel() -> Wording:
    """Words of prose that let somebody be reached."""
    return wording("law/controller", "channel")


def _address() -> Wording:
    return wording("law/controller", "address")


def clauses(subject: Subject) -> list[str]:
    """Where the controller is named, and the channels that work; none where something is missing."""
    if any(True for _ in find(subject)):
        return []
    controller = subject.facts.controller
    told = [*texts_of(controller.name), *([] if controller.address is NOT_STATED else texts_of(controller.address))]
    reached = [f"contact-{one.id}" for one in usable_channels(subject)]
    return [*showing(subject, told), *reached, *telling(subject, channel())]


_NO_NAME = Bilingual("ไม่ได้ระบุชื่อผู้ควบคุมข้อมูลส่วนบุคคล", "the controller’s name is not told")
_NAME_HINT = Bilingual("เติม controller.name: ใน site.yaml", "add controller.name: to site.yaml")
_NO_ADDRESS = Bilingual("ไม่ได้ระบุสถานที่ติดต่อของผู้ควบคุมข้อมูลส่วนบุคคล", "the controller’s address is not told")
_ADDRESS_HINT = Bilingual("เติม controller.address: ใน site.yaml", "add controller.address: to site.yaml")
_NO_CHANNEL = Bilingual(
    "ไม่มีช่องทางที่ใช้ติดต่อผู้ควบคุมข้อมูลส่วนบุคคลได้จริง", "there is no channel by which the controller can be reached"
)
_CHANNEL_HINT = Bilingual(
    "เติมอีเมลหรือหมายเลขโทรศัพท์ที่โทรได้ใน site.yaml หรือเติม opens: ในช่องทางของ contacts.yaml เช่น opens: https://…",
    "add an e-mail address or a number that can be dialled to site.yaml, or opens: to a channel of contacts.yaml, "
    "such as opens: https://…",
)

RULE = Rule(
    name="law.controller",
    severity="error",
    title=Bilingual("ต้องระบุผู้ควบคุมข้อมูลและช่องทางติดต่อ", "Who the controller is, and how to reach it"),
    find=find,
    topics=("controller",),
    reference="PDPA 23(5)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "controller",
            Bilingual(
                "ชื่อ สถานที่ติดต่อ และวิธีการติดต่อของผู้ควบคุมข้อมูลส่วนบุคคล",
                "the controller’s name, address and means of contact",
            ),
            "PDPA 23(5)",
            clauses,
        ),
    ),
)
