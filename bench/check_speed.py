"""How long `policygen check` takes: python3 run.py bench check_speed --peers VENV [--runs N]

Whole processes over the shipped content take turns in one run: ours and the peers', which read the same texts. Then
one policy is checked again and again in one process after an edit of one word, as the preview does. Writes
docs/benchmarks-check-speed.md: figures of peers are multiples of ours. Nothing is installed: where the peers are
missing it says how to get them.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

from bench.timing import machine, once
from policygen.serve.findings import findings_of
from policygen.serve.policy_state import PolicyState, policy_stamps, read_policy
from policygen.serve.stamps import stamp_beside

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks-check-speed.md"
TODAY = date(2026, 11, 24)
SITE, POLICY, FILE = "example", "privacy", "privacy/sections/security.en.md"
# What is promised: seconds of a whole check, milliseconds of a policy again.
WHOLE, AGAIN = 1.5, 150
CUTS_WORDS = """
import pathlib, sys
from pythainlp.tokenize import word_tokenize
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.th.md")):
    word_tokenize(path.read_text("utf-8"), engine="newmm")
"""


@dataclass(frozen=True)
class Checker:
    """A command that looks through the content folder, and what it looks for; any of `codes` is a good end."""

    name: str
    looks_for: str
    command: tuple[str, ...]
    codes: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """Medians of one checker: seconds, and seconds of processor."""

    checker: Checker
    wall: float
    processor: float


def main() -> int:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, required=True, metavar="VENV")
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    there = arguments.peers / "bin"
    if not all((there / name).is_file() for name in ("codespell", "proselint")):
        print(
            "The peers are not there. Install them in an environment of their own, and name it with --peers:\n"
            f"  python3 -m venv {arguments.peers} && {there}/pip install codespell proselint",
            file=sys.stderr,
        )
        return 2
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        copytree(ROOT / "content", content)
        rows = measured(checkers(there, content), arguments.runs)
        again = sorted(checked_again(content, 3 * arguments.runs))
    PAGE.write_text("\n".join(report(rows, again, arguments.runs)) + "\n", encoding="utf-8", newline="\n")
    return 0


def checkers(peers: Path, content: Path) -> tuple[Checker, ...]:
    """Ours first."""
    where = str(content)
    ours = (sys.executable, "-m", "policygen", "--content", where, "--today", TODAY.isoformat(), "check")
    data = f"PYTHAINLP_DATA={content.parent}"
    cutting = ("/usr/bin/env", data, "PYTHAINLP_READ_ONLY=1", sys.executable, "-c", CUTS_WORDS, where)
    return (
        Checker("policygen check", "law, facts, dates, both languages, their spelling", ours, (0, 1)),
        Checker("codespell", "listed English misspellings", (str(peers / "codespell"), where), (0, 65)),
        Checker("proselint", "English style", (str(peers / "proselint"), "check", where), (0, 1)),
        Checker("PyThaiNLP newmm", "nothing: it only cuts the Thai into words", cutting, (0,)),
    )


def measured(those: Sequence[Checker], runs: int) -> list[Row]:
    """Each checker's medians; they take turns, after one round that does not count."""
    took: dict[str, list[tuple[float, float]]] = {one.name: [] for one in those}
    for _ in range(runs + 1):
        for one in those:
            wall, processor, _ = once(one.command, ROOT, one.codes)
            took[one.name].append((wall, processor))
    return [Row(one, *map(statistics.median, zip(*took[one.name][1:], strict=True))) for one in those]


def checked_again(content: Path, times: int) -> Iterator[float]:
    """The milliseconds of processor from a saved word to the findings; the first five do not count."""
    file = content / SITE / FILE
    text = file.read_text(encoding="utf-8").rstrip()
    state: PolicyState | None = None
    gc.disable()  # as the preview does
    for number in range(times + 5):
        file.write_text(f"{text} Word{number}.\n", encoding="utf-8")
        began = time.process_time()
        stamps = policy_stamps(content, SITE, POLICY, stamp_beside(str(content / SITE)))
        state = read_policy(content, SITE, POLICY, stamps, TODAY, before=state)
        assert state.shown is not None
        assert findings_of(state.shown, state.history.records, TODAY)
        if number >= 5:
            yield (time.process_time() - began) * 1000


def report(rows: Sequence[Row], again: Sequence[float], runs: int) -> Iterator[str]:
    """The page, in Markdown."""
    ours, *peers = rows
    yield "# How long a check takes"
    yield ""
    prose = sum(1 for _ in (ROOT / "content").rglob("*.md"))
    yield "`python3 run.py bench check_speed --peers VENV` runs whole processes over the shipped content"
    yield f"(three policies in two languages, {prose} files of prose) in turns, medians of {runs}."
    yield f"{machine()},"
    yield "which other work shared: what stays the same is how they stand to each other."
    yield ""
    yield "| checker | looks for | seconds | seconds of processor |"
    yield "|---|---|---|---|"
    yield f"| {ours.checker.name} | {ours.checker.looks_for} | {ours.wall:.2f} | {ours.processor:.2f} |"
    for row in peers:
        wall, processor = row.wall / ours.wall, row.processor / ours.processor
        yield f"| {row.checker.name} | {row.checker.looks_for} | × {wall:.2f} | × {processor:.2f} |"
    yield ""
    yield f"{WHOLE} s are promised for the whole process, its dictionaries among them."
    yield ""
    median, slowest = statistics.median(again), again[-1]
    yield f"One policy again, in one process, after an edit of one word (`{SITE}/{POLICY}`, from the saved file to the"
    yield f"findings): median {median:.0f} ms of processor, the slowest of {len(again)} {slowest:.0f} ms. {AGAIN} ms"
    yield "are promised."
    yield ""
    yield "A third of the time is loading libraries and word lists. Policies are checked on as many processes as there"
    yield "are processors. A pattern is compiled, and tried on a text, only where the text has letters that it needs;"
    yield "what was found in a text is kept while the process lives, up to a bound."


if __name__ == "__main__":
    sys.exit(main())
