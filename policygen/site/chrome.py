"""What every page has around its content, made from the site's settings and the page's spot.

Knows nothing of policies' facts or documents.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from policygen.model.facts import LocalText, NotStated
from policygen.model.site import Site
from policygen.site.addresses import BILINGUAL, HOME, Links, links_from, site_home, static
from policygen.site.spots import Spot, hidden
from policygen.site.views import Alternate, Assets, Banner, Chrome, FooterLine, LanguageLink, Link
from policygen.site.words import Words, direction, name_in, own_name, words_of

_LOGOS = ("logo.svg", "logo.webp", "logo.png", "logo.jpg")
_FAVICONS = ("favicon.svg", "favicon.ico", "favicon.png")
_SITE_CSS = "site.css"


@dataclass(frozen=True)
class Setting:
    """What all pages of a site are made with. `static` are the names of the site's own files."""

    site: Site
    today: date
    static: frozenset[str] = frozenset()
    file_links: bool = False

    @property
    def base_url(self) -> str | None:
        """The site's address, or None."""
        return self.site.base_url

    @property
    def bilingual(self) -> bool:
        """Whether the site has pages with two languages."""
        return len(self.site.locales) > 1

    @property
    def tongues(self) -> tuple[str, ...]:
        """The locales, then `bilingual` where there is such a page."""
        return (*self.site.locales, *((BILINGUAL,) if self.bilingual else ()))

    def placed(self, spot: Spot) -> Spot:
        """The spot as this site shows it: an unofficial one is not to be found at all."""
        return hidden(spot) if self.site.unofficial else spot

    def links(self, spot: Spot) -> Links:
        """Links from a page of the site."""
        return links_from(spot.address, self.file_links)

    def name(self, locale: str) -> str:
        """The site's name."""
        return name_in(self.site.name, locale, self.site.authoritative)

    def controller(self, locale: str) -> str:
        """The controller's legal name."""
        return name_in(self.site.controller.name, locale, self.site.authoritative)

    @cached_property
    def digest(self) -> str:
        """A digest of all settings that a page may depend on; not of `today`."""
        known = (self.site, sorted(self.static), self.file_links)
        return hashlib.sha256(repr(known).encode()).hexdigest()


def chrome(
    setting: Setting,
    spot: Spot,
    title: str,
    description: str,
    *,
    banners: Iterable[Banner] = (),
    feed: str = "",
) -> Chrome:
    """The chrome of the page at `spot`; `feed` is the address of its policy's feed, or empty."""
    words = words_of(spot.locale)
    links = setting.links(spot)
    has_feed = feed and setting.base_url
    return Chrome(
        locale=spot.locale,
        dir=direction(spot.locale),
        site_name=setting.name(spot.locale),
        title=title,
        description=description,
        home=links.to(site_home(spot.locale)),
        assets=_assets(setting, links),
        words=words.page,
        canonical=absolute(setting, spot.canonical),
        robots=spot.robots,
        feed=links.to(feed) if has_feed else "",
        alternates=tuple(_alternates(setting, spot)),
        languages=tuple(_languages(spot, links, words)),
        banners=(*unofficial_banners(setting, (spot.locale,)), *banners),
        footer=tuple(_footer(setting, words)),
    )


def absolute(setting: Setting, address: str | None) -> str:
    """The full address, or nothing where the site has none."""
    return "" if address is None or setting.base_url is None else setting.base_url + address


def base_path(setting: Setting) -> str:
    """The path of the site on its host: `/`, `/privacy/`."""
    return urlsplit(setting.base_url).path if setting.base_url else "/"


def unofficial_banners(setting: Setting, locales: Iterable[str]) -> tuple[Banner, ...]:
    """The banner of a site that the controller neither made nor endorsed, in each of the locales."""
    return tuple(_unofficial(setting, words_of(locale)) for locale in locales) if setting.site.unofficial else ()


def at_root(chrome: Chrome, setting: Setting) -> Chrome:
    """The chrome of a page that may be served at any depth: its links start at the host's root."""
    links = Links(base_path(setting), setting.file_links)
    return replace(chrome, home=links.to(HOME), assets=_assets(setting, links))


def _unofficial(setting: Setting, words: Words) -> Banner:
    website = setting.site.controller.website
    official = () if isinstance(website, NotStated) else (Link(website, words.say("banner", "unofficial_link")),)
    text = words.say("banner", "unofficial", name=setting.controller(words.locale))
    return Banner("unofficial", text, official, words.locale)


def _assets(setting: Setting, links: Links) -> Assets:
    def first(names: Iterable[str]) -> str:
        return next((links.root + static(name) for name in names if name in setting.static), "")

    return Assets(f"{links.root}assets/", first(_LOGOS), first(_FAVICONS), first((_SITE_CSS,)))


def _alternates(setting: Setting, spot: Spot) -> Iterator[Alternate]:
    if setting.base_url is not None:
        for hreflang, address in spot.alternates:
            yield Alternate(hreflang, setting.base_url + address)


def _languages(spot: Spot, links: Links, words: Words) -> Iterator[LanguageLink]:
    for tongue, address in spot.tongues:
        current = address == spot.address
        if tongue == BILINGUAL:
            hint = words.say("version", "hint_bilingual")
            yield LanguageLink(links.to(address), words.locale, words.page["bilingual"], hint, current, True)
        else:
            there = words_of(tongue)
            hint = there.say("version", "hint", language=there.language(tongue))
            yield LanguageLink(links.to(address), tongue, own_name(tongue), hint, current)


def _footer(setting: Setting, words: Words) -> Iterator[FooterLine]:
    controller, locale = setting.site.controller, words.locale
    yield FooterLine(words.page["controller"], setting.controller(locale))
    if not isinstance(controller.address, NotStated):
        yield FooterLine(words.page["address"], _told(setting, controller.address, locale))
    for key, text, scheme in (
        ("registration", controller.registration, None),
        ("phone", controller.phone, "tel:"),
        ("email", controller.email, "mailto:"),
        ("website", controller.website, ""),
    ):
        if not isinstance(text, NotStated):
            yield FooterLine(words.page[key], text, _opens(scheme, text))


def _opens(scheme: str | None, text: str) -> str:
    if scheme is None:
        return ""
    return scheme + _dialled(text) if scheme == "tel:" else scheme + text


def _dialled(phone: str) -> str:
    """The number without the signs that people put between its digits."""
    return "".join(char for char in phone if char in "+0123456789")


def _told(setting: Setting, text: LocalText, locale: str) -> str:
    return name_in(text, locale, setting.site.authoritative)
