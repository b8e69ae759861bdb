"""Cuts runs of Thai letters into words: the one door of pythainlp's word lists and of nlpo3.

Words are cut as newmm cuts them. pythainlp itself is never imported: its import takes 66 ms, its own dictionary 0.9 s
to build and 0.45 s to free at exit, and it makes a folder in the user's home. Its list of words is a file, and nlpo3
reads that file in 0.1 s. Knows nothing of documents, and must be given Thai letters only.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

# nlpo3 takes time with the square of a run it finds no words in: 1,000 letters 0.2 s, 10,000 letters 21 s.
LONGEST_RUN = 600
# Never the first letter after a cut: what follows or sits on a consonant. Never the last before one: leading vowels.
_NEVER_FIRST = frozenset(chr(letter) for letter in (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F)))
_NEVER_LAST = frozenset("เแโใไ")
# Terms of several policies share a dictionary up to so many: each is looked for in every run of the next policy.
_MOST_TERMS = 1_000
# One run's own dictionary takes 0.6 ms: from so many on, a whole one for their terms is sooner ready.
_MOST_SMALL = 100


@dataclass(frozen=True, slots=True)
class ThaiWords:
    """Cuts Thai as newmm does, these terms in its dictionary too; the dictionary is loaded when first needed.

    `expected` are terms of other texts that will be cut after: they change no word here, and save a dictionary there.
    """

    terms: tuple[str, ...] = ()
    expected: tuple[str, ...] = field(default=(), compare=False)

    def cut(self, run: str) -> tuple[str, ...]:
        """The words of a run of Thai letters; joined, they are the run."""
        return _cut(self, run)

    def knows(self, word: str) -> bool:
        """Whether a word is in the dictionary or among the terms."""
        return word in self.terms or word in _dictionary_words()


@lru_cache(maxsize=1)
def thai_particles() -> frozenset[str]:
    """Thai words that carry no meaning of their own (pythainlp's stop words)."""
    return frozenset(_corpus("stopwords_th.txt").read_text(encoding="utf-8-sig").split())


def thai_frequency(word: str) -> int:
    """How often the Thai National Corpus (32 million words) has a word as a word of its own; 0 where it has not."""
    return int(_counts("tnc_freq.txt").get(word, "0"))


def frequent_thai_words(least: int) -> tuple[str, ...]:
    """The words of the dictionary that Phupha's corpus of the web has so often, be it inside longer ones."""
    rows = takewhile(lambda row: int(row[1]) >= least, _rows("phupha_word_freqs.txt"))  # the most frequent stand first
    return tuple(word for word, _ in rows)


def in_royal_dictionary(word: str) -> bool:
    """Whether a word is in the Royal Institute's dictionary, which has no misspellings."""
    return word in _word_list("orst_words_th.txt")


def in_other_dictionaries(word: str) -> bool:
    """Whether a word that the cutter lacks is in the Royal Institute's dictionary or in Unicode's."""
    return in_royal_dictionary(word) or word in _word_list("icubrk_th.txt")


@lru_cache(maxsize=16384)
def _cut(thai: ThaiWords, run: str) -> tuple[str, ...]:
    if len(run) <= LONGEST_RUN:
        return _segmented(thai, run)
    return tuple(word for piece in _pieces(run) for word in _cut_piece(thai, piece))


def _cut_piece(thai: ThaiWords, piece: str) -> tuple[str, ...]:
    return _cut(thai, piece) if len(piece) <= LONGEST_RUN else (piece,)


def _segmented(thai: ThaiWords, run: str) -> tuple[str, ...]:
    from nlpo3 import segment

    if len(run) == 1 or len(set(run)) == 1:  # no word, and the slowest there is
        return (run,)
    words = tuple(segment(run, _dictionaries().name_for(thai, run)))
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


@dataclass(slots=True)
class _Dictionaries:
    """The dictionaries that nlpo3 has loaded, which takes 80 ms each: as few as do.

    A word that stands nowhere in a run cannot change how the run is cut. So the last dictionary, with all the terms of
    its texts, also serves texts with other terms, wherever the same terms stand in the run; and where not, a dictionary
    of the words that stand in the run is enough.
    """

    names: dict[tuple[str, ...], str] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    small: dict[tuple[str, ...], int] = field(default_factory=dict)

    def name_for(self, thai: ThaiWords, run: str) -> str:
        """The name, at nlpo3, of a dictionary that cuts the run as one with exactly these terms does."""
        terms = thai.terms
        if terms in self.names:
            return self.names[terms]
        if self.names and _cut_alike(terms, self.last, run):
            return self.names[self.last]
        made = self.small.get(terms, 0)
        if self.names and made < _MOST_SMALL:
            self.small[terms] = made + 1
            return _loaded_for(terms, run)
        return self._whole(thai, run)

    def _whole(self, thai: ThaiWords, run: str) -> str:
        terms = thai.terms
        more = tuple(sorted({*terms, *thai.expected, *self.last}))
        chosen = more if len(more) <= _MOST_TERMS and _cut_alike(terms, more, run) else terms
        if chosen not in self.names:
            self.names[chosen] = _loaded(chosen)
        self.last = chosen
        return self.names[chosen]


@lru_cache(maxsize=1)
def _dictionaries() -> _Dictionaries:
    return _Dictionaries()


def _cut_alike(terms: tuple[str, ...], others: tuple[str, ...], run: str) -> bool:
    """Whether these terms and others cut the run alike: those of one only are not in it, or are words anyway."""
    return not any(term in run for term in _differing(terms, others))


@lru_cache(maxsize=64)
def _differing(terms: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The terms that only one has, less those that the dictionary has anyway."""
    return tuple(sorted(({*terms} ^ {*others}) - _dictionary_words()))


def _loaded_for(terms: tuple[str, ...], run: str) -> str:
    """Load a dictionary that has, of the words and these terms, those that stand in a run."""
    longest = _longest_words()
    parts = {run[at:end] for at in range(len(run)) for end in range(at + 1, at + 1 + longest.get(run[at : at + 2], 1))}
    words = "\n".join(sorted({*(parts & _dictionary_words()), *(term for term in terms if term in run)}))
    name = "policygen-run-" + sha256(words.encode()).hexdigest()
    _load(words, name)
    return name


@lru_cache(maxsize=1)
def _longest_words() -> dict[str, int]:
    """The length of the longest word by the first two letters of words."""
    longest: dict[str, int] = {}
    for word in _dictionary_words():
        head = word[:2]
        if len(word) > longest.get(head, 0):
            longest[head] = len(word)
    return longest


def _loaded(terms: tuple[str, ...]) -> str:
    """Load the word list with these terms; give the name that nlpo3 knows it by."""
    from nlpo3 import load_dict

    name = "policygen-" + sha256("\n".join(terms).encode()).hexdigest()
    if not terms:
        load_dict(str(_corpus("words_th.txt")), name)
        return name
    _load("\n".join((_corpus("words_th.txt").read_text(encoding="utf-8"), *terms)), name)
    return name


def _load(words: str, name: str) -> None:
    from nlpo3 import load_dict

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text(words, encoding="utf-8")
        load_dict(str(path), name)


@lru_cache(maxsize=1)
def _dictionary_words() -> frozenset[str]:
    return frozenset(_corpus("words_th.txt").read_text(encoding="utf-8").split("\n"))


@lru_cache(maxsize=2)
def _word_list(name: str) -> frozenset[str]:
    return frozenset(_corpus(name).read_text(encoding="utf-8-sig").split("\n"))


@lru_cache(maxsize=2)
def _counts(name: str) -> dict[str, str]:
    """The words of a file of frequencies with their counts in digits."""
    return dict(_rows(name))


def _rows(name: str) -> Iterator[tuple[str, str]]:
    """Each word of a file of frequencies and its count in digits, the most frequent first."""
    cells = _corpus(name).read_text(encoding="utf-8-sig").replace("\n", "\t").split("\t")
    return zip(cells[::2], cells[1::2], strict=False)  # behind the last row there is an empty cell


def _corpus(name: str) -> Path:
    """A file of pythainlp's word lists, found without importing the library."""
    spec = find_spec("pythainlp")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'pythainlp'", name="pythainlp")
    return Path(spec.submodule_search_locations[0]) / "corpus" / name
