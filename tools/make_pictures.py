"""Makes docs/pictures again from the pages themselves: builds the sites, serves them, and photographs a real Chromium.

    .venv/bin/python tools/make_pictures.py [NAME …]

The picture of the printed page also needs `pdftoppm` (poppler-utils) on PATH.
"""

import base64
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from palette_png import palette_png  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

from policygen.build.building import build  # noqa: E402
from policygen.build.job import Request  # noqa: E402
from tests.browser import chromium, serving, watched_page  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
# The pages say which version is in force on this day.
TODAY = date(2026, 11, 24)
TOGETHER = 1_500_000
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of which page, how wide and high, in which colours, from which element on, with which one opened.

    `checked` are choices made on the page, `sheet` the sheet of paper where the page is printed.
    """

    name: str
    page: str
    width: int = 1280
    height: int = 800
    scheme: Scheme = "light"
    top: str = ""
    opened: str = ""
    printed: bool = False
    checked: tuple[str, ...] = ()
    sheet: int = 1


PHONE = (390, 780)
ONLY = ("#pg-view-only",)
SIDE = ("#pg-view-side", "#pg-view-only")
SHOTS = (
    Shot("policy-th-1280-light", "example/th/privacy/"),
    Shot("policy-th-390-light", "example/th/privacy/", *PHONE),
    Shot("policy-th-390-dark", "example/th/privacy/", *PHONE, scheme="dark"),
    Shot("policy-en-1280-dark", "example/en/privacy/", scheme="dark"),
    Shot("glance-th-1280-light", "example/th/privacy/", top="#pg-glance", opened=".pg-question >> nth=1"),
    Shot("glance-en-390-light", "example/en/privacy/", *PHONE, top="#pg-glance", opened=".pg-question >> nth=0"),
    Shot("flow-en-1280-light", "clusterkit/en/privacy/", top=".pg-question >> nth=-1", opened=".pg-question >> nth=-1"),
    Shot("bilingual-1280-light", "example/bilingual/privacy/", top="#purposes"),
    Shot("history-th-1280-light", "example/th/privacy/versions/"),
    Shot("history-en-390-light", "example/en/privacy/versions/", *PHONE),
    Shot("superseded-en-1280-light", "example/en/privacy/v1/", height=560),
    Shot("as-found-th-1280-light", "clusterkit/th/privacy/v1/", height=640),
    Shot("print-th", "example/th/privacy/", printed=True),
    Shot("changes-th-1280-light", "example/th/privacy/v4/changes/"),
    Shot("changes-en-1280-light", "example/en/privacy/v4/changes/"),
    Shot("redline-en-1280-light", "example/en/privacy/v4/changes/", top="#purposes"),
    Shot("redline-th-1280-light", "example/th/privacy/v4/changes/", top="#purposes"),
    Shot("redline-slips-en-1280-light", "example/en/privacy/v3/changes/", height=620, top="#pg-redline", checked=ONLY),
    Shot("redline-slips-th-1280-light", "example/th/privacy/v3/changes/", height=620, top="#pg-redline", checked=ONLY),
    Shot("redline-side-th-1280-light", "example/th/privacy/v4/changes/", top="#purposes", checked=SIDE),
    Shot("redline-th-390-dark", "example/th/privacy/v4/changes/", *PHONE, scheme="dark", top="#data"),
    Shot("redline-both-1280-light", "example/bilingual/privacy/v3/changes/", top="#pg-redline", checked=ONLY),
    Shot("notice-en-390-light", "example/en/privacy/v2/notice/", *PHONE),
    Shot("notice-th-390-light", "example/th/privacy/v2/notice/", *PHONE),
    Shot("redline-print-en", "example/en/privacy/v4/changes/", printed=True, sheet=8),
    Shot("redline-print-th", "example/th/privacy/v4/changes/", printed=True, sheet=8),
)


def main(names: Sequence[str]) -> int:
    """Write the pictures with these names, or all of them; 1 if they are too large together."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        output = Path(temporary) / "output"
        build(Request(ROOT / "content", output, lambda _: TODAY))
        with serving(output) as served:
            for shot in SHOTS:
                if not names or shot.name in names:
                    take(browser, served.url, shot)
    size = sum(path.stat().st_size for path in PICTURES.glob("*.png"))
    print(f"{size} bytes in all")
    return 0 if size < TOGETHER else 1


def take(browser: Browser, url: str, shot: Shot) -> None:
    """Take one picture and write it."""
    with watched_page(browser, width=shot.width, height=shot.height, color_scheme=shot.scheme) as (page, problems):
        page.goto(url + shot.page)
        page.evaluate("document.fonts.ready")
        for choice in shot.checked:
            page.check(choice)
        png = on_paper(page, shot.sheet) if shot.printed else on_screen(page, shot)
    if problems:
        raise RuntimeError(f"{shot.page}: {problems}")
    (PICTURES / f"{shot.name}.png").write_bytes(palette_png(*pixels(browser, png)))
    print(shot.name)


def on_screen(page: Page, shot: Shot) -> bytes:
    """What the window shows, scrolled so that the element stands at its top."""
    if shot.opened:
        page.locator(shot.opened).evaluate("e => e.open = true")
    if shot.top:
        page.locator(shot.top).evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")
    return page.screenshot()


def on_paper(page: Page, sheet: int) -> bytes:
    """One sheet of paper, at 80 dots per inch."""
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "page.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        command = [
            "pdftoppm",
            "-png",
            "-singlefile",
            "-f",
            str(sheet),
            "-r",
            "80",
            str(file),
            str(file.with_suffix("")),
        ]
        subprocess.run(command, check=True)
        return file.with_suffix(".png").read_bytes()


def pixels(browser: Browser, png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the colours of a PNG file, four bytes a pixel; the browser can read any."""
    page = browser.new_page()
    try:
        width, height, data = page.evaluate(_READ, base64.b64encode(png).decode())
    finally:
        page.close()
    return width, height, base64.b64decode(data)


_READ = """async png => {
  const image = new Image(); image.src = 'data:image/png;base64,' + png; await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width; canvas.height = image.height;
  const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height).data;
  let text = ''; for (let at = 0; at < data.length; at += 32768)
    text += String.fromCharCode.apply(null, data.subarray(at, at + 32768));
  return [image.width, image.height, btoa(text)];
}"""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
