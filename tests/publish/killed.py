"""Publishes the shop, or redacts its version, in a process that kills itself after so many steps of writing.

Usage: python -m tests.publish.killed CONTENT STEPS publish|redact
"""

import os
import signal
import sys
from datetime import date
from pathlib import Path

from policygen.ledger import Entry, append
from policygen.publish import Planned
from policygen.publish.acting import PlannedRedaction, plan_redaction
from tests.publish.shop import Shop

REDACTED = "documents/en/sections/intro/blocks/0"


def published(shop: Shop) -> Entry:
    planned = shop.plan(date(2026, 3, 10))
    assert isinstance(planned, Planned)
    return planned.record


def redacted(shop: Shop) -> Entry:
    ledger = shop.ledger
    planned = plan_redaction(ledger, ledger.records[0], REDACTED, "why", date(2026, 3, 10))
    assert isinstance(planned, PlannedRedaction)
    return planned.act


def main() -> None:
    shop, steps = Shop(Path(sys.argv[1])), int(sys.argv[2])
    entry = published(shop) if sys.argv[3] == "publish" else redacted(shop)
    passed: list[str] = []

    def step(name: str) -> None:
        passed.append(name)
        if len(passed) == steps:
            os.kill(os.getpid(), signal.SIGKILL)

    append(shop.site, "privacy", entry, step)


if __name__ == "__main__":
    main()
