"""The XML of a DOCX as small elements, with limits: no document type, no entities, no millions of elements.

Names come without their namespaces, but for two letters where they are needed: the same in both flavours of the format.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError, XMLParser

# A document of a thousand pages has about this many.
_MOST_ELEMENTS = 1_000_000
_DEEPEST = 200
_PREFIXES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}


class BadXml(Exception):
    """The XML is broken, or has what no document has."""


@dataclass(slots=True)
class Element:
    """An element: its name and attributes without namespaces, its elements, and its own text."""

    name: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def child(self, name: str) -> "Element | None":
        """The first element of that name in it."""
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str, key: str = "val") -> str | None:
        """An attribute of the first element of that name in it; None where there is none."""
        child = self.child(name)
        return None if child is None else child.attrs.get(key)

    def every(self) -> Iterator["Element"]:
        """The element and all in it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


def parse(data: bytes) -> Element:
    """The root of the XML; raises BadXml."""
    builder = _Builder()
    parser = XMLParser(target=builder)
    try:
        parser.feed(data)
        parser.close()
    except ParseError as error:
        raise BadXml(str(error)) from None
    except (LookupError, ValueError) as error:
        # An encoding that is none.
        raise BadXml(str(error)) from None
    return builder.root.children[0]


class _Builder:
    """What the parser of the standard library tells of a document."""

    def __init__(self) -> None:
        self.root = Element("")
        self._open = [self.root]
        self._count = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """No DOCX has one; entities that grow without bound are declared in it."""
        raise BadXml("document type")

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            raise BadXml("too many elements")
        element = Element(_name(tag), {_name(key): value for key, value in attrs.items()})
        self._open[-1].children.append(element)
        self._open.append(element)

    def data(self, text: str) -> None:
        self._open[-1].text += text

    def end(self, tag: str) -> None:
        self._open.pop()

    def close(self) -> None:
        """Nothing is left to do."""


def _name(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    namespace, _, name = tag[1:].partition("}")
    return _PREFIXES.get(namespace, "") + name
