"""Makes change events: their sentence in each language, and where in the pages the part stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from policygen.diff.events.kinds import KINDS
from policygen.model.document import entries_in, plain
from policygen.model.edition import Edition
from policygen.model.event import ChangeEvent
from policygen.model.facts import LocalText
from policygen.model.policy import StatedDate
from policygen.text.catalog import catalog, languages

WordsIn = Callable[[str], str]
"""A value in the words of a locale."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The part that an event is about: its reference (`purpose:billing`), its name, and whether it is gone."""

    ref: str
    name: LocalText | None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two editions, with the address of its page in each locale (`/th/privacy/v3/`).

    `stated` is the date that the version says of itself, None where it says none.
    """

    edition: Edition
    pages: Mapping[str, str] = field(hash=False)
    stated: StatedDate | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells events between two editions."""

    old: Side
    new: Side

    def tell(
        self,
        type: str,
        subject: Subject,
        old: str | None = None,
        new: str | None = None,
        *,
        words: tuple[WordsIn | None, WordsIn | None] = (None, None),
        locales: Iterable[str] = (),
    ) -> ChangeEvent:
        """One event. `words` say `old` and `new` to readers, where the values themselves are not words."""
        side = self.old if subject.gone else self.new
        prefix, _, id = subject.ref.partition(":")
        anchor = id if prefix == "section" else f"{prefix}-{id}"
        place = anchor if prefix == "section" else dict(side.edition.facts.places).get(anchor)
        return ChangeEvent(
            type=type,
            id=id or None,
            section=section_of(side.edition, place) if place else None,
            locales=tuple(locales),
            old=old,
            new=new,
            where={locale: f"{page}#{place}" if place else page for locale, page in side.pages.items()},
            materiality=KINDS[type].materiality,
            message={
                locale: _message(type, subject, _said(old, words[0], locale), _said(new, words[1], locale), locale)
                for locale in languages()
            },
            reference=KINDS[type].reference,
        )


def _message(type: str, subject: Subject, old: str, new: str, locale: str) -> str:
    name = name_in(subject.name, locale, subject.ref.partition(":")[2])
    return catalog(locale)["event"][type].format(name=name, old=old, new=new, language=new)


def _said(value: str | None, words: WordsIn | None, locale: str) -> str:
    return words(locale) if words else value or ""


def name_in(name: LocalText | None, locale: str, otherwise: str) -> str:
    """The name in `locale`, or in the first language that has one, or `otherwise`; long names are cut."""
    if name is None or not name.texts:
        return otherwise
    said = name.plain(locale) or plain(name.texts[0][1])
    return said if len(said) <= _LONGEST_NAME else said[: _LONGEST_NAME - 1].rstrip() + "…"


# A purpose without a short name is called by its text; a sentence about it should still fit on a phone.
_LONGEST_NAME = 90


def section_of(edition: Edition, anchor: str) -> str | None:
    """The id of the section that holds `anchor` (an entry's anchor or a section's id), or None."""
    for document in edition.documents:
        for section in document.sections:
            if section.id == anchor or any(entry.anchor == anchor for entry in entries_in(section.blocks)):
                return section.id
    return None
