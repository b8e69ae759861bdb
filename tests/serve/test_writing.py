"""An author at work, in a real Chromium: what is saved is shown where he is, what is broken is told and goes away."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched_page
from tests.serve.author import PURPOSES, Author, previewing


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


def test_site_that_is_added_and_removed_is_shown_and_gone(browser: Browser, author: Author, url: str) -> None:
    with watched_page(browser) as (page, _):
        page.goto(url)
        expect(page.get_by_role("link", name="Example Shop")).to_be_visible()
        shutil.copytree(author.site, author.content / "second")
        expect(page.get_by_text("second")).to_be_visible()
        page.goto(f"{url}second/en/privacy/draft/")
        expect(page.get_by_role("heading", name="Privacy Policy")).to_be_visible()
        shutil.rmtree(author.content / "second")
        told = page.locator("#pp-problems")
        expect(told).to_contain_text("the folder of this site is gone")
        expect(page.get_by_role("heading", name="Privacy Policy")).to_be_visible()
        shutil.copytree(author.site, author.content / "second")
        expect(told).to_have_count(0)
        expect(page.get_by_role("heading", name="Privacy Policy")).to_be_visible()


@pytest.mark.parametrize(
    ("sites", "lost", "told"),
    [
        ((), "privacy", "this policy is gone"),
        (("shop",), "", "the folder of this site is gone"),
        (("shop",), "site.yaml", "site.yaml"),
    ],
)
def test_open_page_is_told_what_went_away_and_that_it_is_back(
    browser: Browser, author: Author, sites: tuple[str, ...], lost: str, told: str
) -> None:
    away = author.content.parent / "away"
    with previewing(author.content, *sites) as url, watched_page(browser) as (page, _):
        page.goto(f"{url}shop/en/privacy/draft/")
        expect(page.locator(".pp-bar[data-settled]")).to_be_visible()
        shutil.move(author.site / lost, away)
        panel = page.locator("#pp-problems")
        expect(panel).to_contain_text(told)
        expect(panel).to_contain_text("last good page")
        expect(page.get_by_role("heading", name="Privacy Policy")).to_be_visible()
        shutil.move(away, author.site / lost)
        expect(panel).to_have_count(0)
        author.edit("sections/sharing.en.md", "couriers", "carriers")
        expect(page.get_by_text("carriers").first).to_be_visible()


def test_save_by_renaming_and_a_burst_of_saves_end_with_the_last(page: Page, author: Author) -> None:
    file = author.path("sections/sharing.en.md")
    for number in range(300):
        temporary = file.with_name("sharing.en.md.tmp")
        temporary.write_text(f"The shop shares data with courier number {number}.\n", encoding="utf-8")
        temporary.replace(file)
    expect(page.locator("article").get_by_text("courier number 299.")).to_be_visible()
    expect(page.locator("#pp-problems")).to_have_count(0)


def test_what_the_reader_unfolded_stays_and_the_figures_follow(page: Page, author: Author) -> None:
    page.locator("summary").filter(has_text="What data is collected").click()
    assert page.locator(".pg-question[open]").count() == 2
    page.locator("#pp-debts > summary").click()
    author.write("sections/complaints.en.md", "Customers can complain in the shop and by telephone.\n")
    expect(page.locator("#pp-debts .pp-items > li")).to_have_count(1)
    expect(page.locator("#pp-debts .pp-sheet")).to_be_visible()
    assert page.locator(".pg-question[open]").count() == 2


def test_page_out_of_sight_rests_and_is_shown_anew_when_it_is_seen(page: Page, author: Author) -> None:
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    author.write("sections/sharing.en.md", "The shop shares no data.\n")
    page.wait_for_timeout(600)
    expect(page.locator("article").get_by_text("The shop shares no data.")).to_have_count(0)
    page.evaluate("Object.defineProperty(document, 'hidden', {value: false, configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("article").get_by_text("The shop shares no data.")).to_be_visible()
