"""The registers: definitions, data, purposes, tools, recipients, rights, contacts."""

from typing import Annotated, Literal

from pydantic import Discriminator, RootModel, Tag

from policygen.model.facts import (
    ContactKind,
    DataSource,
    LawfulBasis,
    Required,
    SensitiveBasis,
    SensitiveKind,
    StatutoryRight,
    TransferGround,
)
from policygen.sources.schema.leaves import (
    CookieDuration,
    CountryCode,
    Duration,
    Id,
    Lists,
    Many,
    Perhaps,
    Stated,
    String,
    Text,
    Url,
    WebUrl,
    YesNo,
    word_of,
)
from policygen.sources.schema.shape import Shape, fact, optional, required

Technology = Literal[
    "cookie", "pixel", "local-storage", "session-storage", "sdk", "fingerprint", "beacon", "iframe", "server-api"
]
Transfers = Many[Annotated[TransferGround, word_of(TransferGround)]]


class EntryShape(Shape):
    """What every entry of a register may carry."""

    id: Id = required(
        "รหัสประจำรายการ ไม่ซ้ำและไม่นำกลับมาใช้ใหม่", "The entry's own id: lower-case words with hyphens, never reused."
    )
    was: Many[Id] = optional("รหัสเดิมของรายการนี้", "Ids that this entry had before.", ())
    wording: Text | None = optional(
        "ข้อความทั้งหมดของรายการ ใช้แทนข้อความที่โปรแกรมแต่งจากช่องต่าง ๆ",
        "The entry's whole text, used instead of the words made from its fields.",
    )
    section: Id | None = optional(
        "หัวข้อที่เล่ารายการนี้เป็นร้อยแก้ว เมื่อไม่ได้แสดงเป็นรายการ", "The section whose prose tells it, where no block shows it."
    )

    @classmethod
    def key_order(cls) -> tuple[str, ...]:
        """What an entry is comes before how prose tells it."""
        last = ("wording", "section")
        keys = super().key_order()
        return (*(key for key in keys if key not in last), *last)


class DefinitionShape(EntryShape):
    """A defined term."""

    term: Text = required("คำที่นิยาม", "The term.")
    variants: Lists = optional("คำอื่นที่หมายถึงสิ่งเดียวกัน แยกตามภาษา", "Other spellings that mean the same, by locale.", {})
    meaning: Perhaps[Text] = optional(
        "ความหมาย (ไม่ต้องมีเมื่อมี wording)", "The meaning; may be left out where there is a wording."
    )


class DataShape(EntryShape):
    """A data item, or with `items` a group of them."""

    name: Text = required("ชื่อข้อมูล", "The name of the data.")
    items: tuple["DataShape", ...] | None = optional(
        "ข้อมูลย่อยในกลุ่ม (ว่างได้: [])", "The items of a group; may be empty: []."
    )
    sensitive: Stated[Annotated[Literal["no"] | SensitiveKind, word_of(SensitiveKind, "no")]] = fact(
        "ข้อมูลอ่อนไหวตามมาตรา 26 ชนิดใด หรือ no", "Which kind of sensitive data (PDPA 26), or no."
    )
    source: Stated[Many[Annotated[DataSource, word_of(DataSource)]]] = fact("ได้ข้อมูลจากใคร", "From whom it comes.")
    required: Stated[Annotated[Required, word_of(Required)]] = fact(
        "ต้องให้ข้อมูลหรือไม่ เพราะเหตุใด", "Whether it must be given, and why."
    )
    refusal: Stated[Text] = fact("ผลเมื่อไม่ให้ข้อมูล", "What happens when it is not given.")


class PeriodShape(Shape):
    """A retention of a fixed length."""

    period: Duration = required("ระยะเวลา เช่น P5Y", "How long, such as P5Y.")
    start: Stated[Text] = fact("นับตั้งแต่เมื่อใด", "Counted from when.", alias="from")


class CriterionShape(Shape):
    """A retention that ends by a criterion."""

    criterion: Text = required("เกณฑ์ที่ใช้กำหนดระยะเวลา", "The criterion that ends it.")


def _retention_kind(given: object) -> str:
    if not isinstance(given, dict):
        return "=duration"
    return "=criterion" if "criterion" in given else "=period"


RetentionValue = Annotated[
    Annotated[Duration, Tag("=duration")]
    | Annotated[PeriodShape, Tag("=period")]
    | Annotated[CriterionShape, Tag("=criterion")],
    Discriminator(_retention_kind),
]


class PurposeShape(EntryShape):
    """A purpose of collecting, using or disclosing data."""

    name: Perhaps[Text] = optional("ชื่อสั้นสำหรับสรุปและแผนภาพ", "A short name for summaries and pictures.")
    text: Text = required("วัตถุประสงค์", "The purpose in words.")
    basis: Stated[Many[Annotated[LawfulBasis, word_of(LawfulBasis)]]] = fact(
        "ฐานทางกฎหมายตามมาตรา 19 และ 24", "Lawful basis (PDPA 19, 24)."
    )
    basis_detail: Stated[Text] = fact("ประโยชน์หรือกฎหมายใด", "Which interest, which law.")
    sensitive_basis: Stated[Many[Annotated[SensitiveBasis, word_of(SensitiveBasis)]]] = fact(
        "ฐานสำหรับข้อมูลอ่อนไหวตามมาตรา 26", "Basis for sensitive data (PDPA 26)."
    )
    data: Stated[Many[Id]] = fact("ข้อมูลหรือกลุ่มข้อมูลที่ใช้", "The data items or groups that it uses.")
    retention: Stated[RetentionValue] = fact("เก็บไว้นานเท่าใด", "How long the data are kept.")
    direct_marketing: Stated[YesNo] = fact("เป็นการตลาดแบบตรงหรือไม่", "Whether it is direct marketing.")


class CookieShape(Shape):
    """A cookie that a tool sets."""

    name: String = required("ชื่อคุกกี้", "The cookie's name.")
    duration: Stated[CookieDuration] = fact("อายุ เช่น P2Y หรือ session", "How long it lives: P2Y, or session.")
    purpose: Stated[Text] = fact("ใช้ทำอะไร", "What it is for.")


class ToolShape(EntryShape):
    """A third-party service used by the controller's site or app."""

    name: Text = required("ชื่อเครื่องมือ", "The tool's name.")
    text: Stated[Text] = fact("ใช้ทำอะไร อย่างไร", "What it is used for, and how.")
    provider: Stated[Text] = fact("ผู้ให้บริการ", "Who provides it.")
    country: Stated[Many[CountryCode]] = fact("ประเทศที่ส่งข้อมูลไป", "Where the data go.")
    data: Stated[Many[Id]] = fact("ข้อมูลที่เก็บ", "The data that it collects.")
    purposes: Stated[Many[Id]] = fact("วัตถุประสงค์", "The purposes that it serves.")
    transfer: Stated[Transfers] = fact(
        "ฐานการส่งข้อมูลไปต่างประเทศ (มาตรา 28-29)", "Ground of a transfer abroad (PDPA 28-29)."
    )
    opt_out: Stated[Url] = fact("ที่อยู่สำหรับปิดการใช้งาน", "Where a person can opt out.")
    privacy_url: Stated[WebUrl] = fact("นโยบายของผู้ให้บริการ", "The provider's privacy policy.")
    cookie_url: Stated[WebUrl] = fact("นโยบายคุกกี้ของผู้ให้บริการ", "The provider's cookie policy.")
    processing_url: Stated[WebUrl] = fact("ข้อตกลงประมวลผลข้อมูล", "The provider's data-processing terms.")
    technologies: Stated[Many[Annotated[Technology, word_of(Technology)]]] = fact(
        "เทคโนโลยีที่ใช้", "Technologies that it uses."
    )
    cookies: Stated[tuple[CookieShape, ...]] = fact("คุกกี้", "Its cookies.")


RecipientKind = Literal["category", "named"]


class RecipientShape(EntryShape):
    """Somebody to whom data are disclosed."""

    name: Text = required("ชื่อหรือประเภทผู้รับ", "The recipient's name or category.")
    kind: Stated[Annotated[RecipientKind, word_of(RecipientKind)]] = fact("เป็นประเภท หรือระบุชื่อ", "A category, or named.")
    text: Stated[Text] = fact("รับข้อมูลไปทำอะไร", "What it gets the data for.")
    country: Stated[Many[CountryCode]] = fact("ประเทศ", "Country.")
    data: Stated[Many[Id]] = fact("ข้อมูลที่เปิดเผย", "The data that are disclosed.")
    purposes: Stated[Many[Id]] = fact("วัตถุประสงค์", "For which purposes.")
    transfer: Stated[Transfers] = fact(
        "ฐานการส่งข้อมูลไปต่างประเทศ (มาตรา 28-29)", "Ground of a transfer abroad (PDPA 28-29)."
    )


class RightShape(EntryShape):
    """A right of the data subject."""

    right: Annotated[StatutoryRight, word_of(StatutoryRight)] = required("สิทธิตามกฎหมายข้อใด", "Which statutory right.")
    text: Text = required("ข้อความ", "The right in words.")
    how: Stated[Text] = fact("ใช้สิทธิอย่างไร", "How to use it.")
    time_limit: Stated[Duration] = fact("กำหนดเวลาตอบ เช่น P30D", "By when it is answered, such as P30D.")


class ContactShape(EntryShape):
    """A way to reach the controller."""

    kind: Annotated[ContactKind, word_of(ContactKind)] = required("ชนิดของช่องทาง", "What kind of channel it is.")
    label: Text = required("ป้ายชื่อ", "Its label.")
    value: Text = required("ข้อความที่แสดง", "What is shown.")
    opens: Stated[Url] = fact("ที่อยู่ที่เปิด เช่น tel:+6628813800", "The address that it opens, such as tel:+6628813800.")


class DefinitionsFile(RootModel[tuple[DefinitionShape, ...]]):
    """The terms that the policy defines."""


class DataFile(RootModel[tuple[DataShape, ...]]):
    """The personal data that are collected, in groups of any depth."""


class PurposesFile(RootModel[tuple[PurposeShape, ...]]):
    """What the data are collected, used and disclosed for."""


class ToolsFile(RootModel[tuple[ToolShape, ...]]):
    """The third-party services that the site or app uses."""


class RecipientsFile(RootModel[tuple[RecipientShape, ...]]):
    """To whom data are disclosed."""


class RightsFile(RootModel[tuple[RightShape, ...]]):
    """The rights of the data subject."""


class ContactsFile(RootModel[tuple[ContactShape, ...]]):
    """The ways to reach the controller."""
