"""Which words carry a meaning of their own: a stretch kept between two changes must hold one that does."""

from functools import lru_cache

from policygen.text.segmentation import thai_particles

_ENGLISH_WORDS = """
    a an the of to and or nor but in on for by with as at from into onto upon about under over through between within
    without during before after above below up down out off per via than then so if is are am was were be been being do
    does did done has have had having can could may might must shall should will would not no any all each every some
    such other others another more most less few both either neither same own only also just this that these those there
    here which who whom whose what when where why how you your yours yourself we our ours us i me my it its itself he
    him his she her they their theirs them themselves one ones use used uses using it's you're we're don't
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_THAI_LETTERS = ("\u0e01", "\u0e4e")


@lru_cache(maxsize=32768)
def weight(word: str) -> int:
    """How much a word weighs between two changes: its letters, or nothing for particles and signs."""
    if not any(letter.isalnum() for letter in word):
        return 0
    if is_thai(word):
        return 0 if word in thai_particles() else len(word)
    return 0 if word.lower().replace("’", "'") in _ENGLISH else len(word)


def is_thai(word: str) -> bool:
    """Whether a word is one of Thai letters."""
    return _THAI_LETTERS[0] <= word[0] <= _THAI_LETTERS[1]
