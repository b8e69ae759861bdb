"""Appending is all or nothing, whatever happens in between, and whoever else is writing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from policygen.ledger import Act, LedgerBroken, LedgerBusy, LedgerMoved, append, mend, read_ledger, unfinished
from policygen.ledger import lock as lock_module
from policygen.ledger.lock import LOCK_NAME, site_lock
from policygen.ledger.reading import version_path
from tests.ledger.acting import SECRET, redaction, withdrawal
from tests.ledger.making import POLICY, empty_site, next_record, site_with_versions


class Killed(BaseException):
    """The process ends here, without any of its clean-up."""


def stop_at(position: int) -> tuple[Callable[[str], None], list[str]]:
    """A step that dies when it is called for the time `position` (from 0), and the names of the steps so far."""
    passed: list[str] = []

    def step(name: str) -> None:
        passed.append(name)
        if len(passed) > position:
            raise Killed(name)

    return step, passed


def steps_of_a_publish(folder: Path, versions: int) -> list[str]:
    """The names of all steps of appending to a ledger of so many versions."""
    site = site_with_versions(folder, versions)
    step, passed = stop_at(1000)
    append(site, POLICY, next_record(site), step)
    return passed


@pytest.mark.parametrize("versions", [0, 2])
def test_stopped_between_any_two_steps_it_holds_the_old_or_the_new(tmp_path: Path, versions: int) -> None:
    names = steps_of_a_publish(tmp_path / "whole", versions)
    assert len(names) >= 10
    for position in range(len(names)):
        site = site_with_versions(tmp_path / str(position), versions)
        record, (step, passed) = next_record(site), stop_at(position)
        with pytest.raises(Killed):
            append(site, POLICY, record, step)
        assert passed == names[: position + 1]
        ledger = read_ledger(site, POLICY, thorough=True)
        assert ledger.diagnostics == ()
        assert len(ledger.records) in (versions, versions + 1)
        assert ("placed" in passed or "linked" in passed) == (len(ledger.records) == versions + 1)
        # The next command just works: it appends whichever record comes next, and leaves nothing lying about.
        append(site, POLICY, next_record(site))
        after = read_ledger(site, POLICY, thorough=True)
        assert after.diagnostics == ()
        assert (after.head, len(after.records)) == ("current", len(ledger.records) + 1)
        assert not unfinished(site, after)
        assert hidden(site) == []


@pytest.mark.parametrize("kind", ["withdraw", "redact"])
def test_an_act_stopped_between_any_two_steps_is_done_or_not_done(tmp_path: Path, kind: str) -> None:
    def prepared(folder: Path) -> tuple[Path, Act]:
        site = site_with_versions(folder, 2)
        append(site, POLICY, next_record(site, effective=date(2027, 1, 1)))
        return site, withdrawal(site, 3) if kind == "withdraw" else redaction(site, 2, SECRET)

    site, act = prepared(tmp_path / "whole")
    step, names = stop_at(1000)
    append(site, POLICY, act, step)
    assert len(names) >= (10 if kind == "withdraw" else 13)
    done = {path.name: path.read_bytes() for path in version_path(site, POLICY, 1).parent.iterdir()}
    for position in range(len(names)):
        site, act = prepared(tmp_path / str(position))
        step, passed = stop_at(position)
        with pytest.raises(Killed):
            append(site, POLICY, act, step)
        ledger = read_ledger(site, POLICY, thorough=True)
        assert ledger.diagnostics == ()
        recorded = ledger.tip == act.digest
        assert recorded == ("placed" in passed or "linked" in passed)
        if recorded:
            # Whoever reads it finds the act done, be it on disk or not.
            assert ledger.files[1] == done["2.json"]
            mend(site, POLICY)
            assert {path.name: path.read_bytes() for path in version_path(site, POLICY, 1).parent.iterdir()} == done
        else:
            append(site, POLICY, act)
        after = read_ledger(site, POLICY, thorough=True)
        assert (after.diagnostics, after.head, after.undone, unfinished(site, after)) == ((), "current", None, False)
        assert hidden(site) == []


def test_a_41st_version_rewrites_nothing_and_takes_no_more_steps(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 28)
    for _ in range(12):
        append(site, POLICY, next_record(site, recorded=date(2026, 2, 1)))
    folder = version_path(site, POLICY, 1).parent
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()}
    step, passed = stop_at(1000)
    append(site, POLICY, next_record(site, recorded=date(2026, 2, 1)), step)
    assert len(before) == 40
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in before} == before
    assert sorted(path.name for path in set(folder.iterdir()) - before.keys()) == ["41.json"]
    assert passed == steps_of_a_publish(tmp_path / "small", 2)


def hidden(site: Path) -> list[str]:
    """The names of locks and staged files."""
    return [path.name for path in site.rglob(".*")]


def test_a_head_one_behind_is_mended_and_no_more(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 2)
    old_heads = (site / "heads.json").read_bytes()
    append(site, POLICY, next_record(site))
    new_heads = (site / "heads.json").read_bytes()
    (site / "heads.json").write_bytes(old_heads)
    assert unfinished(site, read_ledger(site, POLICY))
    mend(site, POLICY)
    assert (site / "heads.json").read_bytes() == new_heads
    version_path(site, POLICY, 3).unlink()
    with pytest.raises(LedgerBroken):
        mend(site, POLICY)
    assert (site / "heads.json").read_bytes() == new_heads


def test_the_heads_of_other_policies_stay(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 1)
    (site / "cookies").mkdir()
    append(site, "cookies", next_record(site / "no such site"))
    heads = json.loads((site / "heads.json").read_bytes())
    assert {policy: head["count"] for policy, head in heads.items()} == {POLICY: 1, "cookies": 1}
    assert read_ledger(site, POLICY).head == "current"


def test_who_comes_second_is_told(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 1)
    first, second = next_record(site), next_record(site)
    append(site, POLICY, first)
    with pytest.raises(LedgerMoved):
        append(site, POLICY, second)
    assert len(read_ledger(site, POLICY).records) == 2


def test_a_version_is_never_replaced(tmp_path: Path) -> None:
    site = empty_site(tmp_path)
    record = next_record(site)
    intruder = version_path(site, POLICY, 1)

    def step(name: str) -> None:
        if name == "staged":
            intruder.write_text("mine")

    with pytest.raises(FileExistsError):
        append(site, POLICY, record, step)
    assert intruder.read_text() == "mine"


def test_a_broken_ledger_is_not_appended_to(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 2)
    record = next_record(site)
    path = version_path(site, POLICY, 1)
    path.write_bytes(path.read_bytes().replace(b"Version 1", b"Version I"))
    with pytest.raises(LedgerBroken) as broken:
        append(site, POLICY, record)
    assert [one.rule for one in broken.value.diagnostics] == ["ledger.digest"]
    assert not version_path(site, POLICY, 3).exists()


def test_a_lock_that_is_held_is_waited_for_and_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = empty_site(tmp_path)
    monkeypatch.setattr(lock_module, "_PATIENCE_IN_SECONDS", 0.1)
    with site_lock(site), pytest.raises(LedgerBusy):
        append(site, POLICY, next_record(site))
    append(site, POLICY, next_record(site))


def test_a_lock_file_that_was_left_does_not_block(tmp_path: Path) -> None:
    site = empty_site(tmp_path)
    (site / LOCK_NAME).write_text("4711")
    append(site, POLICY, next_record(site))
    assert hidden(site) == []


@pytest.mark.parametrize("linked", ["privacy/versions", "privacy", "heads.json"])
def test_nothing_is_read_written_or_removed_by_way_of_a_link(tmp_path: Path, linked: str) -> None:
    site = site_with_versions(tmp_path, 1)
    record = next_record(site)
    outside = tmp_path / "outside"
    (site / linked).rename(outside)
    (site / linked).symlink_to(outside)
    inside = outside if outside.is_dir() else tmp_path
    (inside / ".2.json.new").write_text("theirs", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for write in (lambda: append(site, POLICY, record), lambda: mend(site, POLICY)):
        with pytest.raises(LedgerBroken):
            write()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
