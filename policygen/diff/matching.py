"""Finding edits: which words of two texts are the same words, in order.

Only words that carry a meaning are matched by themselves; particles and signs are kept where they stand beside kept
words, or form a phrase. Knows nothing of how much a reader wants to see, nor of how edits are drawn. The one door of
rapidfuzz.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygen.diff.particles import weight

# Phrases of particles are looked for in edits of fewer words than this on both sides.
_SMALL_EDIT = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of words that both texts have: words `old` to `old + size` are words `new` to `new + size`."""

    old: int
    new: int
    size: int

    @property
    def old_end(self) -> int:
        """The first word of the old text after it."""
        return self.old + self.size

    @property
    def new_end(self) -> int:
        """The first word of the new text after it."""
        return self.new + self.size


def kept_words(old: list[str], new: list[str]) -> list[Kept]:
    """The stretches that two sequences of words have in common, in order, as long as they go.

    The same when the texts are swapped: where there is a choice, the texts themselves decide, not which is old.
    """
    if old > new:
        return [Kept(stretch.new, stretch.old, stretch.size) for stretch in _kept_words(new, old)]
    return _kept_words(old, new)


def _kept_words(old: list[str], new: list[str]) -> list[Kept]:
    start = common_start(old, new)
    end = common_end(old, new, start)
    kept = [Kept(0, 0, start)] if start else []
    kept += _grown(_meaningful_pairs(old, new, start, end), old, new, start, end)
    kept += [Kept(len(old) - end, len(new) - end, end)] if end else []
    return list(_with_phrases(kept, old, new))


def common_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence, as pairs of indexes."""
    return [(i + step, j + step) for i, j, size in _common_stretches(old, new) for step in range(size)]


def swaps(kept: Sequence[Kept], old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The edits that put one word for one word."""
    old_at = new_at = 0
    for stretch in [*kept, Kept(len(old), len(new), 0)]:
        if stretch.old - old_at == 1 == stretch.new - new_at:
            yield old[old_at], new[new_at]
        old_at, new_at = stretch.old_end, stretch.new_end


def spelt_alike(old: str, new: str) -> bool:
    """Whether two words are one letter apart, or two if they are long; never where there is a digit."""
    from rapidfuzz.distance import OSA

    shorter = min(len(old), len(new))
    if shorter < 4 or any(letter.isdigit() for letter in old + new):
        return False
    allowed = 1 if shorter < 10 else 2
    return OSA.distance(old, new, score_cutoff=allowed) <= allowed


def common_start(old: Sequence[str], new: Sequence[str]) -> int:
    """How many first elements are equal."""
    most = min(len(old), len(new))
    return next((at for at in range(most) if old[at] != new[at]), most)


def common_end(old: Sequence[str], new: Sequence[str], start: int) -> int:
    """How many last elements are equal, the first `start` aside."""
    most = min(len(old), len(new)) - start
    return next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)


def _common_stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    from rapidfuzz.distance import Indel

    for block in Indel.opcodes(old, new):
        if block.tag == "equal":
            yield block.src_start, block.dest_start, block.src_end - block.src_start


def _meaningful_pairs(old: Sequence[str], new: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Common words that carry a meaning, the first `start` and the last `end` words aside."""
    both = set(old[start : len(old) - end]).intersection(new[start : len(new) - end])
    both = {word for word in both if weight(word)}
    if not both:
        return []
    of_old = [at for at in range(start, len(old) - end) if old[at] in both]
    of_new = [at for at in range(start, len(new) - end) if new[at] in both]
    pairs = common_pairs([old[at] for at in of_old], [new[at] for at in of_new])
    return [(of_old[i], of_new[j]) for i, j in pairs]


def _grown(
    pairs: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str], start: int, end: int
) -> Iterator[Kept]:
    """Stretches around the pairs, each as far as the words are the same and in no earlier stretch."""
    low_old = low_new = start
    for i, j in pairs:
        if i < low_old or j < low_new:
            continue  # an earlier stretch has grown over it
        before = after = 0
        while min(i - before - low_old, j - before - low_new) > 0 and old[i - before - 1] == new[j - before - 1]:
            before += 1
        while min(len(old) - i - after, len(new) - j - after) > end and old[i + after] == new[j + after]:
            after += 1
        yield Kept(i - before, j - before, before + after)
        low_old, low_new = i + after, j + after


def _with_phrases(kept: Sequence[Kept], old: Sequence[str], new: Sequence[str]) -> Iterator[Kept]:
    """The stretches, and those of particles that small edits between them have in common."""
    i = j = 0
    for stretch in [*kept, Kept(len(old), len(new), 0)]:
        removed, added = old[i : stretch.old], new[j : stretch.new]
        if 1 < len(removed) < _SMALL_EDIT and 1 < len(added) < _SMALL_EDIT and not set(removed).isdisjoint(added):
            yield from (Kept(i + x, j + y, size) for x, y, size in _common_stretches(removed, added))
        if stretch.size:
            yield stretch
        i, j = stretch.old_end, stretch.new_end
