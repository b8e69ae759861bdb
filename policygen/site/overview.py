"""The page above all sites: which sites were built."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from policygen.model.site import Site
from policygen.site.addresses import HOME, Links, path_of
from policygen.site.files import Page
from policygen.site.views import Assets, Chrome, Link, OverviewPage, OverviewSite
from policygen.site.words import direction, name_in, words_of


@dataclass(frozen=True, slots=True)
class ListedSite:
    """A site as the overview lists it: its name in each of its locales, in order."""

    id: str
    names: tuple[tuple[str, str], ...]


def listed(site: Site) -> ListedSite:
    """The site as the overview lists it."""
    return ListedSite(
        site.id, tuple((locale, name_in(site.name, locale, site.authoritative)) for locale in site.locales)
    )


def overview(sites: Sequence[ListedSite], language: str = "th", *, file_links: bool = False) -> Page:
    """`index.html` above the sites' folders, in `language`; it borrows the assets of the first site."""
    known = repr((tuple(sites), language, file_links))
    inputs = (("sites", hashlib.sha256(known.encode()).hexdigest()),)
    return Page(path_of(HOME), "overview.html", inputs, partial(_view, tuple(sites), language, file_links))


def _view(sites: tuple[ListedSite, ...], language: str, file_links: bool) -> OverviewPage:
    words = words_of(language)
    title = words.say("overview", "title")
    return OverviewPage(
        Chrome(
            locale=language,
            dir=direction(language),
            site_name=title,
            title=title,
            description=words.say("overview", "description"),
            home="./",
            assets=Assets(f"{sites[0].id}/assets/" if sites else ""),
            words=words.page,
            robots="noindex",
        ),
        tuple(_site(site, Links("", file_links)) for site in sites),
    )


def _site(site: ListedSite, links: Links) -> OverviewSite:
    href = links.to(f"{site.id}/")
    return OverviewSite(href, tuple(Link(href, name, locale) for locale, name in site.names))
