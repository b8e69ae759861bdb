"""Events of sections: added, removed, renamed, moved, reworded, and what else happened to their prose.

The words of registers are told by their entries, so blocks of entries are left out here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policygen.diff.events.judging import EDITORIAL, Level, TextChange, TextJudge, level_of_runs, most
from policygen.diff.events.pairing import former_ids, pair_entries
from policygen.diff.events.register_events import translation_only
from policygen.diff.events.shown import joined, prose, shown_in
from policygen.diff.events.telling import Subject, Teller
from policygen.model.document import Document, Layout, Runs, Section, plain
from policygen.model.edition import Edition
from policygen.model.event import ChangeEvent
from policygen.model.facts import LocalText

_EVENT: dict[Level, str] = {**EDITORIAL, "wording": "wording-only", "meaning": "prose-changed"}
# Of a text that keeps fewer of its words than this, nothing is left but its place.
_STILL_THE_SAME = 0.5


@dataclass(frozen=True, slots=True)
class ProseEvents:
    """Compares the sections of two editions, all locales together.

    `kept` has the new reference of each part that both editions have, by its old one.
    """

    teller: Teller
    judge: TextJudge
    authoritative: str
    kept: Mapping[str, str] = field(hash=False)

    def all(self) -> Iterator[ChangeEvent]:
        """The events of sections in the new reading order, then those of sections that are gone."""
        old, new = (_main(side.edition, self.authoritative) for side in (self.teller.old, self.teller.new))
        former = former_ids(self.teller.new.edition.facts, "section")
        yield from self._title()
        for pair in pair_entries(old.sections, new.sections, former):
            if pair.old is None or pair.new is None:
                section = pair.new or pair.old
                assert section is not None
                yield self._came_or_went(section.id, gone=pair.new is None)
                continue
            yield from self._section(pair.old.id, pair.new.id)
            if pair.moved:
                yield self.teller.tell("section-moved", self._subject(pair.new.id))

    def _came_or_went(self, id: str, *, gone: bool) -> ChangeEvent:
        side = self.teller.old if gone else self.teller.new
        type = "section-removed" if gone else "section-added"
        return self.teller.tell(type, self._subject(id, gone=gone), locales=side.edition.locales)

    def _subject(self, id: str, *, gone: bool = False) -> Subject:
        side = self.teller.old if gone else self.teller.new
        return Subject(f"section:{id}", section_name(side.edition, id), gone)

    def _title(self) -> Iterator[ChangeEvent]:
        """The title of the policy itself."""
        levels = []
        for document in self.teller.new.edition.documents:
            before = self.teller.old.edition.document(document.locale)
            if before:
                levels.append(
                    (document.locale, level_of_runs(before.title, document.title, document.locale, self.judge))
                )
        change = TextChange(tuple(levels))
        if change.most != "same":
            name = LocalText(tuple((doc.locale, doc.title) for doc in self.teller.new.edition.documents))
            yield self._changed(Subject("section:", name), change)

    def _section(self, old_id: str, new_id: str) -> Iterator[ChangeEvent]:
        titles: list[tuple[str, Level]] = []
        texts: list[tuple[str, Level]] = []
        for before, after in self._in_each_locale(old_id, new_id):
            titles.append((after.locale, level_of_runs(before.title, after.title, after.locale, self.judge)))
            texts.append((after.locale, self._prose(before, after)))
        title, text = TextChange(tuple(titles)), TextChange(tuple(texts))
        if title.most in ("wording", "meaning") and self.authoritative in title.locales:
            yield self._renamed(old_id, new_id, title)
        else:
            if old_id != new_id:
                yield self.teller.tell("address-changed", self._subject(new_id), old_id, new_id)
            text = TextChange((*text.levels, *title.levels))
        if self._is_written_anew(old_id, new_id, text):
            yield self.teller.tell("section-reworded", self._subject(new_id), locales=text.locales)
        elif text.most != "same":
            yield self._changed(self._subject(new_id), text)

    def _in_each_locale(self, old_id: str, new_id: str) -> Iterator[tuple["_Text", "_Text"]]:
        """The section before and after in every locale that has both."""
        for locale in self.teller.new.edition.locales:
            before, after = (
                _find(self.teller.old.edition, locale, old_id),
                _find(self.teller.new.edition, locale, new_id),
            )
            if before and after:
                yield _text(before, locale), _text(after, locale)

    def _is_written_anew(self, old_id: str, new_id: str, change: TextChange) -> bool:
        """Whether the authoritative text says something else in mostly other words."""
        if change.most not in ("wording", "meaning"):
            return False
        found = (texts for texts in self._in_each_locale(old_id, new_id) if texts[1].locale == self.authoritative)
        return any(
            before.plain and after.plain and self.judge.likeness(before.plain, after.plain) < _STILL_THE_SAME
            for before, after in found
        )

    def _renamed(self, old_id: str, new_id: str, change: TextChange) -> ChangeEvent:
        old, new = section_name(self.teller.old.edition, old_id), section_name(self.teller.new.edition, new_id)
        words = (lambda locale: old.plain(locale) or "–", lambda locale: new.plain(locale) or "–")
        before, after = old.plain(self.authoritative), new.plain(self.authoritative)
        subject = self._subject(new_id)
        return self.teller.tell("section-renamed", subject, before, after, words=words, locales=change.locales)

    def _changed(self, subject: Subject, change: TextChange) -> ChangeEvent:
        worst = change.most
        if worst in ("wording", "meaning") and self.authoritative not in change.locales:
            return translation_only(self.teller, subject, change)
        return self.teller.tell(_EVENT[worst], subject, locales=change.locales)

    def _prose(self, old: "_Text", new: "_Text") -> Level:
        """How much the prose of a section changed; pieces are compared in order, and as one text where they differ."""
        if self._shows_otherwise(old, new):
            return "meaning"
        if old.pieces == new.pieces:
            return "same"
        if len(old.pieces) == len(new.pieces):
            pairs = zip(old.pieces, new.pieces, strict=True)
            return most(level_of_runs(one, other, new.locale, self.judge) for one, other in pairs)
        # A split or merged paragraph keeps its words; other words with it count as what they are.
        return level_of_runs(joined(old.pieces), joined(new.pieces), new.locale, self.judge)

    def _shows_otherwise(self, old: "_Text", new: "_Text") -> bool:
        """Whether an entry that the policy keeps is shown here and no longer, or newly, or in another layout."""
        kept = {_anchor(before): _anchor(after) for before, after in self.kept.items()}
        before = {(kept[anchor], layout) for anchor, layout in old.entries if anchor in kept}
        return before != {(anchor, layout) for anchor, layout in new.entries if anchor in kept.values()}


@dataclass(frozen=True, slots=True)
class _Text:
    """A section in one locale: its title, its pieces of prose, and the entries that it shows, by anchor."""

    locale: str
    title: Runs
    pieces: tuple[Runs, ...]
    entries: frozenset[tuple[str, Layout]]

    @property
    def plain(self) -> str:
        return plain(joined(self.pieces)).strip()


def _text(section: Section, locale: str) -> _Text:
    entries = frozenset((shown.entry.anchor, shown.layout) for shown in shown_in(section.blocks))
    return _Text(locale, section.title, tuple(prose(section.blocks)), entries)


def _anchor(ref: str) -> str:
    return ref.replace(":", "-", 1)


def section_name(edition: Edition, id: str) -> LocalText:
    """The title of a section in each locale; the policy's title where it has none."""
    texts = []
    for document in edition.documents:
        section = next((section for section in document.sections if section.id == id), None)
        texts.append((document.locale, (section.title if section else ()) or document.title))
    return LocalText(tuple(texts))


def _main(edition: Edition, authoritative: str) -> Document:
    return edition.document(authoritative) or edition.documents[0]


def _find(edition: Edition, locale: str, id: str) -> Section | None:
    document = edition.document(locale)
    return next((section for section in document.sections if section.id == id), None) if document else None
