"""What somebody may have meant: the nearest known word."""

import difflib
from collections.abc import Iterable, Sequence


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`, or None where none is alike enough to be what was meant."""
    close = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return close[0] if close else None


def one_slip(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one letter is other, missing or too many, or two neighbours are swapped, and no more than that."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    shorter = min(len(first), len(second))
    at = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    if len(first) != len(second):
        longer, other = (first, second) if len(first) > len(second) else (second, first)
        return longer[at + 1 :] == other[at:]
    swapped = (first[at], *first[at + 1 : at + 2]) == (*second[at + 1 : at + 2], second[at])
    return first[at + 1 :] == second[at + 1 :] or (swapped and first[at + 2 :] == second[at + 2 :])
