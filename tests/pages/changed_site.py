"""The policy of `tests/site/changed.py` as a content folder, so that it can be built and opened."""

import json
from datetime import date
from pathlib import Path

from policygen.build.building import build
from policygen.build.job import Request
from policygen.ledger.canonical import file_of
from policygen.ledger.record import Record
from tests.site.changed import TODAY, changed_records

SETTINGS = """name: {th: ตัวอย่าง, en: Example}
controller:
  name: {th: บริษัท ตัวอย่าง จำกัด, en: Example Company Limited}
locales: [th, en]
authoritative: th
base_url: https://example.com/
last_visit: %s
"""


def write_content(folder: Path, *, last_visit: bool = True) -> tuple[Record, ...]:
    """One site, `shop`, with the four versions of its policy; gives back the records."""
    records = changed_records()
    site = folder / "shop"
    versions = site / "privacy" / "versions"
    versions.mkdir(parents=True)
    (site / "site.yaml").write_text(SETTINGS % ("yes" if last_visit else "no"), encoding="utf-8")
    for record in records:
        (versions / f"{record.number}.json").write_bytes(file_of(record))
    head = {"privacy": {"count": len(records), "digest": records[-1].digest}}
    (site / "heads.json").write_text(json.dumps(head), encoding="utf-8")
    return records


def build_content(content: Path, output: Path, today: date = TODAY) -> None:
    """Build all sites of the folder, as the public sees them."""
    outcome = build(Request(content, output, lambda _: today))
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
