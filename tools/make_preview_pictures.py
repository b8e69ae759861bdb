"""Makes the pictures of the preview in docs/pictures again, from the example with a few edits.

.venv/bin/python tools/make_preview_pictures.py
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from make_pictures import PHONE, PICTURES, ROOT, Shot, pixels
from palette_png import palette_png
from playwright.sync_api import Browser

from tests.browser import chromium, watched_page
from tests.serve.author import previewing

CLAUSE = Path("example/privacy/sections/security.th.md")
BROKEN = Path("example/privacy/purposes.yaml")
DEBTS = "#pp-debts"
SHOTS = (
    Shot("preview-debt-th-1280-light", "example/bilingual/privacy/draft/", height=620, top="#security", opened=DEBTS),
    Shot(
        "preview-findings-th-390-dark", "clusterkit/th/privacy/draft/", *PHONE, scheme="dark", top=".pp-sign >> nth=3"
    ),
)
TOLD = Shot("preview-broken-th-1280-light", "example/th/privacy/draft/", height=560)


def main() -> int:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        content = Path(temporary) / "content"
        shutil.copytree(ROOT / "content", content)
        clause = content / CLAUSE
        clause.write_text(clause.read_text("utf-8").rstrip() + " และทบทวนมาตรการเหล่านี้ทุกปี\n", encoding="utf-8")
        # Places are shown as an author would type them.
        os.chdir(temporary)
        with previewing(Path("content"), lang="th") as url:
            for shot in SHOTS:
                take(browser, url, shot)
            # The last good page must be known before it breaks.
            broken = content / BROKEN
            broken.write_text(
                broken.read_text("utf-8").replace("basis: contract", "basis: contrat", 1), encoding="utf-8"
            )
            take(browser, url, TOLD)
    return 0


def take(browser: Browser, url: str, shot: Shot) -> None:
    """Take one picture and write it; no script runs, so that no stream is open when the page is left."""
    width, height, scheme = shot.width, shot.height, shot.scheme
    with watched_page(browser, width=width, height=height, color_scheme=scheme, javascript=False) as (page, problems):
        page.goto(url + shot.page)
        if shot.opened:
            page.locator(f"{shot.opened} > summary").click()
        if shot.top:
            page.locator(f"{shot.top}").scroll_into_view_if_needed()
        png = page.screenshot()
    if problems:
        raise RuntimeError(f"{shot.page}: {problems}")
    (PICTURES / f"{shot.name}.png").write_bytes(palette_png(*pixels(browser, png)))
    print(shot.name)


if __name__ == "__main__":
    sys.exit(main())
