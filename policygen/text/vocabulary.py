"""Which English words a dictionary knows: the one door of pyspellchecker and its word list."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker


def knows_english(word: str) -> bool:
    """Whether the English list has this word, in any case; the list is loaded when first asked (0.13 s)."""
    return word.lower() in _english()


def english_frequency(word: str) -> int:
    """How often the list has seen a word of small letters; 0 where it has not."""
    return int(_english().word_frequency.dictionary.get(word, 0))


def english_neighbours(word: str) -> tuple[str, ...]:
    """The words of the list that are one slip from a word of small letters, the most frequent first."""
    near = _english().known(_english().edit_distance_1(word)) - {word}
    return tuple(sorted(near, key=lambda one: (-english_frequency(one), one)))


@lru_cache(maxsize=1)
def _english() -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language="en")
