"""theme.yaml: what a theme may state, and that its variables can be nothing but values."""

from pathlib import Path

import pytest

from policygen.model.theme import ThemeSettings
from policygen.sources import Loaded, load_theme_settings


def load(folder: Path, text: str) -> Loaded[ThemeSettings]:
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    return load_theme_settings(folder / "theme.yaml")


def test_a_theme_states_what_it_extends_and_its_variables(tmp_path: Path) -> None:
    text = (
        'extends: default\ncolours: {ink: "#123", accent: rgb(1 2 3 / 50%)}\nvariables: {measure: calc(30rem + 2ch)}\n'
    )
    assert load(tmp_path, text) == Loaded(
        ThemeSettings(
            "default", (("accent", "rgb(1 2 3 / 50%)"), ("ink", "#123")), (), (("measure", "calc(30rem + 2ch)"),)
        ),
        (),
    )


@pytest.mark.parametrize(
    "value",
    ["red;}body{", "url(x.png)", "URL (x)", "image-set(x)", "rgb(1", "1)", "a/*b", '"Arial"', "\\75rl(x)", "@x"],
)
def test_what_is_no_value_is_refused_at_its_place(tmp_path: Path, value: str) -> None:
    quoted = value.replace("'", "''")
    loaded = load(tmp_path, f"colours:\n  accent: '{quoted}'\n")
    assert loaded.value is None
    assert [(found.rule, found.place.line) for found in loaded.diagnostics] == [("theme.variable", 2)]


def test_names_and_keys_are_checked(tmp_path: Path) -> None:
    loaded = load(tmp_path, "color: {a: b}\nvariables: {--pg-ink: red}\n")
    assert {found.rule for found in loaded.diagnostics} == {"schema.unknown-key", "theme.variable"}
