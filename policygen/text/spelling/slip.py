"""A word that is not spelt as it should be."""

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["listed", "repaired", "likely", "unknown"]


@dataclass(frozen=True, slots=True)
class Slip:
    """The characters from `start` to `end` of a text, and what was meant, the likeliest first.

    `listed` is a known misspelling; `repaired` a word that nobody knows, one slip from one that everybody does;
    `likely` the same with less to go by; `unknown` has no repair.
    """

    start: int
    end: int
    certainty: Certainty
    instead: tuple[str, ...] = ()
