"""The shipped ledgers are what they were: records are added to them, and none is ever made again."""

from pathlib import Path

import pytest

from policygen.ledger import read_ledger

CONTENT = Path(__file__).resolve().parent.parent / "content"
FROZEN = {
    "clusterkit": ("a1e3db70840add166da3d2d605e09999f8e7041d5defdcef12cec82b9370e733",),
    "example": (
        "138ff27eb87c23ccaaa0ca5ae7ea4a93340aa57e4991fc16395d07a6cbc51c47",
        "220e7771797e2e7b5466bd1efa917529bdb73c176bed7d4fb2af4381fd41af44",
        "12c492205c32b56e7dd9d4c95fd99db7ff0f27f304e7d7aff19a186ccc52d310",
        "b765655871e9ff28fe05a8a35fd92f4d85d07de4fa8be59412d89b56202f6a51",
    ),
    "ztrus": ("b3efdfac330f78cf6d40da0c390b2f308a5e33081c6daa15a07605bb92ddf529",),
}
"""The digests of the records that are published, in order, by site."""


@pytest.mark.parametrize("site", FROZEN)
def test_published_records_stay_as_they_are(site: str) -> None:
    ledger = read_ledger(CONTENT / site, "privacy")
    digests = [record.digest for record in ledger.records[: len(FROZEN[site])]]
    assert ledger.diagnostics == ()
    assert tuple(digests) == FROZEN[site]
    assert [record.previous for record in ledger.records[: len(FROZEN[site])]] == [None, *digests[:-1]]
