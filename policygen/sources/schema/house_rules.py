"""rules.yaml."""

from typing import Annotated, Literal

from pydantic import RootModel

from policygen.sources.schema.leaves import Duration, Id, Many, Text, word_of
from policygen.sources.schema.shape import Shape, optional, required

HouseSeverity = Literal["error", "warning", "info"]


class BoundsShape(Shape):
    """How long data may and must be kept."""

    at_least: Duration | None = optional("อย่างน้อย เช่น P5Y", "The least, such as P5Y.")
    at_most: Duration | None = optional("อย่างมาก เช่น P10Y", "The most, such as P10Y.")


class HouseRuleShape(Shape):
    """One demand of the site: a phrase that must not appear, a term that must, or bounds of a purpose's retention."""

    id: Id = required("รหัสของกฎ แสดงเป็น house.<รหัส>", "The rule's id; it is told as house.<id>.")
    forbid: Text | None = optional("ถ้อยคำที่ห้ามใช้", "A phrase that must not appear.")
    require: Text | None = optional("ถ้อยคำที่ต้องมี", "A term that must appear.")
    purpose: Id | None = optional("วัตถุประสงค์ที่กำหนดระยะเวลา", "The purpose whose retention is bounded.")
    retention: BoundsShape | None = optional("ระยะเวลาเก็บรักษา", "The bounds of its retention.")
    message: Text | None = optional("ข้อความที่แจ้งผู้เขียน", "What authors are told.")
    severity: Annotated[HouseSeverity, word_of(HouseSeverity)] = optional(
        "ระดับ (error ทำให้เผยแพร่ไม่ได้)", "How grave a breach is; an error keeps a version from being published.", "error"
    )
    policies: Many[Id] | None = optional("ใช้กับนโยบายเหล่านี้เท่านั้น", "For these policies only.")


class HouseRulesFile(RootModel[tuple[HouseRuleShape, ...]]):
    """The site's own rules."""
