"""The views: the only thing that a template gets. Frozen, made of plain values, complete.

A view holds every word, date and link that its page shows, in the page's language, so templates hold no text and ask
for nothing. The views of a version's permalink hold nothing that grows with the next version (decision 021). All
`href`s are ready to print: relative to the page, or absolute where it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from policygen.model.alignment import AlignedSection
from policygen.model.document import Document, Runs

Template = Literal[
    "policy.html",
    "bilingual.html",
    "history.html",
    "home.html",
    "language.html",
    "nothing.html",
    "not-found.html",
    "fragment.html",
    "overview.html",
    "changes.html",
    "bilingual-changes.html",
    "notice.html",
]
NodeKind = Literal["data", "purpose", "tool", "recipient", "more"]
TableKind = Literal["data", "purposes", "recipients", "rights", "contacts"]
BannerKind = Literal["draft", "upcoming", "superseded", "withdrawn", "redacted", "unofficial"]
StateName = Literal["draft", "upcoming", "in-force", "superseded", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words. `lang` is the language of the words where it is not the page's."""

    href: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language: a hreflang and an absolute address."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same place in another language. `text` is the language's own name, or the words for the bilingual page.

    `href` has no fragment; anchors are equal in all languages, so `href + "#" + id` keeps the clause. `hint` is the
    accessible name of such a link beside a heading ("Read this clause in English"). `lang` is the language of `text`
    and `hint`: the one that the link leads to, and the page's own for the bilingual page.
    """

    href: str
    lang: str
    text: str
    hint: str
    current: bool = False
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice above the page: its kind, its words and their language, and where to go instead."""

    kind: BannerKind
    text: str
    links: tuple[Link, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date: ISO for `datetime=`, the page's own words, and the year of the other era ("ค.ศ. 2019", "B.E. 2562")."""

    iso: str
    text: str
    other_era: str


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the page's files are: `root` is the theme's assets (ends in a slash), the rest the site's own files.

    `logo`, `favicon` and `site_css` are hrefs, or empty where the site has none.
    """

    root: str
    logo: str = ""
    favicon: str = ""
    site_css: str = ""


@dataclass(frozen=True, slots=True)
class FooterLine:
    """One fact of the controller: a label, its words, and the address that it opens (`mailto:`, `tel:`) or empty."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What every page has around its content.

    `canonical` is absolute, or empty. `robots` is `noindex`, `noindex, follow` or empty. `words` are the interface's
    words in `locale` by key, of the catalog's table `page`. `feed` is the policy's Atom feed, or empty.
    """

    locale: str
    dir: Literal["ltr", "rtl"]
    site_name: str
    title: str
    description: str
    home: str
    assets: Assets
    words: Mapping[str, str]
    canonical: str = ""
    robots: str = ""
    feed: str = ""
    alternates: tuple[Alternate, ...] = ()
    languages: tuple[LanguageLink, ...] = ()
    banners: tuple[Banner, ...] = ()
    footer: tuple[FooterLine, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Which version the page shows. `number` 0 is the draft.

    `date` is the one that counts, which `date_label` names ("in effect from", "published on", "recorded on"); a draft
    has none. `undated` says that the effective date is not known, where it is not. `stated` are the text's own date
    words ("made on 30 September 2019"). `translated` is told with `prevails` ("the Thai text prevails"); both are
    empty on the authoritative text. `permalink` and `history` are empty on a draft's page.
    """

    number: int
    label: str
    state: StateName
    state_label: str
    date_label: str
    history: str
    permalink: str
    date: DateWords | None = None
    undated: str = ""
    stated: Runs = ()
    translated: DateWords | None = None
    translated_label: str = ""
    prevails: str = ""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the table of contents, with the lines under it."""

    href: str
    text: str
    entries: tuple["ContentsEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class GlanceValue:
    """One value in a cell. `flag` is a warning word beside it ("Health data"), or empty."""

    text: str
    href: str = ""
    flag: str = ""


@dataclass(frozen=True, slots=True)
class GlanceCell:
    """The values of one fact. Not `stated`: the one value is the words "not stated in this policy"."""

    values: tuple[GlanceValue, ...]
    stated: bool = True


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """One entry: its name, where the text tells it (a fragment, or empty), one cell for each head, its buttons.

    `flag` is a warning word beside the name ("Health data"), or empty.
    """

    name: str
    href: str
    cells: tuple[GlanceCell, ...]
    links: tuple[Link, ...] = ()
    flag: str = ""


@dataclass(frozen=True, slots=True)
class GlanceTable:
    """One question of the summary: a table on a wide page, cards on a phone.

    `heads` name the cells (the first column, the row's name, is `name_head`). `absent` says in one sentence which
    facts no row states (such a fact has no column), or that there are no rows at all; it is empty otherwise.
    """

    kind: TableKind
    title: str
    name_head: str
    heads: tuple[str, ...]
    rows: tuple[GlanceRow, ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """The policy at a glance, made from the facts."""

    tables: tuple[GlanceTable, ...]


@dataclass(frozen=True, slots=True)
class FlowText:
    """One line of text in the picture: its baseline's left end."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A box. `name` is its whole text, `lines` the same cut to the box; `notes` are set smaller."""

    kind: NodeKind
    x: int
    y: int
    width: int
    height: int
    name: str
    href: str
    lines: tuple[FlowText, ...]
    notes: tuple[FlowText, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """A line between two boxes, as the `d` of an SVG path. `kind` is the kind of the box at its end."""

    path: str
    kind: NodeKind


@dataclass(frozen=True, slots=True)
class FlowSentence:
    """The picture in words: an entry, and what leads to or from it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture of the data flow, in the units of its `viewBox` (`0 0 width height`), and the same in words."""

    width: int
    height: int
    title: str
    description: str
    heads: tuple[FlowText, ...]
    nodes: tuple[FlowNode, ...]
    edges: tuple[FlowEdge, ...]
    sentences: tuple[FlowSentence, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Body:
    """A document to print. Pages of one version share the object, so that a renderer may keep what it made of it.

    `links` give the fragment of each reference (`term:company` -> `#term-company`). `nowrap` are names and defined
    terms that are never broken over two lines, longest first. `buttons` are the addresses of the tools' opt-outs:
    links to them are drawn as buttons.
    """

    document: Document
    links: Mapping[str, str]
    nowrap: tuple[str, ...]
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LastVisit:
    """What a page needs to tell readers what changed since the version that they remembered in their browser.

    `key` is what it is kept under, `number` the version shown. `changes` is the address of a redline with `{n}` for an
    earlier version's number; so are `remembered` and `offer` sentences with `{n}`.
    """

    key: str
    number: int
    changes: str
    title: str
    keeps: str
    remember: str
    remembered: str
    offer: str
    link: str
    erase: str
    erased: str


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """One document with everything around it; `last_visit` where the site offers it and the version is in force."""

    chrome: Chrome
    version: VersionLine
    body: Body
    contents: tuple[ContentsEntry, ...]
    glance: Glance
    flow: Flow | None
    last_visit: LastVisit | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One language of the bilingual page. Only the column that is `anchored` prints ids."""

    lang: str
    language: str
    body: Body
    anchored: bool


@dataclass(frozen=True, slots=True)
class BilingualPage:
    """Two documents side by side; the first of each pair in `sections` is the left column's."""

    chrome: Chrome
    version: VersionLine
    left: Column
    right: Column
    contents: tuple[ContentsEntry, ...]
    sections: tuple[AlignedSection, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One version on the timeline.

    `dates` are all that are known, each with its label. `summary` says what changed, or that this is the first. `act`
    is what the controller did about it, `counts` how many events of each weight it had, `links` lead to its redline
    and notice, `told` says what was done to it after it was recorded; each may be empty.
    """

    version: VersionLine
    dates: tuple[tuple[str, DateWords], ...]
    summary: Runs
    digest: str
    record: str
    """Where the ledger's record is (`version.json`)."""
    act: str = ""
    counts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """All versions of a policy, the newest first."""

    chrome: Chrome
    policy: Link
    entries: tuple[HistoryEntry, ...]


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """One policy on the site's own page; `version` is None where none is published."""

    href: str
    title: str
    version: VersionLine | None
    bilingual: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The site's policies in one language."""

    chrome: Chrome
    policies: tuple[PolicyCard, ...]


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language: the site's name, the invitation and the link in that language."""

    lang: str
    dir: Literal["ltr", "rtl"]
    site_name: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class LanguagePage:
    """The site's root: choose a language."""

    chrome: Chrome
    choices: tuple[LanguageChoice, ...]


@dataclass(frozen=True, slots=True)
class NothingPage:
    """A short page where a text would stand, but none is published (or not in this language)."""

    chrome: Chrome
    title: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotFoundMessage:
    """The page's words in one language."""

    lang: str
    title: str
    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404.html, in every language; its links and assets are absolute paths."""

    chrome: Chrome
    messages: tuple[NotFoundMessage, ...]


@dataclass(frozen=True, slots=True)
class FragmentPage:
    """The body alone, for embedding: no chrome; `version` for one line under the text."""

    locale: str
    dir: Literal["ltr", "rtl"]
    version: VersionLine
    body: Body
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OverviewSite:
    """One site in the list of all sites, with its name in each of its languages."""

    href: str
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """output/index.html: the sites that were built."""

    chrome: Chrome
    sites: tuple[OverviewSite, ...]


View = (
    PolicyPage
    | BilingualPage
    | HistoryPage
    | HomePage
    | LanguagePage
    | NothingPage
    | NotFoundPage
    | FragmentPage
    | OverviewPage
)
