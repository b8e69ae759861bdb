"""What the law asks of each version, the clauses that meet it, and what a version drops."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from policygen.checks import RULES, subject_of_draft
from policygen.checks.coverage import Covered, coverage, coverage_changes, covered_editions
from policygen.checks.reports.coverage_as_html import coverage_page
from policygen.drafts import Draft, load_draft
from policygen.ledger import read_ledger
from tests.checks.cases import BASE, TODAY

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def covered(content: Path, effective: str = "2026-12-31") -> dict[str, Covered]:
    path = content / "shop/privacy/policy.yaml"
    path.write_text(path.read_text("utf-8").replace("2026-12-31", effective), "utf-8")
    draft = loaded(content)
    assert draft.policy is not None
    assert draft.edition is not None
    subject = subject_of_draft(draft.policy, draft.edition, (), TODAY)
    return {one.requirement.id: one for one in coverage(subject, RULES)}


def loaded(content: Path) -> Draft:
    return load_draft(content, "shop", "privacy")


def test_ids_of_requirements_are_told_apart() -> None:
    ids = [requirement.id for rule in RULES for requirement in rule.requirements]
    assert len(set(ids)) == len(ids)


def test_a_sound_policy_misses_nothing_and_names_its_clauses(content: Path) -> None:
    found = covered(content)
    assert [one.requirement.id for one in found.values() if one.state == "missing"] == []
    assert found["purposes"].clauses == ("purpose-delivery", "purpose-news")


def test_what_is_missing_is_told_from_what_is_not_yet_required(content: Path) -> None:
    purposes = content / "shop/privacy/purposes.yaml"
    purposes.write_text(purposes.read_text("utf-8").replace("  basis: contract\n", ""), "utf-8")
    assert covered(content)["lawful-basis"].state == "missing"
    assert covered(content, "2022-05-31")["lawful-basis"].state == "not-yet"


def test_a_version_that_drops_what_the_law_asks_is_told(content: Path) -> None:
    before = tuple(covered(content).values())
    purposes = content / "shop/privacy/purposes.yaml"
    purposes.write_text(purposes.read_text("utf-8").replace("  basis: contract\n", ""), "utf-8")
    after = tuple(covered(content).values())
    change = next(one for one in coverage_changes(before, after) if one.requirement.id == "lawful-basis")
    assert change.dropped
    assert change.message.en == "this version drops: the lawful basis of each purpose (PDPA 23(1), 24)"
    back = next(one for one in coverage_changes(after, before) if one.requirement.id == "lawful-basis")
    assert back.message.th.startswith("ฉบับนี้เพิ่ม: ")
    assert coverage_changes(before, before) == ()


def test_the_table_has_every_version_that_counts_and_the_draft() -> None:
    records = read_ledger(CONTENT / "example", "privacy").records
    draft = load_draft(CONTENT, "example", "privacy")
    editions = covered_editions(draft, records, date(2026, 11, 24), RULES)
    assert [one.number for one in editions] == [1, 2, 3, 4, None]
    for language, words in (("th", "ฉบับที่ 4"), ("en", "Version 4")):
        page = coverage_page("example/privacy", editions, language)
        assert page.count("<tr>") == 1 + len(editions[0].covered)
        assert f'<th scope="col">{words}</th>' in page
        assert "<script" not in page
