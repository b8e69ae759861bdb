"""policy.yaml."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, model_validator

from policygen.model.document import Layout
from policygen.sources.identifiers import LOCALE_PATTERN
from policygen.sources.nodes import Mapping
from policygen.sources.schema.data import Data
from policygen.sources.schema.leaves import Date, Id, LocaleKey, Many, Perhaps, String, Text, Words, word_of
from policygen.sources.schema.shape import Shape, optional, required

SectionKind = Literal["prose", "definitions", "data", "purposes", "tools", "tool", "recipients", "rights", "contacts"]
NoticeClass = Literal["consent", "advance", "publish", "editorial"]


class SectionShape(Shape):
    """A section: prose of its own files, or a register shown as a block."""

    id: Id = required("รหัสหัวข้อ ใช้เป็นที่อยู่ในหน้าและชื่อไฟล์", "The section's id: its address and the name of its files.")
    was: Many[Id] = optional("รหัสเดิม", "Ids that it had before.", ())
    title: Text | None = optional(
        "ชื่อหัวข้อ (ไม่มีได้เฉพาะข้อความก่อนหัวข้อแรก)", "Its title; none for text before the first heading."
    )
    kind: Annotated[SectionKind, word_of(SectionKind)] = optional(
        "ทะเบียนที่แสดง ถ้าไม่ระบุเป็นร้อยแก้ว", "The register that it shows; left out: prose.", "prose"
    )
    only: Many[Id] | None = optional("เฉพาะรายการเหล่านี้ ตามลำดับ", "These entries only, in this order.")
    layout: Annotated[Layout, word_of(Layout)] | None = optional(
        "รูปแบบการแสดง", "How the entries are laid out.", alias="as"
    )


def _words_of_any_locale(schema: dict[str, Any]) -> None:
    """In the file the words have the keys of their locales."""
    words = schema["properties"].pop("words")
    schema["required"].remove("words")
    scalar = words["anyOf"][0]
    schema["patternProperties"] = {LOCALE_PATTERN: {**scalar, "description": words["description"]}}


class StatedShape(Shape):
    """A date that the text itself names, and the words that name it."""

    model_config = ConfigDict(json_schema_extra=_words_of_any_locale)

    date: Date = required("วันที่ ปี ค.ศ.", "The date.")
    words: Text = required("ถ้อยคำ แยกตามภาษา", "The words, by locale.")

    @model_validator(mode="before")
    @classmethod
    def _words_beside_the_date(cls, given: object) -> object:
        """In the file the words stand beside the date: `{date: …, th: …, en: …}`."""
        if not isinstance(given, Data):
            return given
        node = given.node
        inside = {key: value for key, value in given.items() if key != "date"}
        entries = tuple(entry for entry in node.entries if entry.key.value != "date")
        words = Data(Mapping(node.file, node.start, node.end, entries), inside)
        outer = Mapping(node.file, node.start, node.end, ())
        return Data(outer, {**({"date": given["date"]} if "date" in given else {}), "words": words})


class ApprovalShape(Shape):
    """Who approved which draft."""

    name: String = required("ชื่อผู้อนุมัติ", "Who approved.")
    role: String = required("ตำแหน่ง", "In which role.")
    date: Date = required("วันที่อนุมัติ", "When.")
    digest: String = required("digest ของร่างที่อนุมัติ", "The digest of the draft that was approved.")


class NextShape(Shape):
    """What the next version is published with."""

    effective: Date | None = optional("วันมีผลบังคับ", "The day on which it binds.")
    published: Date | None = optional("วันเผยแพร่", "The day on which it goes online.")
    summary: Text | None = optional("สรุปสิ่งที่เปลี่ยน ต้องมีตั้งแต่ฉบับที่ 2", "What changes; compulsory from version 2 on.")
    notice: Annotated[NoticeClass, word_of(NoticeClass)] | None = optional("ระดับการแจ้ง", "The notice class.")
    notice_reason: String | None = optional("เหตุผลของระดับการแจ้ง", "Why this notice class.")
    approved: tuple[ApprovalShape, ...] = optional("การอนุมัติ", "Approvals.", ())


class WaiverShape(Shape):
    """A recorded exception from a rule."""

    rule: Words = required("กฎที่ยกเว้น", "The rule.")
    reason: String = required("เหตุผล", "Why.")
    until: Date = required("ใช้ถึงวันที่", "Its last day.")
    path: String | None = optional("เฉพาะไฟล์นี้", "For this file only.")


class PolicyShape(Shape):
    """One policy: its title, its sections in reading order, and what its next version is published with."""

    title: Text = required("ชื่อนโยบาย", "The policy's title.")
    stated: Perhaps[StatedShape] = optional("วันที่ที่ข้อความเขียนไว้เอง", "A date that the text itself names.")
    translated: dict[LocaleKey, Date] = optional("วันที่แปลแต่ละภาษา", "The day on which each translation was made.", {})
    sections: tuple[SectionShape, ...] = required("หัวข้อตามลำดับการอ่าน", "The sections in reading order.", min_length=1)
    next: NextShape = optional("ข้อมูลของฉบับถัดไป", "What the next version is published with.", NextShape())
    waivers: tuple[WaiverShape, ...] = optional("ข้อยกเว้นจากกฎ", "Waivers.", ())
