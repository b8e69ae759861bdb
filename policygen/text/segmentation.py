"""Cuts runs of Thai letters into words: the one door of pythainlp's word lists and of nlpo3.

Words are cut as newmm cuts them. pythainlp itself is never imported: its import takes 66 ms, its own dictionary 0.9 s
to build and 0.45 s to free at exit, and it makes a folder in the user's home. Its list of words is a file, and nlpo3
reads that file in 0.1 s. Knows nothing of documents, and must be given Thai letters only.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

# nlpo3 takes time with the square of a run it finds no words in: 1,000 letters 0.2 s, 10,000 letters 21 s.
LONGEST_RUN = 600
# Never the first letter after a cut: what follows or sits on a consonant. Never the last before one: leading vowels.
_NEVER_FIRST = frozenset(chr(letter) for letter in (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F)))
_NEVER_LAST = frozenset("เแโใไ")


@dataclass(frozen=True, slots=True)
class ThaiWords:
    """Cuts Thai as newmm does, these terms in its dictionary too; the dictionary is loaded when first needed."""

    terms: tuple[str, ...] = ()

    def cut(self, run: str) -> tuple[str, ...]:
        """The words of a run of Thai letters; joined, they are the run."""
        return _cut(self.terms, run)

    def knows(self, word: str) -> bool:
        """Whether a word is in the dictionary or among the terms."""
        return word in self.terms or word in _dictionary_words()


@lru_cache(maxsize=1)
def thai_particles() -> frozenset[str]:
    """Thai words that carry no meaning of their own (pythainlp's stop words)."""
    return frozenset(_corpus("stopwords_th.txt").read_text(encoding="utf-8-sig").split())


@lru_cache(maxsize=16384)
def _cut(terms: tuple[str, ...], run: str) -> tuple[str, ...]:
    if len(run) <= LONGEST_RUN:
        return _segmented(terms, run)
    return tuple(word for piece in _pieces(run) for word in _cut_piece(terms, piece))


def _cut_piece(terms: tuple[str, ...], piece: str) -> tuple[str, ...]:
    return _cut(terms, piece) if len(piece) <= LONGEST_RUN else (piece,)


def _segmented(terms: tuple[str, ...], run: str) -> tuple[str, ...]:
    from nlpo3 import segment

    if len(run) == 1 or len(set(run)) == 1:  # no word, and the slowest there is
        return (run,)
    words = tuple(segment(run, _dictionary(terms)))
    return words if "".join(words) == run else (run,)  # no letter is ever lost, whatever the library does


def _pieces(run: str) -> Iterator[str]:
    """The run in pieces of at most LONGEST_RUN letters; longer only where no cluster ends."""
    start = 0
    while len(run) - start > LONGEST_RUN:
        end = next((at for at in range(start + LONGEST_RUN, start, -1) if _may_cut(run, at)), 0)
        end = end or next((at for at in range(start + LONGEST_RUN, len(run)) if _may_cut(run, at)), len(run))
        yield run[start:end]
        start = end
    if start < len(run):
        yield run[start:]


def _may_cut(run: str, at: int) -> bool:
    return run[at] not in _NEVER_FIRST and run[at - 1] not in _NEVER_LAST


@lru_cache(maxsize=64)
def _dictionary(terms: tuple[str, ...]) -> str:
    """Load the word list with these terms; give the name that nlpo3 knows it by."""
    from nlpo3 import load_dict

    name = "policygen-" + sha256("\n".join(terms).encode()).hexdigest()
    if not terms:
        load_dict(str(_corpus("words_th.txt")), name)
        return name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        words = _corpus("words_th.txt").read_text(encoding="utf-8")
        path.write_text("\n".join((words, *terms)), encoding="utf-8")
        load_dict(str(path), name)
    return name


@lru_cache(maxsize=1)
def _dictionary_words() -> frozenset[str]:
    return frozenset(_corpus("words_th.txt").read_text(encoding="utf-8").split("\n"))


def _corpus(name: str) -> Path:
    """A file of pythainlp's word lists, found without importing the library."""
    spec = find_spec("pythainlp")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'pythainlp'", name="pythainlp")
    return Path(spec.submodule_search_locations[0]) / "corpus" / name
