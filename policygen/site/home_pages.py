"""The pages of the site itself: choose a language, the site's policies, and what unknown addresses show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from policygen.site.addresses import BILINGUAL, HOME, NOT_FOUND, Links, policy_home, site_home
from policygen.site.chrome import Setting, at_root, base_path, chrome, unofficial_banners
from policygen.site.files import Page, PlannedPage
from policygen.site.history import PolicyHistory
from policygen.site.policy_views import locales_of
from policygen.site.spots import Spot, closed_spot, open_spot
from policygen.site.version_line import version_line
from policygen.site.views import (
    HomePage,
    LanguageChoice,
    LanguagePage,
    Link,
    NotFoundMessage,
    NotFoundPage,
    PolicyCard,
)
from policygen.site.words import Words, direction, words_of


def home_pages(setting: Setting, histories: Sequence[PolicyHistory]) -> Iterator[PlannedPage]:
    """The site's root, its home in each language, and 404.html."""
    yield _language_page(setting)
    policies = tuple((f"policy {history.policy}", _fingerprint(history)) for history in histories)
    for locale in setting.site.locales:
        spot = setting.placed(_home_spot(setting, site_home(locale), locale))
        inputs = (*policies, ("settings", setting.digest))
        yield PlannedPage(spot, Page(spot.path, "home.html", inputs, partial(_home_view, setting, spot, histories)))
    yield _not_found_page(setting)


def _home_spot(setting: Setting, address: str, locale: str) -> Spot:
    """The root and the homes are each other's alternates; the root is for all other languages."""
    homes = tuple((one, site_home(one)) for one in setting.site.locales)
    both = (*homes, ("x-default", HOME))
    return replace(open_spot(address, locale, both, dict(both)), tongues=homes)


def _fingerprint(history: PolicyHistory) -> str:
    record, draft = history.current, history.draft
    if record:
        return f"{record.stamp} {history.state_of[record.number]}"
    # Where nothing is published, the title is the draft's.
    return draft.digest if draft else "none"


def _home_view(setting: Setting, spot: Spot, histories: Sequence[PolicyHistory]) -> HomePage:
    words, name = words_of(spot.locale), setting.name(spot.locale)
    description = words.say("choose", "description", name=name)
    return HomePage(
        chrome(setting, spot, words.page["policies"], description),
        tuple(_card(setting, spot, history, words) for history in histories),
    )


def _card(setting: Setting, spot: Spot, history: PolicyHistory, words: Words) -> PolicyCard:
    links, record = setting.links(spot), history.current
    href, title = links.to(policy_home(spot.locale, history.policy)), history.title(spot.locale)
    if record is None:
        return PolicyCard(href, title, None, note=words.say("nothing", "text"))
    both = setting.bilingual and all(one in record.documents for one in locales_of(setting, BILINGUAL))
    return PolicyCard(
        href,
        title,
        version_line(history.policy, record, history.state_of[record.number], links, words),
        links.to(policy_home(BILINGUAL, history.policy)) if both else "",
    )


def _language_page(setting: Setting) -> PlannedPage:
    spot = setting.placed(_home_spot(setting, HOME, setting.site.authoritative))
    inputs = (("settings", setting.digest),)
    return PlannedPage(spot, Page(spot.path, "language.html", inputs, partial(_language_view, setting, spot)))


def _language_view(setting: Setting, spot: Spot) -> LanguagePage:
    words, links = words_of(spot.locale), setting.links(spot)
    description = words.say("choose", "description", name=setting.name(spot.locale))
    around = chrome(setting, spot, words.say("choose", "title"), description)
    return LanguagePage(
        replace(around, banners=unofficial_banners(setting, setting.site.locales)),
        tuple(_choice(setting, links, locale) for locale in setting.site.locales),
    )


def _choice(setting: Setting, links: Links, locale: str) -> LanguageChoice:
    text = words_of(locale).say("choose", "text")
    return LanguageChoice(locale, direction(locale), setting.name(locale), text, links.to(site_home(locale)))


def _not_found_page(setting: Setting) -> PlannedPage:
    spot = closed_spot(NOT_FOUND, setting.site.authoritative)
    inputs = (("settings", setting.digest),)
    return PlannedPage(spot, Page(spot.path, "not-found.html", inputs, partial(_not_found_view, setting, spot)))


def _not_found_view(setting: Setting, spot: Spot) -> NotFoundPage:
    words, links = words_of(spot.locale), Links(base_path(setting), setting.file_links)
    around = chrome(setting, spot, words.say("not_found", "title"), words.say("not_found", "text"))
    around = replace(around, banners=unofficial_banners(setting, setting.site.locales))
    return NotFoundPage(
        at_root(around, setting), tuple(_message(setting, links, locale) for locale in setting.site.locales)
    )


def _message(setting: Setting, links: Links, locale: str) -> NotFoundMessage:
    words = words_of(locale)
    link = Link(links.to(site_home(locale)), words.say("not_found", "link", name=setting.name(locale)), locale)
    return NotFoundMessage(locale, words.say("not_found", "title"), words.say("not_found", "text"), link)
