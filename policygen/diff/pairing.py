"""Pairing the parts of two texts: lines of a file, or blocks of a document that have no id.

Equal parts first, the heaviest of them in order, the rest as moved; then, between those, parts with half of their
words in common, one each or several where a paragraph was split or merged; then alike parts that moved. Knows of a part
only its key and its words; not how words are compared inside a pair.
"""

from bisect import bisect, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from zlib import crc32

from policygen.diff.matching import common_end, common_pairs, common_start
from policygen.diff.particles import weight
from policygen.diff.trimming import common_prefix, common_suffix

Span = tuple[int, int]
"""From and to, in parts."""
PartPair = tuple[int, int]
"""A part of the old text and one of the new."""
CutPart = Callable[[int], Sequence[str]]
"""The words of a part."""

# Parts are alike from this share of words or letters in common on; below, one was removed and one added.
_ALIKE = 0.5
# How heavy the words of a part must be, in letters, for it to be recognised inside a longer one, or elsewhere.
_HEAVY = 20
# A moved part was changed a little at most: nothing but its words tells that it is the same.
_ALIKE_ELSEWHERE = 0.6
# A word that stands in more parts than this does not tell one part from another.
_COMMON_WORD = 20
# Moves are weighed in lines of this many letters: a list item moved past a paragraph, not the paragraph past the item.
_LINE = 40


@dataclass(frozen=True, slots=True)
class Group:
    """Parts `old` (from, to) that became parts `new`: one each, or more where parts were split or merged.

    `alike` tells whether half of them is the same: parts that are paired by their id need not be.
    """

    old: Span
    new: Span
    same: bool
    moved: bool = False
    alike: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """The parts of one text: their keys, their squeezed texts, and how to get their words.

    A part `by_id` has its id for a key, and is never paired by content; the others have their text.
    """

    keys: tuple[str, ...]
    texts: tuple[str, ...]
    words: CutPart
    by_id: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Found:
    """The groups found so far, and the parts that are in none."""

    groups: list[Group]
    old_left: set[int]
    new_left: set[int]

    def add(self, groups: Iterable[Group]) -> None:
        for group in groups:
            self.groups.append(group)
            self.old_left.difference_update(range(*group.old))
            self.new_left.difference_update(range(*group.new))


def pair_parts(old: Side, new: Side) -> list[Group]:
    """Groups in the order of the old text; a part that is in none was removed or added.

    The same when the texts are swapped: where there is a choice, the texts themselves decide, not which is old.
    """
    if old.keys > new.keys:
        groups = [replace(group, old=group.new, new=group.old) for group in _pairs(new, old)]
    else:
        groups = _pairs(old, new)
    return sorted(groups, key=lambda group: group.old)


def _pairs(old: Side, new: Side) -> list[Group]:
    found = _Found([], set(range(len(old.keys))) - old.by_id, set(range(len(new.keys))) - new.by_id)
    kept, moved = equal_parts(old, new)
    found.add(_one(old, new, i, j, moved=False) for i, j in kept)
    found.add(_one(old, new, i, j, moved=True) for i, j in moved)
    for old_gap, new_gap in _gaps(kept, len(old.keys), len(new.keys)):
        left = [part for part in range(*old_gap) if part in found.old_left]
        right = [part for part in range(*new_gap) if part in found.new_left]
        if left and right:
            found.add(_alike_in_order(old, new, left, right))
    if found.old_left and found.new_left:
        found.add(_alike_elsewhere(old, new, found))
    return found.groups


def _one(old: Side, new: Side, i: int, j: int, moved: bool) -> Group:
    same = old.texts[i] == new.texts[j]
    alike = same or bool(_alike_in_order(old, new, [i], [j]))
    return Group((i, i + 1), (j, j + 1), same, moved, alike)


def _gaps(kept: Sequence[PartPair], old_size: int, new_size: int) -> Iterator[tuple[Span, Span]]:
    """What stands before, between and after pairs in order."""
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *kept, (old_size, new_size)]):
        yield (i + 1, next_i), (j + 1, next_j)


# Equal parts


def equal_parts(old_side: Side, new_side: Side) -> tuple[list[PartPair], list[PartPair]]:
    """Parts with equal keys in order, and those that moved: of keys that both texts have once only."""
    old, new = old_side.keys, new_side.keys
    start = common_start(old, new)
    end = common_end(old, new, start)
    old_end, new_end = len(old) - end, len(new) - end
    unique = _unique_pairs(old, new, (start, old_end), (start, new_end))
    chain = heaviest_chain(unique, _move_weights(unique, old_side.texts, new_side.texts))
    moved = sorted(set(unique).difference(chain))
    kept = [(at, at) for at in range(start)] + chain
    kept += [(old_end + at, new_end + at) for at in range(end)]
    gone, come = {i for i, _ in moved}, {j for _, j in moved}
    more: list[PartPair] = []
    for old_gap, new_gap in _gaps(kept, len(old), len(new)):
        left = [part for part in range(*old_gap) if part not in gone]
        right = [part for part in range(*new_gap) if part not in come]
        if left and right:
            pairs = common_pairs([old[part] for part in left], [new[part] for part in right])
            more += [(left[i], right[j]) for i, j in pairs]
    return sorted(kept + more), moved


def _unique_pairs(old: Sequence[str], new: Sequence[str], old_span: Span, new_span: Span) -> list[PartPair]:
    """Parts of the spans whose key both texts have once only."""
    old_count, new_count = Counter(old), Counter(new)
    places = {new[part]: part for part in range(*new_span) if new_count[new[part]] == 1}
    return [(part, places[old[part]]) for part in range(*old_span) if old_count[old[part]] == 1 and old[part] in places]


def _move_weights(pairs: Sequence[PartPair], old: Sequence[str], new: Sequence[str]) -> list[int]:
    """What it would weigh to move each pair, in lines: its letters, and those of changed parts that go with it.

    Of chains with as many lines, the one with fewer letters is kept; of those, one at the texts' own hazard.
    """
    next_old = dict(pairwise([i for i, _ in pairs]))
    next_new = dict(pairwise(sorted(j for _, j in pairs)))
    weights = []
    for i, j in pairs:
        with_old = sum(map(len, old[i + 1 : next_old.get(i, len(old))]))
        with_new = sum(map(len, new[j + 1 : next_new.get(j, len(new))]))
        letters = len(old[i]) + min(with_old, with_new)
        chance = crc32(old[i].encode("utf-8", "surrogatepass")) % 2**16
        weights.append((-(-letters // _LINE) * 2**24 - letters) * 2**16 + chance)
    return weights


def heaviest_chain(pairs: Sequence[PartPair], weights: Sequence[int]) -> list[PartPair]:
    """Of pairs in order of the old text, the heaviest that are in order of the new one; of equal ones, one."""
    if all(this[1] < following[1] for this, following in pairwise(pairs)):
        return list(pairs)
    rank = {j: at for at, j in enumerate(sorted(j for _, j in pairs), 1)}
    # A Fenwick tree of the best chains by the rank of their last pair: weight, and minus the pair's index.
    none = (0, 1)
    tree = [none] * (len(pairs) + 1)
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        best = max(tree[place] for place in (0, *_down(rank[j] - 1)))
        before.append(-best[1])
        here = (best[0] + weights[at], -at)
        for place in _up(rank[j], len(tree)):
            tree[place] = max(tree[place], here)
    chain: list[PartPair] = []
    at = -max(tree[place] for place in (0, *_down(len(pairs))))[1]
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _down(place: int) -> Iterator[int]:
    while place:
        yield place
        place -= place & -place


def _up(place: int, size: int) -> Iterator[int]:
    while place < size:
        yield place
        place += place & -place


# Alike parts


@dataclass(slots=True)
class _Content:
    """The words with a meaning of some parts, in order, and how many and how heavy they are in each part."""

    words: list[str] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    count: Counter[int] = field(default_factory=Counter)
    weight: Counter[int] = field(default_factory=Counter)

    @classmethod
    def of(cls, side: Side, parts: Iterable[int]) -> "_Content":
        content = cls()
        for part in parts:
            words = [word for word in side.words(part) if weight(word)]
            content.words += words
            content.parts += [part] * len(words)
            content.count[part] = len(words)
            content.weight[part] = sum(map(weight, words))
        return content


def _alike_in_order(old: Side, new: Side, left: Sequence[int], right: Sequence[int]) -> list[Group]:
    """Groups of alike parts, by the longest sequence of words that they all have in common."""
    if len(left) == len(right) == 1 and _begin_and_end_alike(old.texts[left[0]], new.texts[right[0]]):
        return [Group((left[0], left[0] + 1), (right[0], right[0] + 1), same=False)]
    olds, news = _Content.of(old, left), _Content.of(new, right)
    count: Counter[PartPair] = Counter()
    heavy: Counter[PartPair] = Counter()
    for i, j in common_pairs(olds.words, news.words):
        pair = olds.parts[i], news.parts[j]
        count[pair] += 1
        heavy[pair] += weight(olds.words[i])
    alike = [
        (i, j)
        for i, j in sorted(heavy)
        if 2 * heavy[i, j] >= _ALIKE * (olds.weight[i] + news.weight[j])
        or 2 * count[i, j] >= _ALIKE * (olds.count[i] + news.count[j])
        or _is_inside(heavy[i, j], min(olds.weight[i], news.weight[j]))
        or (2 * 2 * count[i, j] >= _ALIKE * (olds.count[i] + news.count[j]) and _alike(old.words(i), new.words(j)))
    ]
    return list(_grouped(alike, set(left), set(right)))


def _is_inside(common: int, lighter: int) -> bool:
    """Whether half of the lighter part is in the other: it was split off, or merged into it."""
    return lighter >= _HEAVY and common >= _ALIKE * lighter


def _begin_and_end_alike(old: str, new: str) -> bool:
    """Whether what two texts have in common at their ends alone makes them alike: as a rule it does."""
    start = common_prefix(old, new)
    end = min(common_suffix(old, new), len(old) - start, len(new) - start)
    return 2 * (start + end) >= _ALIKE * (len(old) + len(new))


def _alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two parts have half of their words or letters in common, particles and signs too."""
    pairs = common_pairs(old, new)
    letters = sum(len(old[i]) for i, _ in pairs)
    all_letters = sum(map(len, old)) + sum(map(len, new))
    return 2 * letters >= _ALIKE * all_letters or 2 * len(pairs) >= _ALIKE * (len(old) + len(new))


def _grouped(pairs: Sequence[PartPair], left: set[int], right: set[int]) -> Iterator[Group]:
    """Pairs in order as groups: those that share a part are one, if all parts between are free."""
    old, new = (-1, -1), (-1, -1)
    for i, j in pairs:
        if i >= old[1] and j >= new[1]:
            if old[0] >= 0:
                yield Group(old, new, same=False)
            old, new = (i, i + 1), (j, j + 1)
        else:
            wider_old, wider_new = (old[0], max(old[1], i + 1)), (min(new[0], j), max(new[1], j + 1))
            if left.issuperset(range(*wider_old)) and right.issuperset(range(*wider_new)):
                old, new = wider_old, wider_new
    if old[0] >= 0:
        yield Group(old, new, same=False)


def _alike_elsewhere(old: Side, new: Side, found: _Found) -> Iterator[Group]:
    """Groups of alike parts wherever they stand, the most alike first: moved, or missed where words were few."""
    bags = {part: Counter(word for word in new.words(part) if weight(word)) for part in sorted(found.new_left)}
    places = defaultdict(list)
    for part, bag in bags.items():
        for word in bag:
            places[word].append(part)
    candidates = sorted(
        (-alike, i, j) for i in sorted(found.old_left) for alike, j in _likest(old.words(i), bags, places)
    )
    free_old, free_new = set(found.old_left), set(found.new_left)
    old_places = sorted(group.old[0] for group in found.groups if not group.moved)
    new_places = sorted(group.new[0] for group in found.groups if not group.moved)
    for _, i, j in candidates:
        if i in free_old and j in free_new:
            free_old.discard(i)
            free_new.discard(j)
            stays = bisect(old_places, i) == bisect(new_places, j)
            if stays:
                insort(old_places, i)
                insort(new_places, j)
            yield Group((i, i + 1), (j, j + 1), same=False, moved=not stays)


def _likest(
    words: Sequence[str], bags: dict[int, Counter[str]], places: dict[str, list[int]]
) -> Iterator[tuple[float, int]]:
    """Parts that have most of these words, with the share of letters in common."""
    bag = Counter(word for word in words if weight(word))
    size = _size(bag)
    if size < _HEAVY:
        return
    common: Counter[int] = Counter()
    for word, count in bag.items():
        if len(places.get(word, ())) <= _COMMON_WORD:
            for part in places.get(word, ()):
                common[part] += weight(word) * min(count, bags[part][word])
    for part, letters in common.most_common(3):
        alike = 2 * letters / (size + _size(bags[part]))
        if alike >= _ALIKE_ELSEWHERE:
            yield alike, part


def _size(bag: Counter[str]) -> int:
    return sum(weight(word) * count for word, count in bag.items())
