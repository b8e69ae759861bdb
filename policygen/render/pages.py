"""A theme made ready: its assets named, its templates compiled, and the filters by which they show documents.

Knows nothing of which pages there are; a view is any frozen value that a template understands.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from policygen.diagnostics import Diagnostic
from policygen.model.alignment import AlignedSection
from policygen.model.document import Document, Runs
from policygen.render.assets import Assets, make_assets
from policygen.render.bilingual import Sides, render_bilingual
from policygen.render.bilingual_redline import BothRedlineLike, render_bilingual_redline
from policygen.render.body import Setting, render_body, runs_html, setting, with_language_links
from policygen.render.redline import RedlineLike, render_redline
from policygen.render.templates import Templates, compile_templates, unescaped
from policygen.render.themes import Theme
from policygen.text.catalog import catalog

LAST_VISIT = "last-visit.js"
"""The script that tells readers what changed since their last visit, where a theme has it and a site offers it."""
# The pages of one version follow one another; more than this many texts at once are in nobody's hands.
_KEPT_BODIES = 16
# Each language of a site with and without anchors, for a version and the one before it.
_KEPT_WAYS = 8
W = TypeVar("W", Setting, Sides)


class Text(Protocol):
    """What a view has where a document is printed."""

    @property
    def document(self) -> Document: ...
    @property
    def links(self) -> Mapping[str, str]: ...
    @property
    def nowrap(self) -> tuple[str, ...]: ...
    @property
    def buttons(self) -> tuple[str, ...]: ...


class SideColumn(Protocol):
    """What a view has for each language of a bilingual page."""

    @property
    def body(self) -> Text: ...
    @property
    def anchored(self) -> bool: ...


class LanguageSwitch(Protocol):
    """What a view has for the same page in another language."""

    @property
    def href(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def current(self) -> bool: ...
    @property
    def bilingual(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders views with one theme."""

    templates: Templates
    assets: Assets

    def render(self, template: str, view: object) -> str:
        """The page that a template (`policy.html`) makes of a view; TemplateFault where it cannot."""
        return self.templates.render(template, view)


def make_renderer(theme: Theme) -> tuple[Renderer | None, tuple[Diagnostic, ...]]:
    """A renderer for the theme; None where errors say why its files cannot be used."""
    assets, asset_problems = make_assets(theme)
    filters = _filters(assets)
    templates, template_problems = compile_templates(theme.templates(), filters)
    found = (*asset_problems, *template_problems)
    if templates is None or any(problem.severity == "error" for problem in found):
        return None, found
    return Renderer(templates, assets), found


def _filters(assets: Assets) -> dict[str, Callable[..., Any]]:
    bodies, ways = _Kept(), _Ways()

    def body(text: Text, languages: Iterable[LanguageSwitch] = ()) -> str:
        """The document as an article, its sections linked to the same clause in the other languages."""
        return unescaped(with_language_links(bodies.html(text, ways), _switches(languages)))

    def bilingual(
        sections: Iterable[AlignedSection],
        left: SideColumn,
        right: SideColumn,
        locale: str,
        languages: Iterable[LanguageSwitch] = (),
    ) -> str:
        """Both documents as one article; `locale` is the page's own."""
        sides = ways.sides(left, right, _unpaired(locale))
        html = render_bilingual(left.body.document, right.body.document, sections, sides)
        return unescaped(with_language_links(html, _switches(languages)))

    def asset(path: str) -> str:
        """The name under which an asset of the theme is served, below the view's root of assets."""
        return assets.names[path]

    return {
        "body": body,
        "bilingual": bilingual,
        "redline": redline,
        "bilingual_redline": bilingual_redline,
        "runs": runs,
        "asset": asset,
    }


def redline(value: RedlineLike) -> str:
    """A redline in one language."""
    return unescaped(render_redline(value))


def bilingual_redline(value: BothRedlineLike, locale: str) -> str:
    """A redline in two languages; `locale` is the page's own."""
    return unescaped(render_bilingual_redline(value, _unpaired(locale)))


def runs(value: Runs, locale: str) -> str:
    """A stretch of text outside the body."""
    return unescaped(runs_html(value, setting(locale, {})))


def _unpaired(locale: str) -> str:
    return catalog(locale)["page"]["unpaired"]


def _switches(languages: Iterable[LanguageSwitch]) -> list[tuple[str, str, str]]:
    return [
        (language.href, language.lang, language.hint)
        for language in languages
        if not language.current and not language.bilingual
    ]


@dataclass(slots=True)
class _Kept:
    """The last bodies rendered, by the identity of the view's text: pages of one version share it."""

    made: OrderedDict[int, tuple[Text, str]] = field(default_factory=OrderedDict)

    def html(self, text: Text, ways: "_Ways") -> str:
        """The body of the text, with marks where the language links go."""
        found = self.made.get(id(text))
        if found is None:
            # The text itself is kept too, so that no other can get its identity.
            found = self.made[id(text)] = (text, render_body(text.document, ways.setting(text)))
            if len(self.made) > _KEPT_BODIES:
                self.made.popitem(last=False)
        return found[1]


@dataclass(slots=True)
class _Ways:
    """The last ways in which texts were set: versions that are set alike share what was made of their blocks."""

    settings: list[Setting] = field(default_factory=list)
    both: list[Sides] = field(default_factory=list)

    def setting(self, text: Text, anchored: bool = True) -> Setting:
        """How the text is set."""
        return _known(self.settings, setting(text.document.locale, text.links, text.nowrap, text.buttons, anchored))

    def sides(self, left: SideColumn, right: SideColumn, unpaired: str) -> Sides:
        """How two texts are set side by side."""
        first, second = self.setting(left.body, left.anchored), self.setting(right.body, right.anchored)
        return _known(self.both, Sides(first, second, unpaired))


def _known(recent: list[W], way: W) -> W:
    """The one among the recent ones that is equal, or this one, which is then among them."""
    found = next((one for one in recent if one == way), None)
    if found is not None:
        return found
    recent.append(way)
    del recent[:-_KEPT_WAYS]
    return way
