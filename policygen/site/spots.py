"""Where a page stands: its address, the same place in other languages, and what search engines are told of it.

Decided before any page is made, so that the sitemap and the pages agree (decision 020), by the rules of decision 022.
Knows addresses, no views.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from policygen.site.addresses import path_of

Robots = Literal["", "noindex", "noindex, follow"]
Tongue = str
"""A locale, or `bilingual`."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page stands.

    `locale` is the language of its words, `tongues` the address of the same place in each tongue. `canonical` is the
    address that search engines should show for it, or None; `alternates` are hreflangs with addresses, this page's
    own among them.
    """

    address: str
    locale: str
    tongues: tuple[tuple[Tongue, str], ...] = ()
    robots: Robots = ""
    canonical: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """Its file, relative to the site's folder."""
        return path_of(self.address)

    @property
    def listed(self) -> bool:
        """Whether it stands in the sitemap: it may be indexed, under its own address."""
        return not self.robots and self.canonical == self.address


def open_spot(address: str, locale: str, tongues: Iterable[tuple[Tongue, str]], languages: Iterable[str]) -> Spot:
    """A page that search engines may list under its own address; `languages` are the tongues that are its equals."""
    tongues, languages = tuple(tongues), tuple(languages)
    alternates = tuple((tongue, place) for tongue, place in tongues if tongue in languages)
    # A lone hreflang says nothing, and a page that is not among them may not name them: hreflang goes both ways.
    related = len(alternates) > 1 and any(place == address for _, place in alternates)
    return Spot(address, locale, tongues, canonical=address, alternates=alternates if related else ())


def closed_spot(
    address: str, locale: str, tongues: Iterable[tuple[Tongue, str]] = (), robots: Robots = "noindex"
) -> Spot:
    """A page that search engines should not list."""
    return Spot(address, locale, tuple(tongues), robots)


def copy_spot(address: str, locale: str, tongues: Iterable[tuple[Tongue, str]], original: str) -> Spot:
    """A page that says the same as the one at `original`."""
    return Spot(address, locale, tuple(tongues), canonical=original)


def hidden(spot: Spot) -> Spot:
    """The spot on a site that is not to be found at all."""
    return replace(spot, robots=spot.robots or "noindex", canonical=None, alternates=())
