"""Which English words a dictionary knows: the one door of pyspellchecker and its word list."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker


def knows_english(word: str) -> bool:
    """Whether the English list has this word, in any case; the list is loaded when first asked (0.13 s)."""
    return word.lower() in _english()


@lru_cache(maxsize=1)
def _english() -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language="en")
