"""Themes in a temporary folder, and what a theme needs to be ready."""

from collections.abc import Mapping
from pathlib import Path

from policygen.diagnostics import Diagnostic
from policygen.model.theme import ThemeSettings
from policygen.render.pages import Renderer, make_renderer
from policygen.render.themes import builtin_folder, load_theme
from policygen.sources import load_theme_settings


def write_theme(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """A theme with these files, given by path within it; theme.yaml is empty unless given."""
    for path, text in {"theme.yaml": "note: for a test\n", **files}.items():
        file = folder / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / name


def read_settings(path: Path) -> tuple[ThemeSettings | None, tuple[Diagnostic, ...]]:
    """What the theme.yaml states."""
    loaded = load_theme_settings(path)
    return loaded.value, loaded.diagnostics


def problems(folder: Path, name: str) -> list[tuple[str, str, int]]:
    """What is wrong with the theme: rule, path within the folder, line."""
    theme, found = load_theme(name, [folder, builtin_folder()], read_settings)
    if theme is not None:
        renderer, told = make_renderer(theme)
        assert renderer is None or not told
        found = (*found, *told)
    return [(one.rule, one.place.path.removeprefix(f"{folder.as_posix()}/"), one.place.line) for one in found]


def renderer_of(folder: Path, name: str) -> Renderer:
    """The renderer of a theme that has nothing wrong."""
    theme, found = load_theme(name, [folder, builtin_folder()], read_settings)
    assert theme is not None, found
    renderer, told = make_renderer(theme)
    assert renderer is not None, told
    return renderer
