"""A small shop whose sources a test may edit, and the two ways to publish it: as a library, and as a command."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.drafts import load_draft
from policygen.ledger import Ledger, append, read_ledger
from policygen.publish import Blocked, Options, Planned, Unchanged, plan_version

SOURCES = Path(__file__).parent.parent / "fixtures" / "publish"
SOUND = Path(__file__).parent.parent / "fixtures" / "rules" / "shop"


@dataclass(frozen=True)
class Shop:
    """A copy of the shop's sources."""

    content: Path

    @property
    def site(self) -> Path:
        return self.content / "shop"

    @property
    def ledger(self) -> Ledger:
        return read_ledger(self.site, "privacy", thorough=True)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file of the policy; it must be there."""
        file = self.site / "privacy" / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def announce(self, effective: str, thai: str, english: str, more: str = "notice: publish") -> None:
        """Write what the next version is published with; `more` are further lines under `next:`."""
        file = self.site / "privacy" / "policy.yaml"
        head = file.read_text("utf-8").partition("next:")[0]
        told = f"next:\n  effective: {effective}\n  summary: {{th: {thai}, en: {english}}}\n"
        told += "".join(f"  {line}\n" for line in more.splitlines())
        file.write_text(head + told, "utf-8")

    def plan(self, today: date, options: Options | None = None) -> Planned | Blocked | Unchanged:
        return plan_version(load_draft(self.content, "shop", "privacy"), self.ledger, options or Options(), today)

    def publish(self, today: date, options: Options | None = None) -> None:
        planned = self.plan(today, options)
        assert isinstance(planned, Planned), planned
        append(self.site, "privacy", planned.record)

    def run(self, *arguments: str, today: str = "2026-03-15", lang: str = "en") -> int:
        """The exit code of a command on this content."""
        given: Sequence[str] = ("--content", str(self.content), "--lang", lang, "--today", today, *arguments)
        return main(given)

    def files(self) -> dict[str, bytes]:
        """All files, by path."""
        paths = (path for path in self.content.rglob("*") if path.is_file())
        return {path.relative_to(self.content).as_posix(): path.read_bytes() for path in paths}


def copy_of_the_shop(folder: Path) -> Shop:
    shutil.copytree(SOURCES, folder, dirs_exist_ok=True)
    add_sound_registers(folder / "shop")
    return Shop(folder)


def add_sound_registers(site: Path) -> None:
    """Give a site the registers of a policy in which no rule of law finds anything, for all its policies."""
    for path in sorted((SOUND / "privacy").glob("*.yaml")):
        if path.name != "policy.yaml":
            shutil.copyfile(path, site / path.name)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop that has published nothing."""
    return copy_of_the_shop(tmp_path / "content")


@pytest.fixture
def shop_with_two(shop: Shop) -> Shop:
    """A shop with version 1 (effective 2026-03-01) and version 2 (effective 2026-06-01)."""
    shop.publish(date(2026, 2, 1))
    shop.edit("sections/intro.en.md", "no more data", "only the data")
    shop.announce("2026-06-01", "แก้ถ้อยคำ", "Reworded")
    shop.publish(date(2026, 3, 10))
    return shop
