"""Events of sections: added, removed, renamed, moved, and what happened to their prose.

The words of registers are told by their entries, so blocks of entries are left out here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policygen.diff.events.judging import Level, TextChange, TextJudge, level_of_runs, most
from policygen.diff.events.pairing import pair_entries
from policygen.diff.events.register_events import translation_only
from policygen.diff.events.telling import Subject, Teller
from policygen.model.document import (
    Block,
    Document,
    Heading,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Runs,
    Section,
    Table,
)
from policygen.model.edition import Edition
from policygen.model.event import ChangeEvent
from policygen.model.facts import LocalText

_EVENT: dict[Level, str] = {
    "links": "links-only",
    "spacing": "spacing-only",
    "spelling": "spelling-only",
    "wording": "wording-only",
    "meaning": "prose-changed",
}


@dataclass(frozen=True, slots=True)
class ProseEvents:
    """Compares the sections of two editions, all locales together."""

    teller: Teller
    judge: TextJudge
    authoritative: str

    def all(self) -> Iterator[ChangeEvent]:
        """The events of sections in the new reading order, then those of sections that are gone."""
        old, new = (_main(side.edition, self.authoritative) for side in (self.teller.old, self.teller.new))
        former = {
            ref.partition(":")[2]: ids for ref, ids in self.teller.new.edition.facts.was if ref.startswith("section:")
        }
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
        proses: list[tuple[str, Level]] = []
        for locale in self.teller.new.edition.locales:
            before, after = (
                _find(self.teller.old.edition, locale, old_id),
                _find(self.teller.new.edition, locale, new_id),
            )
            if before and after:
                titles.append((locale, level_of_runs(before.title, after.title, locale, self.judge)))
                proses.append((locale, self._prose(before.blocks, after.blocks, locale)))
        title, prose = TextChange(tuple(titles)), TextChange(tuple(proses))
        if title.most in ("wording", "meaning") and self.authoritative in title.locales:
            yield self._renamed(old_id, new_id, title)
        else:
            if old_id != new_id:
                yield self.teller.tell("section-renamed", self._subject(new_id), old_id, new_id)
            prose = TextChange((*prose.levels, *title.levels))
        if prose.most != "same":
            yield self._changed(self._subject(new_id), prose)

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

    def _prose(self, old: Sequence[Block], new: Sequence[Block], locale: str) -> Level:
        """How much the prose of a section changed; pieces are compared in order, and as one text where they differ."""
        before, after = list(_pieces(old)), list(_pieces(new))
        if before == after:
            return "same"
        if len(before) == len(after):
            pairs = zip(before, after, strict=True)
            return most(level_of_runs(one, other, locale, self.judge) for one, other in pairs)
        # A split or merged paragraph keeps its words; other words with it count as what they are.
        return level_of_runs(_as_one(before), _as_one(after), locale, self.judge)


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


def _pieces(blocks: Iterable[Block | Line]) -> Iterator[Runs]:
    """Each heading, line, item and cell of prose, in reading order; entries of registers are left out."""
    for block in blocks:
        match block:
            case Heading() | Line():
                yield block.runs
            case Paragraph():
                yield from _pieces(part for part in block.parts)
            case ItemList():
                for item in block.items:
                    yield from ((Run(item.label),),) if item.label else ()
                    yield from _pieces(item.blocks)
            case Table():
                yield from (cell for row in (block.head, *block.rows) for cell in row)
            case Register():
                pass


def _as_one(pieces: Sequence[Runs]) -> Runs:
    return tuple(run for piece in pieces for run in (*piece, Run("\n")))
