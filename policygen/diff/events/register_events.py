"""Events of the registers: entries added, removed, renamed, reworded, moved, and what else changed in each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from policygen.diff.events.fact_changes import FactChanges
from policygen.diff.events.judging import EDITORIAL, Level, TextChange, TextJudge, compare_texts, level_of_runs
from policygen.diff.events.kinds import REGISTER_KINDS
from policygen.diff.events.pairing import Pair, Placed, data_items, former_ids, pair_entries
from policygen.diff.events.shown import Shown, shown_entries
from policygen.diff.events.telling import Subject, Teller
from policygen.diff.events.values import catalog_words, language_words
from policygen.model.document import Run
from policygen.model.event import ChangeEvent
from policygen.model.facts import (
    ContactChannel,
    Criterion,
    DataItem,
    Definition,
    Facts,
    LocalText,
    NotStated,
    Period,
    Purpose,
    Recipient,
    Right,
    Tool,
)
from policygen.text.catalog import catalog, languages


@dataclass(frozen=True, slots=True)
class RegisterEvents:
    """Compares the registers of two editions."""

    teller: Teller
    judge: TextJudge
    authoritative: str
    shown: tuple[Mapping[tuple[str, str], Shown], Mapping[tuple[str, str], Shown]] = field(hash=False)
    """The entries that the old and the new documents show, by locale and anchor."""

    @classmethod
    def between(cls, teller: Teller, judge: TextJudge) -> "RegisterEvents":
        """The comparison of a teller's two editions."""
        old, new = teller.old.edition, teller.new.edition
        return cls(teller, judge, new.facts.authoritative, (shown_entries(old), shown_entries(new)))

    def all(self) -> Iterator[ChangeEvent]:
        """The events of every register, in the registers' order."""
        old, new = self.teller.old.edition.facts, self.teller.new.edition.facts
        changes = FactChanges(self.teller, self.judge, _items_of(old, new))
        tables: Sequence[tuple[str, str, Callable[..., Iterator[ChangeEvent]]]] = (
            ("term", "definitions", _nothing_more),
            ("purpose", "purposes", changes.purpose),
            ("tool", "tools", changes.tool),
            ("recipient", "recipients", changes.recipient),
            ("right", "rights", changes.right),
            ("contact", "contacts", changes.contact),
        )
        for prefix, register, more in tables:
            pairs = pair_entries(getattr(old, register), getattr(new, register), former_ids(new, prefix))
            for pair in pairs:
                yield from self._pair(prefix, pair, more)
        yield from self._data(old, new, changes)

    def _data(self, old: Facts, new: Facts, changes: FactChanges) -> Iterator[ChangeEvent]:
        pairs = pair_entries(tuple(data_items(old.data)), tuple(data_items(new.data)), former_ids(new, "data"))
        renamed = {pair.old.id: pair.new.id for pair in pairs if pair.old and pair.new}
        for pair in pairs:
            moved = pair.moved or _left_its_group(pair, renamed)
            items = Pair(pair.old.item if pair.old else None, pair.new.item if pair.new else None, moved)
            yield from self._pair("data", items, changes.data_item)

    def _pair(self, prefix: str, pair: Pair[Any], more: Callable[..., Iterator[ChangeEvent]]) -> Iterator[ChangeEvent]:
        kind = REGISTER_KINDS[prefix]
        if pair.old is None or pair.new is None:
            entry: Any = pair.new or pair.old
            subject = Subject(f"{prefix}:{entry.id}", self._called(entry), gone=pair.new is None)
            locales = _locales(name_of(entry))
            yield self.teller.tell(f"{kind}-{'removed' if subject.gone else 'added'}", subject, locales=locales)
            return
        subject = Subject(f"{prefix}:{pair.new.id}", self._called(pair.new))
        yield from self._words(kind, pair, subject)
        if pair.moved:
            yield self.teller.tell(f"{kind}-moved", subject)
        yield from more(pair.old, pair.new, subject)

    def _called(self, entry: Any) -> LocalText:
        """The name of the entry in sentences: a right by its name in the statute, unless two entries are that right."""
        if not isinstance(entry, Right) or entry.right == "other":
            return name_of(entry)
        sides = (self.teller.old.edition.facts.rights, self.teller.new.edition.facts.rights)
        if any(sum(other.right == entry.right for other in rights) > 1 for rights in sides):
            return name_of(entry)
        return LocalText(tuple((locale, (Run(catalog(locale)["right"][entry.right]),)) for locale in languages()))

    def _words(self, kind: str, pair: Pair[Any], subject: Subject) -> Iterator[ChangeEvent]:
        """Renamed, reworded, or only mended."""
        old, new = pair.old, pair.new
        assert old is not None
        assert new is not None
        old_name, new_name = _own_name(old), _own_name(new)
        names = compare_texts([(old_name, new_name)], self.judge)
        renamed = names.most in ("wording", "meaning") and not self._only_translated(names)
        if renamed and old_name and new_name:
            yield self._renamed(kind, subject, old_name, new_name, names)
            shown: Iterable[tuple[str, Level]] = ()
        else:
            yield from self._other_right(subject, old, new) if isinstance(new, Right) else ()
            if old.id != new.id:
                yield self.teller.tell("address-changed", subject, old.id, new.id)
            shown = (*names.levels, *self._shown_words(subject, old, new))
        mended = [pair for pair in _fact_pairs(old, new) if compare_texts([pair], self.judge).most in EDITORIAL]
        texts = compare_texts([*_text_pairs(old, new), *mended], self.judge)
        yield from self._mended(kind, subject, TextChange((*shown, *texts.levels)))

    def _other_right(self, subject: Subject, old: Right, new: Right) -> Iterator[ChangeEvent]:
        """A right has no name but that of the statute, which is another one now."""
        if old.right != new.right:
            words = (catalog_words("right", (old.right,)), catalog_words("right", (new.right,)))
            yield self.teller.tell("right-renamed", subject, old.right, new.right, words=words)

    def _shown_words(self, subject: Subject, old: Any, new: Any) -> Iterator[tuple[str, Level]]:
        """How much the words changed that the documents show: an entry may have a wording of its own."""
        if isinstance(new, Right | ContactChannel) and _has_event_for_its_looks(old, new):
            return
        prefix = subject.ref.partition(":")[0]
        for locale in self.teller.new.edition.locales:
            before = self.shown[0].get((locale, f"{prefix}-{old.id}"))
            after = self.shown[1].get((locale, f"{prefix}-{new.id}"))
            if before and after and before.layout == after.layout:
                yield locale, level_of_runs(before.runs, after.runs, locale, self.judge)

    def _renamed(self, kind: str, subject: Subject, old: LocalText, new: LocalText, change: TextChange) -> ChangeEvent:
        words = (lambda locale: old.plain(locale) or "–", lambda locale: new.plain(locale) or "–")
        before, after = (text.plain(self.authoritative) for text in (old, new))
        return self.teller.tell(f"{kind}-renamed", subject, before, after, words=words, locales=change.locales)

    def _mended(self, kind: str, subject: Subject, change: TextChange) -> Iterator[ChangeEvent]:
        if change.most == "same":
            return
        if change.most in EDITORIAL:
            yield self.teller.tell(EDITORIAL[change.most], subject, locales=change.locales)
        elif self._only_translated(change):
            yield translation_only(self.teller, subject, change)
        else:
            yield self.teller.tell(f"{kind}-reworded", subject, locales=change.locales)

    def _only_translated(self, change: TextChange) -> bool:
        return self.authoritative not in change.locales


def translation_only(teller: Teller, subject: Subject, change: TextChange) -> ChangeEvent:
    """The event that one language changed and the authoritative one did not."""
    words = (None, language_words(change.locales))
    return teller.tell(
        "translation-only", subject, None, ", ".join(change.locales), words=words, locales=change.locales
    )


def name_of(entry: Any) -> LocalText:
    """What the entry is called: its name, term, label, or where it has none its text."""
    match entry:
        case Definition():
            return entry.term
        case ContactChannel():
            return entry.label
        case Purpose():
            return entry.name or entry.text
        case Right():
            return entry.text
        case DataItem() | Tool() | Recipient():
            return entry.name
        case Placed():
            return entry.item.name
    raise TypeError(type(entry).__name__)


def _own_name(entry: Any) -> LocalText | None:
    """The name that its author gave it; rights, and purposes without a short name, have only their text."""
    return None if isinstance(entry, Right) else entry.name if isinstance(entry, Purpose) else name_of(entry)


def _text_pairs(old: Any, new: Any) -> list[tuple[LocalText | None, LocalText | None]]:
    members = {
        Definition: ("meaning",),
        Purpose: ("text", "basis_detail"),
        Tool: ("text",),
        Recipient: ("text",),
        Right: ("text",),
        ContactChannel: ("value",),
    }.get(type(new), ())
    return [(_text(getattr(old, member)), _text(getattr(new, member))) for member in members]


def _fact_pairs(old: Any, new: Any) -> list[tuple[LocalText | None, LocalText | None]]:
    """The texts of facts, which have events of their own where they say something else."""
    match old, new:
        case DataItem(), DataItem():
            return [(_text(old.refusal), _text(new.refusal))]
        case Right(), Right():
            return [(_text(old.how), _text(new.how))]
        case Purpose(retention=Criterion() as before), Purpose(retention=Criterion() as after):
            return [(before.text, after.text)]
        case Purpose(retention=Period() as before), Purpose(retention=Period() as after):
            return [(_text(before.start), _text(after.start))]
        case _:
            return []


def _text(value: Any) -> LocalText | None:
    return None if isinstance(value, NotStated) else value


def _has_event_for_its_looks(old: Any, new: Right | ContactChannel) -> bool:
    """Whether the name of the right, or where the channel leads, is other: both are told by themselves."""
    return bool(old.right != new.right if isinstance(new, Right) else old.opens != new.opens)


def _left_its_group(pair: Pair[Placed], renamed: Mapping[str, str]) -> bool:
    return bool(pair.old and pair.new) and renamed.get(pair.old.group, pair.old.group) != pair.new.group  # type: ignore[union-attr]


def _items_of(old: Facts, new: Facts) -> dict[str, DataItem]:
    return {placed.id: placed.item for facts in (old, new) for placed in data_items(facts.data)}


def _locales(name: LocalText) -> tuple[str, ...]:
    return tuple(locale for locale, _ in name.texts)


def _nothing_more(*_: object) -> Iterator[ChangeEvent]:
    return iter(())
