"""The words of a policy that are not spelt as they should be, with their passages: what the rules of spelling share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policygen.checks.subject import Subject
from policygen.diff.folding import fold
from policygen.model.identity import ById
from policygen.model.policy import Passage
from policygen.text.spelling import Slip, ThaiSpelling, english_slips

# A form that stands in so many different places was typed on purpose: a name, or a word that is new.
_MEANT = 3
_AROUND = 8
_LATIN_WORD = re.compile("[A-Za-z]+")
_THAI = re.compile("[\u0e01-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A slip in a passage, and the word as it stands there."""

    passage: Passage
    slip: Slip
    word: str

    @property
    def span(self) -> tuple[int, int]:
        """From where to where in the passage."""
        return self.slip.start, self.slip.end


def slips_in(subject: Subject) -> list[Spelled]:
    """All slips of a subject in the order of its passages; a form in many places counts as unknown, not as a slip."""
    return list(_slips_in(ById((subject,))))


@lru_cache(maxsize=2)
def _slips_in(one: ById[Subject]) -> tuple[Spelled, ...]:
    (subject,) = one.values
    thai, names = thai_spelling(subject), _names(subject)
    found = [it for passage in subject.passages for it in _of_passage(passage, thai, names)]
    places: dict[str, set[str]] = {}
    for spelled, around in found:
        places.setdefault(spelled.word, set()).add(around)
    return tuple(_weighed(spelled, len(places[spelled.word])) for spelled, _ in found)


def thai_spelling(subject: Subject) -> ThaiSpelling:
    """Thai spelling with the policy's own words."""
    return ThaiSpelling(subject.words.terms)


def _weighed(spelled: Spelled, places: int) -> Spelled:
    if spelled.slip.certainty == "listed" or places < _MEANT:
        return spelled
    return replace(spelled, slip=replace(spelled.slip, certainty="unknown", instead=()))


def _of_passage(passage: Passage, thai: ThaiSpelling, names: frozenset[str]) -> Iterator[tuple[Spelled, str]]:
    folded = fold(passage.text)
    for slip in _slips(passage, folded.text, thai, names):
        start, end = folded.span(slip.start, slip.end)
        word = folded.text[slip.start : slip.end]
        around = folded.text[max(0, slip.start - _AROUND) : slip.end + _AROUND]
        yield Spelled(passage, replace(slip, start=start, end=end), word), around


def _slips(passage: Passage, text: str, thai: ThaiSpelling, names: frozenset[str]) -> Iterator[Slip]:
    if _THAI.search(text):
        yield from thai.slips(text)
    if passage.locale in ("en", "th"):
        for slip in english_slips(text):
            is_name = text[slip.start : slip.end].lower() in names
            if not is_name and (passage.locale == "en" or slip.certainty != "unknown"):
                yield slip


def _names(subject: Subject) -> frozenset[str]:
    """The Latin words of the glossary, the terms and the parties, in small letters."""
    glossary = subject.policy.glossary if subject.policy else subject.facts.names
    facts = subject.facts
    terms = (text for definition in facts.definitions for text in _english(definition.term.plain("en")))
    short = (name for locale, names in facts.controller.short_names if locale == "en" for name in names)
    texts = (*glossary, *terms, *short, *_english(facts.controller.name.plain("en")))
    return frozenset(word.lower() for text in texts for word in _LATIN_WORD.findall(text))


def _english(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)
