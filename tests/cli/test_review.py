"""`build --review`: one folder for counsel."""

import json
import shutil
from pathlib import Path

import pytest

from policygen.cli.main import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two sites: one whose draft differs from its version, one whose draft does not."""
    for site in ("clusterkit", "example"):
        shutil.copytree(Path("content", site), tmp_path / "content" / site)
    return tmp_path / "content"


def build(content: Path, folder: Path) -> int:
    output = content.parent / "output"
    return main(["--content", str(content), "--output", str(output), "--lang", "en", "build", "--review", str(folder)])


def test_drafts_that_differ_are_shown_in_every_language(content: Path, tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "review"
    assert build(content, folder) == 0
    assert "drafts to review: clusterkit/privacy" in capsys.readouterr().out
    assert sorted(path.name for path in (folder / "clusterkit" / "privacy").iterdir()) == [
        "coverage.en.html", "coverage.th.html", "en.html", "en.json", "th.html", "th.json",
    ]  # fmt: skip
    assert not (folder / "example" / "privacy" / "th.html").exists()
    found = json.loads((folder / "clusterkit" / "privacy" / "th.json").read_text("utf-8"))
    assert found["notice"] == "editorial"
    page = (folder / "clusterkit" / "privacy" / "th.html").read_text("utf-8")
    assert "<del>บรัษัท</del><ins>บริษัท</ins>" in page
    assert "corrections only" in page
    assert 'href="clusterkit/privacy/th.html"' in (folder / "index.html").read_text("utf-8")


def test_nothing_of_the_review_is_in_the_public_site(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "review")
    public = tmp_path / "output" / "clusterkit"
    assert not any("draft" in path.as_posix() for path in public.rglob("*"))


def test_a_folder_of_others_is_not_touched(content: Path, tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "review"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    assert build(content, folder) == 2
    assert "not ours" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert not (tmp_path / "output").exists()
