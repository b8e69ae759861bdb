"""Assets: names that carry the content's hash, style sheets made small, and no address that leaves the theme."""

import hashlib
from pathlib import Path

import pytest

from policygen.render.assets import minified
from tests.render.themes_made import problems, renderer_of, write_theme


def test_names_carry_the_hash_and_addresses_follow(tmp_path: Path) -> None:
    css = "@font-face { src: url( 'fonts/a.woff2' ) format('woff2') }\n.a { background: url(\"./b.svg\") }"
    files = {"assets/style.css": css, "assets/fonts/a.woff2": "font", "assets/b.svg": "<svg/>"}
    write_theme(tmp_path, "mine", files)
    assets = renderer_of(tmp_path, "mine").assets
    font = f"fonts/a.{hashlib.sha256(b'font').hexdigest()[:10]}.woff2"
    assert assets.names["fonts/a.woff2"] == font
    assert assets.files[font] == b"font"
    assert f"src:url({font}) format('woff2')" in assets.files[assets.names["style.css"]].decode()
    for name, content in assets.files.items():
        assert hashlib.sha256(content).hexdigest()[:10] in name


def test_a_changed_font_changes_the_name_of_the_style_sheet(tmp_path: Path) -> None:
    def name(font: str) -> str:
        css = ".a { background: url(fonts/a.woff2) }"
        write_theme(tmp_path, "mine", {"assets/style.css": css, "assets/fonts/a.woff2": font})
        return renderer_of(tmp_path, "mine").assets.names["style.css"]

    assert name("one") != name("two")


@pytest.mark.parametrize(
    ("css", "rule"),
    [
        (".a { background: url(missing.svg) }", "theme.asset"),
        (".a { background: url(https://example.com/x.svg) }", "theme.asset"),
        (".a { background: url(//example.com/x.svg) }", "theme.asset"),
        (".a { background: url('data:image/png;base64,AA==') }", "theme.asset"),
        (".a { background: url(../../theme.yaml) }", "theme.asset"),
        ("@import 'b.css';", "theme.import"),
    ],
)
def test_addresses_that_leave_the_theme_are_errors(tmp_path: Path, css: str, rule: str) -> None:
    write_theme(tmp_path, "mine", {"assets/style.css": f"\n{css}\n"})
    assert problems(tmp_path, "mine") == [(rule, "mine/assets/style.css", 2)]


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a  >  b ,\n c{ color : red ; }\n", "a > b,c{color :red}\n"),
        (".a :hover { margin: 0 calc(1px + 2px) }", ".a :hover{margin:0 calc(1px + 2px)}\n"),
        ("/*! keep  this */ /* not this */ .a { }", "/*! keep  this */ .a{}\n"),
        (".a::before { content: \"a  {b}; /* c */\" / '' }", ".a::before{content:\"a  {b}; /* c */\" / ''}\n"),
        ("@media (min-width: 1px) { .a { b: c; } }", "@media (min-width:1px){.a{b:c}}\n"),
        ('@page { @top-left { content: counter(page) " / "; } }', '@page{@top-left{content:counter(page) " / "}}\n'),
    ],
)  # fmt: skip
def test_minified(css: str, small: str) -> None:
    assert minified(css) == small
