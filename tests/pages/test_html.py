"""Every built page as text: valid, complete in itself, and free of what a strict host forbids."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from justhtml import JustHTML

BUDGET = 45_000


class Page(HTMLParser):
    """What a page refers to and how."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes.update(given)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.hrefs.append(given["href"])
        if tag == "link" and given.get("rel") in {"stylesheet", "icon"}:
            self.loads.append(given["href"])
        if "src" in given:
            self.loads.append(given["src"])


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, str]:
    """Every page's HTML by its path."""
    return {
        file.relative_to(built).as_posix(): file.read_text(encoding="utf-8") for file in sorted(built.rglob("*.html"))
    }


def test_all_kinds_of_pages_are_there(pages: dict[str, str]) -> None:
    kinds = {kind for html in pages.values() for kind in re.findall(r'class="pg-page pg-page-([\w-]+)"', html)}
    assert kinds >= {"policy", "bilingual", "history", "home", "language", "not-found", "overview"}


def test_every_page_is_valid_html(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        if path.endswith("fragment.html"):
            JustHTML(f"<!doctype html><title>Host</title>{html}", strict=True)
        else:
            JustHTML(html, strict=True)


def test_no_page_holds_what_a_strict_host_forbids(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        page = Page(html)
        assert not page.tags & {"script", "style", "iframe", "object", "embed", "base", "form"}, path
        assert not {name for name in page.attributes if name == "style" or name.startswith("on")}, path
        assert not [address for address in page.loads if re.match(r"[a-z]+:|//", address)], path


def test_ids_stand_once_and_links_within_a_site_lead_somewhere(built: Path, pages: dict[str, str]) -> None:
    read = {path: Page(html) for path, html in pages.items()}
    for path, page in read.items():
        assert len(set(page.ids)) == len(page.ids), path
        for href in page.hrefs:
            target, fragment = urldefrag(href)
            if re.match(r"[a-z]+:|/", target):
                continue
            file = ((built / path).parent / unquote(target)).resolve() if target else built / path
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), f"{path}: {href}"
            if fragment:
                assert fragment in read[file.relative_to(built.resolve() if target else built).as_posix()].ids, (
                    f"{path}: {href}"
                )


def test_clause_keeps_its_address_in_the_other_language(pages: dict[str, str]) -> None:
    for site in ("clusterkit", "ztrus", "example"):
        thai, english = (Page(pages[f"{site}/{locale}/privacy/index.html"]) for locale in ("th", "en"))
        assert set(thai.ids) == set(english.ids)
        switches = [href for href in thai.hrefs if "/en/privacy/" in href and "#" in href]
        assert len(switches) >= 8
        assert {urldefrag(href)[1] for href in switches} <= set(english.ids)


def test_clusterkit_fits_its_budget(pages: dict[str, str]) -> None:
    assert len(pages["clusterkit/th/privacy/index.html"].encode()) <= BUDGET


def test_style_sheets_ask_nobody_else_for_anything(built: Path) -> None:
    sheets = list(built.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for address in addresses(sheet.read_text(encoding="utf-8")):
            assert (sheet.parent / address).is_file(), address


def addresses(css: str) -> Iterator[str]:
    """Every address in a style sheet."""
    assert "@import" not in css
    yield from re.findall(r"url\(([^)]*)\)", css)
