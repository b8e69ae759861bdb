"""Makes the pictures of the authors' guides again: does what a guide says, and photographs what its reader then sees.

.venv/bin/python tools/make_guide_pictures.py [en|th …]
"""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from make_pictures import PICTURES, pixels
from palette_png import palette_png
from playwright.sync_api import Browser, Page

from tests.browser import chromium, serving, watched_page
from tests.guide import Command, Picture, Trying, type_in
from tests.serve.author import previewing
from tests.test_guides import LANGUAGES, digest_in, guide, run, set_aside

WIDE, PHONE = (1280, 800), (390, 780)
Look = Callable[[Page, str, str], None]


def main(languages: Sequence[str]) -> int:
    """Write the pictures of the guides in these languages, or in both."""
    with chromium() as browser:
        for lang in languages or LANGUAGES:
            with tempfile.TemporaryDirectory() as temporary, contextlib.chdir(temporary):
                follow(browser, lang, Path(temporary))
    return 0


def follow(browser: Browser, lang: str, temporary: Path) -> None:
    """Do what the guide says in an empty folder, and take its pictures on the way."""
    folder = temporary / "policies"
    folder.mkdir()
    os.chdir(folder)
    digest = ""
    for step in guide(lang):
        match step:
            case Command():
                if step.arguments[0] != "serve":
                    digest = digest_in(run(lang, step.arguments)) or digest
            case Trying():
                set_aside(folder, temporary / "aside", back=not step.begins)
            case Picture():
                kind = step.name.removesuffix(f"-{lang}")
                if kind in LOOKS:
                    take(browser, folder, lang, kind)
            case _:
                type_in(step, folder, digest)
    os.chdir(temporary)


def take(browser: Browser, folder: Path, lang: str, kind: str) -> None:
    """Photograph the preview, or the folder that was built, as the guide's reader sees it here."""
    (width, height), look = LOOKS[kind]
    with contextlib.ExitStack() as stack:
        if kind in BUILT:
            url = stack.enter_context(serving(folder / BUILT[kind])).url
        else:
            url = stack.enter_context(previewing(Path("content"), lang=lang))
        page, _ = stack.enter_context(watched_page(browser, width=width, height=height))
        look(page, url, lang)
        page.evaluate("document.fonts.ready")
        png = page.screenshot()
    (PICTURES / f"{kind}-{lang}.png").write_bytes(palette_png(*pixels(browser, png)))
    print(f"{kind}-{lang}")


def blanks(page: Page, url: str, lang: str) -> None:
    """The draft, with the findings unfolded."""
    page.goto(f"{url}acme/{lang}/privacy/draft/")
    page.click("[data-settled] #pp-findings summary")


def slip(page: Page, url: str, lang: str) -> None:
    """A page that was good, and then a file that cannot be read."""
    purposes = Path("content/acme/privacy/purposes.yaml")
    broken = purposes.read_text("utf-8")
    purposes.write_text(broken.replace("contrct", "contract"), "utf-8")
    page.goto(f"{url}acme/{lang}/privacy/draft/")
    page.wait_for_selector("[data-settled]")
    purposes.write_text(broken, "utf-8")
    page.wait_for_selector("#pp-problems")


def redline(page: Page, url: str, lang: str) -> None:
    """What the draft changes, with the notice unfolded."""
    page.goto(f"{url}acme/{lang}/privacy/draft/changes/")
    page.click("[data-settled] #pp-notice summary")
    page.locator("ins").first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 320)")


def debt(page: Page, url: str, lang: str) -> None:
    """The clause whose translation is behind, with the debts unfolded."""
    page.goto(f"{url}acme/en/privacy/draft/#security")
    page.click("[data-settled] #pp-debts summary")


def readers(page: Page, url: str, lang: str) -> None:
    """The policy as its readers see it."""
    page.goto(f"{url}{lang}/privacy/")


def coverage(page: Page, url: str, lang: str) -> None:
    """The table of what the law asks, by the link among the findings."""
    page.goto(f"{url}acme/{lang}/privacy/draft/")
    page.click("[data-settled] #pp-findings summary")
    page.click(".pp-coverage a")
    page.wait_for_selector("main table")


BUILT = {"guide-readers": "output/acme"}
LOOKS: dict[str, tuple[tuple[int, int], Look]] = {
    "guide-blanks": (WIDE, blanks),
    "guide-slip": (PHONE, slip),
    "guide-redline": (WIDE, redline),
    "guide-debt": (PHONE, debt),
    "guide-readers": ((1280, 640), readers),
    "guide-coverage": (WIDE, coverage),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
