"""Facts: what the registers say, typed and linked by id.

Any fact may be `NOT_STATED`: the policy does not say it. It is shown as such, never guessed.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, TypeAlias, TypeVar

from policygen.model.document import Runs, plain


class NotStated(Enum):
    """The type of the one value `NOT_STATED`."""

    NOT_STATED = "not-stated"


NOT_STATED: Final = NotStated.NOT_STATED
_T = TypeVar("_T")
Stated: TypeAlias = _T | NotStated


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in some locales, in the order of the site's locales; a missing translation is absent."""

    texts: tuple[tuple[str, Runs], ...]

    def runs(self, locale: str) -> Runs | None:
        """The text in `locale`, or None where the translation is missing."""
        return next((runs for name, runs in self.texts if name == locale), None)

    def plain(self, locale: str) -> str | None:
        """The text in `locale` without its links and emphasis, or None where the translation is missing."""
        runs = self.runs(locale)
        return None if runs is None else plain(runs)


LawfulBasis = Literal[
    "consent",  # PDPA 19
    "research",  # 24(1)
    "vital-interest",  # 24(2)
    "contract",  # 24(3)
    "public-task",  # 24(4)
    "legitimate-interest",  # 24(5)
    "legal-obligation",  # 24(6)
]
SensitiveBasis = Literal[
    "explicit-consent",  # PDPA 26 para 1
    "vital-interest",  # 26(1)
    "foundation",  # 26(2)
    "public-by-subject",  # 26(3)
    "legal-claims",  # 26(4)
    "legal-obligation",  # 26(5)
]
SensitiveKind = Literal[
    "race", "political-opinion", "belief", "sexual-behaviour", "criminal-record", "health", "disability", "union",
    "genetic", "biometric", "other",
]  # fmt: skip
DataSource = Literal["data-subject", "device", "public-source", "third-party"]
Required = Literal["no", "yes", "law", "contract"]
TransferGround = Literal[
    "adequacy",  # PDPA 28 para 1
    "legal-obligation",  # 28(1)
    "consent",  # 28(2)
    "contract",  # 28(3)
    "contract-for-subject",  # 28(4)
    "vital-interest",  # 28(5)
    "public-interest",  # 28(6)
    "binding-rules",  # 29 para 1
    "safeguards",  # 29 para 3
]
StatutoryRight = Literal[
    "withdraw-consent",  # PDPA 19 para 5
    "access",  # 30
    "copy",  # 30
    "portability",  # 31
    "objection",  # 32
    "erasure",  # 33
    "restriction",  # 34
    "rectification",  # 36
    "complaint",  # 73
    "other",
]
ContactKind = Literal["phone", "email", "web", "facebook", "line", "post", "dpo", "other"]
Country: TypeAlias = str
"""An ISO 3166-1 alpha-2 code, or `abroad`: abroad, and the policy does not say where."""


@dataclass(frozen=True, slots=True)
class Definition:
    id: str
    term: LocalText
    meaning: LocalText
    variants: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other spellings of the term that mean the same, by locale."""


@dataclass(frozen=True, slots=True)
class DataItem:
    """A data item, or a group of them (`group`), which may have no items."""

    id: str
    name: LocalText
    group: bool = False
    items: tuple["DataItem", ...] = ()
    sensitive: Stated[Literal["no"] | SensitiveKind] = NOT_STATED
    source: Stated[tuple[DataSource, ...]] = NOT_STATED
    required: Stated[Required] = NOT_STATED
    refusal: Stated[LocalText] = NOT_STATED
    """What happens when the person does not give it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A retention of a fixed length: an ISO 8601 duration such as `P5Y`, from a moment told in words."""

    duration: str
    start: Stated[LocalText] = NOT_STATED


@dataclass(frozen=True, slots=True)
class Criterion:
    """A retention that ends by a criterion told in words."""

    text: LocalText


Retention: TypeAlias = Period | Criterion


@dataclass(frozen=True, slots=True)
class Purpose:
    """`data` names items or groups of the data register."""

    id: str
    text: LocalText
    name: LocalText | None = None
    """A short name for summaries and pictures, where `text` is long."""
    basis: Stated[tuple[LawfulBasis, ...]] = NOT_STATED
    basis_detail: Stated[LocalText] = NOT_STATED
    """Which interest, which law."""
    sensitive_basis: Stated[tuple[SensitiveBasis, ...]] = NOT_STATED
    data: Stated[tuple[str, ...]] = NOT_STATED
    retention: Stated[Retention] = NOT_STATED
    direct_marketing: Stated[bool] = NOT_STATED


@dataclass(frozen=True, slots=True)
class Cookie:
    name: str
    duration: Stated[str] = NOT_STATED
    """An ISO 8601 duration, or `session`."""
    purpose: Stated[LocalText] = NOT_STATED


@dataclass(frozen=True, slots=True)
class Tool:
    id: str
    name: LocalText
    text: Stated[LocalText] = NOT_STATED
    provider: Stated[LocalText] = NOT_STATED
    countries: Stated[tuple[Country, ...]] = NOT_STATED
    data: Stated[tuple[str, ...]] = NOT_STATED
    purposes: Stated[tuple[str, ...]] = NOT_STATED
    transfer: Stated[tuple[TransferGround, ...]] = NOT_STATED
    opt_out: Stated[str] = NOT_STATED
    privacy_url: Stated[str] = NOT_STATED
    cookie_url: Stated[str] = NOT_STATED
    processing_url: Stated[str] = NOT_STATED
    technologies: Stated[tuple[str, ...]] = NOT_STATED
    cookies: tuple[Cookie, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipient:
    id: str
    name: LocalText
    kind: Stated[Literal["category", "named"]] = NOT_STATED
    text: Stated[LocalText] = NOT_STATED
    countries: Stated[tuple[Country, ...]] = NOT_STATED
    data: Stated[tuple[str, ...]] = NOT_STATED
    purposes: Stated[tuple[str, ...]] = NOT_STATED
    transfer: Stated[tuple[TransferGround, ...]] = NOT_STATED


@dataclass(frozen=True, slots=True)
class Right:
    id: str
    right: StatutoryRight
    text: LocalText
    how: Stated[LocalText] = NOT_STATED
    time_limit: Stated[str] = NOT_STATED
    """An ISO 8601 duration."""


@dataclass(frozen=True, slots=True)
class ContactChannel:
    id: str
    kind: ContactKind
    label: LocalText
    value: LocalText
    opens: Stated[str] = NOT_STATED
    """The address that it opens: `tel:`, `mailto:`, `https:`."""


@dataclass(frozen=True, slots=True)
class Party:
    """A representative or a data protection officer."""

    name: Stated[LocalText] = NOT_STATED
    address: Stated[LocalText] = NOT_STATED
    email: Stated[str] = NOT_STATED
    phone: Stated[str] = NOT_STATED


@dataclass(frozen=True, slots=True)
class NotRequired:
    """Why there is no data protection officer."""

    because: LocalText


@dataclass(frozen=True, slots=True)
class Controller:
    name: LocalText
    short_names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By locale."""
    address: Stated[LocalText] = NOT_STATED
    registration: Stated[str] = NOT_STATED
    website: Stated[str] = NOT_STATED
    email: Stated[str] = NOT_STATED
    phone: Stated[str] = NOT_STATED
    representative: Stated[Party | NotRequired] = NOT_STATED
    dpo: Stated[Party | NotRequired] = NOT_STATED


Regime = Literal["pdpa", "gdpr"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the registers say in one edition."""

    controller: Controller
    authoritative: str
    regimes: tuple[Regime, ...]
    definitions: tuple[Definition, ...] = ()
    data: tuple[DataItem, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    tools: tuple[Tool, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    rights: tuple[Right, ...] = ()
    contacts: tuple[ContactChannel, ...] = ()
    names: tuple[str, ...] = ()
    """Brand and proper names of the glossary that are never broken over two lines."""
    places: tuple[tuple[str, str], ...] = ()
    """Where each entry stands: its anchor (`purpose-billing`), and the anchor or section id that shows it."""
    was: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Former ids of renamed entries and sections: `purpose:billing`, then the ids it had."""
