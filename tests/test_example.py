"""The shipped example: its ledger shows all that can change; its policy is rich enough to start from."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from policygen.diff.events import notice_floor
from policygen.diff.events.kinds import KINDS
from policygen.drafts import load_draft
from policygen.ledger import editions_of, read_ledger
from policygen.model.event import NOTICE_CLASSES, event_from_json
from policygen.model.facts import DataItem, Facts, StatutoryRight
from policygen.publish import Options, Unchanged, plan_version

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "content" / "example"
VERSIONS = 4
RIGHTS: set[StatutoryRight] = {
    "withdraw-consent", "access", "copy", "portability", "objection", "erasure", "restriction", "rectification",
    "complaint",
}  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Facts:
    """What the example's last version says."""
    return editions_of(read_ledger(EXAMPLE, "privacy").records)[-1].facts


def test_the_four_versions_have_every_type_of_event_between_them() -> None:
    records = read_ledger(EXAMPLE, "privacy").records[:VERSIONS]
    assert {event["type"] for record in records for event in record.events} == set(KINDS)


def test_the_four_versions_have_every_notice_class_between_them() -> None:
    """Three steps lead from one to the next. One was approved with more than it asks for, so both classes occur."""
    records = read_ledger(EXAMPLE, "privacy").records[:VERSIONS]
    steps = [
        (notice_floor(map(event_from_json, record.events), edition.facts), record.notice and record.notice["class"])
        for record, edition in zip(records, editions_of(records), strict=True)
    ]
    assert steps[1:] == [("consent", "consent"), ("editorial", "publish"), ("advance", "advance")]
    assert {notice for step in steps[1:] for notice in step} == set(NOTICE_CLASSES)


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
