"""Themes made ready to render, each once.

A theme is looked for beside the content folder (`themes/`), then among those that come with the program.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from policygen.build.update import Wanted
from policygen.diagnostics import Diagnostic, Place
from policygen.model.theme import ThemeSettings
from policygen.render.pages import Renderer, make_renderer
from policygen.render.themes import Theme, load_theme
from policygen.site.files import Page
from policygen.sources import load_theme_settings


@dataclass(frozen=True, slots=True)
class Ready:
    """A theme with its renderer; both are None where errors say why it cannot be used."""

    theme: Theme | None
    renderer: Renderer | None
    diagnostics: tuple[Diagnostic, ...]
    assets: tuple[Wanted, ...] = ()

    def told_at(self, asked: Place) -> tuple[Diagnostic, ...]:
        """What was found, where `asked` is the place that names the theme."""
        return tuple(one if one.place.path else replace(one, place=asked) for one in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes that sites ask for, each read and compiled when it is first asked for."""

    folders: tuple[Path, ...]
    _ready: dict[str, Ready] = field(default_factory=dict)

    def ready(self, name: str) -> Ready:
        """The theme of that name."""
        if name not in self._ready:
            self._ready[name] = _make(name, self.folders)
        return self._ready[name]


@lru_cache(maxsize=1)
def themes_in(folders: tuple[Path, ...], digest: str) -> Themes:
    """The themes in `folders`, kept as long as the `digest` of all their files stays the same."""
    return Themes(folders)


def _make(name: str, folders: Sequence[Path]) -> Ready:
    theme, found = load_theme(name, folders, _read_settings)
    if theme is None:
        return Ready(None, None, found)
    renderer, problems = make_renderer(theme)
    return Ready(theme, renderer, (*found, *problems), tuple(_assets(renderer)) if renderer else ())


def _assets(renderer: Renderer) -> Iterator[Wanted]:
    for name, content in renderer.assets.files.items():
        inputs = (("file", hashlib.sha256(content).hexdigest()),)
        yield Wanted(f"assets/{name}", inputs, partial(_as_it_is, content))


def rendered(renderer: Renderer, page: Page) -> bytes:
    """The bytes of a page; raises TemplateFault where its template fails."""
    return renderer.render(page.template, page.view()).encode()


def _as_it_is(content: bytes) -> bytes:
    return content


def _read_settings(path: Path) -> tuple[ThemeSettings | None, Sequence[Diagnostic]]:
    loaded = load_theme_settings(path)
    return loaded.value, loaded.diagnostics
