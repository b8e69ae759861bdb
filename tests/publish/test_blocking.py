"""What the checks find and keeps a version from being published, and what does not."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from policygen.drafts import load_draft
from policygen.ledger import read_ledger
from policygen.publish import Blocked, Options, Planned, plan_version
from tests.publish.shop import Shop

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 10)
CONTENT = Path(__file__).resolve().parents[2] / "content"
NEXT = """
next:
  published: 2026-11-24
  effective: 2026-12-31
  summary:
    th: แก้คำสะกด
    en: Spelling mended
  notice: editorial
"""


def without_basis(shop: Shop) -> Shop:
    """Take the basis of a purpose away, in the register that the site's policies share."""
    purposes = shop.site / "purposes.yaml"
    purposes.write_text(purposes.read_text("utf-8").replace("  basis: contract\n", ""), "utf-8")
    return shop


def reworded(shop: Shop, english: str, effective: str = "2026-06-01") -> Shop:
    shop.edit("sections/intro.en.md", "no more data than it needs", english)
    shop.announce(effective, "แก้ถ้อยคำ", "Reworded", "notice: advance\nnotice_reason: agreed")
    return shop


def levels(outcome: object, rule: str) -> set[str]:
    assert isinstance(outcome, Planned | Blocked)
    return {one.severity for one in outcome.diagnostics if one.rule == rule}


def test_what_the_law_asks_and_the_version_before_had_blocks_when_it_is_gone(shop: Shop) -> None:
    shop.publish(FEBRUARY)
    outcome = reworded(without_basis(shop), "only the data").plan(MARCH)
    assert isinstance(outcome, Blocked)
    assert levels(outcome, "law.lawful-basis") == {"error"}


def test_what_the_version_before_lacked_already_is_told_and_does_not_block(shop: Shop) -> None:
    without_basis(shop).publish(FEBRUARY, Options(as_found="as it stood"))
    outcome = reworded(shop, "only the data").plan(MARCH)
    assert isinstance(outcome, Planned)
    assert levels(outcome, "law.lawful-basis") == {"warning"}


def test_a_first_version_is_blocked_by_the_law_unless_it_is_frozen_as_found(shop: Shop) -> None:
    assert isinstance(without_basis(shop).plan(FEBRUARY), Blocked)
    assert levels(shop.plan(FEBRUARY, Options(as_found="as it stood")), "law.lawful-basis") == {"warning"}


def test_a_misspelling_does_not_block_and_a_blank_does_unless_it_is_waived(shop: Shop) -> None:
    shop.publish(FEBRUARY)
    outcome = reworded(shop, "no more infromation than [what]").plan(MARCH)
    assert isinstance(outcome, Blocked)
    assert {one.rule for one in outcome.diagnostics if one.severity == "error"} == {"form.blank"}
    assert levels(outcome, "language.spelling") == {"warning"}
    waiver = "waivers:\n  - {rule: form.blank, reason: agreed, until: 2026-12-31}\n"
    shop.edit("policy.yaml", "next:", f"{waiver}next:")
    assert isinstance(shop.plan(MARCH), Planned)


@pytest.mark.parametrize("site", ["clusterkit", "ztrus"])
def test_the_two_real_drafts_lack_no_more_than_their_first_versions(site: str, tmp_path: Path) -> None:
    shutil.copytree(CONTENT / site, tmp_path / site)
    path = tmp_path / site / "privacy" / "policy.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + NEXT, "utf-8")
    ledger = read_ledger(tmp_path / site, "privacy")
    outcome = plan_version(load_draft(tmp_path, site, "privacy"), ledger, Options(), date(2026, 11, 24))
    assert isinstance(outcome, Planned), outcome
    assert outcome.record.notice == {"class": "editorial", "reason": None}


def test_a_second_fault_of_one_kind_in_a_section_blocks_and_the_first_does_not(shop: Shop) -> None:
    faulty = "By using our website you are deemed to consent to this policy."
    shop.edit("sections/intro.en.md", "no more data than it needs", f"no more data than it needs. {faulty} Truly")
    shop.publish(FEBRUARY, Options(as_found="as it stood"))
    outcome = reworded(shop, "only the data").plan(MARCH)
    assert isinstance(outcome, Planned)
    assert levels(outcome, "law.deemed-consent") == {"warning"}
    shop.edit("sections/intro.en.md", faulty, f"{faulty} Downloading our app is deemed to be your consent to all else.")
    outcome = shop.plan(MARCH)
    assert isinstance(outcome, Blocked)
    assert levels(outcome, "law.deemed-consent") == {"warning", "error"}


def test_dates_of_the_command_line_are_those_of_the_draft_that_is_checked(shop: Shop) -> None:
    shop.publish(FEBRUARY)
    reworded(shop, "only the data").edit("policy.yaml", "  effective: 2026-06-01\n", "")
    assert levels(shop.plan(MARCH), "form.version-date") == {"warning"}
    assert levels(shop.plan(MARCH, Options(date(2026, 6, 1), date(2026, 5, 1))), "form.version-date") == set()
