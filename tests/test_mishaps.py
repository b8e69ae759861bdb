"""Mishaps of authors, on copies of the shipped content: each is told, and nothing that was published is lost."""

import shutil
from pathlib import Path

import pytest

from policygen.cli.main import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two of the shipped sites, to be spoilt."""
    for site in ("clusterkit", "example"):
        shutil.copytree(Path("content", site), tmp_path / "content" / site)
    return tmp_path / "content"


def spoil(path: Path, text: str, instead: str) -> None:
    before = path.read_text("utf-8")
    assert text in before
    path.write_text(before.replace(text, instead, 1), "utf-8")


def run(content: Path, *arguments: str) -> int:
    output = content.parent / "output"
    options = ("--content", str(content), "--output", str(output), "--lang", "en", "--today", "2026-11-24")
    return main([*options, *arguments])


def test_a_mistyped_id_in_a_register_is_told_and_does_not_stop_the_rest(content: Path, capsys: Output) -> None:
    spoil(content / "example" / "privacy" / "tools.yaml", "- analytics\n", "- analytcs\n")
    assert run(content, "publish", "example/privacy", "--dry-run") == 1
    assert "did you mean analytics?" in capsys.readouterr().err


def test_a_buddhist_year_on_the_command_line_is_refused(content: Path, capsys: Output) -> None:
    assert run(content, "publish", "example/privacy", "--effective", "2570-01-01") == 2
    assert "write 2027-01-01" in capsys.readouterr().err


def test_a_language_without_words_is_refused_at_its_place(content: Path, capsys: Output) -> None:
    spoil(content / "example" / "site.yaml", "  - en\nauthoritative", "  - en\n  - ja\nauthoritative")
    assert run(content, "build") == 1
    told = capsys.readouterr().err
    assert "there are: en th" in told
    assert "example/site.yaml:" in told


def test_names_that_are_one_name_elsewhere_are_told(content: Path, capsys: Output) -> None:
    home = content / "example" / "privacy"
    shutil.copy(home / "data.yaml", home / "Data.yaml")
    shutil.copy(home / "rights.yaml", home / "right.yaml")
    assert run(content, "publish", "example/privacy", "--dry-run") == 1
    told = capsys.readouterr().err
    assert "[tree.colliding-names]" in told
    assert "did you mean rights.yaml?" in told


def test_a_language_that_versions_have_cannot_be_dropped(content: Path, capsys: Output) -> None:
    assert run(content, "build", "clusterkit") == 0
    page = content.parent / "output" / "clusterkit" / "en" / "privacy" / "v1" / "index.html"
    assert page.exists()
    site = content / "clusterkit" / "site.yaml"
    site.write_text(
        "name: A\ncontroller: {name: A}\nlocales: [th]\nauthoritative: th\n",
        "utf-8",
    )
    assert run(content, "build", "clusterkit") == 1
    assert "put en back under locales:" in capsys.readouterr().err
    assert page.exists()
