"""Which English words a dictionary knows: the one door of pyspellchecker's word list.

The library itself is never imported: it takes 0.12 s to make a dictionary of its list. The list is a file of one word
a line with its frequency, in the order of the words, so that a word is found in it where it lies.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from gzip import decompress
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase

# Of a line such as `"data": 81350,`.
_BEFORE, _AFTER = '"', '": '
# No word of the list is so long, and for longer ones there would be no end of words to look up.
_LONGEST = 60


def knows_english(word: str) -> bool:
    """Whether the English list has this word, in any case; the list is read when first asked (0.03 s)."""
    return _counted(word.lower()) is not None


def english_frequency(word: str) -> int:
    """How often the list has seen a word of small letters; 0 where it has not."""
    return _counted(word) or 0


def english_neighbours(word: str) -> tuple[str, ...]:
    """The words of the list that are one slip from a word of small letters, the most frequent first."""
    if len(word) > _LONGEST:
        return ()
    near = {one for one in _one_slip_from(word) if _counted(one) is not None} - {word}
    return tuple(sorted(near, key=lambda one: (-english_frequency(one), one)))


def _one_slip_from(word: str) -> Iterator[str]:
    """All that is a letter less, another letter, a letter more or two neighbours swapped from a word."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            yield head + letter + tail[1:]


@lru_cache(maxsize=8192)
def _counted(word: str) -> int | None:
    """The frequency that stands beside a word; None where the list lacks the word."""
    lines, sought = _lines(), f"{_BEFORE}{word}{_AFTER}"
    at = bisect_left(lines, sought)
    line = lines[at] if at < len(lines) else ""
    return int(line[len(sought) :].rstrip(",")) if line.startswith(sought) else None


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    spec = find_spec("spellchecker")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'spellchecker'", name="spellchecker")
    path = Path(spec.submodule_search_locations[0]) / "resources" / "en.json.gz"
    return decompress(path.read_bytes()).decode("utf-8").split("\n")[1:-1]
