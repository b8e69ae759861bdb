"""The page above all sites: which sites were built."""

import hashlib
from collections.abc import Sequence
from functools import partial

from policygen.model.site import Site
from policygen.site.addresses import HOME, Links, path_of
from policygen.site.files import Page
from policygen.site.views import Assets, Chrome, Link, OverviewPage, OverviewSite
from policygen.site.words import direction, name_in, words_of


def overview(sites: Sequence[Site], language: str = "th", *, file_links: bool = False) -> Page:
    """`index.html` above the sites' folders, in `language`; it borrows the assets of the first site."""
    known = repr(([(site.id, site.name, site.locales) for site in sites], language, file_links))
    inputs = (("sites", hashlib.sha256(known.encode()).hexdigest()),)
    return Page(path_of(HOME), "overview.html", inputs, partial(_view, tuple(sites), language, file_links))


def _view(sites: tuple[Site, ...], language: str, file_links: bool) -> OverviewPage:
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


def _site(site: Site, links: Links) -> OverviewSite:
    href = links.to(f"{site.id}/")
    return OverviewSite(
        href,
        tuple(Link(href, name_in(site.name, locale, site.authoritative), locale) for locale in site.locales),
    )
