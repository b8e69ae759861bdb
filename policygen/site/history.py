"""A policy through time as the pages need it: its records, their states today, and the one that is shown.

Knows the ledger's values, and nothing of files. Editions are read from the records only when a page needs them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from policygen.ledger.chain import Kept
from policygen.ledger.record import Record, editions_of
from policygen.ledger.states import State, in_force, next_change, next_upcoming, states
from policygen.model.document import plain
from policygen.model.edition import Edition
from policygen.model.policy import StatedDate
from policygen.model.runs_codec import decode_runs
from policygen.site.body import Reading, reading_of
from policygen.site.comparing import Comparisons
from policygen.site.words import words_of

DRAFT = 0
"""Stands for the draft where versions have their numbers."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The edition that the content files make now, with the date that it says of itself.

    `digest` tells the two from all others.
    """

    edition: Edition
    digest: str
    stated: StatedDate | None = None


@dataclass(frozen=True)
class PolicyHistory:
    """A policy on the day `today`: its records in order of number, their files byte for byte, and its draft if asked.

    A policy without records is one that is not published yet. `acts` are what was done to versions, as recorded.
    """

    policy: str
    records: tuple[Record, ...]
    files: tuple[bytes, ...]
    today: date
    draft: Draft | None = None
    acts: tuple[Kept, ...] = ()
    comparisons: Comparisons = field(default_factory=Comparisons, compare=False, repr=False)
    _readings: dict[tuple[int, str], Reading | None] = field(default_factory=dict, compare=False, repr=False)

    def with_draft(self, draft: Draft | None) -> "PolicyHistory":
        """The same versions with another draft; what was read of the versions is kept."""
        readings = {key: reading for key, reading in self._readings.items() if key[0] != DRAFT}
        other = replace(self, draft=draft, _readings=readings)
        if "_editions" in self.__dict__:
            other.__dict__["_editions"] = self._editions
        return other

    @cached_property
    def state_of(self) -> Mapping[int, State]:
        """The state of each version by its number."""
        return {
            record.number: state for record, state in zip(self.records, states(self.records, self.today), strict=True)
        }

    @cached_property
    def in_force(self) -> Record | None:
        """The version that binds today."""
        return in_force(self.records, self.today)

    @cached_property
    def upcoming(self) -> Record | None:
        """The version that binds next."""
        return next_upcoming(self.records, self.today)

    @property
    def current(self) -> Record | None:
        """The version that the policy's own address shows: in force, else the next."""
        return self.in_force or self.upcoming

    @cached_property
    def latest(self) -> Record | None:
        """The last version that was not withdrawn."""
        return next((record for record in reversed(self.records) if not record.withdrawal), None)

    @cached_property
    def stamp(self) -> str:
        """Tells whether there are other versions, or other acts on them."""
        return " ".join(record.stamp for record in self.records) or "none"

    def before(self, record: Record) -> Record | None:
        """The version that `record` was compared with when it was published: the last before it that counted."""
        earlier = [one for one in self.records if one.number < record.number and not _withdrawn_before(one, record)]
        return earlier[-1] if earlier else None

    def since(self, old: Record, new: Record) -> tuple[Record, ...]:
        """The versions that led from one to a later one, in order, without the first."""
        way: list[Record] = []
        step: Record | None = new
        while step is not None and step.number > old.number:
            way.append(step)
            step = self.before(step)
        return tuple(reversed(way))

    @cached_property
    def next_change(self) -> date | None:
        """The next day on which a state changes."""
        return next_change(self.records, self.today)

    @cached_property
    def _editions(self) -> Mapping[int, Edition]:
        return {r.number: edition for r, edition in zip(self.records, editions_of(self.records), strict=True)}

    def terms(self) -> tuple[str, ...]:
        """The terms of every version, and of the draft."""
        return self._terms

    @cached_property
    def _terms(self) -> tuple[str, ...]:
        from policygen.diff.events.text_judge import terms_of

        draft = (self.draft.edition.facts,) if self.draft else ()
        return terms_of((*(edition.facts for edition in self._editions.values()), *draft))

    def reading(self, number: int, locale: str) -> Reading | None:
        """What pages show of a version, or of the draft, in a locale; None where it has no such document."""
        key = (number, locale)
        if key not in self._readings:
            self._readings[key] = reading_of(self.edition(number), words_of(locale))
        return self._readings[key]

    def title(self, locale: str) -> str:
        """The policy's title today in `locale`, else in another; the policy's id where nothing is published."""
        if self.records:
            return title_of(self.current or self.records[-1], locale)
        return self.draft_title(locale)

    def draft_title(self, locale: str) -> str:
        """The draft's title in `locale`, else in another; the policy's id where there is no draft."""
        documents = self.draft.edition.documents if self.draft else ()
        titles = {document.locale: plain(document.title) for document in documents}
        return titles.get(locale) or next(iter(titles.values()), self.policy)

    def edition(self, number: int) -> Edition:
        """The edition of a version, or of the draft."""
        if number == DRAFT:
            assert self.draft is not None
            return self.draft.edition
        return self._editions[number]


def _withdrawn_before(earlier: Record, record: Record) -> bool:
    return earlier.withdrawal is not None and earlier.withdrawal.recorded <= record.recorded


def title_of(record: Record, locale: str) -> str:
    """The version's title in `locale`, else in another of its languages."""
    document = record.documents.get(locale) or next(iter(record.documents.values()))
    return plain(decode_runs(document["title"]))
