"""Themes: one extends another by a template, an asset or a colour, and none reaches out of its folder."""

import os
from pathlib import Path

import pytest

from policygen.render.pages import make_renderer
from policygen.render.themes import builtin_folder, load_theme
from tests.render.themes_made import problems, read_settings, renderer_of, write_theme


def test_default_theme_has_nothing_wrong(tmp_path: Path) -> None:
    assert problems(tmp_path, "default") == []


def test_theme_overrides_one_template_and_keeps_the_rest(tmp_path: Path) -> None:
    text = '{% extends "default:nothing.html" %}{% block footer %}<footer>mine</footer>{% endblock %}'
    write_theme(tmp_path, "mine", {"theme.yaml": "extends: default\n", "templates/nothing.html": text})
    mine, default = renderer_of(tmp_path, "mine"), renderer_of(tmp_path, "default")
    assert mine.templates.sources["nothing.html"].shown.endswith("mine/templates/nothing.html")
    assert mine.templates.sources["layout.html"] == default.templates.sources["layout.html"]
    assert mine.assets == default.assets


def test_theme_overrides_one_colour(tmp_path: Path) -> None:
    write_theme(tmp_path, "red", {"theme.yaml": 'extends: default\ncolours: {accent: "#a00000"}\n'})
    write_theme(
        tmp_path,
        "redder",
        {"theme.yaml": 'extends: red\ndark_colours: {accent: "#ff8080"}\nvariables: {measure: 36rem}\n'},
    )
    css, default = (styles(renderer_of(tmp_path, name).assets.files) for name in ("redder", "default"))
    assert css.startswith(default.rstrip())
    assert css.removeprefix(default.rstrip()) == (
        "@media not (prefers-color-scheme:dark){:root{--pg-accent:#a00000}}"
        ":root{--pg-measure:36rem}@media (prefers-color-scheme:dark){:root{--pg-accent:#ff8080}}\n"
    )


def test_colour_that_no_style_sheet_has_is_told_with_what_was_meant(tmp_path: Path) -> None:
    write_theme(tmp_path, "mine", {"theme.yaml": 'extends: default\ncolours:\n  acent: "#a00000"\n  ink: "#111"\n'})
    theme, _ = load_theme("mine", [tmp_path, builtin_folder()], read_settings)
    assert theme is not None
    renderer, (found,) = make_renderer(theme)
    assert renderer is None
    assert (found.rule, found.place.line, found.place.column) == ("theme.variable", 3, 3)
    assert found.hint is not None
    assert found.hint.en == "did you mean accent?"


def test_theme_has_the_variables_of_its_own_style_sheet(tmp_path: Path) -> None:
    files = {"theme.yaml": "variables: {gap: 1rem, gab: 2rem}\n", "assets/own.css": "p{margin:var(--pg-gap)}"}
    write_theme(tmp_path, "mine", files)
    assert problems(tmp_path, "mine") == [("theme.variable", "mine/theme.yaml", 1)]


def styles(files: object) -> str:
    """The style sheet among the assets."""
    assert isinstance(files, dict)
    return str(next(content for name, content in files.items() if name.startswith("style.")).decode())


def test_theme_overrides_one_asset(tmp_path: Path) -> None:
    write_theme(tmp_path, "mine", {"theme.yaml": "extends: default\n", "assets/favicon.svg": "<svg/>"})
    mine, default = renderer_of(tmp_path, "mine"), renderer_of(tmp_path, "default")
    changed = {path for path, name in mine.assets.names.items() if default.assets.names[path] != name}
    assert changed == {"favicon.svg"}


def test_digest_is_of_what_the_files_say_and_not_of_where_they_are(tmp_path: Path) -> None:
    def digest(place: str, text: str) -> str:
        write_theme(tmp_path / place, "mine", {"templates/a.html": text})
        theme, _ = load_theme("mine", [tmp_path / place], read_settings)
        assert theme is not None
        return theme.digest

    assert digest("here", "a") == digest("there", "a")
    assert digest("here", "a") != digest("elsewhere", "b")


def test_missing_theme_says_which_there_are(tmp_path: Path) -> None:
    write_theme(tmp_path, "mine", {})
    theme, (found,) = load_theme("mime", [tmp_path], read_settings)
    assert theme is None
    assert found.hint is not None
    assert found.hint.en == "did you mean mine?"


@pytest.mark.parametrize("name", ["..", "a/../default", "/etc", ".hidden", ""])
def test_name_of_a_theme_is_no_path(tmp_path: Path, name: str) -> None:
    write_theme(tmp_path, ".hidden", {})
    theme, (found,) = load_theme(name, [tmp_path / "x", builtin_folder()], read_settings)
    assert theme is None
    assert found.rule == "theme.missing"


def test_circle_is_an_error(tmp_path: Path) -> None:
    write_theme(tmp_path, "a", {"theme.yaml": "extends: b\n"})
    write_theme(tmp_path, "b", {"theme.yaml": "extends: a\n"})
    assert problems(tmp_path, "a") == [("theme.circle", "b/theme.yaml", 0)]


def test_links_out_of_the_theme_are_errors(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    theme = write_theme(tmp_path, "mine", {"templates/a.html": "a"})
    (theme / "templates" / "b.html").symlink_to(secret)
    (theme / "templates" / "round.html").symlink_to("round.html")
    (theme / "assets").symlink_to(tmp_path)
    (theme / "templates" / "inside.html").symlink_to("a.html")
    assert problems(tmp_path, "mine") == [
        ("theme.symlink", "mine/assets", 0),
        ("theme.symlink", "mine/templates/b.html", 0),
        ("theme.file", "mine/templates/round.html", 0),
    ]


def test_names_that_collide_and_files_that_are_none_are_errors(tmp_path: Path) -> None:
    theme = write_theme(tmp_path, "mine", {"templates/a.html": "", "templates/A.html": "", "assets/.hidden": ""})
    os.mkfifo(theme / "assets" / "pipe")
    assert problems(tmp_path, "mine") == [
        ("theme.file", "mine/assets/pipe", 0),
        ("theme.colliding-names", "mine/templates/a.html", 0),
    ]
