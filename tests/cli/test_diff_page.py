"""The one file of `policygen diff --format html` in a real browser: it stands alone, and everybody can read it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from policygen.cli.main import main
from tests.browser import ServeFolder, axe_violations, watched_page

ALONE = "default-src 'none'; style-src 'unsafe-inline'"


@pytest.fixture
def written(tmp_path: Path, serve_folder: ServeFolder, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """Writes the file in a language, and gives its address."""

    def write(language: str) -> str:
        main(["--lang", language, "diff", "example/privacy", "3", "4", "--locale", language, "--format", "html"])
        (tmp_path / "changes.html").write_text(capsys.readouterr().out, "utf-8")
        return f"{serve_folder(tmp_path, ALONE).url}changes.html"

    return write


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("language", ["th", "en"])
def test_anybody_can_read_the_file(
    browser: Browser, written: Callable[[str], str], language: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    url = written(language)
    assert axe_violations(browser, url, width=width, color_scheme=scheme) == []
    with watched_page(browser, width=width, color_scheme=scheme, javascript=False) as (page, problems):
        page.goto(url)
        assert page.locator("ins").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
        assert page.locator("del").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert problems == []
