"""What rules look at: one edition, its passages, and what is known of the policy around it.

A draft's passages are those of its sources. A version has no sources: its passages are the texts of its documents,
whose places mean nothing; the table of coverage asks for their clauses only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from policygen.checks.document_texts import passages_of, shown_passages
from policygen.checks.wording import Said, Wording
from policygen.diagnostics import Place
from policygen.ledger import Record, binding, counting, editions_of, repeats
from policygen.model.document import Document
from policygen.model.edition import Edition
from policygen.model.facts import Facts
from policygen.model.policy import Passage, Policy
from policygen.text.segmentation import ThaiWords


@dataclass(frozen=True)
class Subject:
    """One edition to be checked. `day` is the one on which it binds; `before` has the versions that count, in order.

    `policy` has the sources of a draft, None for a version.
    """

    edition: Edition
    day: date
    today: date
    passages: tuple[Passage, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    before: tuple[Record, ...] = ()
    policy: Policy | None = None

    @property
    def facts(self) -> Facts:
        """What the registers say."""
        return self.edition.facts

    @property
    def documents(self) -> tuple[Document, ...]:
        """One for each locale."""
        return self.edition.documents

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales of its documents, in order."""
        return self.edition.locales

    def passages_in(self, locale: str) -> Iterator[Passage]:
        """The passages in `locale`, and those that are the same in every language."""
        return (passage for passage in self.passages if passage.locale in (locale, None))

    def passages_at(self, anchor: str, locale: str) -> Iterator[Passage]:
        """The passages of one entry or section."""
        return (passage for passage in self.passages_in(locale) if passage.anchor == anchor)

    @cached_property
    def repeats_last(self) -> bool:
        """Whether the draft says what the last version says, and so is no new one."""
        if not self.before or self.policy is None:
            return False
        return repeats(self.before[-1], self.edition, self.policy.stated)

    @cached_property
    def said(self) -> dict[Wording, tuple[Said, ...]]:
        """Where its prose says what was looked for so far: several rules ask for the same words."""
        return {}

    @cached_property
    def shown(self) -> tuple[Passage, ...]:
        """The texts of its documents as readers see them, quoted facts in place; they have no places."""
        return tuple(shown_passages(self.edition))

    @cached_property
    def words(self) -> ThaiWords:
        """Cuts Thai with the policy's terms, names and glossary among the words."""
        return ThaiWords(tuple(sorted(set(_terms(self)))))


def subject_of_draft(policy: Policy, edition: Edition, before: tuple[Record, ...], today: date) -> Subject:
    """The draft, as the version that would bind on its effective date, else today."""
    day = policy.next.effective or policy.next.published or today
    places = policy.entry_places
    return Subject(edition, day, today, policy.passages, places, counting(before), policy)


def subject_of_version(record: Record, before: tuple[Record, ...], today: date) -> Subject:
    """A version, as it was on the day from which it counts."""
    (edition,) = editions_of((record,))
    return Subject(edition, binding(record).day, today, tuple(passages_of(edition)), before=counting(before))


def _terms(subject: Subject) -> Iterator[str]:
    facts = subject.facts
    yield from subject.policy.glossary if subject.policy else facts.names
    for definition in facts.definitions:
        yield from (definition.term.plain("th") or "",)
        yield from (variant for locale, variants in definition.variants if locale == "th" for variant in variants)
    name = facts.controller.name.plain("th") or ""
    # A text calls the company by a part of its name, without what kind of company it is.
    yield from (name, *name.split())
    yield from (name for locale, names in facts.controller.short_names if locale == "th" for name in names)
