"""Publishes the shop in a process of its own, which kills itself after so many steps of writing.

Usage: python -m tests.publish.killed CONTENT STEPS
"""

import os
import signal
import sys
from datetime import date
from pathlib import Path

from policygen.ledger import append
from policygen.publish import Planned
from tests.publish.shop import Shop


def main() -> None:
    shop, steps = Shop(Path(sys.argv[1])), int(sys.argv[2])
    planned = shop.plan(date(2026, 3, 10))
    assert isinstance(planned, Planned)
    passed: list[str] = []

    def step(name: str) -> None:
        passed.append(name)
        if len(passed) == steps:
            os.kill(os.getpid(), signal.SIGKILL)

    append(shop.site, "privacy", planned.record, step)


if __name__ == "__main__":
    main()
