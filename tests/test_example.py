"""The shipped example: its ledger comes from its four states, and it is as rich as a starting point must be."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from policygen.drafts import load_draft
from policygen.ledger import editions_of, read_ledger
from policygen.model.facts import DataItem, Facts, StatutoryRight
from policygen.publish import Options, Unchanged, plan_version

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "content" / "example"
RIGHTS: set[StatutoryRight] = {
    "withdraw-consent", "access", "copy", "portability", "objection", "erasure", "restriction", "rectification",
    "complaint",
}  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Facts:
    """What the example's last version says."""
    return editions_of(read_ledger(EXAMPLE, "privacy").records)[-1].facts


def test_the_ledger_is_what_its_four_states_make(tmp_path: Path) -> None:
    script = ROOT / "tools" / "remake_example_ledger.py"
    subprocess.run([sys.executable, str(script), "--into", str(tmp_path)], check=True, capture_output=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.json")}
    kept = [EXAMPLE / "heads.json", *(EXAMPLE / "privacy" / "versions").iterdir()]
    assert made == {path.relative_to(EXAMPLE): path.read_bytes() for path in kept}


def test_the_draft_is_the_last_version() -> None:
    draft = load_draft(ROOT / "content", "example", "privacy")
    ledger = read_ledger(EXAMPLE, "privacy")
    assert isinstance(plan_version(draft, ledger, Options(), date(2026, 11, 24)), Unchanged)


def test_the_example_has_all_that_a_starting_point_needs(facts: Facts) -> None:
    bases = {basis for purpose in facts.purposes for basis in _stated(purpose.basis)}
    countries = {country for recipient in facts.recipients for country in _stated(recipient.countries)}
    assert len(list(_items(facts.data))) >= 25
    assert len(facts.purposes) >= 12
    assert len(bases) >= 5
    assert len(facts.tools) >= 8
    assert len(facts.recipients) >= 6
    assert len(countries) >= 3
    assert len(facts.contacts) >= 6
    assert {right.right for right in facts.rights} >= RIGHTS


def test_every_data_item_serves_a_purpose_of_the_example(facts: Facts) -> None:
    used = {id for purpose in facts.purposes for id in _stated(purpose.data)}
    assert list(_unused(facts.data, used)) == []


def _stated(values: object) -> tuple[str, ...]:
    """The values, none where they are not stated."""
    return values if isinstance(values, tuple) else ()


def _items(entries: tuple[DataItem, ...]) -> Iterator[DataItem]:
    for entry in entries:
        yield from _items(entry.items) if entry.group else (entry,)


def _unused(entries: tuple[DataItem, ...], used: set[str]) -> Iterator[str]:
    """The ids of items that neither stand in `used` themselves nor in a group that does."""
    for entry in entries:
        if entry.id in used:
            continue
        if entry.group:
            yield from _unused(entry.items, used)
        else:
            yield entry.id
