"""What is open while a page is read: lists, items and tables, and the numbers of items."""

from dataclasses import dataclass, field

from policygen.importing.counting import counted
from policygen.importing.html_tree import Start
from policygen.model.document import Block, Item, Run, Runs

LABEL_MARK = "data-policygen-label"
"""The attribute with the number of an item as it was typed."""
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class ListFrame:
    """A list while it is read."""

    element: Start
    line: int
    number: int
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class ItemFrame:
    """An item while it is read."""

    label: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class TableFrame:
    """A table while it is read: its rows, each a list of cells, and what stands before them."""

    line: int
    caption: list[Run] = field(default_factory=list)
    rows: list[list[Runs]] = field(default_factory=list)
    merged: bool = False


Frame = ListFrame | ItemFrame | TableFrame


def label_of(element: Start, listed: ListFrame) -> str:
    """The number that a reader sees before an item; empty for a bullet."""
    if LABEL_MARK in element.attrs:
        return element.attrs[LABEL_MARK][:20]
    if listed.element.name != "ol":
        return ""
    value = element.attrs.get("value", "")
    number = int(value) if value.isdigit() and len(value) < 6 else listed.number
    listed.number = number + 1
    return f"{counted(number, _FORMS.get(listed.element.attrs.get('type', '1'), 'decimal'))}."
