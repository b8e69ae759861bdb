"""The author's bar and the marks: what they say and where they lead, without a script and with one."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from policygen.drafts import load_draft
from policygen.ledger import read_ledger
from policygen.publish.blocking import findings_that_block
from policygen.serve.desk import Desk
from policygen.serve.preview import Preview
from tests.browser import axe_violations, watched_page
from tests.serve.author import PURPOSES, SITE, TODAY, Author, previewing

DRAFT = "/shop/en/privacy/draft/"
COVERAGE = "/.policygen/coverage/shop/privacy/"


@pytest.fixture
def desk(author: Author) -> Desk:
    return Desk(Preview(author.content, lambda _zone: TODAY), "en")


def page_at(desk: Desk, address: str, *, live: bool = False) -> str:
    """The page at an address, as it is sent."""
    return desk.respond(address, live=live).body.decode()


def words(html: str) -> str:
    """What the bar says, in one line."""
    bar = html[html.index('<aside class="pp-bar"') :]
    return " ".join(re.sub("<[^>]*>", " ", bar).split())


def test_bar_says_what_publishing_would_ask_for_and_why(desk: Desk, author: Author) -> None:
    assert "If published now Publish" in words(page_at(desk, DRAFT))
    author.write("purposes.yaml", f"{PURPOSES}- id: ads\n  text: {{th: โฆษณา, en: Advertise}}\n  basis: consent\n")
    said = words(page_at(desk, DRAFT))
    # A purpose that rests on consent needs more than that to be published.
    assert "Publishing Consent cannot be published now: " in said
    assert "This would be version 4. Compared with version 3:" in said


def test_bar_counts_what_stands_in_the_way_of_publishing(desk: Desk, author: Author) -> None:
    text = author.path("sections/intro.en.md").read_text("utf-8")
    author.write("sections/intro.en.md", f"{text}\n- A list that the Thai does not have.\n")
    said = words(page_at(desk, DRAFT))
    assert "cannot be published now: 1 in the way" in said
    assert "This cannot be published now: 1 finding stands in the way." in said
    # While files are broken the draft is not the one that is shown: nothing is said of its class.
    author.write("sections/intro.en.md", "See [us](section:nowhere) and [them](section:nobody).\n")
    for live in (True, False):
        said = words(page_at(desk, DRAFT, live=live))
        assert "Publishing cannot be published now: 2 in the way" in said
        assert "This would be version" not in said
    author.write("sections/intro.en.md", text)
    assert "If published now Publish" in words(page_at(desk, DRAFT))


def test_bar_counts_as_publishing_does_in_both_languages(author: Author) -> None:
    author.write("purposes.yaml", f"{PURPOSES}- id: ads\n  text: {{th: โฆษณา, en: Advertise}}\n  basis: consent\n")
    draft, ledger = load_draft(author.content, "shop", "privacy"), read_ledger(author.site, "privacy")
    found = findings_that_block(draft, ledger, TODAY, as_found=False)
    count = sum(one.severity == "error" for one in found)
    assert count > 1
    for lang, told in (
        ("en", f"This cannot be published now: {count} findings stand in the way."),
        ("th", f"ยังเผยแพร่ตอนนี้ไม่ได้ มี {count} ข้อที่ต้องแก้ก่อน"),
    ):
        assert told in words(page_at(Desk(Preview(author.content, lambda _zone: TODAY), lang), DRAFT))


def test_policy_that_is_gone_cannot_be_published(desk: Desk, author: Author, tmp_path: Path) -> None:
    page_at(desk, DRAFT)
    author.path("").rename(tmp_path / "away")
    assert "cannot be published now: 1 in the way" in words(page_at(desk, DRAFT))


def test_draft_that_changes_nothing_and_first_version_say_so(desk: Desk, author: Author, tmp_path: Path) -> None:
    author.freeze(TODAY)
    assert "The draft says what version 4 says" in words(page_at(desk, DRAFT))
    for record in author.path("versions").iterdir():
        record.unlink()
    (author.site / "heads.json").unlink()
    assert "First version" in words(page_at(desk, DRAFT))
    assert '<span class="pp-off">Redline <small>there is no version to compare with</small></span>' in page_at(
        desk, DRAFT
    )


def test_debts_tell_since_when_with_the_redline_of_the_text_that_prevails(desk: Desk) -> None:
    html = page_at(desk, DRAFT)
    said = words(html)
    assert "The Thai changed 2 versions ago (version 2); the English did not" in said
    assert "The Thai changed in this draft; the English did not" in said
    assert re.search("บริษัทเปิดเผยข้อมูลให้ผู้ขนส่งสินค้า<ins>.*?และธนาคาร</ins>เท่านั้น", html)
    assert re.search('<p data-pp="[a-z]+">.*<a class="pp-sign pp-debt" id="pp-owed-mark-1" [^>]*></a>The shop', html)


def test_marks_add_no_letter_to_the_text_and_stand_at_their_clause(desk: Desk) -> None:
    html = page_at(desk, DRAFT)
    plain = page_at(desk, "/shop/en/privacy/v3/")
    article = re.search("<article.*</article>", html, re.DOTALL)
    before = re.search("<article.*</article>", plain, re.DOTALL)
    assert article
    assert before
    assert "pp-sign" in article[0]
    assert re.sub("<[^>]*>", "", article[0]) == re.sub("<[^>]*>", "", before[0])


def test_every_finding_of_this_language_with_an_anchor_leads_to_its_clause(desk: Desk) -> None:
    html = page_at(desk, DRAFT)
    marks = set(re.findall('id="(pp-mark-[0-9]+)"', html))
    links = set(re.findall('href="#(pp-mark-[0-9]+)"', html))
    assert marks
    assert marks == links
    targets = set(re.findall('href="#(pp-(?:finding|owed)-[0-9]+)"', html))
    assert targets <= set(re.findall('id="([^"]*)"', html))


def test_version_pages_and_redlines_have_the_bar_and_no_marks(desk: Desk) -> None:
    for path, current in (
        ("/shop/en/privacy/v2/", "Version shown: Version 2"),
        ("/shop/th/privacy/v3/changes/", "Version shown: Version 3"),
        ("/shop/th/privacy/", "Version shown: Version 3"),
        ("/shop/en/privacy/versions/", "Version shown: All versions"),
        ("/shop/bilingual/privacy/v2/", "Version shown: Version 2"),
    ):
        html = page_at(desk, path)
        assert current in words(html)
        assert "pp-sign" not in html


def test_every_link_of_the_bar_leads_to_a_page(desk: Desk) -> None:
    seen: set[str] = set()
    waiting = {DRAFT}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = desk.respond(address, live=False)
        assert response.status == 200, address
        html = response.body.decode()
        bar = html[html.index('id="pp"') :]
        found = {href.partition("#")[0] for href in re.findall('href="(/[^"]*)"', bar)}
        waiting |= found - seen
    assert {"/", "/shop/", "/shop/bilingual/privacy/draft/changes/", "/shop/en/privacy/v2/changes/", COVERAGE} <= seen


def test_table_of_coverage_follows_the_draft_and_leads_to_its_clauses(desk: Desk, author: Author) -> None:
    html, token = page_at(desk, COVERAGE), desk.token(COVERAGE)
    assert 'href="/shop/th/privacy/draft/#purpose-delivery"' in html
    author.write("purposes.yaml", PURPOSES.replace("delivery", "sending"))
    assert desk.token(COVERAGE) != token
    assert 'href="/shop/th/privacy/draft/#purpose-sending"' in page_at(desk, COVERAGE)
    for other in (
        "/.policygen/coverage/",
        "/.policygen/coverage/shop/",
        "/.policygen/coverage/shop/none/",
        COVERAGE[:-1],
    ):
        assert desk.respond(other, live=False).status == 404


def test_defect_of_the_program_is_a_page_that_is_tried_again(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_day(zone: str) -> date:
        raise ValueError(f"no day in {zone}")

    response = Desk(Preview(author.content, no_day), "en").respond(DRAFT, live=False)
    assert response.status == 500
    assert b"ValueError: no day in" in response.body
    assert b'id="pp" hidden data-settled data-token=""' in response.body
    assert "ValueError" in capsys.readouterr().err


def test_what_is_asked_for_live_waits_for_no_analysis(desk: Desk) -> None:
    html = page_at(desk, DRAFT, live=True)
    assert 'aria-busy="true"' in html
    assert "data-settled" not in html
    assert "data-settled" in page_at(desk, DRAFT)
    assert "data-settled" in page_at(desk, DRAFT, live=True)


def test_fragments_feeds_and_json_are_left_as_they_are(desk: Desk) -> None:
    for path in ("/shop/en/privacy/fragment.html", "/shop/privacy/versions.json", "/shop/en/privacy/v1/document.json"):
        assert b"pp-" not in desk.respond(path, live=False).body


def test_site_of_one_language_owes_nothing_and_has_no_choice(author: Author) -> None:
    text = SITE.replace("locales: [th, en]", "locales: [th]").replace(", en: Example Shop Company Limited", "")
    alone = author.content / "alone"
    for name in ("site.yaml", "privacy/policy.yaml", "privacy/sections/intro.th.md"):
        (alone / name).parent.mkdir(parents=True, exist_ok=True)
    (alone / "site.yaml").write_text(text.replace(", en: Example Shop", ""), encoding="utf-8")
    (alone / "privacy/policy.yaml").write_text("title: {th: นโยบาย}\nsections: [{id: intro}]\n", encoding="utf-8")
    (alone / "privacy/sections/intro.th.md").write_text("ข้อความ\n", encoding="utf-8")
    desk = Desk(Preview(author.content, lambda _zone: TODAY), "th")
    html = page_at(desk, "/alone/th/privacy/draft/")
    assert "เว็บไซต์นี้มีภาษาเดียว" in words(html)
    assert "สองภาษา" not in words(html)


# In the browser


@pytest.fixture
def thai(author: Author) -> Iterator[str]:
    """A preview that speaks Thai."""
    with previewing(author.content, lang="th") as url:
        yield url


PAGES = ("shop/en/privacy/draft/", "shop/bilingual/privacy/draft/", "shop/th/privacy/draft/changes/", "", COVERAGE[1:])


@pytest.mark.parametrize(
    ("width", "scheme", "lang"), [(390, "dark", "th"), (1280, "light", "en"), (1280, "dark", "th")]
)
def test_axe_finds_nothing_in_pages_with_the_bar(
    browser: Browser, author: Author, width: int, scheme: Literal["light", "dark"], lang: str
) -> None:
    with previewing(author.content, lang=lang) as url:
        found = [one for path in PAGES for one in axe_violations(browser, url + path, width=width, color_scheme=scheme)]
        author.write("purposes.yaml", PURPOSES.replace("contract", "contrakt"))
        found += axe_violations(browser, f"{url}shop/th/privacy/draft/", width=width, color_scheme=scheme)
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_every_part_of_the_bar_unfolds_within_the_window_without_a_script(
    browser: Browser, url: str, width: int
) -> None:
    with watched_page(browser, width=width, javascript=False) as (page, problems):
        page.goto(f"{url}shop/en/privacy/draft/")
        for part in ("pp-where", "pp-version", "pp-notice", "pp-findings", "pp-debts"):
            page.locator(f"#{part} > summary").click()
            sheet = page.locator(f"#{part} .pp-sheet")
            expect(sheet).to_be_visible()
            box = sheet.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= width
        # One at a time.
        assert page.locator(".pp-bar details[open]").count() == 1
        assert problems == []


@pytest.mark.parametrize("javascript", [True, False])
def test_finding_leads_to_its_clause_and_the_clause_back_to_its_finding(
    browser: Browser, url: str, javascript: bool
) -> None:
    with watched_page(browser, javascript=javascript) as (page, _):
        page.goto(f"{url}shop/en/privacy/draft/")
        page.locator("#pp-debts > summary").click()
        page.locator("#pp-owed-1").get_by_role("link").click()
        sign = page.locator("#pp-owed-mark-1")
        expect(sign).to_be_in_viewport()
        if not javascript:
            page.locator("#pp-debts > summary").click()
        sign.click()
        expect(page.locator("#pp-owed-1")).to_be_in_viewport()


def test_languages_versions_and_redline_are_one_press_away(browser: Browser, thai: str) -> None:
    with watched_page(browser) as (page, problems):
        page.goto(f"{thai}shop/en/privacy/draft/")
        page.locator("#pp-view").get_by_role("link", name="สิ่งที่เปลี่ยน").click()
        expect(page).to_have_url(f"{thai}shop/en/privacy/draft/changes/")
        page.locator("#pp-languages").get_by_role("link", name="สองภาษา").click()
        expect(page).to_have_url(f"{thai}shop/bilingual/privacy/draft/changes/")
        page.locator("#pp-version > summary").click()
        page.locator("#pp-version").get_by_role("link", name="ฉบับที่ 2").click()
        expect(page).to_have_url(f"{thai}shop/bilingual/privacy/v2/")
        expect(page.locator("#pp-languages [aria-current]")).to_have_text("สองภาษา")
        assert [one for one in problems if "/.policygen/events" not in one] == []


def test_escape_folds_what_is_unfolded(browser: Browser, url: str) -> None:
    def opened(page: Page) -> int:
        return page.locator(".pp-bar details[open]").count()

    with watched_page(browser) as (page, _):
        page.goto(f"{url}shop/en/privacy/draft/")
        page.locator("#pp-findings > summary").click()
        assert opened(page) == 1
        page.keyboard.press("Escape")
        assert opened(page) == 0
        page.locator("#pp-findings > summary").click()
        page.mouse.click(20, 200)
        assert opened(page) == 0
