"""The views of what changed: redlines in one language and in two, and the notice to people.

As all views: frozen, complete, in the page's language. They hold acts of the controller and events as they were
recorded; what the program computes for the legal team is not among them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from policygen.diff.leaves import LeafKind
from policygen.diff.redline import PairOp, TextRuns
from policygen.model.document import Runs
from policygen.model.event import Materiality
from policygen.site.views import Chrome, DateWords, Link

StretchKind = Literal["kept", "added", "removed", "edited", "moved", "spacing"]


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the text with what became of it: a title, a line, an item, a field, a cell.

    `runs` tile the old text and the new one. `depth` is how many lists it stands in, `anchor` its address in the text,
    or empty. `near` says that it stands beside a change, which it gives a context. `label` is what the text begins
    with: the number of an item, the words before a field's value.
    """

    kind: LeafKind
    runs: TextRuns
    op: PairOp
    depth: int = 0
    anchor: str = ""
    near: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A section with changes: where the first is, its title, and how many there are."""

    href: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that changed together, or that did not change (`kept`).

    Changes count from 1 in reading order; `number` is 0 for what is kept, `before` and `after` where there is none.
    `elsewhere` leads from either place of a move to the other.
    """

    kind: StretchKind
    rows: tuple[Row, ...]
    number: int = 0
    before: int = 0
    after: int = 0
    elsewhere: Link | None = None


@dataclass(frozen=True, slots=True)
class RedlineSection:
    """One section; `touched` says whether anything changed."""

    stretches: tuple[Stretch, ...]
    touched: bool


@dataclass(frozen=True, slots=True)
class RedlineText:
    """A whole redline, with the names of its two sides. `nowrap` are names that are never broken over two lines."""

    locale: str
    old: str
    new: str
    sections: tuple[RedlineSection, ...]
    nowrap: tuple[str, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event as a sentence, and where it is to be seen: a fragment of the page, or another page."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The events of one weight, with the words for it."""

    weight: Materiality
    title: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """What one version brought.

    `act` is what the controller does about it, or empty; `notice` leads to the notice, or is empty. `told` are
    sentences on what was done to the version after it was recorded. Where many versions are told, `groups` is empty
    and `counts` says how many events of each weight there are; `changes` leads to the version's own redline, or is
    empty on that page itself.
    """

    label: str
    href: str
    date_label: str
    date: DateWords | None
    summary: Runs
    act: str
    groups: tuple[EventGroup, ...]
    notice: str = ""
    told: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    changes: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed between two versions: what each brought, in numbers, and word for word.

    `words` are the interface's words of the catalog's table `changes`.
    """

    chrome: Chrome
    policy: Link
    title: str
    sides: str
    links: tuple[Link, ...]
    figures: tuple[Figure, ...]
    versions: tuple[VersionChanges, ...]
    contents: tuple[ChangedSection, ...]
    redline: RedlineText
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """One clause in two languages; a side is None where that language has no such clause."""

    left: Row | None
    right: Row | None
    near: bool = False


@dataclass(frozen=True, slots=True)
class BilingualStretch:
    """Clauses that changed together in one language or both, or were kept in both.

    `alone` says in words that one language changed and the other did not; it is empty otherwise.
    """

    kind: StretchKind
    rows: tuple[BilingualRow, ...]
    number: int = 0
    before: int = 0
    after: int = 0
    elsewhere: Link | None = None
    alone: str = ""


@dataclass(frozen=True, slots=True)
class BilingualSection:
    """One section in two languages; `touched` says whether anything changed."""

    stretches: tuple[BilingualStretch, ...]
    touched: bool


@dataclass(frozen=True, slots=True)
class BilingualRedline:
    """A whole redline in two languages, left and right. `nowrap` are the names kept on one line in each."""

    locales: tuple[str, str]
    languages: tuple[str, str]
    nowrap: tuple[tuple[str, ...], tuple[str, ...]]
    sections: tuple[BilingualSection, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class BilingualChangesPage:
    """What changed in two languages, clause by clause."""

    chrome: Chrome
    policy: Link
    title: str
    sides: str
    links: tuple[Link, ...]
    figures: tuple[Figure, ...]
    versions: tuple[VersionChanges, ...]
    contents: tuple[ChangedSection, ...]
    redline: BilingualRedline
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NoticeWay:
    """One thing that people can do: its name, how, and the address that it opens, or empty."""

    name: str
    detail: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class NoticeWays:
    """Things that people can do of one kind (rights, opt-outs, channels), under a sentence."""

    title: str
    ways: tuple[NoticeWay, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What people are told of a version: what changes, when, what the controller does, what they can do.

    `told` are sentences on what was done to the version after it was recorded.
    """

    title: str
    opening: str
    told: tuple[str, ...]
    when: tuple[str, ...]
    summary: Runs
    changes: tuple[EventGroup, ...]
    act: tuple[str, ...]
    ways: tuple[NoticeWays, ...]
    links: tuple[Link, ...]
    sender: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A notice as a page; `text` leads to the same as plain text. `words` are those of the catalog's table `notice`."""

    chrome: Chrome
    policy: Link
    notice: Notice
    text: str
    words: Mapping[str, str]


ChangeView = ChangesPage | BilingualChangesPage | NoticePage
