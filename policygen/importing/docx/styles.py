"""The styles of a DOCX: which are headings, which number their paragraphs, which are bold by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policygen.importing.docx.xml import Element

_DEEPEST = 20
_OUTLINE_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its English name in small letters, what it is based on, and its properties of paragraphs."""

    name: str
    based_on: str
    paragraph: Element


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by their ids."""

    by_id: Mapping[str, Style]

    @staticmethod
    def of(root: Element | None) -> "Styles":
        """The styles of styles.xml."""
        found = {}
        for element in root.children if root else ():
            if element.name == "style":
                paragraph = element.child("pPr") or Element("pPr")
                name = (element.value("name") or "").lower()
                found[element.attrs.get("styleId", "")] = Style(name, element.value("basedOn") or "", paragraph)
        return Styles(found)

    def heading_level(self, id: str, properties: Element) -> int:
        """The level of a paragraph of this style and with these properties: 1 for a title, 2 and more; 0 for none."""
        own = _outline(properties)
        if own is not None:
            return own
        for style in self._chain(id):
            if style.name == "title":
                return 1
            if style.name.startswith("heading ") and style.name[8:].isdigit():
                return min(6, int(style.name[8:]) + 1)
            level = _outline(style.paragraph)
            if level is not None:
                return level
        return 0

    def numbering(self, id: str) -> Element | None:
        """What the style says of the numbers of its paragraphs."""
        return next((found for style in self._chain(id) if (found := style.paragraph.child("numPr"))), None)

    def name(self, id: str) -> str:
        """The style's English name in small letters."""
        return self.by_id[id].name if id in self.by_id else ""

    def _chain(self, id: str) -> Iterator[Style]:
        """The style and those that it is based on."""
        for _ in range(_DEEPEST):
            style = self.by_id.get(id)
            if style is None:
                return
            yield style
            id = style.based_on


def _outline(properties: Element) -> int | None:
    """The level of a heading by the outline of these properties; 0 for body text, None where they say nothing."""
    value = properties.value("outlineLvl")
    if value is None or not value.isdigit():
        return None
    return min(6, int(value) + 2) if int(value) < _OUTLINE_LEVELS else 0
