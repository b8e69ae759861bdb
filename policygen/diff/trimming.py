"""What two texts have in common at their ends, found without cutting them into words."""

from policygen.diff.words import never_first

# What stays beside the first and the last difference, for edits to be judged in their surroundings.
_CONTEXT = 80
# ฯ and ๆ belong to the word before the space.
_LEANING = frozenset("ฯๆ")


def trim(old: str, new: str) -> tuple[int, int]:
    """How many characters at the start and at the end may be left out of comparing: both cuts follow a space."""
    start = _safe_start(old, common_prefix(old, new) - _CONTEXT)
    room = min(len(old), len(new)) - start
    end = _safe_end(old, min(room, common_suffix(old, new)) - _CONTEXT)
    return start, end


def common_prefix(old: str, new: str) -> int:
    """How many first characters are the same."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(old: str, new: str) -> int:
    """How many last characters are the same."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _safe_start(text: str, most: int) -> int:
    """The last place up to `most` that follows a space and begins a word."""
    at = text.rfind(" ", 0, max(most, 0)) + 1
    return 0 if at and _leans(text[at]) else at


def _safe_end(text: str, most: int) -> int:
    """The same from the end: how many characters after such a place."""
    at = text.find(" ", len(text) - max(most, 0)) + 1
    return 0 if not at or at == len(text) or _leans(text[at]) else len(text) - at


def _leans(letter: str) -> bool:
    return letter in _LEANING or letter.isspace() or never_first(letter)
