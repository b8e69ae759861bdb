"""Marked nodes as the dicts and lists that pydantic reads, without the notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from policygen.diagnostics import Diagnostic
from policygen.sources import schema_problems as problems
from policygen.sources import yaml_problems
from policygen.sources.identifiers import is_locale
from policygen.sources.nodes import Entry, Listing, Mapping, Node, Scalar

NOTE = "note"


class Data(dict[str, object]):
    """A mapping as pydantic reads it, which knows its node."""

    __slots__ = ("node",)

    def __init__(self, node: Mapping, values: dict[str, object]) -> None:
        super().__init__(values)
        self.node = node


@dataclass(frozen=True, slots=True)
class Context:
    """What leaves need to know, and where they put what they find besides errors of form."""

    locales: tuple[str, ...]
    found: list[Diagnostic] = field(default_factory=list)


def data_of(node: Node, found: list[Diagnostic]) -> object:
    """The node as data: notes and keys without a value left out, the latter told in `found`."""
    match node:
        case Scalar():
            return node
        case Listing():
            return [data_of(item, found) for item in node.items]
        case Mapping():
            kept = _kept(node, found)
            return Data(node, {entry.key.value: data_of(entry.value, found) for entry in kept})


def _kept(node: Mapping, found: list[Diagnostic]) -> Iterator[Entry]:
    for entry in node.entries:
        if entry.key.value == NOTE:
            continue
        if _is_empty(entry.value):
            found += _left_out(entry)
        else:
            yield entry


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.value.strip()


def _left_out(entry: Entry) -> Iterator[Diagnostic]:
    """A key with nothing after it. A locale without a text is a missing translation, told elsewhere."""
    value = entry.value
    if isinstance(value, Scalar) and value.comment is not None:
        yield lost_in_comment(value)
    elif not is_locale(entry.key.value):
        yield problems.empty(entry.key.place(), entry.key.value)


def lost_in_comment(scalar: Scalar) -> Diagnostic:
    """The diagnostic for a comment right after a text."""
    assert scalar.comment is not None
    text = scalar.file.text
    after = text[scalar.comment + 1 : scalar.comment + 2]
    end = text.find("\n", scalar.comment)
    place = scalar.file.place(scalar.comment, end if end >= 0 else len(text))
    return yaml_problems.lost_in_comment(place, glued=not (after.isspace() or after in ("", "#")))
