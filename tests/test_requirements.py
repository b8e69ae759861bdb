"""The tables of docs/requirements name proofs that exist: tests, files, folders and pictures."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs" / "requirements").glob("*.md"))
_SPAN = re.compile(r"`([^`]+)`")
_TEST = re.compile(r"(tests/[\w/.-]+\.py)::(\w+)")
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
_FILE_AT_THE_TOP = re.compile(r"LICENSE|[\w-]+\.(?:md|py|lock|toml)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_all_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [span for span in proofs(text) if not exists(span)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_sentence_has_something_said_of_its_proof(page: Path) -> None:
    found = rows(page.read_text(encoding="utf-8"))
    assert len(found) > 3
    assert [cells[0] for cells in found if len(cells) < 2 or not all(cells)] == []


def test_what_does_not_exist_is_found() -> None:
    here = "tests/test_requirements.py::test_what_does_not_exist_is_found"
    gone = ["tests/test_requirements.py::test_gone", "tests/test_gone.py::test_a", "docs/pictures/gone.png", "GONE.md"]
    table = f"| asked | proof |\n|---|---|\n| `output/` | `{here}`, `docs`, `{'`, `'.join(gone)}`, `policygen show` |\n"
    assert [span for span in proofs(table) if not exists(span)] == gone


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table, heads and rules left out."""
    lines = text.splitlines()
    heads = {number - 1 for number, line in enumerate(lines) if line.startswith("|--")}
    return [
        [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        for number, line in enumerate(lines)
        if line.startswith("| ") and number not in heads
    ]


def proofs(text: str) -> list[str]:
    """What the last cells name that is a test or lies in the repository; commands and words are left out."""
    return [span for cells in rows(text) for span in _SPAN.findall(cells[-1]) if is_test(span) or is_path(span)]


def is_test(span: str) -> bool:
    """Whether it names a test, well or not."""
    return "::" in span


def is_path(span: str) -> bool:
    """Whether it has the form of a path that begins in the repository's top folder."""
    if not _PATH.fullmatch(span):
        return False
    return _FILE_AT_THE_TOP.fullmatch(span) is not None or (ROOT / span.split("/", maxsplit=1)[0]).is_dir()


def exists(span: str) -> bool:
    """Whether the test, the file or the folder is there; a folder must hold something."""
    if is_test(span):
        named = _TEST.fullmatch(span)
        return named is not None and named[2] in functions(ROOT / named[1])
    path = ROOT / span
    return path.is_file() or (path.is_dir() and any(path.iterdir()))


def functions(file: Path) -> set[str]:
    """The names of the functions in a Python file, none if there is no such file."""
    if not file.is_file():
        return set()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
