"""theme.yaml."""

import re
from typing import Annotated

from policygen.sources.nodes import Scalar
from policygen.sources.schema.leaves import Id, Leaf
from policygen.sources.schema.shape import Shape, optional

NAME = re.compile("^[a-z][a-z0-9-]*$")
# What a colour, a length or a list of fonts is written with: nothing that ends a declaration, no comment, no address.
VALUE = re.compile(r"^(?!.*(/\*|(url|src|image|image-set)\s*\())[A-Za-z0-9#%.,()+*/ -]{1,200}$")


def _text(scalar: Scalar) -> str:
    return scalar.value


Variable = Annotated[str, Leaf(_text, {"type": "string", "pattern": VALUE.pattern})]


def is_value(text: str) -> bool:
    """Whether a variable of the style sheet can have this value, and nothing after it is swallowed or let out."""
    depth = 0
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0 and VALUE.fullmatch(text.lower()) is not None


class ThemeShape(Shape):
    """theme.yaml."""

    extends: Id | None = optional("ธีมที่นำมาต่อยอด", "The theme that this one extends.")
    colours: dict[str, Variable] = optional("สีของโหมดสว่าง", "Colours in light mode, by the variable's name.", {})
    dark_colours: dict[str, Variable] = optional("สีของโหมดมืด", "Colours in dark mode, by the variable's name.", {})
    variables: dict[str, Variable] = optional("ตัวแปรอื่นของสไตล์ชีต", "Other variables of the style sheet, by name.", {})
