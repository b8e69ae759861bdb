"""Two comparisons of one change, clause beside clause, and which clauses changed in one language only.

Clauses of the two languages pair as they do on the bilingual page: blocks by id or by order among their kind, and
within a block by place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policygen.diff.leaves import Leaf
from policygen.model.alignment import align
from policygen.model.document import Document, Register
from policygen.site.change_views import BilingualRow, BilingualSection, BilingualStretch
from policygen.site.changes.arranging import Arranged, Unit, arranged
from policygen.site.changes.redlines import Anchors, LeafPair, anchors_in, elsewhere, row_of, shown, titles_of, units_of
from policygen.site.comparing import Side
from policygen.site.words import Words

Key = tuple[object, ...]
Both = tuple[LeafPair | None, LeafPair | None]
_BLOCK_IN_ADDRESS = 2


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of a redline: its documents before and after, and their comparison."""

    old: Side
    new: Side
    pairs: tuple[LeafPair, ...]


def bilingual_sections(left: Tongue, right: Tongue, words: Words) -> tuple[BilingualSection, ...]:
    """The sections in the left text's reading order, every change numbered and led to its neighbours."""
    titles = titles_of(left.pairs)
    # The left text has the anchors; a clause that only the right one has brings its own.
    anchors = (Anchors(left.pairs), Anchors(right.pairs, taken=anchors_in(left.pairs)))
    return tuple(
        BilingualSection(
            tuple(_stretch(part, anchors, titles, words) for part in parts), any(part.number for part in parts)
        )
        for parts in arranged(tuple(_units(left, right, words)))
    )


def _units(left: Tongue, right: Tongue, words: Words) -> Iterator[Unit[Both]]:
    keys_left, keys_right = _keys(left, right)
    names = (words.language(left.new.document.locale), words.language(right.new.document.locale))
    lefts, rights = units_of(left.pairs), units_of(right.pairs)
    for one, other in _merged(tuple(zip(keys_left, lefts, strict=True)), tuple(zip(keys_right, rights, strict=True))):
        main = one or other
        assert main is not None
        changed = [unit is not None and unit.kind != "kept" for unit in (one, other)]
        told = main if changed[0] or other is None else other
        yield Unit(
            told.kind,
            main.section,
            (one.of if one else None, other.of if other else None),
            told.move,
            told.away,
            main.heading,
            _alone(changed, names, words),
        )


def _alone(changed: Sequence[bool], names: tuple[str, str], words: Words) -> str:
    match changed:
        case [True, False]:
            return words.say("changes", "alone_one", language=names[0], other=names[1])
        case [False, True]:
            return words.say("changes", "alone_one", language=names[1], other=names[0])
    return ""


def _merged(
    left: Sequence[tuple[Key, Unit[LeafPair]]], right: Sequence[tuple[Key, Unit[LeafPair]]]
) -> Iterator[tuple[Unit[LeafPair] | None, Unit[LeafPair] | None]]:
    """Units of equal keys side by side; those that would cross another pair stand alone, as those without a partner."""
    partners = {key: at for at, (key, _) in enumerate(right)}
    done = 0
    for key, unit in left:
        partner = partners.get(key, -1)
        if partner < done:
            yield unit, None
            continue
        yield from ((None, alone) for _, alone in right[done:partner])
        yield unit, right[partner][1]
        done = partner + 1
    yield from ((None, alone) for _, alone in right[done:])


def _keys(left: Tongue, right: Tongue) -> tuple[list[Key], list[Key]]:
    """For each pair of either language, what it has in common with its partner in the other."""
    new = _places(left.new.document, right.new.document)
    old = _places(left.old.document, right.old.document)
    first = _counted(_key(pair, new[0], old[0]) for pair in left.pairs)
    second = _counted(_key(pair, new[1], old[1]) for pair in right.pairs)
    return list(first), list(second)


def _counted(keys: Iterable[Key]) -> Iterator[Key]:
    """Keys with how many equal ones came before: the fields of an entry have one address."""
    seen: dict[Key, int] = {}
    for key in keys:
        seen[key] = seen.get(key, -1) + 1
        yield (*key, seen[key])


def _places(first: Document, second: Document) -> tuple[dict[int, int], dict[int, int]]:
    """For the blocks of each document, by identity, the number of the pair that it stands in."""
    places: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for section in align(first, second):
        for number, pair in enumerate(section.pairs):
            for side, block in zip(places, pair, strict=True):
                if block is not None:
                    side[id(block)] = number
    return places


def _key(pair: LeafPair, new: Mapping[int, int], old: Mapping[int, int]) -> Key:
    leaf = shown(pair)
    gone = pair.away or not pair.new
    block = (old if gone else new).get(id(leaf.block)) if leaf.block is not None else None
    return gone, leaf.kind, leaf.section, block, _within(leaf)


def _within(leaf: Leaf) -> str:
    """The address within the block: entries by their anchors, all else by numbers after the block's own."""
    parts = leaf.address.split("/")
    return "/".join(parts[1:] if isinstance(leaf.block, Register) else parts[_BLOCK_IN_ADDRESS:])


def _stretch(
    part: Arranged[Both], anchors: tuple[Anchors, Anchors], titles: Mapping[str, str], words: Words
) -> BilingualStretch:
    rows = tuple(_row(unit.of, near, anchors) for unit, near in zip(part.units, part.near, strict=True))
    mark = part.units[0].mark
    return BilingualStretch(part.kind, rows, part.number, part.before, part.after, elsewhere(part, titles, words), mark)


def _row(both: Both, near: bool, anchors: tuple[Anchors, Anchors]) -> BilingualRow:
    left, right = both
    return BilingualRow(
        None if left is None else row_of(left, near, anchors[0].of(left)),
        None if right is None else row_of(right, near, "" if left else anchors[1].of(right)),
        near,
    )


def changes_alone(sections: Sequence[BilingualSection]) -> int:
    """How many changes are in one language only."""
    return sum(bool(part.alone) for section in sections for part in section.stretches)
