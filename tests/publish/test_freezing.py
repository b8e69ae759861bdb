"""What publishing a draft comes to: the rules of versions."""

from datetime import date

import pytest

from policygen.drafts import load_draft
from policygen.ledger import binding, editions_of
from policygen.publish import Blocked, Options, Planned, Unchanged
from tests.publish.shop import Shop

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 10)


def rules(outcome: Planned | Blocked | Unchanged) -> list[str]:
    """The rules that block, in order."""
    assert isinstance(outcome, Blocked), outcome
    return sorted(one.rule for one in outcome.diagnostics if one.severity == "error")


def test_the_draft_becomes_the_version(shop: Shop) -> None:
    before = shop.files()
    shop.publish(FEBRUARY)
    (record,) = shop.ledger.records
    assert (record.number, record.recorded, record.effective, record.published) == (1, FEBRUARY, date(2026, 3, 1), None)
    assert (record.previous, record.notice, record.events) == (None, None, ())
    draft = load_draft(shop.content, "shop", "privacy").edition
    assert draft is not None
    assert editions_of((record,)) == (draft,)
    assert {path: shop.files()[path] for path in before} == before


def test_the_same_draft_and_day_give_the_same_bytes(shop: Shop) -> None:
    assert shop.plan(FEBRUARY) == shop.plan(FEBRUARY)


def test_nothing_to_publish_where_the_draft_says_what_the_last_version_says(shop: Shop) -> None:
    shop.publish(FEBRUARY)
    assert isinstance(shop.plan(MARCH), Unchanged)
    shop.edit("policy.yaml", "sections:", "stated: {date: 2026-02-01, th: เมื่อวาน, en: Yesterday}\nsections:")
    assert not isinstance(shop.plan(MARCH), Unchanged)


def test_options_override_the_sources(shop: Shop) -> None:
    options = Options(effective=date(2026, 5, 1), published=date(2026, 4, 1))
    planned = shop.plan(FEBRUARY, options)
    assert isinstance(planned, Planned)
    assert (planned.record.effective, planned.record.published) == (date(2026, 5, 1), date(2026, 4, 1))


def changed(shop: Shop) -> Shop:
    """The shop after its first version, with another draft."""
    shop.publish(FEBRUARY)
    shop.edit("sections/intro.th.md", "เท่าที่จำเป็น", "น้อยที่สุด")
    return shop


def test_from_the_second_version_on_a_new_summary_in_every_locale_is_compulsory(shop: Shop) -> None:
    changed(shop).announce("2026-06-01", "ฉบับแรก", "The first version")
    assert rules(shop.plan(MARCH)) == ["publish.summary", "publish.summary"]
    shop.announce("2026-06-01", "ลดข้อมูลที่เก็บ", "The first version")
    assert rules(shop.plan(MARCH)) == ["publish.summary"]
    shop.edit("policy.yaml", ", en: The first version", "")
    assert "publish.summary" in rules(shop.plan(MARCH))
    shop.announce("2026-06-01", "ลดข้อมูลที่เก็บ", "Fewer data")
    assert isinstance(shop.plan(MARCH), Planned)


@pytest.mark.parametrize(
    ("effective", "blocked"),
    [("2026-02-28", True), ("2026-03-01", True), ("2026-03-02", False)],
)
def test_effective_dates_are_unique_and_never_before_the_last(shop: Shop, effective: str, blocked: bool) -> None:
    changed(shop).announce(effective, "ลดข้อมูลที่เก็บ", "Fewer data")
    outcome = shop.plan(MARCH)
    assert rules(outcome) == ["publish.effective"] if blocked else isinstance(outcome, Planned)


def test_without_an_effective_date_a_version_counts_from_the_day_it_was_recorded(shop: Shop) -> None:
    changed(shop).announce("2026-06-01", "ลดข้อมูลที่เก็บ", "Fewer data")
    shop.edit("policy.yaml", "  effective: 2026-06-01\n", "")
    assert rules(shop.plan(date(2026, 2, 15))) == ["publish.effective"]
    planned = shop.plan(MARCH)
    assert isinstance(planned, Planned)
    assert (binding(planned.record).day, binding(planned.record).by) == (MARCH, "recorded")


def test_the_day_of_recording_never_goes_back(shop: Shop) -> None:
    changed(shop).announce("2026-06-01", "ลดข้อมูลที่เก็บ", "Fewer data")
    assert rules(shop.plan(date(2026, 1, 1))) == ["publish.recorded"]


def test_errors_of_form_block(shop: Shop) -> None:
    shop.edit("sections/intro.en.md", "The Company", "[The Company](term:nobody)")
    assert isinstance(shop.plan(FEBRUARY), Blocked)
    assert isinstance(shop.plan(FEBRUARY, Options(as_found="as it stood")), Blocked)


def test_a_missing_translation_blocks_unless_waived_or_as_found(shop: Shop) -> None:
    (shop.site / "privacy" / "sections" / "intro.en.md").unlink()
    (rule,) = rules(shop.plan(FEBRUARY))
    assert rule.startswith("parity.")
    found = shop.plan(FEBRUARY, Options(as_found="as it stood"))
    assert isinstance(found, Planned)
    assert rule in {one.rule for one in found.diagnostics}
    file = shop.site / "privacy" / "policy.yaml"
    waiver = f"waivers: [{{rule: {rule}, reason: translation is under way, until: 2026-02-10}}]\n"
    file.write_text(file.read_text("utf-8") + waiver, "utf-8")
    assert isinstance(shop.plan(date(2026, 2, 10)), Planned)
    assert rules(shop.plan(date(2026, 2, 11))) == [rule]


def test_as_found_is_for_a_first_version_only(shop: Shop) -> None:
    changed(shop).announce("2026-06-01", "ลดข้อมูลที่เก็บ", "Fewer data")
    assert rules(shop.plan(MARCH, Options(as_found="as it stood"))) == ["publish.as-found"]


def test_a_damaged_ledger_is_not_published_to(shop_with_two: Shop) -> None:
    (shop_with_two.site / "privacy" / "versions" / "2.json").unlink()
    assert rules(shop_with_two.plan(MARCH)) == ["ledger.head"]


def test_nothing_private_enters_the_ledger(shop: Shop) -> None:
    shop.edit("policy.yaml", "sections:", "note: OUR SECRET\nsections:")
    file = shop.site / "privacy" / "policy.yaml"
    waiver = "waivers: [{rule: parity.shape, reason: OUR SECRET, until: 2027-01-01}]\n"
    file.write_text(file.read_text("utf-8") + waiver, "utf-8")
    shop.publish(FEBRUARY)
    assert b"SECRET" not in shop.ledger.files[0]
