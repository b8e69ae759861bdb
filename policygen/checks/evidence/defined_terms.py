"""The terms that a policy defines, and where a text uses one. Knows nothing of rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policygen.checks.subject import Subject
from policygen.model.policy import Passage

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_THAI = re.compile(r"[\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term in one locale: its entry's id, its own words, and every way to say it (the words first, no articles)."""

    id: str
    locale: str
    words: str
    names: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The anchor of its definition."""
        return f"term-{self.id}"

    def used_in(self, text: str) -> re.Match[str] | None:
        """The first use in a text, by any of its names, in any case."""
        return _pattern(self.names).search(text)


def terms_in(subject: Subject, locale: str) -> Iterator[DefinedTerm]:
    """The terms that have words in `locale`, in the order of the register."""
    for definition in subject.facts.definitions:
        words = definition.term.plain(locale)
        if words:
            variants = [name for given, names in definition.variants if given == locale for name in names]
            yield DefinedTerm(definition.id, locale, words, tuple(bare(name) for name in (words, *variants)))


def controller_names(subject: Subject, locale: str) -> tuple[str, ...]:
    """The names by which the policy calls its controller: short names, and terms that mean it."""
    controller = subject.facts.controller
    name = controller.name.plain(locale) or ""
    short = [bare(one) for given, names in controller.short_names if given == locale for one in names]
    meant = (
        one
        for term, definition in zip(terms_in(subject, locale), _with_words(subject, locale), strict=True)
        if name and name in (definition or "")
        for one in term.names
    )
    return tuple(dict.fromkeys((*short, *meant)))


def _with_words(subject: Subject, locale: str) -> Iterator[str | None]:
    """What the terms of `terms_in` mean, in their order."""
    for definition in subject.facts.definitions:
        if definition.term.plain(locale):
            yield definition.meaning.plain(locale)


def outside_definitions(subject: Subject, locale: str) -> Iterator[Passage]:
    """The passages of `locale` that define nothing."""
    return (one for one in subject.passages_in(locale) if not one.anchor.startswith("term-"))


def bare(name: str) -> str:
    """A name without its article."""
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_one(name) for name in names), re.IGNORECASE)


def _one(name: str) -> str:
    spaced = r"\s".join(re.escape(part) for part in name.split())
    return spaced if _THAI.search(name) else rf"\b{spaced}(?:s|es|['’]s?)?\b"
