"""Whether the records of one ledger are what was written, all of it, in order. Works on bytes, not on folders.

`read_chain` makes the quick checks that every reader makes; `examine` those that take a library and more time.
"""

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from policygen.ledger import faults
from policygen.ledger.act import Act, Redaction, Withdrawal
from policygen.ledger.canonical import canonical, digest_in, digest_of
from policygen.ledger.faults import Fault
from policygen.ledger.heads import Head
from policygen.ledger.paths import NoText
from policygen.ledger.placeholders import marks_in, worded
from policygen.ledger.position import Position, missing_before
from policygen.ledger.record import Entry, Record, RecordError, entry_from_json
from policygen.ledger.redacting import redacted
from policygen.ledger.states import binding, counting
from policygen.model.codec import CodecError, decode_edition

HeadState = Literal["current", "behind", "wrong"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it was read: where it stands, its file, and what that says to readers."""

    position: Position
    file: bytes
    entry: Entry


@dataclass(frozen=True, slots=True)
class Chain:
    """The records up to the first fault, the faults, and how the head stands to the files.

    `undone` is the version whose file still has a text that the last record redacts; the file here has it no more.
    """

    kept: tuple[Kept, ...]
    faults: tuple[Fault, ...]
    head: HeadState
    undone: Position | None = None


def read_chain(files: Mapping[Position, bytes], head: Head | None) -> Chain:
    """The records of the files, with every fault of digest, name, link, act and head."""
    order = sorted(files)
    acts = {at: _read(at, files[at]) for at in order if at.act}
    redactions = _redactions(acts)
    finished = _finished(files, order, redactions)
    found = {at: acts[at] if at.act else _read(at, finished[at], redactions.get(at.version, ())) for at in order}
    kept = [Kept(at, finished[at], one) for at, one in found.items() if not isinstance(one, Fault)]
    gaps = [Fault("ledger.missing", at, faults.MISSING) for at in missing_before(order)]
    told = [one for one in found.values() if isinstance(one, Fault)]
    told += [*gaps, *_broken_links(kept, files)]
    told += _impossible_acts(kept, {fault.position for fault in told})
    state, head_faults = ("wrong", ()) if gaps else _compare_head([(at, digest_in(files[at])) for at in order], head)
    first = min((fault.position for fault in told if fault.position), default=None)
    sound = [one for one in kept if first is None or one.position < first]
    undone = next((one.position for one in sound if one.file is not files[one.position]), None)
    return Chain(_with_acts(sound), (*sorted(told, key=_place), *head_faults), state, undone)


def examine(kept: Sequence[Kept]) -> Iterator[Fault]:
    """The slow checks on records that passed the quick ones: canonical bytes, readable editions, order of dates."""
    for one in kept:
        yield from _examine_one(one)
    pairs = list(pairwise(counting([one.entry for one in kept if isinstance(one.entry, Record)])))
    earlier = {later.position for one, later in pairwise(kept) if later.entry.recorded < one.entry.recorded}
    earlier |= {Position(later.number) for one, later in pairs if binding(later).day < binding(one).day}
    same = {Position(later.number) for one, later in pairs if later.effective and later.effective == one.effective}
    yield from (Fault("ledger.dates", at, faults.EARLIER) for at in sorted(earlier))
    yield from (Fault("ledger.dates", at, faults.SAME_DAY) for at in sorted(same))


# One file


def _read(at: Position, file: bytes, redactions: Sequence[Redaction] = ()) -> Entry | Fault:
    digest = digest_in(file)
    if digest is None or not file.endswith(b"}\n"):
        return Fault("ledger.unreadable", at, faults.NO_RECORD)
    wrong = _wrong_content(digest, file, redactions)
    if wrong is not None:
        return Fault(wrong, at, faults.CHANGED if wrong == "ledger.digest" else faults.REDACTION)
    try:
        data = json.loads(file)
        entry = entry_from_json(worded(data, data["facts"]["authoritative"]) if redactions else data)
    except RecordError as error:
        return Fault("ledger.unreadable", at, faults.unreadable(str(error)))
    except (ValueError, RecursionError):
        return Fault("ledger.unreadable", at, faults.NO_RECORD)
    number = entry.number if isinstance(entry, Record) else None
    if number != (None if at.act else at.version):
        return Fault("ledger.number", at, faults.misnamed(number))
    return entry


def _wrong_content(digest: str, file: bytes, redactions: Sequence[Redaction]) -> str | None:
    """The rule that the content of a file breaks, given what was redacted from it."""
    content = digest_of(file)
    contents = (digest, *(one.now for one in redactions))
    if content != contents[-1]:
        return "ledger.redaction" if content in contents else "ledger.digest"
    if [one.was for one in redactions] != list(contents[:-1]):
        return "ledger.redaction"
    marks = marks_in(file)
    allowed = {text for one in redactions for text in one.texts}
    needed = redactions[-1].texts if redactions else ()
    return None if marks <= allowed and marks.issuperset(needed) else "ledger.redaction"


# Redactions


def _redactions(acts: Mapping[Position, Entry | Fault]) -> Mapping[int, list[Redaction]]:
    """The redactions of each version, in order."""
    found: dict[int, list[Redaction]] = {}
    for act in acts.values():
        if isinstance(act, Redaction):
            found.setdefault(act.version, []).append(act)
    return found


def _finished(
    files: Mapping[Position, bytes], order: Sequence[Position], redactions: Mapping[int, Sequence[Redaction]]
) -> Mapping[Position, bytes]:
    """The files, with what the last record redacts really redacted: who wrote it may have been killed before that."""
    last = next((acts[-1] for acts in redactions.values() if digest_in(files[order[-1]]) == acts[-1].digest), None)
    if last is None or Position(last.version) not in files:
        return files
    at = Position(last.version)
    try:
        file = redacted(files[at], last.path).file if digest_of(files[at]) == last.was else b""
    except (NoText, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return files
    return {**files, at: file} if digest_of(file) == last.now else files


# The chain


def _broken_links(kept: Sequence[Kept], files: Mapping[Position, bytes]) -> Iterator[Fault]:
    order = sorted(files)
    before = dict(zip(order, [None, *order], strict=False))
    for one in kept:
        link = before[one.position]
        if link is None and one.position != Position(1):
            continue
        digest = digest_in(files[link]) if link else None
        if (link is None or (digest and _follows(link, one.position))) and one.entry.previous != digest:
            yield Fault("ledger.link", one.position, faults.unlinked(link) if link else faults.NO_FIRST)


def _follows(before: Position, at: Position) -> bool:
    return at in (before.next_act, before.next_version)


def _impossible_acts(kept: Sequence[Kept], broken: Container[Position | None]) -> Iterator[Fault]:
    """Acts on versions that are not there yet, and withdrawals of what had begun or been built upon."""
    records: dict[int, Record] = {}
    for one in kept:
        match one.entry:
            case Record():
                records[one.entry.number] = one.entry
            case Withdrawal(version=version, recorded=day) if Position(version) not in broken:
                record = records.pop(version, None)
                if record is None or binding(record).day <= day or any(number > version for number in records):
                    yield Fault("ledger.act", one.position, faults.no_withdrawal(version))
            case Redaction(version=version):
                if version > one.position.version:
                    yield Fault("ledger.act", one.position, faults.no_redaction(version))


def _with_acts(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The records, each version with the acts on it."""
    acts: dict[int, tuple[Act, ...]] = {}
    for one in kept:
        if not isinstance(one.entry, Record):
            acts[one.entry.version] = (*acts.get(one.entry.version, ()), one.entry)
    if not acts:
        return tuple(kept)
    return tuple(
        replace(one, entry=replace(one.entry, acts=acts.get(one.entry.number, ())))
        if isinstance(one.entry, Record)
        else one
        for one in kept
    )


def _compare_head(
    digests: Sequence[tuple[Position, str | None]], head: Head | None
) -> tuple[HeadState, tuple[Fault, ...]]:
    count, there = head.count if head else 0, len(digests)
    last = digests[-1][0] if digests else Position(0)
    if head and count > there:
        return "wrong", (Fault("ledger.head", None, faults.too_few(last, there, head)),)
    if count < there - 1:
        return "wrong", (Fault("ledger.head", None, faults.too_many(there, count)),)
    if head and digests[count - 1][1] != head.digest:
        return "wrong", (Fault("ledger.head", None, faults.other_head(digests[count - 1][0])),)
    return ("current" if count == there else "behind"), ()


def _place(fault: Fault) -> tuple[Position, str]:
    return fault.position or Position(0), fault.rule


def _examine_one(one: Kept) -> Iterator[Fault]:
    try:
        if canonical(json.loads(one.file)) + b"\n" != one.file:
            yield Fault("ledger.canonical", one.position, faults.NOT_CANONICAL)
        if isinstance(one.entry, Record):
            decode_edition({"documents": one.entry.documents, "facts": one.entry.facts})
    except CodecError as error:
        yield Fault("ledger.unreadable", one.position, faults.unreadable(str(error)))
    except (ValueError, RecursionError):
        yield Fault("ledger.canonical", one.position, faults.NOT_CANONICAL)
