"""Thai words that are not spelt as they should be.

Two ways lead to one. A form of the list of misspellings is one wherever no known word reaches across its ends. And
where the cutter finds what is no word, or short rare words, a word may be misspelt: it is, if a word that everybody
knows is one slip away and, with it in place, nothing around it is odder than before; else it is a name, or a word that
is in no dictionary yet. Knows nothing of policies.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from policygen.text.nearest import one_slip
from policygen.text.segmentation import ThaiWords, frequent_thai_words, in_other_dictionaries, thai_frequency
from policygen.text.spelling.lists import thai_misspellings, thai_modern_words, thai_variants
from policygen.text.spelling.slip import Slip

_RUN = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_ABBREVIATED = re.compile(r"\.[ก-ฮ]\.")
_ABBREVIATION = 4
"""Shorter runs before a full stop are abbreviations."""
_SIGNS = re.compile("[ฯๆ]")
# One letter that stands alone is a word in these cases only.
_LETTER_WORDS = frozenset("ณ")
# A repair must be a word of so many letters that the corpus has so often: of shorter and rarer ones there is always
# one nearby.
_LEAST_LETTERS = 4
# Foreign names are now and then one slip from a short word, never yet from a longer one.
_CERTAIN = 6
_LEAST_SEEN = 5_000
# The corpus of the web counts short words inside longer ones too: they must be words of their own so often.
_LONG = 7
_LEAST_ALONE = 100
# Letters that are taken for each other, by eye or by ear.
_ALIKE = {
    letter: group[0]
    for group in ("ฎฏ", "ศษส", "ณน", "ทธฑฒ", "ซช", "ภถ", "คด", "ผพ", "ตฅ", "บป", "ลร", "ใไ")
    for letter in group
}
_TOLD_APART = 2
# Words of so few letters that are rarer than this come mostly from a longer word that fell apart.
_SHORT = 3
_RARE = 1_500
# Letters that a misspelt word may reach behind what is odd about it, and words before.
_LETTERS_BEHIND = 10
_WORDS_BEFORE = 3
_WORDS_AROUND = 4
# Longer odd stretches are not one word with a slip in it.
_LONGEST_ODD = 14


@dataclass(frozen=True, slots=True)
class ThaiSpelling:
    """Looks for misspelt words; `terms` are those of the policy's own."""

    terms: tuple[str, ...] = ()

    def slips(self, text: str) -> list[Slip]:
        """The misspelt and unknown words of a text whose marks are in order, from first to last."""
        found = []
        for run in _RUN.finditer(text):
            dotted = text[run.end() : run.end() + 1] == "."
            if len(run[0]) < _ABBREVIATION and dotted:
                continue
            at = run.start()
            # The first letter of an abbreviation may touch the word before it (ส่วนบุคคลพ.ศ.).
            whole = run[0][:-1] if _ABBREVIATED.match(text, run.end()) else run[0]
            slips = _slips_of(self.terms, whole, dotted)
            found += [Slip(at + slip.start, at + slip.end, slip.certainty, slip.instead) for slip in slips]
        return found

    def words(self, text: str) -> Iterator[tuple[int, str]]:
        """The Thai words of a text, each with where it begins."""
        for run in _RUN.finditer(text):
            at = run.start()
            for word in _words(self.terms).cut(run[0]):
                yield at, word
                at += len(word)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of Thai letters, cut: word `i` ends at `ends[i]`. `dotted` where a full stop follows it."""

    text: str
    words: ThaiWords
    tokens: tuple[str, ...]
    ends: tuple[int, ...]
    dotted: bool

    def start(self, token: int) -> int:
        return self.ends[token] - len(self.tokens[token])


@lru_cache(maxsize=8192)
def _slips_of(terms: tuple[str, ...], run: str, dotted: bool) -> tuple[Slip, ...]:
    words = _words(terms)
    tokens = words.cut(run)
    cut = _Run(run, words, tokens, tuple(accumulate(map(len, tokens))), dotted)
    listed = [slip for slip in _listed(cut) if run[slip.start : slip.end] not in terms]
    odd = [
        _judged(cut, first, last)
        for first, last in _odd_stretches(cut)
        if not any(slip.start < cut.ends[last] and cut.start(first) < slip.end for slip in listed)
    ]
    return tuple(sorted({*listed, *(slip for slip in odd if slip)}, key=lambda slip: (slip.start, slip.end)))


@lru_cache(maxsize=16)
def _words(terms: tuple[str, ...]) -> ThaiWords:
    """The cutter with the policy's terms, the modern words, and all that have two spellings."""
    return ThaiWords(
        tuple(sorted({*terms, *thai_modern_words(), *(form for word in thai_variants() for form in word.forms)}))
    )


def _listed(run: _Run) -> Iterator[Slip]:
    """The forms of the list; not where a known word reaches across an end of the form."""
    for match in _forms().finditer(run.text):
        ends = match.span()
        across = (
            token
            for at, token in enumerate(run.tokens)
            if any(run.start(at) < end < run.ends[at] for end in ends) and _is_known(run.words, token)
        )
        if not _MARK.match(run.text, ends[1]) and next(across, None) is None:
            yield Slip(*ends, "listed", (thai_misspellings()[match[0]],))


@lru_cache(maxsize=1)
def _forms() -> re.Pattern[str]:
    return re.compile(_any_of(sorted(thai_misspellings(), key=lambda form: (-len(form), form)), 0))


def _any_of(forms: Sequence[str], depth: int) -> str:
    """A pattern of any of these forms, the longest first.

    The first letters are told apart one by one: a list of 600 forms is else tried from end to end at every letter.
    """
    if depth == _TOLD_APART or len(forms) == 1:
        return "|".join(re.escape(form[depth:]) for form in forms)
    firsts = dict.fromkeys(form[depth] for form in forms)
    groups = ((first, [form for form in forms if form[depth] == first]) for first in firsts)
    return "|".join(f"{re.escape(first)}(?:{_any_of(group, depth + 1)})" for first, group in groups)


def _is_known(words: ThaiWords, token: str) -> bool:
    if len(token) == 1:
        return token in _LETTER_WORDS or _SIGNS.match(token) is not None
    return words.knows(token) or _SIGNS.search(token) is not None or in_other_dictionaries(token)


def _is_odd(words: ThaiWords, token: str) -> bool:
    """Whether a word makes one look twice: it is unknown, or short and rare."""
    return not _is_known(words, token) or (
        len(token) <= _SHORT and token not in words.terms and thai_frequency(token) < _RARE and not _SIGNS.search(token)
    )


def _odd_stretches(run: _Run) -> Iterator[tuple[int, int]]:
    """First and last of each row of odd words."""
    first = None
    odd = [_is_odd(run.words, token) for token in run.tokens]
    if run.dotted and len(run.tokens[-1]) < _ABBREVIATION:
        odd[-1] = False
    for at, is_odd in enumerate((*odd, False)):
        if is_odd and first is None:
            first = at
        elif not is_odd and first is not None:
            yield first, at - 1
            first = None


def _judged(run: _Run, first: int, last: int) -> Slip | None:
    """What is wrong with a row of odd words: nothing, where they are known and have no repair."""
    unknown = [at for at in range(first, last + 1) if not _is_known(run.words, run.tokens[at])]
    if run.ends[last] - run.start(first) <= _LONGEST_ODD:
        repairs = sorted(_repairs(run, first, last, bool(unknown)))
        if repairs:
            _, _, start, end, _ = repairs[0]
            near = tuple(word for *_, at, to, word in repairs if (at, to) == (start, end))
            return Slip(start, end, "repaired" if unknown and len(near[0]) >= _CERTAIN else "likely", near[:2])
    if not unknown or len(run.text) < _LEAST_LETTERS:
        return None
    return Slip(run.start(unknown[0]), run.ends[unknown[-1]], "unknown")


def _repairs(run: _Run, first: int, last: int, unknown: bool) -> Iterator[tuple[int, int, int, int, str]]:
    """Words one slip from a stretch that holds the row of odd words, each with its stretch.

    Before them what to sort by: how many words there are then, and how seldom the word is. Where all words were known,
    the repair must be more frequent, and put together what had fallen apart.
    """
    least = _LEAST_SEEN if unknown else 10 * _LEAST_SEEN
    begin, end = max(0, first - _WORDS_AROUND), min(len(run.tokens) - 1, last + _WORDS_AROUND)
    most = end - begin + (1 if unknown else 0)
    around = (*range(begin, first), *range(last + 1, end + 1))
    others = sum(_is_odd(run.words, run.tokens[at]) for at in around)
    head, tail = run.start(begin), run.ends[end]
    starts = {run.start(at) for at in range(max(0, first - _WORDS_BEFORE), first + 1)}
    starts |= {at for at in range(run.start(first), run.start(last) + 1) if not _MARK.match(run.text, at)}
    for start in sorted(starts):
        for stop in range(run.ends[last], min(tail, run.ends[last] + _LETTERS_BEHIND) + 1):
            if _MARK.match(run.text, stop):
                continue
            for word in _near(run.text[start:stop], run.text[start - 1 : start], least):
                cut = run.words.cut(f"{run.text[head:start]}{word}{run.text[stop:tail]}")
                if word in cut and len(cut) <= most and sum(_is_odd(run.words, token) for token in cut) <= others:
                    yield len(cut), _rank(least)[word], start, stop, word


def _near(text: str, before: str, least: int) -> Iterator[str]:
    """The frequent words that are one slip from a text: of such, the first two letters or the last two are the same.

    A first letter is seldom the wrong one: it must look like the right one, or stand twice.
    """
    if len(text) < _LEAST_LETTERS - 1:
        return
    by_head, by_tail = _index(least)
    for word in sorted({*by_head.get(text[:2], ()), *by_tail.get(text[-2:], ())}):
        if one_slip(text, word) and (text[0] == word[0] or _may_begin(text, before, word)):
            yield word


def _may_begin(text: str, before: str, word: str) -> bool:
    if len(text) > len(word):
        return text[0] in (before, word[0])
    return len(text) < len(word) or sorted(text) == sorted(word) or _ALIKE.get(text[0]) == _ALIKE.get(word[0], word[0])


@lru_cache(maxsize=2)
def _rank(least: int) -> dict[str, int]:
    return {word: rank for rank, word in enumerate(frequent_thai_words(least))}


@lru_cache(maxsize=2)
def _index(least: int) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    by_head: dict[str, list[str]] = {}
    by_tail: dict[str, list[str]] = {}
    for word in frequent_thai_words(least):
        if len(word) >= _LONG or (len(word) >= _LEAST_LETTERS and thai_frequency(word) >= _LEAST_ALONE):
            by_head.setdefault(word[:2], []).append(word)
            by_tail.setdefault(word[-2:], []).append(word)
    return by_head, by_tail
