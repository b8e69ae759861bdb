"""Appending to a ledger, and mending what a killed process left. The only part of the ledger that writes.

A record's file is the commit point. It is staged beside its place, flushed, put there without ever replacing a file,
and the folder flushed; then `heads.json` is replaced in the same way, and before it, where the record is a redaction,
the file of the version that loses a text. Killed at any moment, the ledger holds the old or the new state, and at
worst the head is one record behind and the text is still there, which every reader passes over and the next writer
mends.
"""

from pathlib import Path

from policygen.diagnostics import Diagnostic, has_errors
from policygen.ledger.act import Redaction
from policygen.ledger.canonical import file_of
from policygen.ledger.durable import Step, leftovers, make_folder, no_step, place_new, remove_leftovers, replace
from policygen.ledger.heads import HEADS_NAME, Head, heads_as_bytes, read_heads
from policygen.ledger.lock import LOCK_NAME, site_lock
from policygen.ledger.position import Position
from policygen.ledger.reading import Ledger, leads_away, read_ledger, record_path, version_path, versions_folder
from policygen.ledger.record import Entry, Record
from policygen.ledger.redacting import redacted


class LedgerBroken(Exception):
    """The ledger has errors, so nothing can be appended; `diagnostics` says which."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics[0].message.en)
        self.diagnostics = diagnostics


class LedgerMoved(Exception):
    """Another command has appended a record since the ledger was read."""


def append(site_folder: Path, policy: str, entry: Entry, step: Step = no_step) -> Position:
    """Add the record, which is on disk when this returns, at the position that is given back.

    Raises LedgerMoved where it is not the next one any more, LedgerBroken, LedgerBusy, or OSError.
    """
    with site_lock(site_folder):
        step("locked")
        ledger = _mended(site_folder, policy, step)
        position = next_position(ledger, entry)
        if entry.previous != ledger.tip or position is None:
            raise LedgerMoved(f"{site_folder.name}/{policy}")
        make_folder(versions_folder(site_folder, policy))
        step("folder")
        place_new(record_path(site_folder, policy, position), file_of(entry), step)
        if isinstance(entry, Redaction):
            file = ledger.files[entry.version - 1]
            replace(version_path(site_folder, policy, entry.version), redacted(file, entry.path).file, step)
        _write_head(site_folder, policy, Head(len(ledger.kept) + 1, entry.digest), step)
        return position


def next_position(ledger: Ledger, entry: Entry) -> Position | None:
    """Where the record would stand after the last one; None for a version with another number than the next."""
    last = ledger.kept[-1].position if ledger.kept else Position(0)
    if isinstance(entry, Record):
        return last.next_version if entry.number == last.version + 1 else None
    return last.next_act


def unfinished(site_folder: Path, ledger: Ledger) -> bool:
    """Whether a killed writer left something: a head one record behind, a text to redact, a staged file, its lock."""
    folders = (versions_folder(site_folder, ledger.policy), site_folder)
    left = (site_folder / LOCK_NAME).exists() or any(leftovers(folder) for folder in folders)
    return ledger.head == "behind" or ledger.undone is not None or left


def mend(site_folder: Path, policy: str, step: Step = no_step) -> None:
    """Finish what a killed publish left; raises LedgerBroken, LedgerBusy, or OSError where nothing can be written."""
    with site_lock(site_folder):
        _mended(site_folder, policy, step)


def _mended(site_folder: Path, policy: str, step: Step) -> Ledger:
    """The ledger, sound and with its head; only for who holds the lock."""
    if away := leads_away(site_folder, policy):
        raise LedgerBroken((away,))
    for folder in (versions_folder(site_folder, policy), site_folder):
        remove_leftovers(folder)
    step("cleaned")
    ledger = read_ledger(site_folder, policy)
    if has_errors(ledger.diagnostics):
        raise LedgerBroken(ledger.diagnostics)
    if ledger.undone is not None:
        number = ledger.undone.version
        replace(version_path(site_folder, policy, number), ledger.files[number - 1], step)
    if ledger.head == "behind":
        _write_head(site_folder, policy, Head(len(ledger.kept), ledger.kept[-1].entry.digest), step)
    return ledger


def _write_head(site_folder: Path, policy: str, head: Head, step: Step) -> None:
    replace(site_folder / HEADS_NAME, heads_as_bytes({**read_heads(site_folder), policy: head}), step)
