"""What notice a draft asks for, and what of it stands in its way."""

from datetime import date

import pytest

from policygen.drafts import load_draft
from policygen.ledger import edition_digest
from policygen.publish import Blocked, Options, Planned, Unchanged
from tests.publish.shop import Shop

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 10)
PURPOSE = """\
- id: {id}
  text: {{th: ออกใบเสร็จ, en: Issue receipts}}
  basis: {basis}
  data: [name]
  retention: P5Y
"""


def rules(outcome: Planned | Blocked | Unchanged) -> list[str]:
    """The rules that block, in order."""
    assert isinstance(outcome, Blocked), outcome
    return sorted(one.rule for one in outcome.diagnostics if one.severity == "error")


def told(outcome: Planned | Blocked | Unchanged, language: str = "en") -> str:
    assert isinstance(outcome, Blocked), outcome
    return "\n".join(one.message.in_language(language) for one in outcome.diagnostics)


def planned(outcome: Planned | Blocked | Unchanged) -> Planned:
    assert isinstance(outcome, Planned), outcome
    return outcome


@pytest.fixture
def prose(shop: Shop) -> Shop:
    """The shop after its first version, with other prose in both languages."""
    shop.publish(FEBRUARY)
    shop.edit("sections/intro.th.md", "เท่าที่จำเป็น", "ทุกอย่าง")
    shop.edit("sections/intro.en.md", "no more data than it needs", "everything")
    return shop


def with_purpose(shop: Shop, basis: str, more: str = "") -> Shop:
    """The shop after its first version, with a new purpose and no other change."""
    file = shop.site / "privacy" / "purposes.yaml"
    shop.edit("policy.yaml", "  - id: contact\n", "  - id: purposes\n    kind: purposes\n  - id: contact\n")
    file.write_text(PURPOSE.format(id="orders", basis="contract"), "utf-8")
    shop.publish(FEBRUARY)
    file.write_text(PURPOSE.format(id="orders", basis="contract") + PURPOSE.format(id="new", basis=basis), "utf-8")
    shop.announce("2026-06-01", "เพิ่มวัตถุประสงค์", "A new purpose", more)
    return shop


def test_events_and_the_class_enter_the_record_and_statutes_do_not(shop: Shop) -> None:
    outcome = planned(with_purpose(shop, "contract").plan(MARCH))
    assert (outcome.weighing.floor, outcome.record.notice) == ("advance", {"class": "advance", "reason": None})
    (event,) = outcome.record.events
    assert (event["type"], event["id"], event["section"]) == ("purpose-added", "new", "purposes")
    assert event["where"] == {"th": "/th/privacy/v2/#purpose-new", "en": "/en/privacy/v2/#purpose-new"}
    assert "reference" not in event
    assert outcome.weighing.events[0].reference
    shop.publish(MARCH)
    assert shop.ledger.records[1].events == outcome.record.events


def test_without_prose_the_class_is_the_floor_where_none_is_stated(shop: Shop) -> None:
    assert planned(with_purpose(shop, "consent").plan(MARCH)).record.notice == {"class": "consent", "reason": None}


def test_any_prose_makes_the_class_compulsory(prose: Shop) -> None:
    prose.announce("2026-06-01", "เก็บทุกอย่าง", "Everything", "")
    outcome = prose.plan(MARCH)
    assert rules(outcome) == ["publish.notice"]
    assert "next.notice must be stated" in told(outcome)
    assert "ต้องระบุระดับการแจ้ง" in told(outcome, "th")
    prose.announce("2026-06-01", "เก็บทุกอย่าง", "Everything", "notice: publish")
    assert planned(prose.plan(MARCH)).record.notice == {"class": "publish", "reason": None}


def test_prose_asks_for_a_class_where_facts_ask_for_more_too(shop: Shop) -> None:
    with_purpose(shop, "contract").edit("sections/intro.en.md", "no more data than it needs", "everything")
    assert rules(shop.plan(MARCH)) == ["publish.notice"]


def test_spacing_is_proven_and_asks_for_nothing(shop: Shop) -> None:
    shop.publish(FEBRUARY)
    shop.edit("sections/intro.th.md", "บริษัทฯ เก็บ", "บริษัทฯเก็บ")
    shop.announce("2026-06-01", "แก้วรรค", "Spacing", "")
    outcome = planned(shop.plan(MARCH))
    assert outcome.record.notice == {"class": "editorial", "reason": None}
    assert [event["type"] for event in outcome.record.events] == ["spacing-only"]


def test_raising_is_free(prose: Shop) -> None:
    prose.announce("2026-06-01", "เก็บทุกอย่าง", "Everything", "notice: consent\nnotice_reason: to be safe")
    assert planned(prose.plan(MARCH)).record.notice == {"class": "consent", "reason": None}


def test_less_than_the_events_ask_for_needs_a_reason(shop: Shop) -> None:
    with_purpose(shop, "consent", "notice: publish")
    outcome = shop.plan(MARCH)
    assert rules(outcome) == ["publish.notice"]
    assert "next.notice: publish is less than consent, which this change asks for (PDPA 21, 23(1)): " in told(outcome)
    assert "Issue receipts" in told(outcome)
    assert "ต่ำกว่า consent (ขอความยินยอม)" in told(outcome, "th")
    shop.announce("2026-06-01", "เพิ่มวัตถุประสงค์", "A new purpose", "notice: publish\nnotice_reason: Nobody is touched")
    assert planned(shop.plan(MARCH)).record.notice == {"class": "publish", "reason": "Nobody is touched"}


@pytest.mark.parametrize(
    ("effective", "published", "earliest"),
    [
        ("2026-04-08", None, "2026-04-09"),
        ("2026-04-09", None, None),
        ("2026-04-20", "2026-04-01", "2026-05-01"),
        ("2026-05-01", "2026-04-01", None),
        ("2026-04-08", "2026-03-01", "2026-04-09"),
    ],
)
def test_advance_notice_counts_from_the_later_of_published_and_recorded(
    shop: Shop, effective: str, published: str | None, earliest: str | None
) -> None:
    with_purpose(shop, "contract")
    options = Options(date.fromisoformat(effective), date.fromisoformat(published) if published else None)
    outcome = shop.plan(MARCH, options)
    if earliest is None:
        planned(outcome)
    else:
        assert rules(outcome) == ["publish.notice-days"]
        assert f"the earliest possible date is {earliest}" in told(outcome)


def test_advance_notice_needs_an_effective_date(shop: Shop) -> None:
    with_purpose(shop, "contract").edit("policy.yaml", "  effective: 2026-06-01\n", "")
    assert "no effective date" in told(shop.plan(MARCH))


def test_the_site_says_how_many_days(shop: Shop) -> None:
    with_purpose(shop, "contract")
    site = shop.site / "site.yaml"
    site.write_text(site.read_text("utf-8") + "notice_days: 0\n", "utf-8")
    planned(shop.plan(MARCH, Options(effective=MARCH)))


def test_the_class_that_is_stated_decides_about_days(prose: Shop) -> None:
    prose.announce("2026-03-11", "เก็บทุกอย่าง", "Everything", "notice: publish")
    planned(prose.plan(MARCH))
    prose.announce("2026-03-11", "เก็บทุกอย่าง", "Everything", "notice: advance")
    assert rules(prose.plan(MARCH)) == ["publish.notice-days"]


def test_a_first_version_has_no_events_and_no_class(shop: Shop) -> None:
    shop.announce("2026-03-01", "แรก", "First", "notice: consent")
    outcome = planned(shop.plan(FEBRUARY))
    assert (outcome.record.notice, outcome.record.events, outcome.weighing.before) == (None, (), None)


# Approvals


def approved(shop: Shop, *names: str, digest: str | None = None) -> None:
    """Write approvals of the draft, or of another digest."""
    edition = load_draft(shop.content, "shop", "privacy").edition
    assert edition is not None
    of = digest or edition_digest(edition)
    lines = [f"{{name: {name}, role: DPO, date: 2026-02-01, digest: {of}}}" for name in names]
    shop.announce("2026-03-01", "แรก", "First", f"approved: [{', '.join(lines)}]")


def need(shop: Shop, count: int) -> None:
    site = shop.site / "site.yaml"
    site.write_text(site.read_text("utf-8") + f"approvals: {count}\n", "utf-8")


def test_an_approval_of_another_text_is_refused_with_the_drafts_digest(shop: Shop) -> None:
    approved(shop, "Somchai", digest="0" * 64)
    outcome = shop.plan(FEBRUARY)
    assert rules(outcome) == ["publish.approved"]
    edition = load_draft(shop.content, "shop", "privacy").edition
    assert edition is not None
    assert f"this draft is {edition_digest(edition)}" in told(outcome)


def test_an_approval_ends_when_the_text_changes(shop: Shop) -> None:
    approved(shop, "Somchai")
    planned(shop.plan(FEBRUARY))
    shop.edit("sections/intro.en.md", "than it needs", "than it must")
    assert rules(shop.plan(FEBRUARY)) == ["publish.approved"]


def test_as_many_different_people_as_the_site_says_must_approve(shop: Shop) -> None:
    need(shop, 2)
    assert rules(shop.plan(FEBRUARY)) == ["publish.approved"]
    approved(shop, "Somchai", "'Somchai '")
    outcome = shop.plan(FEBRUARY)
    assert rules(outcome) == ["publish.approved"]
    assert "2 people must approve (site.yaml: approvals), 1 did: Somchai" in told(outcome)
    approved(shop, "Somchai", "Somying")
    planned(shop.plan(FEBRUARY))


def test_what_is_frozen_as_found_needs_no_approval(shop: Shop) -> None:
    need(shop, 2)
    planned(shop.plan(FEBRUARY, Options(as_found="as it stood")))


def test_approvals_and_lawyers_notes_stay_out_of_the_ledger(shop: Shop) -> None:
    approved(shop, "Somchai", "Somying")
    shop.publish(FEBRUARY)
    file = shop.ledger.files[0]
    assert b"Somchai" not in file
    assert b"DPO" not in file
