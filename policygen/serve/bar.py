"""The author's bar: what is shown, in which language, as a text or as a redline; and what is to be known of the draft.

Links and unfolding parts, so that it works without a script. Its words are in the author's language.
"""

from collections.abc import Iterator, Sequence
from html import escape

from policygen.diagnostics import Bilingual
from policygen.serve import words
from policygen.serve.analysis import Analysis
from policygen.serve.around import Around, said
from policygen.serve.bar_panels import debt_panel, findings_panel, notice_panel
from policygen.serve.preview import Seen
from policygen.serve.showing import languages, places, version_name, versions, views

_Link = tuple[str, str, bool]


def author_bar(seen: Seen, analysis: Analysis, around: Around | None, lang: str) -> str:
    """The bar of a page; `around` is None where the page is of no site."""
    settled = around is None or around.settled
    state = " data-settled" if settled else f' aria-busy="true" title="{said(words.WORKING, lang)}"'
    inner = "".join(_parts(seen, analysis, around, lang))
    return (
        f'<aside class="pp-bar" id="pp" lang="{lang}" aria-label="{said(words.BAR, lang)}"'
        f' data-token="{seen.token}"{state}>\n{inner}</aside>\n'
    )


def _parts(seen: Seen, analysis: Analysis, around: Around | None, lang: str) -> Iterator[str]:
    yield f'<nav class="pp-nav" aria-label="{said(words.SHOWN, lang)}">\n{"".join(_nav(seen, around, lang))}</nav>\n'
    if around is not None and seen.policy is not None:
        yield '<div class="pp-figures">\n'
        yield notice_panel(analysis, around, broken=len(seen.policy.problems))
        yield findings_panel(analysis, around)
        yield debt_panel(analysis, around)
        yield "</div>\n"


def _nav(seen: Seen, around: Around | None, lang: str) -> Iterator[str]:
    where = seen.where
    name = f"{where.site}/{where.policy}" if seen.policy else where.site if around else words.SITES.in_language(lang)
    yield _menu("pp-where", name, words.POLICIES, places(seen.policies, around, lang), lang)
    if around is not None and seen.policy is not None:
        history = seen.policy.history
        yield _menu("pp-version", version_name(around, history), words.VERSIONS, versions(around, history), lang)
        yield _choice("pp-languages", words.LANGUAGES, languages(around), lang)
        yield _choice("pp-view", words.VIEW, views(around, history), lang)


def _menu(id: str, name: str, label: Bilingual, links: Sequence[_Link], lang: str) -> str:
    """A name that unfolds into a list."""
    items = "".join(f"<li>{_link(link)}</li>\n" for link in links)
    told = said(label, lang)
    summary = f'<span class="pp-unseen">{told}: </span><span class="pp-name">{escape(name)}</span>'
    return (
        f'<details class="pp-menu" id="{id}" name="pp">\n<summary>{summary}</summary>\n'
        f'<ul class="pp-sheet" role="list" aria-label="{told}">\n{items}</ul>\n</details>\n'
    )


def _choice(id: str, label: Bilingual, links: Sequence[_Link], lang: str) -> str:
    """A few things beside each other, of which one is shown."""
    items = "".join(f"<li>{_link(link)}</li>\n" for link in links)
    return f'<ul class="pp-choice" id="{id}" role="list" aria-label="{said(label, lang)}">\n{items}</ul>\n'


def _link(link: _Link) -> str:
    href, inner, current = link
    if not href:
        return f'<span class="pp-off">{inner}</span>'
    here = ' aria-current="page"' if current else ""
    return f'<a href="{escape(href)}"{here}>{inner}</a>'
