"""Cleaning edits up for readers: few and whole edits rather than the fewest letters.

Knows words, what they weigh and where they stand; not how edits were found, nor how they are drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from policygen.diff.matching import Kept, common_start, spelt_alike
from policygen.diff.particles import is_thai, weight
from policygen.diff.words import Words

# What the words of a stretch between two edits must weigh, as a share of the lesser edit's letters: one word alone, and
# several. A Thai word counts for more: newmm keeps compounds whole, and most other Thai words are particles. Chosen on
# real revisions: less leaves crumbs between edits, more marks words that nobody changed.
_WORTH_ALONE, _WORTH_THAI, _WORTH_TOGETHER = 0.5, 0.2, 0.1
# Particles alone are kept only beside a word that is renamed throughout, from this many letters on.
_PHRASE = 6
# How far an edit may slide to better borders, in words.
_FAR = 50
# How good it is to begin or end an edit after these words, where white space follows.
_AFTER = {".": 4, "!": 4, "?": 4, ",": 3, ";": 3, ":": 3}
_BRACKETS = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", "»": "«"}
_CLOSING = frozenset(".,;:!?)]}”’»")

Swap = tuple[str, str]
"""A word and the word put in its place."""
Knows = Callable[[str], bool]
"""Whether a word is in the dictionary."""


def cleaned(
    kept: Sequence[Kept], old: Words, new: Words, knows: Knows | None, renames: frozenset[Swap] = frozenset()
) -> list[Kept]:
    """The stretches worth keeping; what is dropped becomes part of the edits around it.

    `renames` are swaps made throughout the text. A stretch of size 0 parts two edits that stand side by side. Without
    `knows` no Thai changed, and no word of it was misspelt.
    """
    if not kept:
        return []
    worthy = kept if _is_one_edit(kept, old, new) else _Judge(old.keys, new.keys, renames).worthy(kept)
    whole = _grown_over_borders(worthy, old.keys, new.keys)
    closed = list(_brackets_closed(_slid(whole, old, new), old.keys, new.keys))
    return list(_misspelt_parted(closed, old, new, knows)) if knows else closed


def _is_one_edit(kept: Sequence[Kept], old: Words, new: Words) -> bool:
    """Whether no stretch stands between two edits: nothing to judge, as in most parts that changed."""
    first, last = kept[0], kept[-1]
    ends = len(kept) <= 2 and (first.old, first.new) == (0, 0) and (last.old_end, last.new_end) == (len(old), len(new))
    return ends and (first is not last or first.size in (len(old), len(new)))


# What is worth keeping


class _Judge:
    """Tells which stretches are worth keeping, by sums over the words."""

    def __init__(self, old: Sequence[str], new: Sequence[str], renames: frozenset[Swap]) -> None:
        self.old, self.new, self.renames = old, new, renames
        self.old_letters = [0, *accumulate(map(len, old))]
        self.new_letters = [0, *accumulate(map(len, new))]
        self.weights = [0, *accumulate(map(weight, old))]

    def worthy(self, kept: Sequence[Kept]) -> list[Kept]:
        """Drop what is worth less than the edits it parts, over and over."""
        stack = [Kept(0, 0, 0)]
        for stretch in [*kept, Kept(len(self.old), len(self.new), 0)]:
            stack.append(stretch)
            while len(stack) > 2 and not self.worth_keeping(*stack[-3:]):
                del stack[-2]
        return [stretch for stretch in stack if stretch.size]

    def worth_keeping(self, last: Kept, stretch: Kept, following: Kept) -> bool:
        """Whether a stretch is worth it to part the edit before it from the one after."""
        lesser = min(self.edit_letters(last, stretch), self.edit_letters(stretch, following))
        if not lesser:
            return True
        letters = self.old_letters[stretch.old_end] - self.old_letters[stretch.old]
        meaning = self.weights[stretch.old_end] - self.weights[stretch.old]
        if not meaning:
            beside_rename = self.is_rename(last, stretch) or self.is_rename(stretch, following)
            return beside_rename and letters >= _PHRASE and letters > _WORTH_ALONE * lesser
        return letters > 2 and meaning > self.worth(stretch) * lesser

    def worth(self, stretch: Kept) -> float:
        words = [word for word in self.old[stretch.old : stretch.old_end] if weight(word)]
        if len(words) > 1:
            return _WORTH_TOGETHER
        return _WORTH_THAI if is_thai(words[0]) else _WORTH_ALONE

    def edit_letters(self, before: Kept, after: Kept) -> int:
        """How long the edit between two stretches is: its longer side."""
        removed = self.old_letters[after.old] - self.old_letters[before.old_end]
        added = self.new_letters[after.new] - self.new_letters[before.new_end]
        return max(removed, added)

    def is_rename(self, before: Kept, after: Kept) -> bool:
        i, j = before.old_end, before.new_end
        return after.old - i == 1 == after.new - j and (self.old[i], self.new[j]) in self.renames


def _grown_over_borders(kept: Sequence[Kept], old: Sequence[str], new: Sequence[str]) -> list[Kept]:
    """Stretches grown over what edits have in common at their borders, now that some stretches are gone."""
    grown = [Kept(0, 0, 0)]
    end_old = end_new = 0
    for stretch in [*kept, Kept(len(old), len(new), 0)]:
        room = min(stretch.old - end_old, stretch.new - end_new)
        after = common_start(old[end_old : end_old + room], new[end_new : end_new + room])
        last = grown.pop()
        grown.append(Kept(last.old, last.new, last.size + after))
        room -= after
        before = next((at for at in range(room) if old[stretch.old - at - 1] != new[stretch.new - at - 1]), room)
        grown.append(Kept(stretch.old - before, stretch.new - before, stretch.size + before))
        end_old, end_new = stretch.old_end, stretch.new_end
    return [stretch for stretch in grown if stretch.size]


# Where an edit begins and ends


def _slid(kept: Sequence[Kept], old: Words, new: Words) -> list[Kept]:
    """Stretches moved so that what went in or out stands between sentences, lines or phrases where it can."""
    slid = list(kept)
    for at in range(len(kept) - 1):
        before, after = slid[at], slid[at + 1]
        removed, added = after.old - before.old_end, after.new - before.new_end
        if removed and added:
            continue
        words, start, size = (old, before.old_end, removed) if removed else (new, before.new_end, added)
        shift = _best_shift(words, start, start + size, before.size - 1, after.size)
        slid[at] = Kept(before.old, before.new, before.size + shift)
        slid[at + 1] = Kept(after.old + shift, after.new + shift, after.size - shift)
    return [stretch for stretch in slid if stretch.size]


def _best_shift(words: Words, start: int, end: int, left: int, right: int) -> int:
    """By how many words to slide an edit: of all places where it reads the same, the best, then the nearest."""
    keys = words.keys
    left, right = max(0, min(left, _FAR)), max(0, min(right, _FAR))
    least = next((at for at in range(left) if keys[start - 1 - at] != keys[end - 1 - at]), left)
    most = next((at for at in range(right) if keys[start + at] != keys[end + at]), right)
    if not least and not most:
        return 0
    shifts = sorted(range(-least, most + 1), key=abs)
    return max(shifts, key=lambda shift: _border(words, start + shift) + _border(words, end + shift))


def _border(words: Words, at: int) -> int:
    """How good it is to begin or end an edit before a word: 6 for a text's ends, down to 0 inside a phrase."""
    if at in (0, len(words)):
        return 6
    blank = words.text[words.ends[at - 1] : words.starts[at]]
    if "\n" in blank:
        return 5
    if blank:
        return _AFTER.get(words.keys[at - 1], 2)
    if words.keys[at] in _CLOSING:
        return 3
    return 0 if words.keys[at][0].isalnum() and words.keys[at - 1][-1].isalnum() else 1


def _brackets_closed(kept: Sequence[Kept], old: Sequence[str], new: Sequence[str]) -> Iterator[Kept]:
    """Stretches without the bracket that they begin with, if it closes one that the edit before them opened anew."""
    old_at = new_at = 0
    for stretch in kept:
        closing = old[stretch.old]
        opening = _BRACKETS.get(closing, "")
        edits = (old[old_at : stretch.old], new[new_at : stretch.new])
        old_at, new_at = stretch.old_end, stretch.new_end
        closes = bool(opening) and all(edit.count(opening) > edit.count(closing) for edit in edits)
        if stretch.size > closes:
            yield Kept(stretch.old + closes, stretch.new + closes, stretch.size - closes)


# A misspelt word marked by itself


def _misspelt_parted(kept: Sequence[Kept], old: Words, new: Words, knows: Knows) -> Iterator[Kept]:
    """Stretches of no words between a word that was only misspelt and the edit beside it."""
    for before, after in pairwise([Kept(0, 0, 0), *kept, Kept(len(old), len(new), 0)]):
        if before.size:
            yield before
        edit = _Edit(before.old_end, after.old, before.new_end, after.new)
        firsts: list[Kept] = []
        while (rest := _without_first(edit, old, new, knows)) != edit:
            firsts.append(Kept(rest.old, rest.new, 0))
            edit = rest
        lasts: list[Kept] = []
        while (rest := _without_last(edit, old, new, knows)) != edit:
            lasts.append(Kept(rest.old_end, rest.new_end, 0))
            edit = rest
        yield from (*firsts, *reversed(lasts))


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words `old` to `old_end` became words `new` to `new_end`."""

    old: int
    old_end: int
    new: int
    new_end: int


def _without_first(edit: _Edit, old: Words, new: Words, knows: Knows) -> _Edit:
    """The edit without its first word between spaces, if that was only misspelt and is not all of it."""
    if edit.old == edit.old_end or edit.new == edit.new_end:
        return edit
    i = next((at for at in range(edit.old + 1, edit.old_end) if _spaced(old, at)), edit.old_end)
    j = next((at for at in range(edit.new + 1, edit.new_end) if _spaced(new, at)), edit.new_end)
    if (i, j) != (edit.old_end, edit.new_end) and _misspelt(old.keys[edit.old : i], new.keys[edit.new : j], knows):
        return _Edit(i, edit.old_end, j, edit.new_end)
    return edit


def _without_last(edit: _Edit, old: Words, new: Words, knows: Knows) -> _Edit:
    i = next((at for at in range(edit.old_end - 1, edit.old, -1) if _spaced(old, at)), edit.old)
    j = next((at for at in range(edit.new_end - 1, edit.new, -1) if _spaced(new, at)), edit.new)
    if edit.old < i and edit.new < j and _misspelt(old.keys[i : edit.old_end], new.keys[j : edit.new_end], knows):
        return _Edit(edit.old, i, edit.new, j)
    return edit


def _spaced(words: Words, at: int) -> bool:
    return words.starts[at] > words.ends[at - 1]


def _misspelt(old: Sequence[str], new: Sequence[str], knows: Knows) -> bool:
    """Whether one side is a word of the dictionary, and the other that word misspelt."""
    before, after = "".join(old), "".join(new)
    return is_thai(before) and spelt_alike(before, after) and knows(before) != knows(after)
