"""Every format that a ledger was ever written in is still read; the present one is written as it always was."""

import json
from pathlib import Path

from policygen.ledger import editions_of
from policygen.ledger.canonical import file_of
from policygen.ledger.chain import examine, read_chain
from policygen.ledger.position import Position
from policygen.model.codec import FORMAT
from tests.ledger import full_edition

GOLDEN = Path(__file__).parent / "golden"


def test_format_1_is_read() -> None:
    files = {Position(1): (GOLDEN / "format-1.json").read_bytes()}
    chain = read_chain(files, None)
    assert (chain.faults, list(examine(chain.kept))) == ((), [])
    (record,) = (one.entry for one in chain.kept)
    assert record == full_edition.record()
    assert editions_of((full_edition.record(),)) == (full_edition.EDITION,)


def test_the_present_format_is_written_as_it_always_was() -> None:
    assert file_of(full_edition.record()) == (GOLDEN / f"format-{FORMAT}.json").read_bytes()


def test_the_golden_record_uses_every_member_of_every_fact() -> None:
    """Otherwise a change of a member could go unnoticed."""
    facts = json.loads((GOLDEN / f"format-{FORMAT}.json").read_bytes())["facts"]
    assert all(value not in ({}, [], "") for value in facts.values())
    assert len(facts["tools"][0]) == 14
    assert len(facts["purposes"][0]) == 9
    assert len(facts["controller"]) == 9
