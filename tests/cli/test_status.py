"""`policygen status` as a shell runs it."""

import pytest

from tests.publish.shop import Shop

Output = pytest.CaptureFixture[str]


def columns(shop: Shop, capsys: Output, today: str = "2026-03-15", lang: str = "en") -> list[str]:
    """The cells of the shop's line."""
    assert shop.run("status", today=today, lang=lang) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("shop/privacy")]
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_a_policy_that_published_nothing(shop: Shop, capsys: Output) -> None:
    assert columns(shop, capsys)[:4] == ["shop/privacy", "none yet", "–", "a first version"]


def test_the_version_in_force_and_the_days_to_the_next(shop_with_two: Shop, capsys: Output) -> None:
    assert columns(shop_with_two, capsys)[1:4] == ["1, in force", "2 in 78 days", "–"]
    assert columns(shop_with_two, capsys, "2026-05-31")[2] == "2 in 1 day"
    assert columns(shop_with_two, capsys, "2026-06-01")[1:3] == ["2, in force", "–"]
    assert columns(shop_with_two, capsys, "2026-01-01", "th")[2] == "ฉบับที่ 1 ในอีก 59 วัน"


def test_a_draft_that_differs_has_its_class_its_findings_and_its_debts(shop_with_two: Shop, capsys: Output) -> None:
    shop_with_two.edit("sections/intro.th.md", "เท่าที่จำเป็น", "ทุกอย่างที่ [รอเติม]")
    shop_with_two.announce("2026-07-01", "อื่น", "Other")
    cells = columns(shop_with_two, capsys)
    assert cells[3] == "publish, 1 event"
    assert cells[4].startswith("1 error")
    assert cells[5] == "1 clause"


def test_what_cannot_be_read_is_told_on_its_line(shop_with_two: Shop, capsys: Output) -> None:
    shop_with_two.edit("policy.yaml", "sections:", "sectoins:")
    cells = columns(shop_with_two, capsys)
    assert cells[3] == "cannot be read"
    record = shop_with_two.site / "privacy" / "versions" / "2.json"
    record.write_bytes(record.read_bytes().replace(b"Reworded", b"reworded"))
    assert columns(shop_with_two, capsys)[1] == "ledger damaged (see verify)"


def test_built_pages_past_their_next_change_are_exit_code_1(shop_with_two: Shop, capsys: Output) -> None:
    output = ("--output", str(shop_with_two.content.parent / "output"))
    assert shop_with_two.run(*output, "build") == 0
    assert shop_with_two.run(*output, "status", today="2026-05-31") == 0
    capsys.readouterr()
    assert shop_with_two.run(*output, "status", today="2026-06-01") == 1
    assert "the built pages are past 1\u00a0June 2026" in capsys.readouterr().err
    assert shop_with_two.run(*output, "build", today="2026-06-01") == 0
    assert shop_with_two.run(*output, "status", today="2026-06-01") == 0
