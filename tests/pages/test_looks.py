"""The pages in a real browser: readable at every width, in every scheme, by everybody, without scripts."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import Served, ServeFolder, axe_violations, watched_page
from tests.pages.conftest import ROOT

Scheme = Literal["light", "dark"]
WIDTHS = (320, 390, 1280)
POLICIES = ("clusterkit/th/privacy/", "clusterkit/en/privacy/", "ztrus/th/privacy/", "ztrus/en/privacy/")
OTHERS = (
    "clusterkit/bilingual/privacy/",
    "example/th/privacy/v4/",
    "example/th/privacy/v1/",
    "example/en/privacy/versions/",
    "example/th/privacy/draft/",
    "example/th/",
    "example/",
    "clusterkit/404.html",
    "",
)
# Pages with several tables, several banners, or both.
LANDMARKS = (
    "example/th/privacy/",
    "example/en/privacy/v4/",
    "example/bilingual/privacy/",
    "clusterkit/",
    "clusterkit/th/privacy/draft/",
    "ztrus/bilingual/privacy/draft/",
)
# HTML and style sheet as gzip sends them, the fonts that are used, the icon.
FIRST_LOAD = 110_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", POLICIES)
def test_axe_finds_nothing_in_a_policy(browser: Browser, opened: Served, path: str, width: int, scheme: Scheme) -> None:
    assert axe_violations(browser, opened.url + path, width=width, color_scheme=scheme) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", OTHERS)
def test_axe_finds_nothing_in_the_other_pages(
    browser: Browser, opened: Served, path: str, width: int, scheme: Scheme
) -> None:
    assert axe_violations(browser, opened.url + path, width=width, color_scheme=scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", LANDMARKS)
def test_axe_tells_every_landmark_from_the_others(browser: Browser, opened: Served, path: str, scheme: Scheme) -> None:
    assert axe_violations(browser, opened.url + path, width=1280, color_scheme=scheme) == []


@pytest.mark.parametrize("javascript", [True, False])
def test_pages_ask_nobody_else_and_keep_the_strict_policy(browser: Browser, served: Served, javascript: bool) -> None:
    found = []
    for path in (*POLICIES, *OTHERS):
        # 404.html and its files are addressed from the root of the host's own site.
        if not path.endswith("404.html"):
            with watched_page(browser, javascript=javascript) as (page, problems):
                page.goto(served.url + path, wait_until="networkidle")
                assert page.locator("main").is_visible()
                found += problems
    assert found == []


OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => e.closest('.pg-scroll') !== null || e.closest('.pg-skip') !== null;
  const wide = [...document.body.querySelectorAll('*')].filter(e => !scrolls(e)
    && [...e.getClientRects()].some(r => r.right > width + 1 || r.left < -1));
  return [document.documentElement.scrollWidth > width, wide.slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
}"""


@pytest.mark.parametrize("width", [320, 390, 820])
@pytest.mark.parametrize("path", [*POLICIES, *OTHERS, "example/en/privacy/", "ztrus/bilingual/privacy/"])
def test_nothing_is_wider_than_the_screen(browser: Browser, opened: Served, path: str, width: int) -> None:
    with watched_page(browser, width=width) as (page, _):
        page.goto(opened.url + path)
        assert page.evaluate(OVERFLOWING) == [False, []]


# The first and last two letters of every line of every text, read from the boxes of the letters.
LINES = """() => {
  const lines = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let bottom = null, block = null, node;
  while ((node = walk.nextNode())) {
    const own = node.parentElement.closest('p, li, dd, dt, h1, h2, h3, h4, td, th, summary, div, a, text');
    if (!/\\S/.test(node.data)) continue;
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getClientRects()[0];
      if (!box || !box.height) continue;
      if (block === own && bottom !== null && box.top >= bottom - 2)
        lines.push([node.data.slice(Math.max(0, i - 8), i), node.data.slice(i, i + 8)]);
      if (box.width || block !== own) bottom = box.bottom;
      block = own;
    }
  }
  return lines;
}"""
NEVER_FIRST = set("ะัาำิีึืฺุูๅๆฯ็่้๊๋์ํ๎)]}”’,.;:!?%")
NEVER_LAST = set("เแโใไ([{“‘")


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["clusterkit/th/privacy/", "ztrus/th/privacy/", "clusterkit/bilingual/privacy/"])
def test_lines_break_where_thai_may_break(browser: Browser, opened: Served, path: str, width: int) -> None:
    with watched_page(browser, width=width) as (page, _):
        page.goto(opened.url + path)
        page.evaluate("document.fonts.ready")
        lines = page.evaluate(LINES)
    assert len(lines) > 50
    assert [line for line in lines if line[1].strip()[:1] in NEVER_FIRST] == []
    assert [line for line in lines if line[0].strip()[-1:] in NEVER_LAST] == []


KEPT = """() => [...document.querySelectorAll('.pg-body span:not([class], [lang]), .pg-term:not(.pg-long)')]
  .filter(e => new Set([...e.getClientRects()].map(r => Math.round(r.top))).size > 1).map(e => e.textContent)"""


@pytest.mark.parametrize("path", [*POLICIES, "example/th/privacy/", "clusterkit/bilingual/privacy/"])
def test_names_and_terms_are_never_broken(browser: Browser, served: Served, path: str) -> None:
    with watched_page(browser, width=320) as (page, _):
        page.goto(served.url + path)
        assert page.locator(".pg-body span:not([class], [lang])").count() > 0
        assert page.evaluate(KEPT) == []


SMALL = """() => [...document.querySelectorAll('a, summary, [tabindex]')].filter(e => {
  const box = e.getBoundingClientRect();
  const inline = getComputedStyle(e).display === 'inline' || e.closest('svg') || e.matches('.pg-skip');
  return box.width && !inline && (box.width < 24 || box.height < 24);
}).map(e => e.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["clusterkit/th/privacy/", "example/en/privacy/versions/", "example/th/", "example/"])
def test_targets_are_large_enough(browser: Browser, opened: Served, path: str, width: int) -> None:
    with watched_page(browser, width=width) as (page, _):
        page.goto(opened.url + path)
        assert page.evaluate(SMALL) == []


def test_first_load_fits_its_budget(browser: Browser, served: Served) -> None:
    sizes: dict[str, int] = {}
    with watched_page(browser, width=390) as (page, problems):
        page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers["content-length"])}))
        page.goto(served.url + "clusterkit/th/privacy/")
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
    assert problems == []
    assert sum(sizes.values()) <= FIRST_LOAD
    assert sum(url.endswith(".woff2") for url in sizes) >= 2


def test_summary_stands_between_title_and_text_and_contents_beside_them(browser: Browser, served: Served) -> None:
    def top(selector: str) -> float:
        box = page.locator(selector).first.bounding_box()
        assert box is not None
        return box["y"]

    for width in (390, 1280):
        with watched_page(browser, width=width) as (page, _):
            page.goto(served.url + "clusterkit/th/privacy/")
            assert top("h1") < top(".pg-version") < top(".pg-glance") < top(".pg-sections")
            contents = page.locator(".pg-contents a").first
            assert contents.is_visible() == (width == 1280)
            assert page.locator(".pg-cards thead").nth(1).is_visible() == (width == 1280)


def test_keyboard_reaches_the_text_first(browser: Browser, served: Served) -> None:
    with watched_page(browser) as (page, _):
        page.goto(served.url + "clusterkit/th/privacy/")
        page.keyboard.press("Tab")
        skip = page.locator(".pg-skip")
        assert skip.evaluate("e => e === document.activeElement")
        box = skip.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        assert page.url.endswith("#pg-text")


def test_a_summary_unfolds_without_scripts(browser: Browser, served: Served) -> None:
    with watched_page(browser, javascript=False) as (page, _):
        page.goto(served.url + "clusterkit/th/privacy/")
        table = page.locator(".pg-question table").first
        assert not table.is_visible()
        page.locator(".pg-question summary").first.click()
        assert table.is_visible()


def test_dark_scheme_is_dark(browser: Browser, served: Served) -> None:
    def lightness(page: Page) -> int:
        colours: Any = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
        return int(sum(colours[:3]))

    found = {}
    for scheme in ("light", "dark"):
        with watched_page(browser, color_scheme=scheme) as (page, _):
            page.goto(served.url + "clusterkit/th/privacy/")
            found[scheme] = lightness(page)
    assert found["light"] > 700
    assert found["dark"] < 120


def test_paper_holds_the_text_and_its_version_only(browser: Browser, served: Served) -> None:
    with watched_page(browser) as (page, _):
        page.goto(served.url + "clusterkit/th/privacy/v1/")
        page.emulate_media(media="print")
        for selector in ("h1", ".pg-version-line", ".pg-sections", ".pg-banner", ".pg-imprint"):
            assert page.locator(selector).first.is_visible(), selector
        for selector in (".pg-languages", ".pg-contents", ".pg-glance", ".pg-version-links", ".pg-permalink"):
            assert not page.locator(selector).first.is_visible(), selector


def example(kind: str) -> str:
    """The first example of that kind in the page on embedding."""
    text = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
    return text.partition(f"```{kind}\n")[2].partition("```")[0]


@pytest.fixture
def host(built: Path, tmp_path: Path) -> Path:
    """A page of somebody else's with the policy in it, as docs/embedding.md shows."""
    fragment = (built / "clusterkit/th/privacy/fragment.html").read_text(encoding="utf-8")
    include = '<!--#include virtual="/privacy/th/privacy/fragment.html" -->'
    assert example("html").count(include) == 1
    (tmp_path / "host.css").write_text(".shop { color: rgb(1, 2, 3) }\n" + example("css"), encoding="utf-8")
    (tmp_path / "index.html").write_text(example("html").replace(include, fragment), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("width", [320, 1280])
def test_fragment_takes_the_hosts_looks_and_breaks_no_policy(
    browser: Browser, serve_folder: ServeFolder, host: Path, width: int
) -> None:
    url = serve_folder(host).url
    with watched_page(browser, width=width) as (page, problems):
        page.goto(url)
        article = page.locator("article[data-body]")
        assert article.evaluate("e => getComputedStyle(e).color") == "rgb(1, 2, 3)"
        assert article.locator("section").count() > 5
        assert article.locator(".pg-button").first.evaluate("e => getComputedStyle(e).borderStyle") == "solid"
        assert page.evaluate(OVERFLOWING) == [False, []]
        assert page.evaluate(KEPT) == []
    assert problems == []
    assert {name for name in page_classes(host) if not name.startswith("pg-")} == {"shop"}
    assert axe_violations(browser, url, width=width) == []


def page_classes(host: Path) -> set[str]:
    """Every class on the host's page."""
    html = (host / "index.html").read_text(encoding="utf-8")
    return {name for part in html.split('class="')[1:] for name in part.partition('"')[0].split()}
