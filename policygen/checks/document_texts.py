"""The texts of an edition as passages, of its documents and of its facts: what a version has instead of sources."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.diff.leaves import leaves_of
from policygen.model.document import ANCHOR_PREFIX, Runs, plain
from policygen.model.edition import Edition
from policygen.model.facts import Facts, LocalText
from policygen.model.policy import Passage


def passages_of(edition: Edition) -> Iterator[Passage]:
    """Every text that the documents show, then every text of the registers, with its entry or section.

    What an entry says is in both where the document shows it.
    """
    yield from shown_passages(edition)
    yield from _register_passages(edition.facts)


def shown_passages(edition: Edition) -> Iterator[Passage]:
    """Every text of every document in reading order, with the entry or section that it stands in."""
    for document in edition.documents:
        for leaf in leaves_of(document):
            yield _passage(leaf.runs, document.locale, leaf.entry or leaf.section)


def _register_passages(facts: Facts) -> Iterator[Passage]:
    for register, prefix in ANCHOR_PREFIX.items():
        for entry in getattr(facts, register):
            yield from _of_fact(entry, prefix, "")


def _of_fact(fact: object, prefix: str, anchor: str) -> Iterator[Passage]:
    """The texts of an entry and of the entries inside it, each in all its locales."""
    if isinstance(fact, LocalText):
        yield from (_passage(runs, locale, anchor) for locale, runs in fact.texts)
    elif isinstance(fact, tuple):
        for part in fact:
            yield from _of_fact(part, prefix, anchor)
    elif is_dataclass(fact):
        own = f"{prefix}-{id}" if (id := getattr(fact, "id", None)) else anchor
        for field in fields(fact):
            yield from _of_fact(getattr(fact, field.name), prefix, own)


def _passage(runs: Runs, locale: str, anchor: str) -> Passage:
    return Passage(whole_text(TextFile("", plain(runs))), locale, anchor)
