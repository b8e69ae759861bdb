"""A publish that is killed leaves the old state or the new one, and the next command just works."""

import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from policygen.ledger import unfinished
from tests.publish.shop import SOURCES, Shop, copy_of_the_shop

REPOSITORY = SOURCES.parent.parent.parent
POLICYGEN = [sys.executable, "-c", "import sys; from policygen.cli.main import main; sys.exit(main())"]


def publishing(shop: Shop) -> list[str]:
    return [*POLICYGEN, "--content", str(shop.content), "--today", "2026-03-10", "publish", "shop/privacy"]


def check_after(shop: Shop) -> int:
    """The number of versions after the kill, once the next commands have worked."""
    ledger = shop.ledger
    assert ledger.diagnostics == ()
    assert len(ledger.records) in {0, 1}
    # Either there is nothing more to publish, or there is, and it is done.
    assert shop.run("publish", "shop/privacy", today="2026-03-10") == len(ledger.records)
    assert shop.run("verify") == 0
    after = shop.ledger
    assert (after.diagnostics, after.head, len(after.records)) == ((), "current", 1)
    assert not unfinished(shop.site, after)
    assert list(shop.content.rglob(".*")) == []
    return len(ledger.records)


def test_killed_after_each_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    versions_left = []
    for steps in range(1, 100):
        shop = copy_of_the_shop(tmp_path / str(steps))
        command = [sys.executable, "-m", "tests.publish.killed", str(shop.content), str(steps), "publish"]
        code = subprocess.run(command, cwd=REPOSITORY, check=False).returncode
        if code == 0:
            break
        assert code == -signal.SIGKILL
        versions_left.append(check_after(shop))
    assert len(versions_left) >= 10
    # One moment divides the old state from the new.
    assert versions_left == sorted(versions_left)
    assert set(versions_left) == {0, 1}


def test_a_redaction_killed_after_each_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded = []
    for steps in range(1, 100):
        shop = copy_of_the_shop(tmp_path / str(steps))
        shop.publish(date(2026, 2, 1))
        original = shop.ledger.files[0]
        command = [sys.executable, "-m", "tests.publish.killed", str(shop.content), str(steps), "redact"]
        code = subprocess.run(command, cwd=REPOSITORY, check=False).returncode
        if code == 0:
            break
        assert code == -signal.SIGKILL
        ledger = shop.ledger
        assert ledger.diagnostics == ()
        recorded.append(len(ledger.acts))
        # Whoever reads it finds the text there, or the act and no text; the next command tidies up on disk.
        assert (b"no more data" in ledger.files[0]) == (not ledger.acts)
        assert shop.run("verify") == 0
        on_disk = (shop.site / "privacy" / "versions" / "1.json").read_bytes()
        assert on_disk == (ledger.files[0] if ledger.acts else original)
        assert list(shop.content.rglob(".*")) == []
    assert len(recorded) >= 13
    assert recorded == sorted(recorded)
    assert set(recorded) == {0, 1}


def test_the_command_killed_at_any_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = time.monotonic()
    subprocess.run(publishing(copy_of_the_shop(tmp_path / "whole")), cwd=REPOSITORY, check=True)
    whole = time.monotonic() - start
    chance = random.Random(2562)
    for attempt in range(6):
        shop = copy_of_the_shop(tmp_path / str(attempt))
        process = subprocess.Popen(publishing(shop), cwd=REPOSITORY)
        time.sleep(whole * chance.uniform(0.6, 1.0))
        process.kill()
        process.wait()
        check_after(shop)


def test_of_two_publishes_at_once_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    for attempt in range(3):
        shop = copy_of_the_shop(tmp_path / str(attempt))
        both = [subprocess.Popen(publishing(shop), cwd=REPOSITORY, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        told = [process.communicate()[1] for process in both]
        assert sorted(process.returncode for process in both) == [0, 1]
        (loser,) = (text for process, text in zip(both, told, strict=True) if process.returncode)
        assert "another publish" in loser or "nothing to publish" in loser
        ledger = shop.ledger
        assert (ledger.diagnostics, len(ledger.records), ledger.head) == ((), 1, "current")
