"""A comparison of two documents as rows: the view of a redline, and the same in numbers.

Knows pairs of leaves and words; not how the pairs were found, nor which versions they are from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygen.diff.leaves import Leaf, LeafKind
from policygen.diff.redline import Pair, new_text, old_text
from policygen.model.document import Register
from policygen.site.change_views import ChangedSection, RedlineSection, Row, Stretch, StretchKind
from policygen.site.changes.arranging import Arranged, Unit, arranged, by_sections
from policygen.site.views import Link
from policygen.site.words import Words

LeafPair = Pair[Leaf]
_HEADINGS = ("title", "section", "heading", "entry")


@dataclass(frozen=True, slots=True)
class Numbers:
    """A redline in numbers: changes of each kind (a move is one), sections with changes, the share of letters kept."""

    kinds: Mapping[StretchKind, int]
    touched: int
    sections: int
    kept: float


def redline_sections(pairs: Sequence[LeafPair], words: Words) -> tuple[RedlineSection, ...]:
    """The sections of a redline in reading order, every change numbered and led to its neighbours."""
    anchors, titles = Anchors(pairs), titles_of(pairs)
    return tuple(
        RedlineSection(
            tuple(_stretch(part, anchors, titles, words) for part in parts), any(part.number for part in parts)
        )
        for parts in arranged(units_of(pairs))
    )


def contents_of(sections: Iterable[tuple[Sequence[int], Row | None]], top: str) -> tuple[ChangedSection, ...]:
    """The sections with changes, given the numbers of each and its first row; `top` names the text before all titles.

    What a move tore from its section is counted with the section before it.
    """
    titled: list[tuple[str, list[int]]] = [(top, [])]
    for numbers, row in sections:
        title = new_text(row.runs) if row else ""
        if row and row.kind == "section" and (title or row.op == "removed"):
            titled.append((title or old_text(row.runs), []))
        titled[-1][1].extend(numbers)
    return tuple(ChangedSection(f"#change-{numbers[0]}", title, len(numbers)) for title, numbers in titled if numbers)


def numbers_of(pairs: Sequence[LeafPair], parts: Sequence[Stretch]) -> Numbers:
    """The redline in numbers, given all its stretches."""
    kinds: dict[StretchKind, int] = {}
    for part in parts:
        if part.number and part.kind != "moved":
            kinds[part.kind] = kinds.get(part.kind, 0) + 1
    moves = {pair.move for pair in pairs if pair.move is not None}
    if moves:
        kinds["moved"] = len(moves)
    every = [run for pair in pairs for run in pair.runs]
    kept = sum(len(run.text) for run in every if run.op in ("equal", "moved_from", "moved_to"))
    letters = sum(len(run.text) for run in every)
    named = {pair.new[0].section for pair in pairs if pair.new and not pair.away} - {""}
    touched = {shown(pair).section for pair in pairs if kind_of(pair) != "kept"} - {""}
    return Numbers(kinds, len(touched & named), len(named), kept / letters if letters else 1.0)


def units_of(pairs: Sequence[LeafPair]) -> tuple[Unit[LeafPair], ...]:
    """The pairs as units, each in its section; what went from a renamed section stands in the one that it became."""
    today = {
        pair.old[0].section: pair.new[0].section
        for pair in pairs
        if pair.old and pair.new and pair.move is None and pair.new[0].kind == "section"
    }
    units = tuple(
        Unit(
            kind_of(pair),
            _section_today(pair, today),
            pair,
            pair.move,
            pair.away,
            _kind(shown(pair)) in _HEADINGS,
        )
        for pair in pairs
    )
    return by_sections(units, _order(pairs, today))


def _order(pairs: Sequence[LeafPair], today: Mapping[str, str]) -> tuple[str, ...]:
    """All sections in the new reading order, each that is gone after the one that it followed."""
    order = list(dict.fromkeys(pair.new[0].section for pair in pairs if pair.new and not pair.away))
    before = ""
    for pair in pairs:
        if pair.old and (pair.away or pair.move is None):
            section = today.get(pair.old[0].section, pair.old[0].section)
            if section not in order:
                order.insert(order.index(before) + 1 if before in order else 0, section)
            before = section
    return tuple(order)


def _section_today(pair: LeafPair, today: Mapping[str, str]) -> str:
    section = shown(pair).section
    return today.get(section, section) if pair.away or not pair.new else section


def kind_of(pair: LeafPair) -> StretchKind:
    """What became of the leaves of a pair."""
    match pair.op:
        case "same":
            return "kept"
        case "edited":
            return "spacing" if all(run.spacing for run in pair.runs if run.op != "equal") else "edited"
        case _:
            return pair.op


def shown(pair: LeafPair) -> Leaf:
    """The leaf whose place the row has: the new one, or the old one of what went."""
    return (pair.old if pair.away or not pair.new else pair.new)[0]


def row_of(pair: LeafPair, near: bool, anchor: str) -> Row:
    """The row of a pair."""
    leaf = shown(pair)
    kind = _kind(leaf)
    return Row(kind, pair.runs, pair.op, _depth(leaf, kind), anchor, near, leaf.label)


def elsewhere(part: Arranged[Any], titles: Mapping[str, str], words: Words) -> Link | None:
    """The link from one place of a move to the other."""
    if not part.other:
        return None
    key = "moved_to" if part.units[0].away else "moved_from"
    title = titles.get(part.other_section, "")
    if title and part.other_section != part.units[0].section:
        text = words.say("redline", f"{key}_section", title=title)
    else:
        text = words.say("redline", f"{key}_{'up' if part.other < part.number else 'down'}")
    return Link(f"#change-{part.other}", text)


def titles_of(pairs: Sequence[LeafPair]) -> Mapping[str, str]:
    """The title of each section by its id, the old title where it is gone."""
    titles: dict[str, str] = {}
    for pair in pairs:
        for leaf in (*pair.new, *pair.old):
            if leaf.kind == "section":
                titles.setdefault(leaf.section, leaf.text)
    return titles


class Anchors:
    """Gives each anchor once and none that is `taken`: where the new text has it, else where the old one had it."""

    def __init__(self, pairs: Sequence[LeafPair], taken: frozenset[str] = frozenset()) -> None:
        self.new = {anchor for pair in pairs if pair.new and not pair.away for anchor in _anchors(pair.new[0])}
        self.given = set(taken)

    def of(self, pair: LeafPair) -> str:
        """The anchor of a row, or nothing where rows before have all that are its own."""
        gone = pair.away or not pair.new
        for anchor in _anchors(shown(pair)):
            if anchor not in self.given and not (gone and anchor in self.new):
                self.given.add(anchor)
                return anchor
        return ""


def anchors_in(pairs: Sequence[LeafPair]) -> frozenset[str]:
    """All anchors of a redline's rows."""
    return frozenset(anchor for pair in pairs for anchor in _anchors(shown(pair)))


def _stretch(part: Arranged[LeafPair], anchors: Anchors, titles: Mapping[str, str], words: Words) -> Stretch:
    rows = tuple(row_of(unit.of, near, anchors.of(unit.of)) for unit, near in zip(part.units, part.near, strict=True))
    return Stretch(part.kind, rows, part.number, part.before, part.after, elsewhere(part, titles, words))


def _kind(leaf: Leaf) -> LeafKind:
    """What the row is; what stands in an entry is a title only where it is the entry's own."""
    if leaf.kind != "entry" or _is_title(leaf):
        return leaf.kind
    return "item" if isinstance(leaf.block, Register) and leaf.block.layout == "list" else "paragraph"


def _is_title(leaf: Leaf) -> bool:
    return leaf.name is not None and leaf.name.endswith(":title")


def _depth(leaf: Leaf, kind: LeafKind) -> int:
    """How many lists the row stands in; an entry set as an item stands in one more than its place.

    Of a table's cells all but the first of each row stand one deeper, under it.
    """
    if kind in _HEADINGS:
        return 0
    if kind == "cell":
        return int(not leaf.address.endswith("/1"))
    return leaf.depth + (kind == "item" and leaf.kind == "entry")


def _anchors(leaf: Leaf) -> Iterator[str]:
    """Its own id, else its entry's, else its section's; the first leaf of an entry or a section has it."""
    if leaf.name and leaf.name.startswith("#"):
        yield leaf.name[1:]
    if leaf.entry:
        yield leaf.entry
    if leaf.section:
        yield leaf.section
