"""Ledgers made for tests, through the same door as `publish`."""

from datetime import date
from pathlib import Path

from policygen.ledger import Record, append, read_ledger, sealed, unsealed
from policygen.model.document import Run
from policygen.model.facts import LocalText
from tests.ledger.editions import edition

SITE, POLICY = "shop", "privacy"


def empty_site(folder: Path) -> Path:
    """A site's folder with a policy that has no version yet."""
    site = folder / SITE
    (site / POLICY).mkdir(parents=True)
    return site


def next_record(site: Path, **dates: date | None) -> Record:
    """The record that would come next, of an edition of its own."""
    ledger = read_ledger(site, POLICY)
    number = len(ledger.records) + 1
    summary = LocalText((("th", (Run(f"แก้ครั้งที่ {number}"),)), ("en", (Run(f"Change {number}"),))))
    recorded = dates.pop("recorded", None) or date(2026, 1, number)
    return sealed(
        unsealed(
            edition(f"ฉบับที่ {number}", f"Version {number}"),
            number=number,
            previous=ledger.tip,
            recorded=recorded,
            published=dates.get("published"),
            effective=dates.get("effective"),
            summary=summary if number > 1 else None,
            notice={"class": "publish", "reason": None} if number > 1 else None,
        )
    )


def site_with_versions(folder: Path, count: int) -> Path:
    """A site whose policy has so many versions."""
    site = empty_site(folder)
    for _ in range(count):
        append(site, POLICY, next_record(site))
    return site
