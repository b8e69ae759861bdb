"""Defined terms: “X” หมายถึง …, “X” means …"""

import re
from dataclasses import dataclass

from policygen.importing.known import known
from policygen.importing.naming import Names, entry_id
from policygen.importing.prose import as_prose, as_text
from policygen.importing.recognition.found import Found, Part, Placed, Section
from policygen.importing.recognition.texts import runs_of
from policygen.model.document import Block, ItemList, Run, plain
from policygen.sources.canonical.writing import Values

_VERBS = "ให้หมายความถึง|ให้หมายถึง|หมายความว่า|หมายความถึง|หมายถึง|shall mean|means|refers to"
_QUOTED = re.compile(
    rf"[\"“”„‘'«](?P<term>[^\"“”„‘«»\n]{{1,80}}?)[\"”“’'»]?\s*(?:{_VERBS})\s*:?\s*(?P<meaning>\S.*)$", re.DOTALL
)
_AFTER_BOLD = re.compile(rf"[\s\"”’]*(?:{_VERBS})\s*:?\s*(?P<meaning>\S.*)$", re.DOTALL)
_LONGEST_TERM = 80


@dataclass(frozen=True, slots=True)
class _Defined:
    term: str
    meaning: str


def find_definitions(section: Section, locale: str, names: Names) -> tuple[Section, list[Found]]:
    """The section with its definitions placed, and their entries."""
    parts: list[Part] = []
    found: list[Found] = []
    for part in section.parts:
        block = part.what
        if isinstance(block, Placed):
            parts.append(part)
        elif (defined := _defined(block)) is not None:
            entry = _entry(defined, block, part.line, locale, names)
            found.append(entry)
            _place(parts, entry, part)
        else:
            parts.append(part)
            if isinstance(block, ItemList):
                found += _in_list(block, part.line, locale, names, section.id)
    return Section(section.id, section.title, tuple(parts), section.line), found


def _defined(block: Block) -> _Defined | None:
    """What a paragraph defines, or None."""
    runs = runs_of(block)
    text = plain(runs)
    match = _QUOTED.match(text)
    if match is not None:
        return _Defined(match["term"].strip(), match["meaning"].strip())
    first = runs[0] if runs else Run("")
    after = _AFTER_BOLD.match(plain(runs[1:])) if first.strong and len(first.text) <= _LONGEST_TERM else None
    return _Defined(first.text.strip(" \"“”‘’'"), after["meaning"].strip()) if after else None


def _entry(defined: _Defined, block: Block, line: int, locale: str, names: Names) -> Found:
    values: dict[str, Values] = {**_values(defined, locale), "wording": {locale: as_prose((block,))}}
    return Found("definitions", _id(defined, names), values, defined.term, line)


def _values(defined: _Defined, locale: str) -> dict[str, Values]:
    return {
        "term": {locale: as_text((Run(defined.term),))},
        "meaning": {locale: as_text((Run(defined.meaning),))},
    }


def _id(defined: _Defined, names: Names) -> str:
    listed = known().terms.get(defined.term.casefold())
    return names.free(listed) if listed else entry_id(defined.term, "term", names)


def _place(parts: list[Part], entry: Found, part: Part) -> None:
    """Add the entry to the definitions just before it, or begin a new block of them."""
    assert not isinstance(part.what, Placed)
    last = parts[-1] if parts else None
    if last is not None and isinstance(last.what, Placed) and last.what.register == "definitions":
        before = last.what
        placed = Placed("definitions", (*before.only, entry.id), "paragraphs", (*before.blocks, part.what))
        parts[-1] = Part(placed, last.line)
    else:
        parts.append(Part(Placed("definitions", (entry.id,), "paragraphs", (part.what,)), part.line))


def _in_list(listed: ItemList, line: int, locale: str, names: Names, section: str) -> list[Found]:
    """Definitions that are items, whose numbers only the prose has: entries that name the section that tells them."""
    found = []
    for item in listed.items:
        for block in item.blocks:
            if isinstance(block, ItemList):
                found += _in_list(block, line, locale, names, section)
            elif (defined := _defined(block)) is not None:
                values = {**_values(defined, locale), "section": section}
                found.append(Found("definitions", _id(defined, names), values, defined.term, line))
    return found
