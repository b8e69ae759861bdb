"""Pages of changes in a real browser: readable by everybody, on paper too, with scripts and without."""

import re
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import Served, watched_page
from tests.pages.changed_site import build_content, write_content

CHANGES = "th/privacy/v2/changes/"


# Reading without scripts


def _shown(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(f"{selector}:visible").all_inner_texts()]


def test_a_redline_needs_no_script(browser: Browser, shop: Served) -> None:
    with watched_page(browser, javascript=False) as (page, problems):
        page.goto(shop.url + CHANGES)
        assert page.locator(".pg-was ins").first.is_visible()
        assert not page.locator(".pg-now").first.is_visible()
        page.get_by_label("สองคอลัมน์").check()
        old, new = page.locator(".pg-edited .pg-was").first, page.locator(".pg-edited .pg-now").first
        assert "ผู้สมัครงาน" not in old.inner_text()
        assert "ผู้สมัครงาน" in new.inner_text()
        left, right = old.bounding_box(), new.bounding_box()
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]
        assert left["y"] == right["y"]
        page.get_by_label("ในเนื้อความ").check()
        assert not page.locator(".pg-now").first.is_visible()
    assert problems == []


def test_changes_only_keeps_their_context(browser: Browser, shop: Served) -> None:
    with watched_page(browser, width=390, javascript=False) as (page, _):
        page.goto(shop.url + "en/privacy/v4/changes/")
        assert page.get_by_text("Telephone number").first.is_visible()
        page.get_by_label("Changes only").check()
        assert not page.get_by_text("Telephone number").first.is_visible()
        assert _shown(page, ".pg-redline-text h3") == ["What we use data for"]
        assert _shown(page, ".pg-redline-text h4") == ["To deliver orders", "To send news"]
        assert page.locator(".pg-change").count() == 1
        assert page.locator(".pg-change").is_visible()


def test_links_lead_from_change_to_change_and_to_the_other_place_of_a_move(browser: Browser, shop: Served) -> None:
    with watched_page(browser, javascript=False) as (page, _):
        page.goto(shop.url + CHANGES)
        page.locator(".pg-changed a").first.click()
        assert page.url.endswith("#change-1")
        page.locator("#change-1").get_by_label("จุดแก้ไขถัดไป").click()
        assert page.url.endswith("#change-2")
        page.locator("#change-2 .pg-elsewhere").click()
        target = page.locator("#change-8")
        assert page.url.endswith("#change-8")
        assert target.evaluate("e => e.matches(':target')")
        assert "บริษัทไม่ใช้ข้อมูล" in target.inner_text()
        page.locator("#change-8 .pg-elsewhere").click()
        assert page.url.endswith("#change-2")


def test_an_event_leads_to_its_place(browser: Browser, shop: Served) -> None:
    with watched_page(browser, javascript=False) as (page, _):
        page.goto(shop.url + "en/privacy/v2/changes/")
        page.get_by_role("link", name="Purpose added: “To send news”").click()
        assert page.url.endswith("#purpose-news")
        assert page.locator("#purpose-news").is_visible()


LOOKS = """all => all.map(e => {
  const style = getComputedStyle(e);
  return [style.textDecorationLine, style.textDecorationStyle];
})"""


@pytest.mark.parametrize("media", ["screen", "print"])
def test_marks_are_never_by_colour_alone(browser: Browser, shop: Served, media: Literal["screen", "print"]) -> None:
    with watched_page(browser) as (page, _):
        page.goto(shop.url + CHANGES)
        page.emulate_media(media=media)
        looks = {tag: page.locator(f".pg-was {tag}:not(.pg-went)").evaluate_all(LOOKS) for tag in ("ins", "del")}
        assert {tuple(look) for look in looks["ins"]} == {("underline", "solid")}
        assert {tuple(look) for look in looks["del"]} == {("line-through", "solid")}
        moved = page.locator(".pg-was .pg-went").evaluate_all(LOOKS)
        assert {style for _, style in moved} == {"dotted"}
        signs = "e => getComputedStyle(e, '::before').content.split('/')[0].replaceAll('\"', '').trim()"
        assert {
            kind: page.locator(f".pg-{kind} .pg-kind").first.evaluate(signs)
            for kind in ("edited", "added", "removed", "moved")
        } == {"edited": "±", "added": "+", "removed": "−", "moved": "⇄"}


def test_marks_are_told_in_words_to_who_hears_the_page(browser: Browser, shop: Served) -> None:
    with watched_page(browser) as (page, _):
        page.goto(shop.url + "en/privacy/v2/changes/")
        heard = page.locator("#change-3").aria_snapshot()
    assert re.search(r"deleted:.*Name.*inserted:.*Full name.*unchanged:.*and surname", heard, re.DOTALL)


# On paper


def test_paper_holds_the_marks_in_black_and_white(browser: Browser, shop: Served) -> None:
    with watched_page(browser) as (page, _):
        page.goto(shop.url + CHANGES)
        page.emulate_media(media="print")
        for selector in (".pg-tools", ".pg-hop", ".pg-languages", ".pg-version-links"):
            assert not page.locator(selector).first.is_visible(), selector
        for selector in (".pg-between-versions", ".pg-figures", ".pg-weight", ".pg-change-head", ".pg-was del"):
            assert page.locator(selector).first.is_visible(), selector
        colours: Any = page.locator(".pg-was :is(ins, del)").evaluate_all(
            "all => all.map(e => getComputedStyle(e).color)"
        )
        assert set(colours) == {"rgb(0, 0, 0)"}
        # The head of a table is repeated on every sheet: here, which two versions.
        repeated = page.locator(".pg-between-versions").evaluate("e => getComputedStyle(e).display")
        assert repeated == "table-header-group"
        page.emulate_media(media=None)
        paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) > 1


# Since your last visit


KEPT = "Object.entries(localStorage)"
REMEMBER, ERASE = "Remember what I have read", "Erase it from this browser"


def test_nothing_is_kept_before_the_reader_says_so(browser: Browser, shop: Served) -> None:
    with watched_page(browser) as (page, problems):
        page.goto(shop.url + "en/privacy/")
        box = page.locator(".pg-visit")
        assert box.is_visible()
        assert "this browser keeps the number of this version (3), and nothing else" in box.inner_text()
        assert page.evaluate(KEPT) == []
        page.get_by_role("button", name=REMEMBER).click()
        assert page.evaluate(KEPT) == [["policygen:shop/privacy", "3"]]
        assert "This browser remembers that you have read version 3." in box.inner_text()
        assert not page.get_by_role("button", name=REMEMBER).is_visible()
        assert page.context.cookies() == []
        page.get_by_role("button", name=ERASE).click()
        assert page.evaluate(KEPT) == []
        assert "Erased." in box.inner_text()
        page.reload()
        assert page.get_by_role("button", name=REMEMBER).is_visible()
        assert not page.get_by_role("button", name=ERASE).is_visible()
    assert problems == []


def test_a_reader_of_an_older_version_is_offered_what_changed_since(browser: Browser, next_year: Served) -> None:
    with watched_page(browser) as (page, problems):
        page.goto(next_year.url + "th/privacy/", wait_until="networkidle")
        page.evaluate("localStorage.setItem('policygen:shop/privacy', '2')")
        page.reload(wait_until="networkidle")
        box = page.locator(".pg-visit")
        assert "ท่านอ่านฉบับที่ 2 ไว้" in box.inner_text()
        page.get_by_role("link", name="ดูสิ่งที่เปลี่ยนตั้งแต่นั้น").click()
        page.wait_for_load_state("networkidle")
        assert page.url.endswith("/th/privacy/changes/from-v2/")
        assert "ฉบับที่ 2 → ฉบับที่ 4" in page.locator("main").inner_text()
        page.go_back(wait_until="networkidle")
        page.get_by_role("button", name="จำไว้ว่าอ่านฉบับนี้แล้ว").click()
        assert page.evaluate(KEPT) == [["policygen:shop/privacy", "4"]]
        assert not page.get_by_role("link", name="ดูสิ่งที่เปลี่ยนตั้งแต่นั้น").is_visible()
    assert problems == []


@pytest.mark.parametrize("kept", ["99", "0", "-1", "2.5", "", "<img src=x>", "2/../../x"])
def test_what_is_no_version_counts_for_nothing(browser: Browser, shop: Served, kept: str) -> None:
    with watched_page(browser) as (page, problems):
        page.goto(shop.url + "en/privacy/", wait_until="networkidle")
        page.evaluate("kept => localStorage.setItem('policygen:shop/privacy', kept)", kept)
        page.reload(wait_until="networkidle")
        assert page.get_by_role("button", name=REMEMBER).is_visible()
        assert not page.locator("[data-offered]").is_visible()
        assert page.locator("[data-said]").inner_text() == ""
        page.get_by_role("button", name=ERASE).click()
        assert page.evaluate(KEPT) == []
    assert problems == []


def test_a_browser_that_keeps_nothing_is_offered_nothing(browser: Browser, shop: Served) -> None:
    with watched_page(browser) as (page, problems):
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
        )
        page.goto(shop.url + "en/privacy/")
        assert not page.locator(".pg-visit").is_visible()
    assert problems == []


def test_without_scripts_there_is_no_dead_button(browser: Browser, shop: Served) -> None:
    with watched_page(browser, javascript=False) as (page, _):
        page.goto(shop.url + "en/privacy/")
        assert page.locator("button:visible").count() == 0
        assert not page.locator(".pg-visit").is_visible()


def test_only_pages_that_offer_it_carry_the_script(changed: Path, tmp_path: Path) -> None:
    carrying = {
        page.relative_to(changed).as_posix()
        for page in changed.rglob("*.html")
        if "<script" in page.read_text(encoding="utf-8")
    }
    assert carrying == {"th/privacy/index.html", "en/privacy/index.html"}
    scripts = [path.name for path in (changed / "assets").glob("*.js")]
    assert len(scripts) == 1
    assert re.fullmatch(r"last-visit\.[0-9a-f]{10}\.js", scripts[0])
    write_content(tmp_path / "content", last_visit=False)
    build_content(tmp_path / "content", tmp_path / "output")
    without = tmp_path / "output" / "shop"
    assert [path for path in without.rglob("*") if path.suffix == ".js"] == []
    assert not [page for page in without.rglob("*.html") if "<script" in page.read_text(encoding="utf-8")]
