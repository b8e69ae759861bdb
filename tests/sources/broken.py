"""Broken content: each folder of tests/fixtures/broken lies over a good site and spoils it in one way.

    python -m tests.sources.broken

writes what is told of each beside it, for reading in review.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policygen.diagnostics import Diagnostic, as_text, in_order
from policygen.sources import check_tree, list_policies, list_sites, load_policy

BROKEN = Path(__file__).resolve().parent.parent / "fixtures" / "broken"
GOOD = BROKEN / "good"
CASES = tuple(sorted(path.name for path in BROKEN.iterdir() if path != GOOD))
LANGUAGES = ("th", "en")


def told_of(case: Path, folder: Path) -> list[Diagnostic]:
    """Everything that is told of the good site with the files of `case` laid over it, in `folder`."""
    content = folder / "content"
    shutil.copytree(GOOD, content)
    shutil.copytree(case, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.*.txt"))
    with _inside(folder):
        return in_order(_told(Path("content")))


def _told(content: Path) -> Iterator[Diagnostic]:
    yield from check_tree(content)
    for site in list_sites(content):
        for policy in list_policies(content, site):
            yield from load_policy(content, site, policy).diagnostics


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Paths in messages are as the user types them: `content/…`."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def expected(case: Path, language: str) -> Path:
    """The file that holds what is told of a case."""
    return case / f"expected.{language}.txt"


def write() -> None:
    """Write what is told of every case."""
    for name in CASES:
        with tempfile.TemporaryDirectory() as folder:
            told = told_of(BROKEN / name, Path(folder))
        for language in LANGUAGES:
            expected(BROKEN / name, language).write_text(as_text(told, language), "utf-8")


if __name__ == "__main__":
    write()
