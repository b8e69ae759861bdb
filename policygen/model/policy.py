"""A policy as its sources state it: typed and parsed, but not yet resolved into an edition.

`sources` makes it, `resolve` turns it into an `Edition`. Nothing later sees it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from policygen.diagnostics import Place
from policygen.diagnostics.text_file import Excerpt
from policygen.model.document import Block, Layout, RegisterName, Runs
from policygen.model.facts import Facts, LocalText
from policygen.model.house_rule import HouseRule
from policygen.model.site import Site


@dataclass(frozen=True, slots=True)
class Placement:
    """A place in prose where a register, or the entries `only` of it, is shown.

    `layout` None means the register's own. `continues` has the blocks' place for messages.
    """

    register: RegisterName
    place: Place
    only: tuple[str, ...] | None = None
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class Continuation:
    """A paragraph that goes on with the sentence that ran into the list before it (`{+}`)."""

    runs: Runs
    place: Place


ProseBlock = Block | Placement | Continuation


@dataclass(frozen=True, slots=True)
class PolicySection:
    """A section of the policy in reading order; `prose` has the blocks of each locale that has any."""

    id: str
    title: LocalText | None
    prose: Mapping[str, tuple[ProseBlock, ...]]
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a part by its `ref` (`term:company`, `section:contact`), for checking that it exists."""

    ref: str
    place: Place
    locale: str | None = None


QUOTED_FACT = "\ufffc"
"""What stands in a passage for a fact that is quoted there."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text as its author wrote it, without its Markdown, with the way back to its file.

    `anchor` is the entry or section that it belongs to, or empty. `locale` None means that it is the same in each.
    """

    excerpt: Excerpt
    locale: str | None
    anchor: str = ""

    @property
    def text(self) -> str:
        """The text, with `QUOTED_FACT` for each fact that it quotes."""
        return self.excerpt.text

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where the characters from `start` to `end` stand."""
        return self.excerpt.place(start, end)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that the text itself names ("made on 30 September 2019"), which does not bind."""

    date: date
    words: LocalText


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved which draft; `digest` is the draft edition's."""

    name: str
    role: str
    date: date
    digest: str


@dataclass(frozen=True, slots=True)
class Next:
    """What the next version will be published with."""

    effective: date | None = None
    published: date | None = None
    summary: LocalText | None = None
    notice: str | None = None
    notice_reason: str | None = None
    approved: tuple[Approval, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A recorded exception from a rule, with its reason and its last day."""

    rule: str
    reason: str
    until: date
    place: Place
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything the sources of one policy say."""

    site: Site
    id: str
    title: LocalText
    sections: tuple[PolicySection, ...]
    facts: Facts
    wordings: Mapping[str, Mapping[str, tuple[Block, ...]]] = field(default_factory=dict)
    """The whole wording of entries that carry one: by anchor (`purpose-billing`), then by locale."""
    entry_places: Mapping[str, Place] = field(default_factory=dict)
    """Where each entry (by anchor) and section (by id) stands in the sources."""
    section_of: Mapping[str, str] = field(default_factory=dict)
    """For entries that prose tells and no block shows: their anchor, then the section that tells them."""
    references: tuple[Reference, ...] = ()
    passages: tuple[Passage, ...] = ()
    """Every text of the sources, in the order of reading them."""
    site_passages: tuple[Passage, ...] = ()
    """The texts by which site.yaml names the site and its controller."""
    glossary: tuple[str, ...] = ()
    """Every name and word of the site's glossary; `facts.names` has those that stay on one line."""
    house_rules: tuple[HouseRule, ...] = ()
    """What the site demands of all its policies."""
    stated: StatedDate | None = None
    translated: Mapping[str, date] = field(default_factory=dict)
    next: Next = field(default_factory=Next)
    waivers: tuple[Waiver, ...] = ()
    place: Place = field(default_factory=lambda: Place(""))

    @property
    def name(self) -> str:
        """`site/policy`."""
        return f"{self.site.id}/{self.id}"
