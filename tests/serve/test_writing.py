"""An author at work, in a real Chromium: what is saved is shown where he is, what is broken is told and goes away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched_page
from tests.serve.author import PURPOSES, Author


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The English draft, open."""
    with watched_page(browser) as (page, problems):
        page.goto(f"{url}shop/en/privacy/draft/")
        yield page
        # Streams end when pages are left.
        assert [one for one in problems if "/.policygen/events" not in one] == []


def test_what_is_saved_is_shown_and_the_reader_stays_where_he_is(page: Page, author: Author) -> None:
    clause = page.locator("article").get_by_text("Customers can complain in the shop.")
    clause.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, -120)")
    page.evaluate("window.same = true")
    before = clause.bounding_box()
    author.edit("sections/intro.en.md", "rule 3 ", "rule three, which is a good deal longer than it was, ")
    expect(page.locator("article").get_by_text("rule three, which is")).to_be_attached()
    assert before is not None
    after = clause.bounding_box()
    assert after is not None
    assert abs(after["y"] - before["y"]) <= 1
    # The page was not loaded again.
    assert page.evaluate("window.same") is True


def test_what_is_broken_is_told_over_the_last_good_page_and_goes_when_it_is_mended(page: Page, author: Author) -> None:
    author.write("purposes.yaml", PURPOSES.replace("basis: contract", "basis: contrakt"))
    told = page.locator("#pp-problems")
    expect(told).to_be_visible()
    expect(told).to_contain_text("purposes.yaml:3:10")
    expect(told.locator("mark")).to_have_text("contrakt")
    expect(told).to_contain_text("contract")
    expect(page.get_by_text("Deliver goods to customers").first).to_be_visible()
    author.write("purposes.yaml", PURPOSES.replace("Deliver goods", "Bring goods"))
    expect(told).to_have_count(0)
    expect(page.get_by_text("Bring goods to customers").first).to_be_visible()
