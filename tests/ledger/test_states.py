"""Which version binds on which day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.ledger import Record, binding, in_force, next_change, next_upcoming, states
from tests.ledger.making import empty_site, next_record

DAY = date(2026, 5, 10)


@pytest.fixture(scope="module")
def any_record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return next_record(empty_site(tmp_path_factory.mktemp("states")))


def versions(any_record: Record, *effective: date | None) -> list[Record]:
    """Versions 1, 2, … with these effective dates, all recorded on `DAY`."""
    return [replace(any_record, number=number, recorded=DAY, effective=day) for number, day in enumerate(effective, 1)]


def test_the_effective_date_counts_else_the_published_else_the_recorded(any_record: Record) -> None:
    recorded = replace(any_record, recorded=DAY)
    published = replace(recorded, published=date(2026, 4, 1))
    effective = replace(published, effective=date(2026, 6, 1))
    found = [binding(record) for record in (recorded, published, effective)]
    assert [one.by for one in found] == ["recorded", "published", "effective"]
    assert [one.day for one in found] == [DAY, date(2026, 4, 1), date(2026, 6, 1)]


def test_days_turn_at_midnight(any_record: Record) -> None:
    records = versions(any_record, date(2025, 1, 1), DAY, date(2027, 1, 1))
    assert states(records, DAY - timedelta(1)) == ("in-force", "upcoming", "upcoming")
    assert states(records, DAY) == ("superseded", "in-force", "upcoming")
    assert states(records, date(2027, 1, 1)) == ("superseded", "superseded", "in-force")
    assert next_change(records, DAY) == date(2027, 1, 1)
    assert next_change(records, date(2027, 1, 1)) is None


def test_before_the_first_day_nothing_is_in_force(any_record: Record) -> None:
    records = versions(any_record, date(2027, 1, 1), date(2028, 1, 1))
    assert in_force(records, DAY) is None
    assert next_upcoming(records, DAY) is records[0]
    assert in_force([], DAY) is None
    assert next_upcoming([], DAY) is None


def test_of_two_that_begin_on_one_day_the_later_binds(any_record: Record) -> None:
    records = versions(any_record, None, DAY)
    assert states(records, DAY) == ("superseded", "in-force")
    assert next_upcoming(records, DAY - timedelta(1)) is records[1]


@given(gaps=st.lists(st.integers(0, 40), min_size=1, max_size=6), today=st.integers(-20, 200))
def test_states_only_change_on_the_days_that_are_foretold(any_record: Record, gaps: list[int], today: int) -> None:
    days = [DAY + timedelta(sum(gaps[:count])) for count in range(1, len(gaps) + 1)]
    records, day = versions(any_record, *days), DAY + timedelta(today)
    change = next_change(records, day)
    assert states(records, day).count("in-force") == (day >= days[0])
    if change is None:
        assert states(records, day) == states(records, day + timedelta(500))
    else:
        assert states(records, day) == states(records, change - timedelta(1)) != states(records, change)
