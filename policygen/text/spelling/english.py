"""English words that are not spelt as they should be. Knows nothing of policies."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policygen.text.spelling.lists import english_misspellings, english_modern_words
from policygen.text.spelling.slip import Slip
from policygen.text.vocabulary import english_frequency, english_neighbours, knows_english

# Whole words of small letters, perhaps with a capital first; nothing inside addresses, code, or with digits.
_WORD = re.compile(r"(?<![\w@/.\-_’'&=#+:\\])[A-Za-z][a-z]+(?:['’][a-z]{1,2})?(?![\w@/\\&=#+]|[-.:_]\w|['’]\w)")
_LEAST_LETTERS = 5
# No English word is longer; what one slip away from it is takes time with the square of its letters.
_MOST_LETTERS = 45
_LEAST_SEEN = 500
_SHORTEST_STEM = 4
# Results for longer texts are not kept.
_LONG_TEXT = 4_000
_PARTS = re.compile(
    "(?:un|re|non|pre|de|co|sub|multi|inter|anti|over|under|mis|out|cross|micro|super|auto|geo|cyber|crypto|bio|meta)"
)
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "able", "ability", "less", "ful")
# British forms and those of the list.
_BRITISH = (
    ("isation", "ization"),
    ("is", "iz"),
    ("ys", "yz"),
    ("our", "or"),
    ("ll", "l"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ae", "e"),
    ("oe", "e"),
    ("l", "ll"),
    ("gement", "gment"),
    ("mme", "m"),
)


def english_slips(text: str) -> tuple[Slip, ...]:
    """The misspelt and unknown words of a text; words with a capital are names."""
    return tuple(_slips(text)) if len(text) > _LONG_TEXT else _remembered(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> tuple[Slip, ...]:
    return tuple(_slips(text))


def _slips(text: str) -> Iterator[Slip]:
    for match in _WORD.finditer(text):
        if len(match[0]) > _MOST_LETTERS:
            continue
        word = match[0].replace("’", "'")
        small = word.lower()
        if small in english_misspellings():
            yield Slip(*match.span(), "listed", (_cased(english_misspellings()[small], word),))
        elif word == small and not _knows(small):
            yield _judged(match, small)


def _judged(match: re.Match[str], word: str) -> Slip:
    near = _likely(word)
    if not near:
        return Slip(*match.span(), "unknown")
    return Slip(*match.span(), "repaired" if len(word) >= _LEAST_LETTERS else "likely", near)


@lru_cache(maxsize=4096)
def _likely(word: str) -> tuple[str, ...]:
    """Frequent words one slip away that begin with the same letter: the first one is seldom the wrong one."""
    near = [one for one in english_neighbours(word) if one[0] == word[0] and "'" not in one]
    return tuple(one for one in near if english_frequency(one) >= _LEAST_SEEN and len(one) >= _LEAST_LETTERS)[:2]


@lru_cache(maxsize=4096)
def _knows(word: str) -> bool:
    stem = word.removesuffix("'s")
    return _listed(stem) or _listed(_american(stem)) or _derived(stem) or _compound(stem)


def _listed(word: str) -> bool:
    return word in english_modern_words() or knows_english(word)


def _american(word: str) -> str:
    return next((there for here, now in _BRITISH if here in word and _listed(there := word.replace(here, now))), word)


def _derived(word: str) -> bool:
    """Whether it is a known word with a common beginning or ending."""
    prefix = _PARTS.match(word)
    if prefix and len(word) - prefix.end() >= _LEAST_LETTERS and _listed(word[prefix.end() :]):
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(len(stem) >= _SHORTEST_STEM and (_listed(stem) or _listed(f"{stem}e")) for stem in stems)


def _compound(word: str) -> bool:
    """Whether it is two words of everyday written as one (`timestamp`)."""
    return any(
        english_frequency(word[:at]) > 5 * _LEAST_SEEN and english_frequency(word[at:]) > 5 * _LEAST_SEEN
        for at in range(4, len(word) - 3)
    )


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word
