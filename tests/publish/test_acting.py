"""Whether a version can be withdrawn or a text of it redacted, and what comes next is compared with."""

from datetime import date

import pytest

from policygen.ledger import append, editions_of, states
from policygen.publish import Blocked, Options, Planned, Unchanged
from policygen.publish.acting import PlannedRedaction, Refused, plan_redaction, plan_withdrawal
from tests.publish.shop import Shop

APRIL = date(2026, 4, 1)
INTRO = "documents/en/sections/intro/blocks/0"


def withdraw(shop: Shop, number: int, today: date = APRIL) -> None:
    act = plan_withdrawal(shop.ledger, shop.ledger.records[number - 1], "why", today)
    assert not isinstance(act, Refused), act
    append(shop.site, "privacy", act)


def refused(shop: Shop, number: int, today: date = APRIL) -> str:
    act = plan_withdrawal(shop.ledger, shop.ledger.records[number - 1], "why", today)
    assert isinstance(act, Refused)
    return act.message.en


def redact(shop: Shop, number: int, path: str, today: date = APRIL) -> PlannedRedaction:
    planned = plan_redaction(shop.ledger, shop.ledger.records[number - 1], path, "why", today)
    assert isinstance(planned, PlannedRedaction), planned
    append(shop.site, "privacy", planned.act)
    return planned


def test_an_upcoming_version_can_be_withdrawn_until_the_day_before_it_begins(shop_with_two: Shop) -> None:
    assert "counts since 2026-06-01" in refused(shop_with_two, 2, date(2026, 6, 1))
    withdraw(shop_with_two, 2, date(2026, 5, 31))
    assert shop_with_two.ledger.diagnostics == ()
    assert states(shop_with_two.ledger.records, date(2026, 7, 1)) == ("in-force", "withdrawn")


def test_what_binds_or_was_withdrawn_cannot_be(shop_with_two: Shop) -> None:
    assert "counts since 2026-03-01" in refused(shop_with_two, 1)
    withdraw(shop_with_two, 2)
    assert "withdrawn already" in refused(shop_with_two, 2)


def test_a_version_that_bears_a_later_one_is_withdrawn_after_it(shop_with_two: Shop) -> None:
    shop_with_two.edit("sections/intro.en.md", "the data", "those data")
    shop_with_two.announce("2026-07-01", "แก้อีก", "Again")
    shop_with_two.publish(APRIL)
    assert refused(shop_with_two, 2) == "version 3 tells its changes from version 2: withdraw version 3 first"
    withdraw(shop_with_two, 3)
    withdraw(shop_with_two, 2)
    assert shop_with_two.ledger.diagnostics == ()


def test_acts_are_recorded_in_the_order_of_their_days(shop_with_two: Shop) -> None:
    assert "was recorded later, on 2026-03-10" in refused(shop_with_two, 2, date(2026, 3, 9))


def test_the_next_version_is_compared_with_the_last_that_counts(shop_with_two: Shop) -> None:
    shop = shop_with_two
    withdraw(shop, 2)
    outcome = shop.plan(APRIL)
    # The draft still says what was withdrawn: published again, with another date, it tells the same changes again.
    assert isinstance(outcome, Planned)
    assert outcome.weighing.before == shop.ledger.records[0]
    assert [event["type"] for event in outcome.record.events] == [e["type"] for e in shop.ledger.records[1].events]
    assert outcome.record.previous == shop.ledger.tip
    shop.edit("sections/intro.en.md", "only the data", "no more data")
    unchanged = shop.plan(APRIL)
    assert isinstance(unchanged, Unchanged)
    assert unchanged.last.number == 1


def test_a_withdrawn_date_is_free_and_the_number_is_not(shop_with_two: Shop) -> None:
    withdraw(shop_with_two, 2)
    shop_with_two.publish(APRIL, Options(effective=date(2026, 5, 1)))
    assert [record.number for record in shop_with_two.ledger.records] == [1, 2, 3]
    assert shop_with_two.ledger.diagnostics == ()
    assert states(shop_with_two.ledger.records, date(2026, 5, 1)) == ("superseded", "withdrawn", "in-force")


def test_after_a_withdrawn_first_version_the_next_is_like_a_first(shop: Shop) -> None:
    shop.publish(date(2026, 2, 1))
    withdraw(shop, 1, date(2026, 2, 2))
    outcome = shop.plan(date(2026, 2, 3))
    assert isinstance(outcome, Planned)
    assert (outcome.record.number, outcome.record.notice, outcome.record.events) == (2, None, ())
    append(shop.site, "privacy", outcome.record)
    assert shop.ledger.diagnostics == ()


def test_a_redacted_text_is_gone_and_other_versions_that_hold_it_are_named(shop_with_two: Shop) -> None:
    shop = shop_with_two
    planned = redact(shop, 1, "documents/en/sections/contact/blocks/0")
    assert b"Write to" not in shop.ledger.files[0]
    assert planned.elsewhere == (2,)
    assert shop.ledger.diagnostics == ()
    first = editions_of(shop.ledger.records)[0].document("en")
    assert first is not None
    assert "redacted text" in str(first.sections[1].blocks[0])


def test_a_text_that_was_redacted_and_stands_in_the_draft_again_is_told(shop_with_two: Shop) -> None:
    redact(shop_with_two, 2, INTRO)
    outcome = shop_with_two.plan(APRIL, Options(effective=date(2026, 8, 1)))
    assert isinstance(outcome, Blocked)
    assert ("publish.redacted", "warning") in {(one.rule, one.severity) for one in outcome.diagnostics}


def test_a_draft_that_reads_like_a_redaction_is_not_published(shop: Shop) -> None:
    shop.edit("sections/intro.en.md", "The Company", f"\\[\\[redacted sha256:{'0' * 64}\\]\\]")
    outcome = shop.plan(date(2026, 2, 1))
    assert isinstance(outcome, Blocked)
    assert "publish.redacted" in {one.rule for one in outcome.diagnostics if one.severity == "error"}


@pytest.mark.parametrize(
    ("path", "reason", "told"),
    [
        ("documents/en/sections/nothing", "why", "no text at documents/en/sections/nothing"),
        ("documents/en", "why", "or far too many"),
        (INTRO, "it said: The Company collects no more data than it needs.", "the reason holds the text"),
    ],
)
def test_what_cannot_be_redacted(shop_with_two: Shop, path: str, reason: str, told: str) -> None:
    planned = plan_redaction(shop_with_two.ledger, shop_with_two.ledger.records[0], path, reason, APRIL)
    assert isinstance(planned, Refused)
    assert told in planned.message.en
