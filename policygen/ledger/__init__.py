"""The ledger: the append-only, hash-chained record of a policy's versions.

Knows editions and the disk; nothing of sources, pages or the command line.
"""

from policygen.ledger.appending import LedgerBroken, LedgerMoved, append, mend, unfinished
from policygen.ledger.canonical import sealed
from policygen.ledger.lock import LedgerBusy
from policygen.ledger.reading import Ledger, headed_policies, read_ledger
from policygen.ledger.record import Record, editions_of, unsealed
from policygen.ledger.states import (
    Binding,
    DateKind,
    State,
    binding,
    in_force,
    next_change,
    next_upcoming,
    states,
)

__all__ = [
    "Binding",
    "DateKind",
    "Ledger",
    "LedgerBroken",
    "LedgerBusy",
    "LedgerMoved",
    "Record",
    "State",
    "append",
    "binding",
    "editions_of",
    "headed_policies",
    "in_force",
    "mend",
    "next_change",
    "next_upcoming",
    "read_ledger",
    "sealed",
    "states",
    "unfinished",
    "unsealed",
]
