"""A ledger beside what is known of it elsewhere: an older copy of the whole folder is sound in itself."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policygen.ledger import append, read_ledger, states
from policygen.ledger.against import NothingKnown, compare, read_elsewhere
from policygen.ledger.canonical import digest_in, digest_of
from policygen.ledger.listing import version_as_json
from policygen.ledger.reading import version_path
from tests.ledger.acting import SECRET, redaction, reseal, site_with_acts
from tests.ledger.making import POLICY, next_record, site_with_versions


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole ledger, as it is known elsewhere."""
    return site_with_acts(tmp_path_factory.mktemp("newer"))


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An older copy of it: versions 1 and 2, before anything was redacted."""
    return site_with_versions(tmp_path, 2)


def found(site: Path, file: bytes) -> list[tuple[str, str]]:
    """The entry and the rule of each difference."""
    kept = read_ledger(site, POLICY, thorough=True).kept
    return [
        (fault.position.name if fault.position else "", fault.rule)
        for one in read_elsewhere(file)
        for fault in compare(kept, one)
    ]


def versions_json(site: Path) -> bytes:
    """The list of versions as the site serves it."""
    records = read_ledger(site, POLICY).records
    listed = zip(records, states(records, date(2026, 5, 1)), strict=True)
    data = {"site": "shop", "policy": POLICY, "versions": [version_as_json(*pair) for pair in listed]}
    return json.dumps(data, indent=2).encode()


def current_json(site: Path, number: int) -> bytes:
    record = read_ledger(site, POLICY).records[number - 1]
    return json.dumps({"number": number, "digest": record.digest, "effective": None, "permalinks": {}}).encode()


def history_html(site: Path) -> bytes:
    digests = (f"<dd>{record.digest}</dd>" for record in read_ledger(site, POLICY).records)
    return f"<!doctype html><title>x</title>{''.join(digests)}".encode()


def kept_elsewhere(site: Path) -> dict[str, bytes]:
    """Everything that may have been kept of a ledger."""
    return {
        "heads": (site / "heads.json").read_bytes(),
        "versions": versions_json(site),
        "current": current_json(site, len(read_ledger(site, POLICY).records)),
        "history": history_html(site),
        **{path.name: path.read_bytes() for path in version_path(site, POLICY, 1).parent.iterdir()},
    }


def test_the_same_ledger_and_a_newer_one_are_fine(newer: Path, older: Path) -> None:
    for file in (*kept_elsewhere(newer).values(), *kept_elsewhere(older).values()):
        assert found(newer, file) == []


OLDER_COPY = {
    "heads": [("3.json", "ledger.rolled-back")],
    "versions": [("3.json", "ledger.rolled-back"), ("4.json", "ledger.rolled-back")]
    + [("3.json", "ledger.rolled-back")] * 3,
    "current": [("4.json", "ledger.rolled-back")],
    "history": [("3.json", "ledger.rolled-back")] * 2,
    "1.json": [],
    "2.json": [("2.json", "ledger.rolled-back")],
    "2-act-1.json": [("3.json", "ledger.rolled-back")],
    "3.json": [("3.json", "ledger.rolled-back")],
    "3-act-1.json": [("3.json", "ledger.rolled-back")],
    "3-act-2.json": [("3.json", "ledger.rolled-back")],
    "4.json": [("4.json", "ledger.rolled-back")],
}


@pytest.mark.parametrize("kept", OLDER_COPY)
def test_an_older_copy_is_noticed_and_the_entry_named(newer: Path, older: Path, kept: str) -> None:
    assert read_ledger(older, POLICY, thorough=True).diagnostics == ()
    assert found(older, kept_elsewhere(newer)[kept]) == OLDER_COPY[kept]


def test_a_ledger_that_is_not_there_is_noticed(newer: Path, tmp_path: Path) -> None:
    for name, file in kept_elsewhere(newer).items():
        assert found(tmp_path / "nothing", file), name


@pytest.mark.parametrize("kept", ["heads", "versions", "current", "2.json"])
def test_another_ledger_is_noticed(older: Path, tmp_path: Path, kept: str) -> None:
    """Made anew from other texts, it is sound in itself."""
    other = site_with_versions(tmp_path / "other", 1)
    append(other, POLICY, next_record(other, recorded=date(2026, 1, 20)))
    assert found(other, kept_elsewhere(older)[kept]) == [("2.json", "ledger.other")]


def test_of_a_redacted_version_the_original_shows_that_nothing_else_was_changed(newer: Path, older: Path) -> None:
    original = version_path(older, POLICY, 2).read_bytes()
    assert found(newer, original) == []


def test_a_redaction_that_changed_more_is_told_by_the_original(tmp_path: Path) -> None:
    """Whoever writes the ledger can vouch for a file that was never the original without a text."""
    site = site_with_versions(tmp_path, 2)
    path = version_path(site, POLICY, 2)
    original = path.read_bytes()
    act = redaction(site, 2, SECRET)
    append(site, POLICY, act)
    forged = shutil.copytree(site, tmp_path / "forged")
    file = version_path(forged, POLICY, 2)
    file.write_bytes(file.read_bytes().replace(b"Version 2", b"Version 9"))
    reseal("2-act-1.json", now=digest_of(file.read_bytes()))(forged)
    head = {POLICY: {"count": 3, "digest": digest_in(file.with_name("2-act-1.json").read_bytes())}}
    (forged / "heads.json").write_text(json.dumps(head))
    assert read_ledger(forged, POLICY, thorough=True).diagnostics == ()
    assert found(forged, original) == [("2.json", "ledger.redaction")]
    assert found(forged, path.read_bytes()) == [("2.json", "ledger.other")]


def test_a_file_that_was_changed_itself_is_told(older: Path) -> None:
    file = version_path(older, POLICY, 2).read_bytes().replace(b"Version 2", b"Version 9")
    assert found(older, file) == [("2.json", "ledger.other")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'{"privacy": 3}',
        b'{"privacy": {"count": true, "digest": "x"}}',
        b'{"number": 1, "digest": "x"}',
        b'{"versions": [{"number": 0, "digest": "x"}], "site": "shop", "policy": "privacy"}',
        b'{"versions": 7}',
        b"[" * 100_000,
        b"<!doctype html><p>Nothing here",
    ],
)
def test_what_says_nothing_of_a_ledger(data: Any) -> None:
    with pytest.raises(NothingKnown):
        read_elsewhere(data)


def test_before_the_first_version_binds_nothing_is_known(older: Path) -> None:
    assert found(older, b'{"number": null, "digest": null, "effective": null, "permalinks": {}}') == []
