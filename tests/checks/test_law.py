"""What the rules of law rest on: clauses that meet what is asked, ways to reach somebody, services abroad, links."""

import re
import shutil
import time
import tomllib
from datetime import date
from pathlib import Path

import pytest

from policygen.checks import RULES, Subject, run_rules, subject_of_draft
from policygen.checks.evidence.foreign_tools import foreign_tools_named
from policygen.checks.evidence.reaching import can_be_dialled, is_mail, is_usable
from policygen.checks.evidence.registers import items_named, items_of, purposes_using
from policygen.checks.rule import Requirement
from policygen.drafts import load_draft
from policygen.ledger import read_ledger
from policygen.model.document import Run
from policygen.model.facts import NOT_STATED, ContactChannel, ContactKind, LocalText
from policygen.text.countries import countries
from tests.checks.cases import BASE, TODAY

ROOT = Path(__file__).parents[2]
LEGAL = [rule for rule in RULES if rule.requirements]
ASKED = [requirement for rule in LEGAL for requirement in rule.requirements]


def subject_of(folder: Path, site: str, today: date = TODAY) -> Subject:
    draft = load_draft(folder, site, "privacy")
    assert draft.policy is not None
    assert draft.edition is not None
    return subject_of_draft(draft.policy, draft.edition, read_ledger(folder / site, "privacy").records, today)


def small_policy(folder: Path, prose: str, more: str = "") -> Subject:
    """A policy of one section in English, and nothing in registers; `more` stands in policy.yaml."""
    policy = folder / "shop" / "privacy"
    (policy / "sections").mkdir(parents=True)
    site = "name: Shop\ncontroller: {name: Shop}\nlocales: [en]\nauthoritative: en\n"
    (folder / "shop" / "site.yaml").write_text(site, "utf-8")
    (policy / "policy.yaml").write_text(f"title: {{en: Privacy}}\nsections: [{{id: a}}]\n{more}", "utf-8")
    (policy / "sections" / "a.en.md").write_text(prose, "utf-8")
    return subject_of(folder, "shop")


def channel(kind: ContactKind, value: str, opens: str | None = None) -> ContactChannel:
    words = LocalText((("en", (Run(value),)),))
    return ContactChannel("one", kind, words, words, NOT_STATED if opens is None else opens)


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.id)
def test_the_sound_policy_has_clauses_for_all_that_it_is_asked(asked: Requirement) -> None:
    subject = subject_of(BASE, "shop")
    clauses = asked.clauses(subject)
    assert bool(clauses) == asked.asked(subject)
    assert set(clauses) <= {passage.anchor for passage in subject.shown}


def test_what_only_a_register_says_is_not_shown_to_readers(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    policy = tmp_path / "shop" / "privacy" / "policy.yaml"
    policy.write_text(re.sub(r"  - id: contact\n(?:    .*\n)*", "", policy.read_text("utf-8")), "utf-8")
    subject = subject_of(tmp_path, "shop")
    assert "dpo@garden.example" in "".join(passage.text for passage in subject.passages)
    assert "dpo@garden.example" not in "".join(passage.text for passage in subject.shown)


def test_each_thing_that_is_asked_has_an_id_of_its_own() -> None:
    ids = [one.id for one in ASKED]
    assert len(set(ids)) == len(ids)


def test_the_shipped_example_has_no_error_of_law() -> None:
    found = run_rules(subject_of(ROOT / "content", "example"), LEGAL)
    assert [one for one in found if one.severity == "error"] == []


def test_before_the_act_binds_its_duties_are_told_as_not_yet_required(tmp_path: Path) -> None:
    act = [rule for rule in LEGAL if rule.regime == "pdpa" and rule.applies_from is not None]
    found = run_rules(small_policy(tmp_path, "We care.\n", "next: {effective: 2021-01-01}\n"), act)
    assert {one.severity for one in found} == {"info"}
    assert all(one.message.en.replace("\xa0", " ").startswith("not yet required (until 1 June 2022)") for one in found)


@pytest.mark.parametrize("text", ["02 - 8813800", "+66 2 881 3800", "02-000-0000 ต่อ 12", "1234", "๐๒ ๐๐๐ ๐๐๐๐"])
def test_numbers_that_can_be_dialled(text: str) -> None:
    assert can_be_dialled(text)


@pytest.mark.parametrize("text", ["02-000", "xxx", "", "12345", "1234567890123456"])
def test_numbers_that_cannot_be_dialled(text: str) -> None:
    assert not can_be_dialled(text)


def test_addresses_for_mail() -> None:
    assert is_mail("write to a@b.example")
    assert not is_mail("a@b")
    assert not is_mail("@handle.example")


@pytest.mark.parametrize(
    ("given", "works"),
    [
        (channel("web", "the website"), False),
        (channel("web", "www.garden.example/privacy"), True),
        (channel("facebook", "Garden"), False),
        (channel("facebook", "Garden", "https://www.facebook.com/garden"), True),
        (channel("line", "@garden"), True),
        (channel("email", "privacy at garden"), False),
        (channel("post", "Bangkok"), False),
        (channel("dpo", "dpo@garden.example"), True),
    ],
    ids=lambda one: one.value.plain("en") if isinstance(one, ContactChannel) else str(one),
)
def test_channels_that_work(given: ContactChannel, works: bool) -> None:
    assert is_usable(given) == works


def test_each_foreign_service_has_a_provider_a_country_and_a_source() -> None:
    listed = ROOT / "policygen" / "checks" / "evidence" / "foreign_tools.toml"
    given = tomllib.loads(listed.read_text("utf-8"))["tools"]
    assert {tool["country"] for tool in given} <= set(countries("en")) - {"TH"}
    assert all(tool["source"].startswith("https://") and tool["provider"] for tool in given)


def test_foreign_services_are_known_by_whole_names() -> None:
    assert [tool.provider for tool in foreign_tools_named("เราใช้Google Analyticsเพื่อนับผู้เข้าชม")] == ["Google LLC"]
    assert foreign_tools_named("Hotjarring AWSome") == []


def test_groups_stand_for_what_is_in_them() -> None:
    facts = subject_of(ROOT / "content", "example").facts
    group = next(item for item in facts.data if item.items)
    named = items_named((group.id,), facts)
    assert named == tuple(items_of((group,)))
    assert all(item in items_named(purpose.data, facts) for item in named for purpose in purposes_using(item, facts))


@pytest.mark.parametrize(
    "words", ["a", "you may ", "collect data ", "a@", "9", "เก็บข้อมูลเพื่อ", "ท่านสามารถขอ", "ระยะเวลาที่"]
)
def test_hostile_texts_take_time_in_proportion(words: str, tmp_path: Path) -> None:
    subject = small_policy(tmp_path, words * (60_000 // len(words.encode())))
    start = time.process_time()
    run_rules(subject, LEGAL)
    # 60 KB, nearly the longest paragraph there is: measured at up to 1.5 s; where a pattern backtracks, minutes.
    assert time.process_time() - start < 10
