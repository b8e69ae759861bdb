"""A policy of forty versions: built in linear time, and what is published next leaves every old redline alone."""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from tests.build.workplace import Workplace, removed, workplace_in, written

TODAY = date(2080, 1, 1)
CLAUSES = 20
OF_A_VERSION = re.compile(r"shop/.+/v(\d+)/.+")
# What follows the version in force or lists all versions, and so changes when one is published.
FOLLOWING = re.compile(
    r"shop/((th|en)/index\.html|(th|en|bilingual)/privacy/index\.html|(th|en)/privacy/(versions/index\.html|feed\.atom"
    r"|fragment\.html|changes/from-v\d+/index\.html)|privacy/current\.json|sitemap\.xml)|.+/versions\.json"
)


def text(number: int) -> str:
    """Twenty clauses, of which each version changes one."""
    clauses = [f"ฉบับที่ {number} version {number}"]
    for clause in range(CLAUSES):
        years = clause + (number if clause == number % CLAUSES else 0)
        clauses.append(
            f"บริษัทเก็บข้อมูลข้อที่ {clause} ไว้เป็นเวลา {years} ปี และไม่เปิดเผยแก่ผู้ใด "
            f"The company keeps item {clause} for {years} years and tells nobody."
        )
    return "\n\n".join(clauses)


def publish(place: Workplace, numbers: range) -> None:
    """Publish versions, each of which takes effect a year after the one before."""
    for number in numbers:
        place.publish("shop", date(2025 + number, 6, 1), text(number))


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """Two sites, each with a first version, on a day when forty versions are in the past."""
    made = workplace_in(tmp_path)
    made.today = TODAY
    return made


def test_a_build_grows_with_the_number_of_versions_and_no_faster(place: Workplace) -> None:
    # Calls of functions are counted, for they are the same whatever else the machine does.
    work: dict[int, int] = {}
    place.build()
    for number in (10, 20, 40):
        publish(place, range(max(work, default=1) + 1, number + 1))
        output = place.folder / f"output-{number}"
        work[number] = calls_of(lambda output=output: place.build(output=output))  # type: ignore[misc]
    # Twice is linear, four times is quadratic.
    assert work[40] - work[20] < 2.7 * (work[20] - work[10])


def calls_of(action: Callable[[], object]) -> int:
    """How many functions the action calls."""
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def test_version_41_rewrites_no_redline_and_nothing_else_of_an_old_version(place: Workplace) -> None:
    publish(place, range(2, 41))
    place.build()
    old, stood = place.files(), place.stand()
    assert sum(path.endswith("/changes/index.html") and "/v" in path for path in old) == 3 * 39
    place.publish("shop", date(2090, 1, 1), text(41))
    told = written(place.build()).keys() & old.keys()
    # It is still to come: the page in force tells of it, and each way to the version in force leads there as before.
    assert "shop/th/privacy/index.html" in told
    assert not [path for path in told if "/changes/" in path or OF_A_VERSION.fullmatch(path)]
    place.today = date(2091, 1, 1)
    outcome = place.build()
    followed = written(outcome).keys() & old.keys()
    # Version 40 is no longer in force, and its own pages say so.
    of_40 = {f"shop/{tongue}/privacy/v40/index.html" for tongue in ("th", "en", "bilingual")}
    assert {path for path in followed if OF_A_VERSION.fullmatch(path)} == of_40
    assert {path for path in (told | followed) - of_40 if not FOLLOWING.fullmatch(path)} == set()
    assert removed(outcome) == set()
    untouched = old.keys() - told - followed
    stands = place.stand()
    assert {path: stands[path] for path in untouched} == {path: stood[path] for path in untouched}
