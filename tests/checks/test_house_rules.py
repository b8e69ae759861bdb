"""A site's own rules, told like the program's."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from policygen.checks import check_draft
from policygen.diagnostics import Diagnostic
from policygen.drafts import load_draft
from policygen.ledger import read_ledger
from policygen.publish import Blocked, Options, Planned, plan_version
from tests.checks.cases import BASE, TODAY


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def found(content: Path, rules: str) -> list[Diagnostic]:
    (content / "shop/rules.yaml").write_text(rules, "utf-8")
    told = check_draft(load_draft(content, "shop", "privacy"), (), TODAY)
    return [one for one in told if one.rule.startswith("house.")]


def test_a_forbidden_phrase_is_found_in_any_case_and_not_inside_a_word(content: Path) -> None:
    prose = content / "shop/privacy/sections/words.en.md"
    prose.write_text("We and our *business*  Partners.\n\nPartnership of subpartners.\n", "utf-8")
    rules = "- {id: no-partners, forbid: {th: พันธมิตร, en: business partners}}\n- {id: alone, forbid: {en: partners}}\n"
    first, second = found(content, rules)
    assert (first.rule, first.place.line, first.place.column, first.severity) == ("house.no-partners", 1, 13, "error")
    assert (second.rule, second.place.column, second.anchor) == ("house.alone", 24, "words")
    assert first.message.en == "“business partners” must not appear"


def test_a_thai_phrase_and_the_sites_own_message(content: Path) -> None:
    rules = "- id: no\n  forbid: {th: จัดส่ง}\n  message: {th: ใช้คำว่า ส่งมอบ}\n  severity: info\n"
    told = found(content, rules)
    assert {one.message.th for one in told} == {"ใช้คำว่า ส่งมอบ"}
    assert {one.severity for one in told} == {"info"}
    assert "purpose-delivery" in {one.anchor for one in told}


def test_a_required_term_is_asked_for_in_each_language(content: Path) -> None:
    assert found(content, "- {id: name, require: {th: จำกัดสิทธิเข้าถึง, en: limited access}}\n") == []
    (told,) = found(content, "- {id: name, require: {th: จำกัดสิทธิเข้าถึง, en: pseudonyms}}\n")
    assert (told.locale, told.message.en) == ("en", "“pseudonyms” does not appear in en")


@pytest.mark.parametrize(
    ("bounds", "kept"),
    [
        ("at_least: P2Y", True),
        ("at_least: P24M", True),
        ("at_least: P3Y", False),
        ("at_most: P2Y", True),
        ("at_most: P1Y", False),
        ("at_least: P1Y, at_most: P3Y", True),
    ],
)
def test_a_retention_has_bounds(content: Path, bounds: str, kept: bool) -> None:
    told = found(content, f"- {{id: keep, purpose: delivery, retention: {{{bounds}}}}}\n")
    assert [one.anchor for one in told] == ([] if kept else ["purpose-delivery"])


def test_a_rule_may_be_for_other_policies(content: Path) -> None:
    assert found(content, "- {id: no, forbid: {th: จัดส่ง}, policies: [cookies]}\n") == []


def told_of_names(content: Path, rules: str) -> list[tuple[str, str | None]]:
    """The rule and the English hint of what is told of the policies and purposes that rules name."""
    (content / "shop/rules.yaml").write_text(rules, "utf-8")
    told = check_draft(load_draft(content, "shop", "privacy"), (), TODAY)
    return [(one.rule, one.hint.en if one.hint else None) for one in told if one.rule.startswith("house-rule.")]


def test_a_purpose_may_be_one_of_another_policy_that_the_rule_is_for(content: Path) -> None:
    shutil.copytree(content / "shop/privacy", content / "shop/staff")
    (content / "shop/staff/purposes.yaml").write_text("- {id: payroll, name: {th: เงินเดือน, en: Payroll}}\n", "utf-8")
    keep = "- {id: keep, purpose: payroll, retention: {at_least: P5Y}%s}\n"
    assert told_of_names(content, keep % "") == []
    assert told_of_names(content, keep % ", policies: [privacy, staff]") == []
    ((rule, hint),) = told_of_names(content, keep % ", policies: [privacy]")
    assert rule == "house-rule.purpose"
    assert hint is not None
    assert "delivery" in hint
    assert told_of_names(content, "- {id: keep, purpose: payrol, retention: {at_least: P5Y}}\n") == [
        ("house-rule.purpose", "did you mean payroll?")
    ]


def test_a_purpose_is_not_missed_where_a_file_that_may_have_it_cannot_be_read(content: Path) -> None:
    shutil.copytree(content / "shop/privacy", content / "shop/staff")
    (content / "shop/staff/purposes.yaml").write_text("- {id: [\n", "utf-8")
    assert told_of_names(content, "- {id: keep, purpose: payroll, retention: {at_least: P5Y}}\n") == []


def test_an_error_of_the_house_keeps_a_version_from_being_published(content: Path) -> None:
    rules = "- {id: name, require: {en: pseudonyms}, severity: %s}\n"
    for severity, outcome in (("error", Blocked), ("warning", Planned)):
        (content / "shop/rules.yaml").write_text(rules % severity, "utf-8")
        draft, ledger = load_draft(content, "shop", "privacy"), read_ledger(content / "shop", "privacy")
        assert isinstance(plan_version(draft, ledger, Options(), date(2026, 11, 24)), outcome)
