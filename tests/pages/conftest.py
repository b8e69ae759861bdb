"""The shipped content, built as it is served, on a day that does not change."""

from datetime import date
from pathlib import Path

import pytest

from policygen.build.building import build
from policygen.build.job import Request
from tests.browser import STRICT_CSP, Served, ServeFolder
from tests.pages.changed_site import build_content, write_content

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
LATER = date(2027, 2, 1)
WITH_SCRIPTS = f"{STRICT_CSP}; script-src 'self'"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder with all sites, drafts too."""
    output = tmp_path_factory.mktemp("pages") / "output"
    built = build(Request(ROOT / "content", output, lambda _: TODAY, drafts=True))
    assert [found for found in built.diagnostics if found.severity == "error"] == []
    return output


@pytest.fixture(scope="session")
def served(built: Path, serve_folder: ServeFolder) -> Served:
    """All sites on the air, under a strict content security policy."""
    return serve_folder(built)


@pytest.fixture(scope="session")
def opened(built: Path, tmp_path_factory: pytest.TempPathFactory, serve_folder: ServeFolder) -> Served:
    """All sites on the air with everything unfolded that a reader can unfold."""
    copy = tmp_path_factory.mktemp("opened") / "output"
    for file in built.rglob("*"):
        target = copy / file.relative_to(built)
        if file.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        content = file.read_bytes()
        if file.suffix == ".html":
            content = content.replace(b'<details class="pg-question">', b'<details class="pg-question" open>')
            content = content.replace(b"<details>", b"<details open>")
            content = content.replace(b'<details class="pg-words">', b'<details class="pg-words" open>')
        target.write_bytes(content)
    return serve_folder(copy)


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a site whose policy changes, with last visits."""
    folder = tmp_path_factory.mktemp("changed")
    write_content(folder / "content")
    build_content(folder / "content", folder / "output")
    return folder / "output" / "shop"


@pytest.fixture(scope="session")
def shop(changed: Path, serve_folder: ServeFolder) -> Served:
    """The site on the air; scripts may come from itself only."""
    return serve_folder(changed, WITH_SCRIPTS)


@pytest.fixture(scope="session")
def next_year(tmp_path_factory: pytest.TempPathFactory, serve_folder: ServeFolder) -> Served:
    """The same site when version 4 is in force."""
    folder = tmp_path_factory.mktemp("next-year")
    write_content(folder / "content")
    build_content(folder / "content", folder / "output", LATER)
    return serve_folder(folder / "output" / "shop", WITH_SCRIPTS)
