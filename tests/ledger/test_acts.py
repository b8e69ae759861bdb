"""Withdrawals and redactions in the chain: what they do, and that nobody can do or undo them unnoticed."""

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.ledger import Record, Redaction, append, editions_of, in_force, next_change, read_ledger, states
from policygen.ledger.chain import examine, read_chain
from policygen.ledger.heads import Head
from policygen.ledger.position import Position
from policygen.ledger.reading import version_path
from policygen.model.document import lines_of
from tests.ledger.acting import SECRET, TITLE, redaction, reseal, site_with_acts, withdrawal
from tests.ledger.making import POLICY, next_record, site_with_versions

GOLDEN = Path(__file__).parent / "golden" / "acts"
NAMES = ["1.json", "2.json", "2-act-1.json", "3.json", "3-act-1.json", "3-act-2.json", "4.json"]
DIGEST = hashlib.sha256("ฉบับที่ 2".encode()).hexdigest()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it was written."""
    return site_with_acts(tmp_path_factory.mktemp("acts"))


@pytest.fixture
def site(written: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(written, tmp_path / "shop")


def path(site: Path, name: str) -> Path:
    return version_path(site, POLICY, 1).with_name(name)


def findings(site: Path) -> list[tuple[str, str]]:
    found = read_ledger(site, POLICY, thorough=True).diagnostics
    return sorted((Path(one.place.path).name, one.rule) for one in found)


def records(site: Path) -> tuple[Record, ...]:
    return read_ledger(site, POLICY).records


def test_a_ledger_with_acts_is_sound_and_in_the_order_of_its_names(site: Path) -> None:
    ledger = read_ledger(site, POLICY, thorough=True)
    assert (ledger.diagnostics, ledger.head, ledger.undone) == ((), "current", None)
    assert [one.position.name for one in ledger.kept] == NAMES
    assert json.loads((site / "heads.json").read_bytes())[POLICY] == {"count": 7, "digest": ledger.tip}
    assert [one.previous for one in ledger.records] == [
        None,
        ledger.records[0].digest,
        ledger.kept[2].entry.digest,
        ledger.kept[5].entry.digest,
    ]


def test_every_byte_of_it_is_written_as_it_always_was(site: Path) -> None:
    """Formats are for good, and so is how a path is turned into what is redacted."""
    assert {file.name: file.read_bytes() for file in GOLDEN.iterdir()} == {
        file.name: file.read_bytes() for file in path(site, "1.json").parent.iterdir()
    }


def test_a_withdrawn_version_never_binds(site: Path) -> None:
    found = records(site)
    assert states(found, date(2026, 2, 2)) == ("superseded", "in-force", "withdrawn", "upcoming")
    assert states(found, date(2027, 1, 1)) == ("superseded", "superseded", "withdrawn", "in-force")
    assert next_change(found, date(2026, 4, 1)) is None
    assert in_force(found, date(2028, 1, 1)) is found[3]


def test_a_redacted_text_is_gone_and_its_digest_shown_in_the_readers_language(site: Path) -> None:
    file = version_path(site, POLICY, 2).read_bytes()
    assert "ฉบับที่ 2".encode() not in file
    assert f"[[redacted sha256:{DIGEST}]]".encode() in file
    thai, english = (list(lines_of(document)) for document in editions_of(records(site))[1].documents)
    assert f"[ข้อความที่ปกปิด SHA-256 {DIGEST}]" in thai
    assert "[redacted text, SHA-256 " in english[1]
    assert "Version 2" in english


def test_the_digest_of_a_redacted_version_stays(site: Path, tmp_path: Path) -> None:
    before = records(site_with_versions(tmp_path / "other", 2))
    assert [one.digest for one in records(site)[:2]] == [one.digest for one in before]
    assert records(site)[1].stamp != before[1].stamp


def remove(name: str) -> Callable[[Path], object]:
    return lambda site: path(site, name).unlink()


def swap(one: str, other: str) -> Callable[[Path], object]:
    def change(site: Path) -> None:
        first, second = (path(site, name).read_bytes() for name in (one, other))
        path(site, one).write_bytes(second)
        path(site, other).write_bytes(first)

    return change


def copy(name: str, to: str) -> Callable[[Path], object]:
    return lambda site: shutil.copy(path(site, name), path(site, to))


def tear(name: str) -> Callable[[Path], object]:
    return lambda site: path(site, name).write_bytes(path(site, name).read_bytes()[:-20])


def restore(site: Path) -> None:
    """Put back version 2 as it was before anything was redacted."""
    original = site_with_versions(site / "original", 2)
    shutil.copy(version_path(original, POLICY, 2), version_path(site, POLICY, 2))
    shutil.rmtree(site / "original")


def redact_silently(site: Path) -> None:
    """Redact a text of version 1 without a record of it."""
    file = version_path(site, POLICY, 1).read_bytes().replace(b"Version 1", f"[[redacted sha256:{DIGEST}]]".encode())
    version_path(site, POLICY, 1).write_bytes(file)


REDACTED_2 = ("2.json", "ledger.redaction")
DAMAGE: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "a withdrawal removed": (remove("3-act-1.json"), [("3-act-1.json", "ledger.missing")]),
    "the only act between two versions removed": (
        remove("2-act-1.json"),
        [("3.json", "ledger.link"), ("heads.json", "ledger.head"), REDACTED_2],
    ),
    "the last act before a version removed": (
        remove("3-act-2.json"),
        [("2.json", "ledger.digest"), ("4.json", "ledger.link"), ("heads.json", "ledger.head")],
    ),
    "the version before an act removed": (remove("3.json"), [("3.json", "ledger.missing")]),
    "two acts swapped": (
        swap("3-act-1.json", "3-act-2.json"),
        [("3-act-1.json", "ledger.link"), ("3-act-2.json", "ledger.link"), ("4.json", "ledger.link")],
    ),
    "an act in the place of a version": (
        swap("3.json", "3-act-1.json"),
        [("3.json", "ledger.number"), ("3-act-1.json", "ledger.number"), ("3-act-2.json", "ledger.link")],
    ),
    "an act doubled": (
        copy("3-act-2.json", "3-act-3.json"),
        [("3-act-3.json", "ledger.link"), ("heads.json", "ledger.head"), REDACTED_2],
    ),
    "an act torn": (tear("3-act-1.json"), [("3-act-1.json", "ledger.unreadable")]),
    "a withdrawal of another version": (
        reseal("3-act-1.json", version=2),
        [("3-act-1.json", "ledger.act"), ("3-act-2.json", "ledger.link")],
    ),
    "a redacted text put back": (restore, [REDACTED_2]),
    "a redaction without a record": (redact_silently, [("1.json", "ledger.digest")]),
    "an act of a newer format": (
        reseal("3-act-1.json", format=2),
        [("3-act-1.json", "ledger.unreadable"), ("3-act-2.json", "ledger.link")],
    ),
    "an act with a member more": (
        reseal("3-act-1.json", note="x"),
        [("3-act-1.json", "ledger.unreadable"), ("3-act-2.json", "ledger.link")],
    ),
}


@pytest.mark.parametrize("case", DAMAGE)
def test_damage_is_named(site: Path, case: str) -> None:
    damage, expected = DAMAGE[case]
    damage(site)
    assert findings(site) == sorted(expected)


@given(st.data())
def test_any_byte_changed_is_noticed_and_its_entry_named(written: Path, data: st.DataObject) -> None:
    kept = read_ledger(written, POLICY).kept
    files = {one.position: one.file for one in kept}
    at = data.draw(st.sampled_from(list(files)))
    changed = bytearray(files[at])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    chain = read_chain({**files, at: bytes(changed)}, Head(len(kept), kept[-1].entry.digest))
    assert at in {fault.position for fault in (*chain.faults, *examine(chain.kept))}


def test_a_redaction_changes_nothing_but_what_it_says(site: Path) -> None:
    """Another change in the same stroke has another digest than the act vouches for."""
    file = version_path(site, POLICY, 2)
    file.write_bytes(file.read_bytes().replace(b"Version 2", b"Version II"))
    assert findings(site) == [("2.json", "ledger.digest")]


@pytest.mark.parametrize(
    ("version", "day"),
    [(1, date(2026, 2, 1)), (3, date(2027, 1, 1)), (9, date(2026, 2, 1))],
)
def test_a_withdrawal_that_could_not_be_is_named(tmp_path: Path, version: int, day: date) -> None:
    """Of a version that had begun, in whichever way, or that is not there."""
    site = site_with_versions(tmp_path, 2)
    append(site, POLICY, next_record(site, effective=date(2027, 1, 1)))
    append(site, POLICY, withdrawal(site, version, day))
    assert findings(site) == [("3-act-1.json", "ledger.act")]


def test_a_version_that_bears_a_later_one_cannot_be_withdrawn(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 1)
    append(site, POLICY, next_record(site, effective=date(2027, 1, 1)))
    append(site, POLICY, next_record(site, effective=date(2027, 2, 1)))
    append(site, POLICY, withdrawal(site, 2))
    assert findings(site) == [("3-act-1.json", "ledger.act")]


def test_from_the_last_one_back_both_can(tmp_path: Path) -> None:
    site = site_with_versions(tmp_path, 1)
    append(site, POLICY, next_record(site, effective=date(2027, 1, 1)))
    append(site, POLICY, next_record(site, effective=date(2027, 2, 1)))
    append(site, POLICY, withdrawal(site, 3))
    append(site, POLICY, withdrawal(site, 2))
    assert findings(site) == []
    assert states(records(site), date(2028, 1, 1)) == ("in-force", "withdrawn", "withdrawn")


def test_a_redaction_of_a_version_that_is_not_there_is_named(site: Path) -> None:
    reseal("3-act-2.json", version=9)(site)
    assert ("3-act-2.json", "ledger.act") in findings(site)


def test_two_redactions_of_one_version_follow_each_other(site: Path) -> None:
    first, second = records(site)[1].acts
    assert isinstance(first, Redaction)
    assert isinstance(second, Redaction)
    assert (first.path, second.path, first.now) == (SECRET, TITLE, second.was)


def test_a_redaction_that_was_cut_short_is_passed_over_by_readers(tmp_path: Path) -> None:
    """Only where it is the last record: later, the text can only have been put back."""
    site = site_with_versions(tmp_path, 2)
    original = version_path(site, POLICY, 1).read_bytes()
    append(site, POLICY, redaction(site, 1, SECRET))
    done = version_path(site, POLICY, 1).read_bytes()
    version_path(site, POLICY, 1).write_bytes(original)
    ledger = read_ledger(site, POLICY, thorough=True)
    assert (ledger.diagnostics, ledger.undone, ledger.files[0]) == ((), Position(1), done)
    append(site, POLICY, next_record(site, recorded=date(2026, 3, 1)))
    assert version_path(site, POLICY, 1).read_bytes() == done
    version_path(site, POLICY, 1).write_bytes(original)
    assert findings(site) == [("1.json", "ledger.redaction")]
