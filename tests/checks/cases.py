"""The cases of a rule's page: files laid over a small sound policy, with `⟦ ⟧` around what the rule must find.

A case is a heading of level three under `## Cases`, with one fenced block for each file that it replaces. The block's
first line names the file, and after it any files about which as a whole something must be found: ```` ```yaml
privacy/purposes.yaml ⟦⟧ privacy/policy.yaml ````. Where something of the case must be found that stands in a file which
it does not change, the block repeats that file. A case without marks is one in which the rule must find nothing.
Files under `published/` make a version 1 that was published before the others were changed.
"""

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygen.checks import RULES, run_rules, subject_of_draft
from policygen.checks.pages import page_of
from policygen.checks.rule import Rule
from policygen.diagnostics import Diagnostic
from policygen.drafts import load_draft
from policygen.ledger import append, read_ledger, sealed, unsealed

BASE = Path(__file__).resolve().parent.parent / "fixtures" / "rules"
TODAY = date(2026, 11, 24)
_FENCE = re.compile(r"^```\w+ (?P<file>\S+)(?: ⟦⟧ (?P<whole>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_PUBLISHED = "published/"
_MARK = re.compile("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a rule: the files that it replaces, as text without marks, and where findings must stand."""

    rule: Rule
    title: str
    files: dict[str, str]
    expected: tuple[tuple[str, int, int, int], ...]

    def __str__(self) -> str:
        return f"{self.rule.name}: {self.title}"


def every_case() -> list[Case]:
    """The cases of all rules, in order."""
    return [case for rule in RULES for case in cases_of(rule)]


def cases_of(rule: Rule) -> list[Case]:
    """The cases of a rule's page."""
    parts = f"\n{page_of(rule).cases}".split("\n### ")
    return [_case(rule, *part.split("\n", 1)) for part in parts[1:]]


def found_by(case: Case, folder: Path) -> list[Diagnostic]:
    """What the rule finds in the case, made in `folder`."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    site = folder / "shop"
    published = {name for name in case.files if name.startswith(_PUBLISHED)}
    if published:
        for name in published:
            _write(site / name.removeprefix(_PUBLISHED), case.files[name])
        edition = load_draft(folder, "shop", "privacy").edition
        assert edition is not None
        append(site, "privacy", sealed(unsealed(edition, number=1, previous=None, recorded=TODAY)))
    for name in case.files.keys() - published:
        _write(site / name, case.files[name])
    draft = load_draft(folder, "shop", "privacy")
    assert draft.policy is not None, draft.diagnostics
    assert draft.edition is not None, draft.diagnostics
    before = read_ledger(site, "privacy").records
    return run_rules(subject_of_draft(draft.policy, draft.edition, before, TODAY), [case.rule])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def spot(diagnostic: Diagnostic, folder: Path) -> tuple[str, int, int, int]:
    """Where a finding stands: file in the site's folder, line, first column, column after the last."""
    place = diagnostic.place
    name = Path(place.path).relative_to(folder / "shop").as_posix()
    return (name, place.line, place.column, place.end_column)


def _case(rule: Rule, title: str, body: str) -> Case:
    files: dict[str, str] = {}
    expected: list[tuple[str, int, int, int]] = []
    for block in _FENCE.finditer(body):
        files[block["file"]] = _MARK.sub("", block["text"])
        expected += [(block["file"], *span) for span in _spans(block["text"])]
        expected += [(block["whole"], 0, 0, 0)] if block["whole"] else []
    return Case(rule, title.strip(), files, tuple(sorted(expected)))


def _spans(text: str) -> list[tuple[int, int, int]]:
    """Line, first column and column after the last of each marked stretch, the marks themselves not counted."""
    spans = []
    for number, line in enumerate(text.split("\n"), 1):
        marks = list(_MARK.finditer(line))
        for position in range(0, len(marks) - 1, 2):
            start, end = marks[position].start() - position + 1, marks[position + 1].start() - position
            spans.append((number, start, end))
    return spans
