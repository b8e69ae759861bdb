"""The judge of texts: whether a change is one of spaces, of spelling, of words, or of what the words promise.

A change is a spelling fix only where that can be proven: the old word is in no dictionary, the new one is, one slip
lies between them, and no number, address, name, negation or modal is touched. Everything else counts as more.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policygen.diff.events.judging import Level, most
from policygen.diff.files import compare_texts
from policygen.diff.folding import squeezed
from policygen.diff.redline import TextRun
from policygen.diff.words import words_of
from policygen.model.facts import Facts
from policygen.text.nearest import one_slip
from policygen.text.segmentation import ThaiWords
from policygen.text.vocabulary import knows_english

# Words that make, lift or bend an obligation: a change of one of them changes what is promised.
_BINDING_WORDS = (
    "ไม่ มิ มิได้ มิให้ ห้าม งด เว้น เว้นแต่ ยกเว้น ต้อง จะต้อง พึง อาจ อาจจะ ควร สามารถ เฉพาะ เท่านั้น ทุก ทั้งหมด "
    "บาง ยินยอม โดยไม่ ก่อน หลัง และ หรือ เพียง จนกว่า ตลอด "
    "no not never none neither nor cannot can't don't won't without unless except only shall must may might can "
    "could should will would all any every each some before after until and or consent"
)
_BINDING = frozenset(_BINDING_WORDS.split())
# More words than these, new or gone on one side, are a new statement and no longer another wording.
_MOST_WORDS = 8
# Shorter words are too often one slip from two others.
_LONG_WORD = 4
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")


def terms_of(facts: Iterable[Facts]) -> tuple[str, ...]:
    """Defined terms, names and parties of editions: words of the policy's own, each once, in order."""
    found = {text: None for one in facts for text in _terms(one) if _THAI.search(text) and " " not in text}
    return tuple(sorted(found))


def _terms(facts: Facts) -> Iterator[str]:
    yield from _names(facts)
    for definition in facts.definitions:
        yield from (definition.term.plain(locale) or "" for locale, _ in definition.term.texts)
    yield from (variant for entry in facts.definitions for _, variants in entry.variants for variant in variants)


def _names(facts: Facts) -> Iterator[str]:
    """Brands and parties."""
    yield from facts.names
    yield from (facts.controller.name.plain(locale) or "" for locale, _ in facts.controller.name.texts)
    yield from (name for _, names in facts.controller.short_names for name in names)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges texts of one policy; `terms` are its own words, and some of them are `names`."""

    terms: tuple[str, ...]
    names: frozenset[str] = frozenset()

    def __call__(self, old: str, new: str, locale: str) -> Level:
        """How much one text changed."""
        if old == new:
            return "same"
        if squeezed(old) == squeezed(new):
            return "spacing"
        runs = compare_texts(old, new, ThaiWords(self.terms)).runs
        return most(self._edit(gone, come) for gone, come in _edits(runs))

    def likeness(self, old: str, new: str) -> float:
        """The share of words that both texts have; 1 where neither has any."""
        words = ThaiWords(self.terms)
        before, after = (Counter(filter(_is_word, words_of(text, words).keys)) for text in (old, new))
        return 2 * (before & after).total() / ((before.total() + after.total()) or 1) if before or after else 1.0

    def _edit(self, old: str, new: str) -> Level:
        if squeezed(old) == squeezed(new):
            return "spacing"
        words = ThaiWords(self.terms)
        gone, come = words_of(old, words).keys, words_of(new, words).keys
        if self._is_spelling(old, new, gone, come):
            return "spelling"
        if self._binding(gone) != self._binding(come) or max(len(gone), len(come)) > _MOST_WORDS:
            return "meaning"
        return "wording"

    def _is_spelling(self, old: str, new: str, gone: Sequence[str], come: Sequence[str]) -> bool:
        """Whether a word that nobody knows became one that is known, by one slip."""
        gone, come = _without_common_ends(gone, come)
        if not gone or not come or not _is_one_slip(squeezed(old), squeezed(new)):
            return False
        if self._binding(gone) or self._binding(come) or not all(map(self._knows, come)):
            return False
        return not all(map(self._knows, gone)) or self._fell_apart(gone, come)

    def _fell_apart(self, gone: Sequence[str], come: Sequence[str]) -> bool:
        """Whether one longer word, wrongly spelt, was cut into short ones that happen to be known (อนุญาติ: อนุ, ญาติ)."""
        return len(come) == 1 < len(gone) and len(come[0]) >= _LONG_WORD and not self._knows("".join(gone))

    def _binding(self, words: Sequence[str]) -> list[str]:
        """The words that may not change by a slip: numbers, addresses, names, negations, modals."""
        return sorted(
            word for word in words if any(map(_is_exact, word)) or word.lower() in _BINDING or word in self.names
        )

    def _knows(self, word: str) -> bool:
        if _THAI.search(word):
            return ThaiWords(self.terms).knows(word) and len(word) > 1
        return not word[0].isalpha() or knows_english(word)


def text_judge(old: Facts, new: Facts) -> Judge:
    """The judge of texts between two editions, given their facts."""
    return Judge(terms_of((old, new)), frozenset(name for facts in (old, new) for name in _names(facts)))


def _edits(runs: Sequence[TextRun]) -> Iterator[tuple[str, str]]:
    """What went and what came, at each place that changed; a move is a change of place only."""
    gone = come = ""
    for run in (*runs, TextRun("equal", "")):
        if run.op == "delete" and not run.spacing:
            gone += run.text
        elif run.op == "insert" and not run.spacing:
            come += run.text
        elif run.op == "equal" and (gone or come):
            yield gone, come
            gone = come = ""


def _without_common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Two rows of words without those that both begin and end with."""
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    old, new = old[first:], new[first:]
    pairs = zip(reversed(old), reversed(new), strict=False)
    last = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))
    return old[: len(old) - last], new[: len(new) - last]


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))


def _is_exact(letter: str) -> bool:
    return letter.isdigit() or letter in "@/:"


def _is_one_slip(old: str, new: str) -> bool:
    """Whether one letter was wrong, missing or too many, or two neighbours were swapped; marks go with their letter."""
    return one_slip(old, new) or one_slip(_clusters(old), _clusters(new))


def _clusters(text: str) -> tuple[str, ...]:
    """Letters with the marks that sit on them."""
    clusters: list[str] = []
    for letter in text:
        if clusters and unicodedata.category(letter) == "Mn":
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return tuple(clusters)
