"""The door to justhtml: a page as a flat row of events, parsed as browsers parse it.

Flat, so that no page, however deep, needs a stack of calls.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Start:
    """An element begins on a line of the file (0: the parser put it there)."""

    name: str
    attrs: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it reads, its entities decoded."""

    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, which nobody reads."""


@dataclass(frozen=True, slots=True)
class End:
    """An element ends."""

    name: str


Event = Start | Text | Comment | End


def events_of(html: str) -> Iterator[Event]:
    """What the body and the title of a page hold, in order."""
    from justhtml import JustHTML
    from justhtml import Text as TextNode

    waiting: list[object] = [JustHTML(html, sanitize=False, track_node_locations=True).root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, End):
            yield node
        elif isinstance(node, TextNode):
            yield Text(node.data or "")
        else:
            yield from _element(node, waiting)


def _element(node: object, waiting: list[object]) -> Iterator[Event]:
    name = str(getattr(node, "name", ""))
    if name == "#comment":
        yield Comment()
        return
    inside = [*(getattr(node, "children", None) or ())]
    content = getattr(node, "template_content", None)
    if content is not None:
        inside.append(content)
    if not name.startswith(("#", "!")):
        attrs = {key: value or "" for key, value in (getattr(node, "attrs", None) or {}).items()}
        yield Start(name, attrs, getattr(node, "origin_line", None) or 0)
        waiting.append(End(name))
    waiting += reversed(inside)
