"""The ledger: the append-only, hash-chained record of a policy's versions.

Knows editions and the disk; nothing of sources, pages or the command line.
"""

from policygen.ledger.act import Act, Redaction, Withdrawal
from policygen.ledger.appending import LedgerBroken, LedgerMoved, append, mend, next_position, unfinished
from policygen.ledger.canonical import edition_digest, sealed
from policygen.ledger.lock import LedgerBusy
from policygen.ledger.reading import Ledger, headed_policies, read_ledger
from policygen.ledger.record import Entry, Record, editions_of, repeats, unsealed
from policygen.ledger.states import (
    Binding,
    DateKind,
    State,
    binding,
    counting,
    in_force,
    next_change,
    next_upcoming,
    states,
)

__all__ = [
    "Act",
    "Binding",
    "DateKind",
    "Entry",
    "Ledger",
    "LedgerBroken",
    "LedgerBusy",
    "LedgerMoved",
    "Record",
    "Redaction",
    "State",
    "Withdrawal",
    "append",
    "binding",
    "counting",
    "edition_digest",
    "editions_of",
    "headed_policies",
    "in_force",
    "mend",
    "next_change",
    "next_position",
    "next_upcoming",
    "read_ledger",
    "repeats",
    "sealed",
    "states",
    "unfinished",
    "unsealed",
]
