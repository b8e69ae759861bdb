"""All that can be recognised, in order: what is surest first, and nothing twice."""

from collections.abc import Iterable
from typing import get_args

from policygen.importing.naming import Names, section_id
from policygen.importing.recognition.contacts import find_contacts
from policygen.importing.recognition.definitions import find_definitions
from policygen.importing.recognition.found import Found, Part, Recognition, Section
from policygen.importing.recognition.lists import find_lists
from policygen.importing.recognition.tools import find_tools
from policygen.importing.sectioning import Stretch
from policygen.model.document import RegisterName, plain


def recognise(stretches: Iterable[Stretch], locale: str) -> Recognition:
    """The stretches as sections with ids, and the entries found in them."""
    names: dict[str, Names] = {register: Names() for register in get_args(RegisterName)}
    sections: list[Section] = []
    entries: list[Found] = []
    ids = Names()
    stretches = tuple(stretches)
    for stretch in stretches:
        section = _section(stretch, ids, first=stretch is stretches[0])
        section, definitions = find_definitions(section, locale, names["definitions"])
        section, tools = find_tools(section, locale, names["tools"])
        section, contacts = find_contacts(section, locale, names["contacts"])
        section, lists = find_lists(section, locale, names)
        sections.append(section)
        entries += (*definitions, *tools, *contacts, *lists)
    return Recognition(tuple(sections), tuple(entries))


def _section(stretch: Stretch, ids: Names, *, first: bool) -> Section:
    parts = tuple(Part(piece.block, piece.line) for piece in stretch.pieces)
    title = plain(stretch.title)
    if title:
        id = section_id(title, ids)
    else:
        id = ids.free("preamble") if first else ids.numbered("section")
    return Section(id, stretch.title, parts, stretch.line)
