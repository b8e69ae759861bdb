"""The addresses of a site, and links between them. The contract fixes every address: a change needs a decision record.

An address is relative to the site's base URL; the home of the site is the empty address. Knows nothing of pages.
"""

from dataclasses import dataclass

HOME = ""
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
BILINGUAL = "bilingual"


def site_home(locale: str) -> str:
    """The site's policies in one language."""
    return f"{locale}/"


def policy_home(tongue: str, policy: str) -> str:
    """The version in force; `tongue` is a locale or `bilingual`."""
    return f"{tongue}/{policy}/"


def permalink(tongue: str, policy: str, number: int) -> str:
    """A version's own address; `tongue` is a locale or `bilingual`."""
    return f"{tongue}/{policy}/v{number}/"


def draft_page(tongue: str, policy: str) -> str:
    """The draft; `tongue` is a locale or `bilingual`."""
    return f"{tongue}/{policy}/draft/"


def history_page(locale: str, policy: str) -> str:
    """The history of a policy."""
    return f"{locale}/{policy}/versions/"


def changes_page(tongue: str, policy: str, number: int) -> str:
    """The redline of a version against the one before; `tongue` is a locale or `bilingual`."""
    return f"{permalink(tongue, policy, number)}changes/"


def draft_changes(tongue: str, policy: str) -> str:
    """The redline of the draft against the latest version; `tongue` is a locale or `bilingual`."""
    return f"{draft_page(tongue, policy)}changes/"


def changes_from(locale: str, policy: str, number: int | str) -> str:
    """The redline of the version in force against an earlier one."""
    return f"{policy_home(locale, policy)}changes/from-v{number}/"


def notice_page(locale: str, policy: str, number: int) -> str:
    """What people are told of a version."""
    return f"{permalink(locale, policy, number)}notice/"


def notice_text(locale: str, policy: str, number: int) -> str:
    """The same as plain text, for a mail."""
    return f"{permalink(locale, policy, number)}notice.txt"


def fragment(locale: str, policy: str) -> str:
    """The body alone."""
    return f"{locale}/{policy}/fragment.html"


def feed(locale: str, policy: str) -> str:
    """The Atom feed of versions."""
    return f"{locale}/{policy}/feed.atom"


def document_json(locale: str, policy: str, number: int) -> str:
    """The resolved document of a version."""
    return f"{locale}/{policy}/v{number}/document.json"


def record_json(policy: str, number: int) -> str:
    """The ledger's record of a version."""
    return f"{policy}/v{number}/version.json"


def act_json(policy: str, number: int, act: int) -> str:
    """The ledger's record of an act; it stands in the chain as the act of that number after the version."""
    return f"{policy}/v{number}/act-{act}.json"


def versions_json(policy: str) -> str:
    """The list of versions for machines."""
    return f"{policy}/versions.json"


def current_json(policy: str) -> str:
    """The version in force for machines."""
    return f"{policy}/current.json"


def static(name: str) -> str:
    """One of the site's own files."""
    return f"static/{name}"


def path_of(address: str) -> str:
    """The file that a host serves at an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links as one page needs them: `root` leads from the page to the site's home (`../../`, `/policies/`)."""

    root: str
    file_links: bool = False

    def to(self, address: str) -> str:
        """The link to an address of the same site."""
        if self.file_links:
            address = path_of(address)
        return self.root + address or "./"


def links_from(address: str, file_links: bool) -> Links:
    """Links from the page at `address`."""
    return Links("../" * path_of(address).count("/"), file_links)
