"""A ledger that was changed in any way says so, and names the entry."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.ledger import editions_of, read_ledger
from policygen.ledger.canonical import canonical
from policygen.ledger.chain import examine, read_chain
from policygen.ledger.heads import Head
from policygen.ledger.position import Position
from policygen.ledger.reading import version_path
from tests.ledger.editions import edition
from tests.ledger.making import POLICY, site_with_versions


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with three versions; tests that change it change a copy."""
    return site_with_versions(tmp_path_factory.mktemp("ledger"), 3)


@pytest.fixture
def site(written: Path, tmp_path: Path) -> Path:
    """A copy of that site to change."""
    return shutil.copytree(written, tmp_path / "shop")


def findings(site: Path) -> list[tuple[str, str]]:
    """What `verify` finds: the file's name and the rule."""
    found = read_ledger(site, POLICY, thorough=True).diagnostics
    return sorted((Path(one.place.path).name, one.rule) for one in found)


def faults(files: dict[int, bytes], head: Head | None) -> set[int | None]:
    """The versions that `verify` finds fault with, None for heads.json."""
    chain = read_chain({Position(number): file for number, file in files.items()}, head)
    found = (*chain.faults, *examine(chain.kept))
    return {fault.position.version if fault.position else None for fault in found}


def test_a_ledger_as_written_is_sound(site: Path) -> None:
    ledger = read_ledger(site, POLICY, thorough=True)
    assert ledger.diagnostics == ()
    assert ledger.head == "current"
    assert [record.number for record in ledger.records] == [1, 2, 3]
    assert editions_of(ledger.records)[1] == edition("ฉบับที่ 2", "Version 2")


def test_a_record_is_its_canonical_form_and_a_line_feed(site: Path) -> None:
    for number, file in enumerate(read_ledger(site, POLICY).files, 1):
        data = json.loads(file)
        assert version_path(site, POLICY, number).read_bytes() == file == canonical(data) + b"\n"
        digest = data.pop("digest")
        assert digest == hashlib.sha256(canonical(data)).hexdigest()


@given(st.data())
def test_any_byte_changed_is_noticed_and_its_entry_named(written: Path, data: st.DataObject) -> None:
    files = dict(enumerate(read_ledger(written, POLICY).files, 1))
    head = Head(3, json.loads(files[3])["digest"])
    number = data.draw(st.sampled_from([1, 2, 3]))
    at = data.draw(st.integers(0, len(files[number]) - 1))
    changed = bytearray(files[number])
    changed[at] ^= data.draw(st.integers(1, 255))
    assert number in faults({**files, number: bytes(changed)}, head)


@given(st.data())
def test_any_bytes_in_the_place_of_a_record_are_no_crash(written: Path, data: st.DataObject) -> None:
    files = dict(enumerate(read_ledger(written, POLICY).files, 1))
    torn = files[2][: data.draw(st.integers(0, len(files[2]) - 1))]
    junk = data.draw(st.binary() | st.just(torn) | st.just(b"[" * 100_000))
    assert 2 in faults({**files, 2: junk}, Head(3, json.loads(files[3])["digest"]))


def swap(site: Path) -> None:
    one, two, aside = version_path(site, POLICY, 1), version_path(site, POLICY, 2), site / "aside"
    one.rename(aside)
    two.rename(one)
    aside.rename(two)


def double(site: Path) -> None:
    shutil.copy(version_path(site, POLICY, 3), version_path(site, POLICY, 4))


def copy_beside(site: Path) -> None:
    shutil.copy(version_path(site, POLICY, 2), version_path(site, POLICY, 2).with_name("2 (copy).json"))


def link_away(site: Path) -> None:
    path = version_path(site, POLICY, 2)
    path.rename(site / "elsewhere.json")
    path.symlink_to(site / "elsewhere.json")


def folder_away(site: Path) -> None:
    versions = version_path(site, POLICY, 1).parent
    versions.rename(site / "elsewhere")
    versions.symlink_to(site / "elsewhere")


def policy_away(site: Path) -> None:
    (site / POLICY).rename(site / "elsewhere")
    (site / POLICY).symlink_to(site / "elsewhere")


def heads_away(site: Path) -> None:
    (site / "heads.json").rename(site / "elsewhere.json")
    (site / "heads.json").symlink_to(site / "elsewhere.json")


def heads_pipe(site: Path) -> None:
    (site / "heads.json").unlink()
    os.mkfifo(site / "heads.json")


def pipe(site: Path) -> None:
    path = version_path(site, POLICY, 3)
    path.unlink()
    os.mkfifo(path)


def reseal(site: Path, number: int, **members: object) -> None:
    """Change members of a record and make its digest fit again, as a forger would."""
    path = version_path(site, POLICY, number)
    data = {**json.loads(path.read_bytes()), **members}
    data.pop("digest")
    data["digest"] = hashlib.sha256(canonical(data)).hexdigest()
    path.write_bytes(canonical(data) + b"\n")


def indent(site: Path) -> None:
    path = version_path(site, POLICY, 2)
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=1), encoding="utf-8")


def unsorted(site: Path) -> None:
    """Another order of the members, with a digest that fits the bytes."""
    path = version_path(site, POLICY, 3)
    data = json.loads(path.read_bytes())
    data.pop("digest")
    rest = json.dumps(dict(sorted(data.items(), reverse=True)), ensure_ascii=False).encode()
    digest = hashlib.sha256(rest).hexdigest().encode()
    path.write_bytes(b'{"digest":"' + digest + b'",' + rest[1:] + b"\n")


def heads(site: Path, text: str) -> None:
    (site / "heads.json").write_text(text, encoding="utf-8")


DAMAGE: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "first removed": (
        lambda site: version_path(site, POLICY, 1).unlink(),
        [("1.json", "ledger.missing")],
    ),
    "middle removed": (
        lambda site: version_path(site, POLICY, 2).unlink(),
        [("2.json", "ledger.missing")],
    ),
    "last removed": (lambda site: version_path(site, POLICY, 3).unlink(), [("heads.json", "ledger.head")]),
    "two swapped": (swap, [("1.json", "ledger.number"), ("2.json", "ledger.number"), ("3.json", "ledger.link")]),
    "last doubled": (double, [("4.json", "ledger.number")]),
    "copied beside": (copy_beside, [("2 (copy).json", "ledger.stray")]),
    "a link in its place": (link_away, [("2.json", "ledger.stray"), ("2.json", "ledger.missing")]),
    "a pipe in its place": (pipe, [("3.json", "ledger.stray"), ("heads.json", "ledger.head")]),
    "a link to its folder": (folder_away, [("versions", "ledger.stray")]),
    "a link to the policy": (policy_away, [(POLICY, "ledger.stray")]),
    "heads are a link": (heads_away, [("heads.json", "ledger.heads")]),
    "heads are a pipe": (heads_pipe, [("heads.json", "ledger.heads")]),
    "first resealed": (lambda site: reseal(site, 1, summary={"th": "x"}), [("2.json", "ledger.link")]),
    "last resealed": (lambda site: reseal(site, 3, summary={"th": "x"}), [("heads.json", "ledger.head")]),
    "a first version with a past": (
        lambda site: reseal(site, 1, previous="0" * 64),
        [("1.json", "ledger.link"), ("2.json", "ledger.link")],
    ),
    "a newer format": (
        lambda site: reseal(site, 3, format=2),
        [("3.json", "ledger.unreadable"), ("heads.json", "ledger.head")],
    ),
    "one member more": (
        lambda site: reseal(site, 3, note="x"),
        [("3.json", "ledger.unreadable"), ("heads.json", "ledger.head")],
    ),
    "a date that is none": (
        lambda site: reseal(site, 3, recorded="soon"),
        [("3.json", "ledger.unreadable"), ("heads.json", "ledger.head")],
    ),
    "no documents": (
        lambda site: reseal(site, 3, documents={}),
        [("3.json", "ledger.unreadable"), ("heads.json", "ledger.head")],
    ),
    "recorded before the last": (
        lambda site: reseal(site, 3, recorded="2020-01-01"),
        [("3.json", "ledger.dates"), ("heads.json", "ledger.head")],
    ),
    "indented": (indent, [("2.json", "ledger.unreadable")]),
    "in another order": (unsorted, [("3.json", "ledger.canonical"), ("heads.json", "ledger.head")]),
    "heads removed": (lambda site: (site / "heads.json").unlink(), [("heads.json", "ledger.head")]),
    "heads no JSON": (lambda site: heads(site, "{"), [("heads.json", "ledger.heads")]),
    "heads of another kind": (lambda site: heads(site, '{"privacy": 3}'), [("heads.json", "ledger.heads")]),
    "heads of a policy elsewhere": (
        lambda site: heads(site, json.dumps({"../privacy": {"count": 1, "digest": "0" * 64}})),
        [("heads.json", "ledger.heads")],
    ),
    "heads with no such count": (
        lambda site: heads(site, '{"privacy": {"count": 0, "digest": ""}}'),
        [("heads.json", "ledger.heads")],
    ),
}


@pytest.mark.parametrize("case", DAMAGE)
def test_damage_is_named(site: Path, case: str) -> None:
    damage, expected = DAMAGE[case]
    damage(site)
    assert findings(site) == sorted(expected)


def test_records_before_the_first_fault_are_still_there(site: Path) -> None:
    indent(site)
    assert [record.number for record in read_ledger(site, POLICY).records] == [1]


def test_two_versions_cannot_bind_from_one_day(site: Path) -> None:
    for number in (2, 3):
        reseal(site, number, effective="2026-05-01")
    reseal(site, 3, previous=json.loads(version_path(site, POLICY, 2).read_bytes())["digest"])
    assert ("3.json", "ledger.dates") in findings(site)
