"""Appending to a ledger, and mending what a killed process left. The only part of the ledger that writes.

A version's file is the commit point. It is staged beside its place, flushed, put there without ever replacing a file,
and the folder flushed; then `heads.json` is replaced in the same way. Killed at any moment, the ledger holds the old
or the new state, and at worst the head is one record behind, which the next writer mends.
"""

from pathlib import Path

from policygen.diagnostics import Diagnostic, has_errors
from policygen.ledger.canonical import file_of
from policygen.ledger.durable import Step, leftovers, make_folder, no_step, place_new, remove_leftovers, replace
from policygen.ledger.heads import HEADS_NAME, Head, heads_as_bytes, read_heads
from policygen.ledger.lock import LOCK_NAME, site_lock
from policygen.ledger.reading import Ledger, read_ledger, version_path, versions_folder
from policygen.ledger.record import Record


class LedgerBroken(Exception):
    """The ledger has errors, so nothing can be appended; `diagnostics` says which."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics[0].message.en)
        self.diagnostics = diagnostics


class LedgerMoved(Exception):
    """Another command has appended a record since the ledger was read."""


def append(site_folder: Path, policy: str, record: Record, step: Step = no_step) -> None:
    """Add the record, which is on disk when this returns.

    Raises LedgerMoved where it is not the next one any more, LedgerBroken, LedgerBusy, or OSError.
    """
    with site_lock(site_folder):
        step("locked")
        ledger = _mended(site_folder, policy, step)
        last = ledger.records[-1] if ledger.records else None
        if (record.number, record.previous) != ((last.number + 1, last.digest) if last else (1, None)):
            raise LedgerMoved(f"{site_folder.name}/{policy}")
        make_folder(versions_folder(site_folder, policy))
        step("folder")
        place_new(version_path(site_folder, policy, record.number), file_of(record), step)
        _write_head(site_folder, policy, record, step)


def unfinished(site_folder: Path, ledger: Ledger) -> bool:
    """Whether a killed publish left something: a head one record behind, a staged file, or its lock's empty file."""
    folders = (versions_folder(site_folder, ledger.policy), site_folder)
    left = (site_folder / LOCK_NAME).exists() or any(leftovers(folder) for folder in folders)
    return ledger.head == "behind" or left


def mend(site_folder: Path, policy: str, step: Step = no_step) -> None:
    """Finish what a killed publish left; raises LedgerBroken, LedgerBusy, or OSError where nothing can be written."""
    with site_lock(site_folder):
        _mended(site_folder, policy, step)


def _mended(site_folder: Path, policy: str, step: Step) -> Ledger:
    """The ledger, sound and with its head; only for who holds the lock."""
    for folder in (versions_folder(site_folder, policy), site_folder):
        remove_leftovers(folder)
    step("cleaned")
    ledger = read_ledger(site_folder, policy)
    if has_errors(ledger.diagnostics):
        raise LedgerBroken(ledger.diagnostics)
    if ledger.head == "behind":
        _write_head(site_folder, policy, ledger.records[-1], step)
    return ledger


def _write_head(site_folder: Path, policy: str, record: Record, step: Step) -> None:
    heads = {**read_heads(site_folder), policy: Head(record.number, record.digest)}
    replace(site_folder / HEADS_NAME, heads_as_bytes(heads), step)
