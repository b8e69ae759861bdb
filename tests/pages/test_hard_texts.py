"""A text that nobody expects: headings before the first section, a level left out, lists in lists in lists."""

import shutil
from datetime import date

import pytest
from playwright.sync_api import Browser

from policygen.build.building import build
from policygen.build.job import Request
from tests.browser import Served, ServeFolder, axe_violations, watched_page
from tests.pages.conftest import ROOT
from tests.pages.test_looks import OVERFLOWING

DEPTH = 20
HEADINGS = {
    "th": "\n### หัวเรื่องก่อนหัวข้อแรก {#before}\n\nข้อความ\n\n#### ลึกลงไป\n\nข้อความ\n\n### อีกเรื่อง\n\nข้อความ\n",
    "en": "\n### A heading before the first title {#before}\n\nText.\n\n#### Deeper\n\nText.\n\n### Another\n\nText.\n",
}
SKIPPED = {"th": "\n#### ข้ามระดับ\n\nข้อความ\n", "en": "\n#### A level left out\n\nText.\n"}
WORDS = {"th": "ข้อมูลส่วนบุคคลที่เก็บรวบรวม", "en": "personal information collected"}
PATHS = ("th/privacy/draft/", "en/privacy/draft/", "bilingual/privacy/draft/")


def nested(locale: str, marker: str) -> str:
    """Lists twenty deep."""
    indent = " " * (len(marker) + 1)
    return "\n" + "".join(f"{indent * depth}{marker} {WORDS[locale]}\n" for depth in range(DEPTH))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory, serve_folder: ServeFolder) -> Served:
    """The example with these texts in its draft."""
    folder = tmp_path_factory.mktemp("hard")
    shutil.copytree(ROOT / "content" / "example", folder / "content" / "example")
    sections = folder / "content" / "example" / "privacy" / "sections"
    for locale in ("th", "en"):
        for name, more in (
            ("intro", HEADINGS[locale]),
            ("security", nested(locale, "-")),
            ("changes", nested(locale, "1.")),
            ("contact", SKIPPED[locale]),
        ):
            file = sections / f"{name}.{locale}.md"
            file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    request = Request(folder / "content", folder / "output", lambda _: date(2026, 11, 24), drafts=True)
    outcome = build(request)
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
    return serve_folder(folder / "output")


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(browser: Browser, hard: Served, path: str) -> None:
    assert axe_violations(browser, f"{hard.url}example/{path}") == []


@pytest.mark.parametrize("path", PATHS)
def test_headings_stand_as_they_were_meant(browser: Browser, hard: Served, path: str) -> None:
    with watched_page(browser) as (page, _):
        page.goto(f"{hard.url}example/{path}")
        tags = "[...document.querySelectorAll('#intro :is(h2, h3, h4)')].map(e => e.tagName)"
        assert page.evaluate(tags) == ["H2", "H3", "H2"]
        assert page.locator("#contact h3").count() > 0


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("path", PATHS)
def test_deep_lists_leave_room_for_words(browser: Browser, hard: Served, path: str, width: int) -> None:
    with watched_page(browser, width=width) as (page, _):
        page.goto(f"{hard.url}example/{path}")
        for section in ("security", "changes"):
            assert page.locator(f"#{section} li " + "li " * (DEPTH - 1)).count() > 0
        assert page.evaluate(OVERFLOWING) == [False, []]
        narrowest = "Math.min(...[...document.querySelectorAll('.pg-body li')].map(e => e.clientWidth))"
        assert page.evaluate(narrowest) >= 120
