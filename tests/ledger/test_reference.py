"""The recipes of docs/reference/ledger.md do what the page says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from policygen.ledger import read_ledger
from policygen.ledger.reading import version_path
from tests.ledger.making import POLICY, site_with_versions

REPOSITORY = Path(__file__).parent.parent.parent
PAGE = REPOSITORY / "docs" / "reference" / "ledger.md"
PACKAGE = REPOSITORY / "policygen"


def recipe(language: str) -> str:
    (code,) = re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return str(code)


def check(versions: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", recipe("python"), str(versions)]
    return subprocess.run(command, capture_output=True, check=False, text=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_versions(tmp_path, 11)


def test_ten_lines_check_the_chain(site: Path) -> None:
    assert len(recipe("python").splitlines()) == 10
    passed = check(version_path(site, POLICY, 1).parent)
    assert passed.stdout == f"11 records, the last is {read_ledger(site, POLICY).tip}\n"


def test_ten_lines_name_what_was_changed(site: Path) -> None:
    path = version_path(site, POLICY, 7)
    path.write_bytes(path.read_bytes().replace(b"Version 7", b"Version 8"))
    assert "7.json was changed" in check(path.parent).stderr
    path.unlink()
    assert "8.json does not follow the one before" in check(path.parent).stderr


def test_one_line_of_shell_gives_the_digest(site: Path) -> None:
    path = version_path(site, POLICY, 1)
    printed = subprocess.check_output(["sh", "-c", recipe("sh")], cwd=path.parent, text=True)
    assert printed.split()[0] == read_ledger(site, POLICY).records[0].digest


def test_every_rule_is_explained() -> None:
    sources = [path for part in ("ledger", "publish") for path in (PACKAGE / part).glob("*.py")]
    rule = re.compile(r'"((?:ledger|publish)\.[a-z-]+)"')
    used = {name for path in sources for name in rule.findall(path.read_text("utf-8"))}
    explained = set(re.findall(r"^\| `((?:ledger|publish)\.[a-z-]+)`", PAGE.read_text("utf-8"), re.MULTILINE))
    assert used == explained
