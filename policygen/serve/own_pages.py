"""Pages of the preview itself: what there is to preview, and what is said where a site has no page."""

from collections.abc import Iterable
from html import escape
from http import HTTPStatus
from urllib.parse import quote

from policygen.model.site import Site
from policygen.serve import words
from policygen.serve.framing import own_page
from policygen.serve.preview import Preview, Seen
from policygen.site.addresses import draft_page
from policygen.site.words import name_in
from policygen.sources import load_site

# Of more sites than these, only the names are listed: to look into each would take its time.
_MOST_LOOKED_INTO = 60


def start_page(preview: Preview, lang: str) -> str:
    """All sites with their policies."""
    sites = preview.sites()
    if sites:
        whole = len(sites) <= _MOST_LOOKED_INTO
        items = "".join(_site(preview, site, lang, whole=whole) for site in sites)
        main = f'<ul class="pp-sites" role="list">\n{items}</ul>\n'
    else:
        main = f"<p>{escape(words.NO_SITES.in_language(lang))}</p>\n"
    return own_page(words.START.in_language(lang), main, lang, after=told_page(preview.token("/")))


def told_page(token: str) -> str:
    """What lets a page without a bar be shown again when its token changes."""
    return f'<div id="pp" hidden data-settled data-token="{token}"></div>\n'


def missing_page(preview: Preview, seen: Seen, lang: str) -> tuple[str, str]:
    """The title and the text of a page that says that there is none."""
    if seen.problems:
        return words.NOT_YET.in_language(lang), f"<p>{escape(words.NOT_YET_TEXT.in_language(lang))}</p>\n"
    if seen.site and seen.site.site:
        there = _drafts(seen.site.site, seen.policies)
    else:
        there = "".join(_item(f"/{quote(one)}/", one) for one in preview.sites())
    text = words.MISSING_TEXT.in_language(lang)
    return words.MISSING.in_language(lang), f'<p>{escape(text)}</p>\n<ul class="pp-sites" role="list">\n{there}</ul>\n'


def refusal_text(status: HTTPStatus, lang: str) -> str:
    """One line for a request that is not answered."""
    return f"{status.value} {status.phrase}: {words.REFUSED.in_language(lang)}\n"


def _site(preview: Preview, name: str, lang: str, *, whole: bool) -> str:
    site = load_site(preview.content, name).value if whole else None
    if site is None:
        return _item(f"/{quote(name)}/", name)
    title = name_in(site.name, lang, site.authoritative)
    drafts = _drafts(site, preview.policies(name))
    inner = f'<ul role="list">\n{drafts}</ul>\n' if drafts else ""
    head = f'<a href="/{quote(name)}/">{escape(title)}</a> <code>{escape(name)}</code>'
    return f"<li>{head}\n{inner}</li>\n"


def _drafts(site: Site, policies: Iterable[str]) -> str:
    """A link to the draft of each policy, in the language whose text prevails."""
    return "".join(
        _item(f"/{quote(site.id)}/{draft_page(site.authoritative, quote(policy))}", policy) for policy in policies
    )


def _item(href: str, text: str) -> str:
    return f'<li><a href="{href}">{escape(text)}</a></li>\n'
