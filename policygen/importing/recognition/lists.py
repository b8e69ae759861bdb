"""Lists of data and of purposes: a sentence that announces one, and items that can be nothing else.

The items are bullets, or short paragraphs in a row. Numbered items stay prose: their numbers may be referred to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from policygen.importing.naming import Names, entry_id
from policygen.importing.prose import as_prose, as_text
from policygen.importing.recognition.found import Found, Part, Placed, Section
from policygen.importing.recognition.texts import (
    ANNOUNCED_WITHIN,
    announces,
    denies,
    denies_anywhere,
    item_text,
    runs_of,
    text_of,
)
from policygen.model.document import Block, Item, ItemList, Run, plain
from policygen.sources.canonical.writing import Values

Kind = Literal["data", "purposes"]
_FEWEST_PARAGRAPHS = 3
_LONGEST = {"data": 120, "purposes": 300}
_WORD: dict[Kind, str] = {"data": "item", "purposes": "purpose"}
_ABOUT_DATA = re.compile(r"ข้อมูล|\bdata\b|\binformation\b", re.IGNORECASE)
_COLLECTS = re.compile(r"เก็บ|รวบรวม|ให้ข้อมูล|\bcollect|\bgather|\breceive", re.IGNORECASE)
_FOR_PURPOSES = re.compile(r"วัตถุประสงค์|เพื่อประโยชน์|\bpurposes?\b", re.IGNORECASE)
_USES = re.compile(r"ใช้|เก็บ|รวบรวม|ประมวลผล|\bus(?:e|es|ed|ing)\b|\bprocess|\bcollect", re.IGNORECASE)
_PURPOSE = re.compile(r"เพื่อ|ใช้สำหรับ|ใช้ในการ|ใช้เพื่อ|สำหรับ|to\s+[a-z]|for\s+[a-z]", re.IGNORECASE)
_NO_DATA = re.compile(
    r"^เพื่อ|จะ|เรา|สิทธิ|สามารถ|ต้อง|\bwe\b|\bwill\b|\byour right|\bright to\b|\bto\s+(?:provide|improve|send|comply)\b|https?://",
    re.IGNORECASE,
)
# What others collect, and who they are, is no list of the controller's data.
_BY_OTHERS = re.compile(
    r"บุคคลที่สาม|ผู้ให้บริการ|พันธมิตร|third[- ]part|\bservice providers?\b|\bservices\b|\bpartners\b", re.IGNORECASE
)
_ENDING = re.compile(r"\s*[;,]?(?:\s*(?:และ|หรือ|and|or))?$")
_SENTENCE_END = re.compile(r"[a-z]{3}\.\s*$")
_HEADS_DATA = re.compile(
    r"ข้อมูล\S*\s?ที่\S*(?:เก็บ|รวบรวม)|การเก็บรวบรวมข้อมูล|\b(?:data|information)\b.{0,20}\bcollect", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Entries:
    """Items that were recognised: the entries at their top, as values and for the report, and their layout."""

    found: tuple[Found, ...]
    placed: Placed
    length: int
    """How many parts of the section they stand in."""


def find_lists(section: Section, locale: str, names: dict[str, Names]) -> tuple[Section, list[Found]]:
    """The section with its lists of data and purposes placed, and their entries."""
    parts: list[Part] = []
    found: list[Found] = []
    at = 0
    while at < len(section.parts):
        before = parts[-1].what if parts else None
        kind = _announced(before, section) if before is None or not isinstance(before, Placed) else None
        entries = _entries(kind, section.parts[at:], locale, names, announced=bool(parts)) if kind else None
        if entries is None:
            parts.append(section.parts[at])
            at += 1
            continue
        parts.append(Part(entries.placed, section.parts[at].line))
        found += entries.found
        at += entries.length
    return Section(section.id, section.title, tuple(parts), section.line), found


# What is announced


def _announced(before: Block | None, section: Section) -> Kind | None:
    """The kind of list that the text before announces; at the beginning of a section its title does, for bullets."""
    title = plain(section.title)
    if denies_anywhere(title) or _BY_OTHERS.search(title):
        return None
    if before is None:
        return "data" if _HEADS_DATA.search(title) else None
    intro = text_of(before)
    end = intro[-ANNOUNCED_WITHIN:]
    if not intro or not announces(intro) or denies(intro) or _BY_OTHERS.search(end):
        return None
    if not _ABOUT_DATA.search(f"{title} {end}"):
        return None
    if _FOR_PURPOSES.search(end) and _USES.search(end):
        return "purposes"
    if _USES.search(end) and re.search(r"(?:เพื่อ|\bto|\bfor)\s*[:：]?\s*$", end):
        return "purposes"
    return "data" if _COLLECTS.search(end) and _ABOUT_DATA.search(end) else None


# The items


def _entries(
    kind: Kind, parts: Sequence[Part], locale: str, names: dict[str, Names], *, announced: bool
) -> _Entries | None:
    """The entries that begin these parts; paragraphs only where a text before them has `announced` them."""
    first = parts[0].what
    if isinstance(first, ItemList):
        return _bulleted(kind, first, parts[0].line, locale, names[kind])
    return _in_paragraphs(kind, parts, locale, names[kind]) if announced else None


def _bulleted(kind: Kind, listed: ItemList, line: int, locale: str, names: Names) -> _Entries | None:
    if not all(_fits(kind, item) for item in listed.items):
        return None
    if kind == "purposes" and any(len(item.blocks) > 1 for item in listed.items):
        return None
    found = tuple(_entry(kind, item, line, locale, names) for item in listed.items)
    return _Entries(found, Placed(kind, tuple(entry.id for entry in found), "list", (listed,)), 1)


def _in_paragraphs(kind: Kind, parts: Sequence[Part], locale: str, names: Names) -> _Entries | None:
    """Short paragraphs in a row: of data all up to a long one, of purposes all that begin like one."""
    items: list[tuple[Item, Part]] = []
    for part in parts:
        text = "" if isinstance(part.what, Placed) else text_of(part.what)
        if not text or len(text) > _LONGEST[kind] or (kind == "purposes" and not _PURPOSE.match(text)):
            break
        assert not isinstance(part.what, Placed)
        items.append((Item((part.what,)), part))
    if not all(_fits(kind, item) for item, _ in items):
        return None
    if len(items) < _FEWEST_PARAGRAPHS:
        return None
    found = tuple(_entry(kind, item, part.line, locale, names) for item, part in items)
    blocks = tuple(item.blocks[0] for item, _ in items)
    return _Entries(found, Placed(kind, tuple(entry.id for entry in found), "paragraphs", blocks), len(items))


def _fits(kind: Kind, item: Item) -> bool:
    """Whether an item, with all under it, reads like an entry of the register."""
    text = item_text(item)
    if item.label or not text or len(text) > _LONGEST[kind] or denies_anywhere(text):
        return False
    if _SENTENCE_END.search(text) or text.endswith((":", "：")):
        return False
    if kind == "data" and _NO_DATA.search(text):
        return False
    return all(_fits(kind, inner) for inner in _inner(item))


def _inner(item: Item) -> tuple[Item, ...]:
    last = item.blocks[-1]
    return last.items if len(item.blocks) > 1 and isinstance(last, ItemList) else ()


def _entry(kind: Kind, item: Item, line: int, locale: str, names: Names) -> Found:
    text = item_text(item)
    id = entry_id(text, _WORD[kind], names)
    return Found(kind, id, _values(kind, item, locale, names), text, line)


def _values(kind: Kind, item: Item, locale: str, names: Names) -> dict[str, Values]:
    words = _words(kind, item.blocks[0], locale)
    inner = [
        {"id": entry_id(item_text(one), "item", names), **_values(kind, one, locale, names)} for one in _inner(item)
    ]
    return {**words, "items": inner} if inner else words


def _words(kind: Kind, block: Block, locale: str) -> dict[str, Values]:
    """The words of an entry; where the item ends like one of a sentence (`name;`), its wording keeps that."""
    key = "text" if kind == "purposes" else "name"
    text = text_of(block)
    kept = _ENDING.sub("", text)
    if kept == text or not kept:
        return {key: {locale: as_text(runs_of(block))}}
    return {key: {locale: as_text((Run(kept),))}, "wording": {locale: as_prose((block,))}}
