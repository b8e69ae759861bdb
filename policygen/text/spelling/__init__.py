"""Whether words are spelt as they should be, and what was meant where they are not.

Thai and English each have a module; what cannot be known from dictionaries (misspellings that look like words, words of
technology, words with two spellings) is in the data files beside them, each with its source. Knows nothing of policies.
"""

from policygen.text.spelling.english import english_slips
from policygen.text.spelling.lists import Variants, english_variants, thai_variants
from policygen.text.spelling.slip import Slip
from policygen.text.spelling.thai import ThaiSpelling

__all__ = ["Slip", "ThaiSpelling", "Variants", "english_slips", "english_variants", "thai_variants"]
