"""Every kind of page that tells of changes, in both languages: axe, any width, with scripts and without, on paper."""

import re
from itertools import pairwise
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import Served, axe_violations, watched_page
from tests.pages.test_looks import OVERFLOWING

Scheme = Literal["light", "dark"]
BOTH = "bilingual/privacy/v2/changes/"
PAGES = (
    BOTH,
    *(
        f"{locale}/privacy/{page}"
        for locale in ("th", "en")
        for page in ("v2/changes/", "changes/from-v1/", "v4/notice/", "versions/", "")
    ),
)
SHIPPED = ("example/th/privacy/v4/changes/", "example/bilingual/privacy/v2/changes/", "example/en/privacy/v4/notice/")
# What A4 leaves between the margins of the sheet.
PAPER = 627


# In every look


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, shop: Served, path: str, width: int, scheme: Scheme) -> None:
    assert axe_violations(browser, shop.url + path, width=width, color_scheme=scheme) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", SHIPPED)
def test_axe_finds_nothing_in_the_examples(
    browser: Browser, served: Served, path: str, width: int, scheme: Scheme
) -> None:
    assert axe_violations(browser, served.url + path, width=width, color_scheme=scheme) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["th/privacy/", "en/privacy/"])
def test_axe_finds_nothing_where_the_script_does_not_run(browser: Browser, shop: Served, path: str, width: int) -> None:
    assert axe_violations(browser, shop.url + path, width=width, scripts=False) == []


def _beside_and_changes_only(page: Page) -> None:
    page.locator("#pg-view-side").check()
    page.locator("#pg-view-only").check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["th/privacy/v2/changes/", "en/privacy/v2/changes/"])
def test_axe_finds_nothing_in_two_columns_of_changes_only(
    browser: Browser, shop: Served, path: str, scheme: Scheme
) -> None:
    url = shop.url + path
    assert axe_violations(browser, url, color_scheme=scheme, then=_beside_and_changes_only) == []


def _remembered(page: Page) -> None:
    page.locator("[data-remember]").click()
    page.locator("[data-erase]").wait_for()


def _remembered_long_ago(page: Page) -> None:
    page.evaluate("localStorage.setItem('policygen:shop/privacy', '2')")
    page.reload(wait_until="networkidle")
    page.locator("[data-offered]").wait_for()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["th/privacy/", "en/privacy/"])
def test_axe_finds_nothing_after_a_last_visit(browser: Browser, next_year: Served, path: str, width: int) -> None:
    for visit in (_remembered, _remembered_long_ago):
        assert axe_violations(browser, next_year.url + path, width=width, then=visit) == []


# Narrow and wide, with scripts and without


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_screen(browser: Browser, shop: Served, path: str) -> None:
    with watched_page(browser) as (page, problems):
        page.goto(shop.url + path)
        page.locator(".pg-say").evaluate_all("all => all.forEach(e => e.remove())")
        for width in (320, 390, 820, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert (width, page.evaluate(OVERFLOWING)) == (width, [False, []])
    assert problems == []


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_the_same_words_are_there(browser: Browser, shop: Served, path: str) -> None:
    said = []
    for javascript in (True, False):
        with watched_page(browser, width=390, javascript=javascript) as (page, problems):
            page.goto(shop.url + path, wait_until="networkidle")
            box = page.locator(".pg-visit:visible")
            of_the_box = box.inner_text() if box.count() else ""
            said.append(page.locator("main").inner_text().replace(of_the_box, "").split())
            assert not page.locator("button:visible").count() or javascript
            assert problems == []
    assert said[0] == said[1]
    assert len(said[0]) > 20


# On paper


@pytest.mark.parametrize("path", PAGES)
def test_paper_is_black_on_white_and_cuts_nothing(browser: Browser, shop: Served, path: str) -> None:
    with watched_page(browser, width=PAPER, color_scheme="dark") as (page, problems):
        page.goto(shop.url + path)
        page.emulate_media(media="print", color_scheme="dark")
        page.locator(".pg-say").evaluate_all("all => all.forEach(e => e.remove())")
        assert page.evaluate(OVERFLOWING) == [False, []]
        colours: Any = page.evaluate(COLOURS)
        assert {text for text, _ in colours} <= {"rgb(0, 0, 0)", "rgb(68, 68, 68)"}
        assert {ground for _, ground in colours} <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
        assert page.locator(":is(button, input, nav a):visible").count() == 0
        page.emulate_media(media=None)
        paper = page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", paper)) >= 1
    assert problems == []


# The colours of everything visible that holds words, and of what lies behind them.
COLOURS = """() => [...document.querySelectorAll('body, main, main *')].filter(e => e.checkVisibility())
  .map(e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor])"""


def test_both_languages_keep_their_columns_and_marks_on_paper(browser: Browser, shop: Served) -> None:
    with watched_page(browser, width=PAPER) as (page, _):
        page.goto(shop.url + BOTH)
        page.emulate_media(media="print")
        first = page.locator("ins:visible, del:visible").first
        assert first.evaluate("e => getComputedStyle(e).textDecorationLine") in ("underline", "line-through")
        row = page.locator(".pg-row:visible:has(.pg-cell + .pg-cell)").first
        thai, english = (row.locator(".pg-cell").nth(number).bounding_box() for number in (0, 1))
        assert thai is not None
        assert english is not None
        assert (thai["y"], thai["x"] + thai["width"] <= english["x"]) == (english["y"], True)
        assert page.locator(".pg-between-versions").first.is_visible()


@pytest.mark.parametrize("locale", ["th", "en"])
def test_a_notice_on_paper_is_a_letter(browser: Browser, shop: Served, locale: str) -> None:
    with watched_page(browser, width=PAPER) as (page, _):
        page.goto(f"{shop.url}{locale}/privacy/v2/notice/")
        page.emulate_media(media="print")
        parts = page.locator(".pg-letter > :visible")
        tags = [parts.nth(at).evaluate("e => e.tagName") for at in range(parts.count())]
        assert page.locator(".pg-letter > h2:visible").count() >= 4
        assert page.locator(".pg-weight li:visible").count() > 0
        assert page.locator(".pg-sender").is_visible()
        way_out = page.locator('.pg-letter li > a[href^="https:"]').first
        printed = way_out.evaluate("e => [e.getAttribute('href'), getComputedStyle(e, '::after').content]")
        assert printed == ["https://meter.example/stop", '" (https://meter.example/stop)"']
    assert [above for above, below in pairwise(tags) if above == below == "H2"] == []
