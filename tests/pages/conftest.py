"""The shipped content, built as it is served, on a day that does not change."""

from datetime import date
from pathlib import Path

import pytest

from policygen.build.building import build
from policygen.build.job import Request
from tests.browser import Served, ServeFolder

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)


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
