"""`policygen verify` on a ledger that somebody tampered with: exit code 1, and the entry by its name."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.publish.shop import Shop

Output = pytest.CaptureFixture[str]
Tamper = Callable[[Path], object]


def flip(name: str) -> Tamper:
    """One bit in the middle of a record."""

    def change(versions: Path) -> None:
        data = bytearray((versions / name).read_bytes())
        data[len(data) // 2] ^= 1
        (versions / name).write_bytes(data)

    return change


def remove(name: str) -> Tamper:
    return lambda versions: (versions / name).unlink()


def swap(versions: Path) -> None:
    one, two = (versions / "1.json").read_bytes(), (versions / "2.json").read_bytes()
    (versions / "1.json").write_bytes(two)
    (versions / "2.json").write_bytes(one)


def tear(name: str) -> Tamper:
    """The second half of a record is gone."""
    return lambda versions: (versions / name).write_bytes((versions / name).read_bytes()[:2000])


TAMPERING: dict[str, tuple[Tamper, list[str]]] = {
    **{f"a bit flipped in {name}": (flip(name), [name]) for name in ("1.json", "2.json", "3.json")},
    "the first removed": (remove("1.json"), ["1.json"]),
    "one in the middle removed": (remove("2.json"), ["2.json"]),
    "the last removed": (remove("3.json"), ["heads.json"]),
    "two swapped": (swap, ["1.json", "2.json", "3.json"]),
    "the last doubled": (lambda versions: shutil.copy(versions / "3.json", versions / "4.json"), ["4.json"]),
    "the first doubled": (lambda versions: shutil.copy(versions / "1.json", versions / "4.json"), ["4.json"]),
    **{f"{name} torn": (tear(name), [name]) for name in ("1.json", "2.json", "3.json")},
}


@pytest.fixture
def shop_with_three(shop_with_two: Shop) -> Shop:
    """A shop whose third version takes effect on 2026-09-01."""
    shop_with_two.edit("sections/intro.en.md", "only the data", "just the data")
    shop_with_two.announce("2026-09-01", "แก้ถ้อยคำอีก", "Reworded again")
    shop_with_two.publish(date(2026, 4, 1))
    return shop_with_two


@pytest.mark.parametrize("case", TAMPERING)
def test_every_kind_of_tampering_is_noticed_and_its_entry_named(
    shop_with_three: Shop, case: str, capsys: Output
) -> None:
    assert shop_with_three.run("verify", "shop/privacy") == 0
    capsys.readouterr()
    tamper, named = TAMPERING[case]
    tamper(shop_with_three.site / "privacy" / "versions")
    assert shop_with_three.run("verify", "shop/privacy") == 1
    told = capsys.readouterr().err
    for name in named:
        assert f"{name}: error: " in told


def test_the_last_one_that_is_gone_is_named_in_words(shop_with_three: Shop, capsys: Output) -> None:
    remove("3.json")(shop_with_three.site / "privacy" / "versions")
    shop_with_three.run("verify", "shop/privacy")
    told = capsys.readouterr().err
    assert "3" in told.partition("heads.json: error: ")[2].partition("[")[0], told
