"""glossary.yaml."""

from typing import Annotated, Literal

from pydantic import Discriminator, RootModel, Tag

from policygen.sources.schema.leaves import String, YesNo, word_of
from policygen.sources.schema.shape import Shape, optional, required

NameKind = Literal["brand", "person", "place", "product", "word"]


class NameShape(Shape):
    """A name, and what the program should know of it."""

    name: String = required("ชื่อ ตามที่สะกด", "The name as it is spelt.")
    kind: Annotated[NameKind, word_of(NameKind)] = optional("ชนิดของชื่อ", "What kind of name it is.", "brand")
    nowrap: YesNo | None = optional(
        "ห้ามตัดขึ้นบรรทัดใหม่กลางชื่อ (ปกติ yes ยกเว้น word)", "Never broken over two lines; yes unless told, no for a word."
    )


def _name_kind(given: object) -> str:
    return "=entry" if isinstance(given, dict) else "=name"


Name = Annotated[Annotated[String, Tag("=name")] | Annotated[NameShape, Tag("=entry")], Discriminator(_name_kind)]


class GlossaryFile(RootModel[tuple[Name, ...]]):
    """Names: how they are spelt, and that they stay on one line."""
