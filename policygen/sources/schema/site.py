"""site.yaml."""

from typing import Annotated

from pydantic import Discriminator, Tag

from policygen.model.facts import Regime
from policygen.sources.schema.leaves import (
    Email,
    Id,
    Lists,
    Many,
    Perhaps,
    Stated,
    String,
    Text,
    WebUrl,
    YesNo,
    number_of,
    word_of,
)
from policygen.sources.schema.locales import Locale, TimeZone
from policygen.sources.schema.shape import Shape, fact, optional, required


class PartyShape(Shape):
    """A representative or a data protection officer."""

    name: Stated[Text] = fact("ชื่อ", "Name.")
    address: Stated[Text] = fact("สถานที่ติดต่อ", "Place of contact.")
    email: Stated[Email] = fact("อีเมล", "E-mail address.")
    phone: Stated[String] = fact("หมายเลขโทรศัพท์", "Telephone number.")


class NotRequiredShape(Shape):
    """The recorded reason why there is none."""

    not_required: Text = required("เหตุที่ไม่ต้องมี", "Why none is required.")


def _party_or_reason(given: object) -> str:
    return "=not-required" if isinstance(given, dict) and "not_required" in given else "=party"


PartyOrReason = Annotated[
    Annotated[PartyShape, Tag("=party")] | Annotated[NotRequiredShape, Tag("=not-required")],
    Discriminator(_party_or_reason),
]


class ControllerShape(Shape):
    """The data controller."""

    name: Text = required("ชื่อตามกฎหมายของผู้ควบคุมข้อมูลส่วนบุคคล", "The controller's legal name.")
    short_names: Lists = optional("คำที่นโยบายใช้เรียกผู้ควบคุมข้อมูล แยกตามภาษา", "What the policies call it, by locale.", {})
    address: Stated[Text] = fact("ที่อยู่", "Address.")
    registration: Stated[String] = fact("เลขทะเบียนนิติบุคคล", "Registration number.")
    website: Stated[WebUrl] = fact("เว็บไซต์", "Website.")
    email: Stated[Email] = fact("อีเมล", "E-mail address.")
    phone: Stated[String] = fact("หมายเลขโทรศัพท์", "Telephone number.")
    representative: Stated[PartyOrReason] = fact(
        "ตัวแทนของผู้ควบคุมข้อมูล หรือ {not_required: เหตุผล}", "Representative, or {not_required: why}."
    )
    dpo: Stated[PartyOrReason] = fact(
        "เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล หรือ {not_required: เหตุผล}",
        "Data protection officer, or {not_required: why}.",
    )


class SiteShape(Shape):
    """One organisation's set of policies."""

    name: Text = required("ชื่อเว็บไซต์", "The site's name.")
    controller: ControllerShape = required("ผู้ควบคุมข้อมูลส่วนบุคคล", "The data controller.")
    base_url: Perhaps[WebUrl] = optional("ที่อยู่เว็บไซต์เมื่อเผยแพร่", "The address at which the site is published.")
    locales: Many[Locale] = required("ภาษา ตามลำดับในปุ่มเปลี่ยนภาษา", "Languages, in the order of the language switch.")
    authoritative: Locale = required("ภาษาที่ใช้บังคับ", "The locale whose text prevails.")
    theme: Id | None = optional("ธีม", "Theme.")
    timezone: TimeZone = optional("เขตเวลา", "Time zone in which days turn.", "Asia/Bangkok")
    regimes: Many[Annotated[Regime, word_of(Regime)]] = optional("กฎหมายที่ใช้ตรวจ", "The laws that apply.", ("pdpa",))
    notice_days: Annotated[int, number_of(0, 366)] = optional(
        "จำนวนวันอย่างน้อยระหว่างวันแจ้งกับวันมีผล เมื่อเปลี่ยนสาระสำคัญ",
        "Least number of days between notice and effect of a material change.",
        30,
    )
    approvals: Annotated[int, number_of(0, 20)] = optional(
        "จำนวนผู้อนุมัติก่อนเผยแพร่", "How many must approve before publishing.", 0
    )
    last_visit: YesNo = optional("แสดงสิ่งที่เปลี่ยนตั้งแต่เข้าชมครั้งก่อน", "Show what changed since a reader's last visit.", False)
    unofficial: YesNo = optional("เว็บไซต์นี้ไม่ใช่ของผู้ควบคุมข้อมูลเอง", "This site is not the controller's own.", False)
