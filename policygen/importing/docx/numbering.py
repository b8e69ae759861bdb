"""The numbers that Word makes for paragraphs: counted as Word counts, in the forms that it has for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from policygen.importing.counting import KNOWN_FORMS, counted
from policygen.importing.docx.styles import Styles
from policygen.importing.docx.xml import Element

_SLOT = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: in which form, in which words (`%1.%2`), from which number on."""

    form: str
    words: str
    start: int
    style: str
    all_digits: bool


@dataclass(frozen=True, slots=True)
class Label:
    """The number before a paragraph as read (empty for a bullet), how deep it is, and whether its form is known."""

    text: str
    depth: int
    known: bool = True


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]]
    """By the id of an abstract list."""
    lists: Mapping[str, str]
    """The abstract list of each list."""
    starts: Mapping[str, Mapping[int, int]]
    """From which numbers on a list begins anew."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @staticmethod
    def of(root: Element | None, styles: Styles) -> "Numbering":
        """The numbering of numbering.xml."""
        levels: dict[str, Mapping[int, Level]] = {}
        lists: dict[str, str] = {}
        starts: dict[str, Mapping[int, int]] = {}
        links: dict[str, str] = {}
        for element in root.children if root else ():
            if element.name == "abstractNum":
                id = element.attrs.get("abstractNumId", "")
                levels[id] = _levels(element)
                links[id] = element.value("numStyleLink") or ""
            elif element.name == "num":
                id = element.attrs.get("numId", "")
                lists[id] = element.value("abstractNumId") or ""
                starts[id] = _starts(element)
        for id, link in links.items():
            linked = styles.numbering(link) if link else None
            other = lists.get(linked.value("numId") or "", "") if linked else ""
            levels[id] = levels[other] if other in levels else levels[id]
        return Numbering(levels, lists, starts)

    def next(self, number: Element, style: str) -> Label | None:
        """The label of the next paragraph that says this of its number; None where it has none."""
        list_id = number.value("numId") or "0"
        levels = self.levels.get(self.lists.get(list_id, ""), {})
        depth = _depth(number, levels, style)
        level = levels.get(depth)
        if list_id == "0" or level is None:
            return None
        counts = self._count(list_id, levels, depth)
        if level.form == "bullet":
            return Label("", depth)
        if level.form == "none" and not _SLOT.search(level.words):
            return Label(level.words, depth) if level.words else None
        text = _SLOT.sub(lambda slot: _formed(slot, counts, levels, level), level.words)
        return Label(text.strip(), depth, all(_is_known(levels, depth, slot) for slot in _SLOT.findall(level.words)))

    def _count(self, list_id: str, levels: Mapping[int, Level], depth: int) -> Mapping[int, int]:
        """Count one on at this depth; what stands deeper begins anew."""
        counts = self.counts.setdefault(self.lists[list_id], {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for at, start in self.starts.get(list_id, {}).items():
                counts[at] = start - 1
        for above in range(depth):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return counts


def _levels(abstract: Element) -> dict[int, Level]:
    found = {}
    for element in abstract.children:
        at = element.attrs.get("ilvl", "")
        if element.name == "lvl" and at.isdigit():
            start = element.value("start") or "1"
            found[int(at)] = Level(
                element.value("numFmt") or "decimal",
                element.value("lvlText") or "",
                int(start) if start.isdigit() else 1,
                element.value("pStyle") or "",
                element.child("isLgl") is not None,
            )
    return found


def _starts(number: Element) -> dict[int, int]:
    found = {}
    for element in number.children:
        at, start = element.attrs.get("ilvl", ""), element.value("startOverride") or ""
        if element.name == "lvlOverride" and at.isdigit() and start.isdigit():
            found[int(at)] = int(start)
    return found


def _depth(number: Element, levels: Mapping[int, Level], style: str) -> int:
    """The level that a paragraph names, or the one that is tied to its style."""
    at = number.value("ilvl")
    if at is not None and at.isdigit():
        return min(int(at), _LEVELS - 1)
    return next((depth for depth, level in levels.items() if style and level.style == style), 0)


def _is_known(levels: Mapping[int, Level], depth: int, slot: str) -> bool:
    level = levels.get(int(slot) - 1)
    return level is None or levels[depth].all_digits or level.form in KNOWN_FORMS


def _formed(slot: re.Match[str], counts: Mapping[int, int], levels: Mapping[int, Level], own: Level) -> str:
    """The number of the level that a slot names, in its form."""
    at = int(slot[1]) - 1
    number = counts.get(at, 1)
    form = "decimal" if own.all_digits or at not in levels else levels[at].form
    return counted(number, form)
