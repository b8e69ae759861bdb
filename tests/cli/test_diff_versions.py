"""`policygen diff POLICY`: two versions, or the draft, in every form."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.diff.redline import NEW_OPS, OLD_OPS

CONTENT = Path("content")


@dataclass(frozen=True)
class Result:
    """What a command printed, and how it ended."""

    stdout: str
    stderr: str
    exit_code: int


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a content folder."""

    def ran(content: Path, *arguments: str) -> Result:
        code = main(["--content", str(content), "--lang", "en", *arguments])
        printed = capsys.readouterr()
        return Result(printed.out, printed.err, code)

    return ran


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The example with its ledger, in a folder that can be changed."""
    shutil.copytree(CONTENT / "example", tmp_path / "content" / "example")
    return tmp_path / "content"


def test_json_has_the_members_of_the_contract(run: Run, content: Path) -> None:
    found = json.loads(run(content, "diff", "example/privacy", "2", "4", "--format", "json").stdout)
    assert list(found) == ["old", "new", "locale", "runs", "blocks", "events", "notice"]
    assert (found["old"]["label"], found["new"]["label"], found["locale"]) == (
        "example/privacy v2",
        "example/privacy v4",
        "th",
    )
    assert found["events"]
    assert set(found["events"][0]) == {
        "type", "id", "section", "locales", "old", "new", "where", "materiality", "message", "reference",
    }  # fmt: skip
    assert found["notice"] in ("consent", "advance", "publish", "editorial")


def test_runs_tile_both_documents(run: Run, content: Path) -> None:
    found = json.loads(run(content, "diff", "example/privacy", "3", "4", "--format", "json", "--locale", "en").stdout)
    old = "".join(run["text"] for run in found["runs"] if run["op"] in OLD_OPS)
    new = "".join(run["text"] for run in found["runs"] if run["op"] in NEW_OPS)
    assert old != new
    for number, text in (("3", old), ("4", new)):
        shown = run(content, "show", "example/privacy", number, "--locale", "en").stdout
        assert "".join(text.split())[:80] in "".join(shown.split())


def test_the_draft_is_compared_with_the_latest_version(run: Run, content: Path) -> None:
    same = run(content, "diff", "example/privacy", "--exit-code")
    assert (same.exit_code, "Nothing changed" in same.stdout) == (0, True)
    policy = content / "example" / "privacy" / "purposes.yaml"
    policy.write_text(policy.read_text("utf-8").replace("direct_marketing: no", "direct_marketing: yes", 1), "utf-8")
    changed = run(content, "diff", "example/privacy", "--exit-code")
    assert changed.exit_code == 1
    assert "Direct marketing began" in changed.stdout


@pytest.mark.parametrize(("form", "mark"), [("text", "{+"), ("markdown", "<ins>"), ("html", "<ins>")])
def test_every_form_marks_what_came(run: Run, content: Path, form: str, mark: str) -> None:
    result = run(content, "diff", "example/privacy", "3", "4", "--format", form)
    assert result.exit_code == 0
    assert mark in result.stdout
    assert "\x1b[" not in result.stdout


def test_html_stands_alone(run: Run, content: Path) -> None:
    page = run(content, "diff", "example/privacy", "3", "4", "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert page.count("<style>") == 1
    # Nothing is loaded, by whichever way a page could ask for it.
    assert re.findall(r"<script|<link|<img|<iframe|src=|href=|@import|url\(", page) == []
    assert re.search(r"del::before \{ content: .−.; \} ins::before \{ content: .\+.; \}", page)


def test_days_name_the_versions_that_bound_on_them(run: Run, content: Path) -> None:
    days = run(content, "diff", "example/privacy", "2021-05-01", "2026-11-01", "--format", "json").stdout
    numbers = run(content, "diff", "example/privacy", "1", "4", "--format", "json").stdout
    assert days == numbers


def test_a_version_that_is_not_there(run: Run, content: Path) -> None:
    result = run(content, "diff", "example/privacy", "9")
    assert result.exit_code == 1
    assert "there are: 1, 2, 3, 4" in result.stderr
