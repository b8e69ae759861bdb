"""From saving a file to the browser showing it: python3 run.py bench serve [--sites N] [--saves N]

The preview runs as its own process over a content folder with the example and many other sites; a Chromium shows the
example's draft. A save writes one new sentence into one clause. The clock starts when the file is closed and stops in
the frame in which the browser has painted the sentence. Three saves at first are not counted. Writes
docs/benchmarks-serve.md.
"""

import argparse
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from bench.timing import machine
from tests.browser import chromium, watched_page

ROOT = Path(__file__).resolve().parent.parent
POLICY = "example/privacy"
FILE = "sections/security.en.md"
# What the promise is about, in milliseconds.
PROMISE = 200
UNCOUNTED = 3

SITE = """name: {{th: ร้านที่ {n}, en: Shop {n}}}
controller:
  name: {{th: บริษัท ร้านที่ {n} จำกัด, en: Shop {n} Company Limited}}
locales: [th, en]
authoritative: th
"""
SHOP_POLICY = "title: {th: นโยบายความเป็นส่วนตัว, en: Privacy Policy}\nsections:\n  - id: intro\n"
# Gives the moment of the frame in which a text stands in the page.
SHOWN = """words => new Promise(done => {
  const look = () => document.querySelector('article').textContent.includes(words);
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(Date.now()), 0));
  if (look()) return painted();
  const seen = new MutationObserver(() => { if (look()) { seen.disconnect(); painted(); } });
  seen.observe(document.documentElement, {subtree: true, childList: true, characterData: true});
})"""


@dataclass(frozen=True)
class Row:
    """The milliseconds of each counted save on one page."""

    page: str
    waits: Sequence[float]

    def line(self) -> str:
        """A row of the table."""
        ordered = sorted(self.waits)
        late = ordered[math.ceil(0.95 * len(ordered)) - 1]
        return f"| {self.page} | {statistics.median(ordered):.0f} | {late:.0f} | {ordered[-1]:.0f} |"


def main() -> int:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sites", type=int, default=1000, help="how many other sites")
    parser.add_argument("--saves", type=int, default=40)
    parser.add_argument("--write", type=Path, default=ROOT / "docs/benchmarks-serve.md", metavar="FILE")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_content(content, arguments.sites)
        with previewing(content) as (url, started):
            rows = measure(url, content, arguments.saves)
    page = report(rows, arguments.sites, arguments.saves, started)
    arguments.write.write_text(page, encoding="utf-8")
    print(page)
    return 0


def write_content(content: Path, others: int) -> None:
    """The shipped example and so many small sites."""
    shutil.copytree(ROOT / "content" / "example", content / "example")
    for number in range(others):
        policy = content / f"shop-{number:04}" / "privacy"
        (policy / "sections").mkdir(parents=True)
        (policy.parent / "site.yaml").write_text(SITE.format(n=number), encoding="utf-8")
        (policy / "policy.yaml").write_text(SHOP_POLICY, encoding="utf-8")
        for locale, words in (("th", "บริษัทเก็บข้อมูลส่วนบุคคล"), ("en", "The shop collects personal data.")):
            (policy / "sections" / f"intro.{locale}.md").write_text(f"{words}\n", encoding="utf-8")


@contextmanager
def previewing(content: Path) -> Iterator[tuple[str, float]]:
    """The address of a preview in a process of its own, and the seconds until it had one."""
    began = time.perf_counter()
    command = (sys.executable, "-m", "policygen", "--content", str(content), "--lang", "en", "serve", "--port", "0")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            url = process.stdout.readline().split()[-1]
            yield url, time.perf_counter() - began
        finally:
            process.send_signal(signal.SIGINT)


def measure(url: str, content: Path, saves: int) -> list[Row]:
    """A row for each kind of page."""
    site, policy = POLICY.split("/")
    pages = {
        "the draft, one language": f"{url}{site}/en/{policy}/draft/",
        "the draft, both languages": f"{url}{site}/bilingual/{policy}/draft/",
    }
    file = content / site / policy / FILE
    original = file.read_text(encoding="utf-8")
    rows = []
    with chromium() as browser:
        for name, address in pages.items():
            with watched_page(browser) as (page, _):
                page.goto(address)
                waits = [save(page, file, original, number) for number in range(saves + UNCOUNTED)]
                rows.append(Row(name, waits[UNCOUNTED:]))
    return rows


def save(page: Page, file: Path, original: str, number: int) -> float:
    """The milliseconds from one save to the frame that shows it."""
    # What the preview does after the last save must not count for the next.
    page.wait_for_selector("#pp[data-settled]")
    page.wait_for_timeout(300)
    words = f"Sentence number {number} of {time.time_ns()}."
    handle = page.evaluate_handle(f"() => ({{ shown: ({SHOWN})({words!r}) }})")
    file.write_text(f"{original.rstrip()} {words}\n", encoding="utf-8")
    saved = time.time() * 1000
    shown = float(handle.evaluate("held => held.shown"))
    return shown - saved


def report(rows: Sequence[Row], sites: int, saves: int, started: float) -> str:
    """The page, in Markdown."""
    kept = all(max(row.waits) <= PROMISE for row in rows)
    verdict = "every save" if kept else "not every save"
    lines = "\n".join(row.line() for row in rows)
    return f"""# From saving to seeing

`python3 run.py bench serve` measures how long an author waits. The preview is a process of its own over the shipped
example and {sites:,} other sites. A save adds a sentence to one clause; the clock runs from the closing of the file
to the frame in which Chromium has painted the sentence. {saves} saves a page, after {UNCOUNTED} that are not counted.

| page | median, ms | 95 of 100, ms | slowest, ms |
|---|---:|---:|---:|
{lines}

Promised are {PROMISE} ms: kept by {verdict}. The preview began to answer {started:.1f} s after its command.

{machine()}.{_priority()}
"""


def _priority() -> str:
    """Whether other work on the machine was kept out of the figures (`chrt -r 1 python3 run.py bench serve`)."""
    if not hasattr(os, "sched_getscheduler") or os.sched_getscheduler(0) == os.SCHED_OTHER:
        return ""
    return " Preview and browser ran before all other work of the machine (`chrt -r 1`)."


if __name__ == "__main__":
    sys.exit(main())
