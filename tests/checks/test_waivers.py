"""Waivers take findings away up to their last day, and are findings once nothing needs them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from policygen.checks import check_draft
from policygen.diagnostics import Diagnostic
from policygen.drafts import load_draft
from tests.checks.cases import BASE

LAST_DAY = date(2026, 12, 31)
WAIVER = "waivers:\n  - rule: {rule}\n    reason: agreed\n    until: 2026-12-31\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sound policy with a blank in its prose."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "shop/privacy/sections/more.th.md").write_text("ติดต่อ [ชื่อผู้ติดต่อ]\n", "utf-8")
    return tmp_path


def found(content: Path, waiver: str = "", today: date = LAST_DAY) -> list[tuple[str, int]]:
    with (content / "shop/privacy/policy.yaml").open("a", encoding="utf-8") as file:
        file.write(waiver)
    return [(one.rule, one.place.line) for one in checked(content, today) if one.rule.startswith("form.")]


def checked(content: Path, today: date) -> tuple[Diagnostic, ...]:
    return check_draft(load_draft(content, "shop", "privacy"), (), today)


def test_a_finding_stands_without_a_waiver_and_goes_with_one(content: Path) -> None:
    assert found(content) == [("form.blank", 1)]
    assert found(content, WAIVER.format(rule="form.blank")) == []


def test_after_its_last_day_the_waiver_is_a_finding_itself(content: Path) -> None:
    line = waiver_line(content)
    assert found(content, WAIVER.format(rule="form.blank"), date(2027, 1, 1)) == [
        ("form.waiver-expired", line),
        ("form.blank", 1),
    ]


def test_a_waiver_that_nothing_needs_is_a_finding(content: Path) -> None:
    line = waiver_line(content)
    assert found(content, WAIVER.format(rule="law.purposes")) == [("form.waiver-unused", line), ("form.blank", 1)]


def test_a_waiver_may_be_for_one_file(content: Path) -> None:
    other = WAIVER.format(rule="form.blank") + "    path: sections/words.th.md\n"
    assert ("form.blank", 1) in found(content, other)


def test_what_keeps_files_from_being_read_cannot_be_waived(content: Path) -> None:
    (content / "shop/privacy/data.yaml").write_text("- id: name\n  nmae: {th: ชื่อ, en: Name}\n", "utf-8")
    policy = content / "shop/privacy/policy.yaml"
    policy.write_text(policy.read_text("utf-8") + WAIVER.format(rule="schema.unknown-key"), "utf-8")
    assert "schema.unknown-key" in {one.rule for one in checked(content, LAST_DAY)}


def waiver_line(content: Path) -> int:
    """The line on which a waiver added to policy.yaml names its rule."""
    return (content / "shop/privacy/policy.yaml").read_text("utf-8").count("\n") + 2


def test_a_waiver_of_a_rule_that_is_not_there_is_told_with_what_was_meant(content: Path) -> None:
    line = waiver_line(content)
    assert ("form.waiver-unknown", line) in found(content, WAIVER.format(rule="law.rigths"))
    (told,) = [one for one in checked(content, LAST_DAY) if one.rule == "form.waiver-unknown"]
    assert told.hint is not None
    assert told.hint.en == "did you mean law.rights?"


def test_what_publishing_tells_cannot_be_waived(content: Path) -> None:
    line = waiver_line(content)
    assert ("form.waiver-refused", line) in found(content, WAIVER.format(rule="publish.summary"))
