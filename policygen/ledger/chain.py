"""Whether the records of one ledger are what was written, all of it, in order. Works on bytes, not on folders.

`read_chain` makes the quick checks that every reader makes; `examine` those that take a library and more time.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from policygen.diagnostics import Bilingual
from policygen.ledger.canonical import canonical, digest_in, digest_of
from policygen.ledger.heads import Head
from policygen.ledger.record import Record, RecordError, record_from_json
from policygen.ledger.states import binding
from policygen.model.codec import CodecError, decode_edition


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a version's file; `number` None means with `heads.json`."""

    rule: str
    number: int | None
    message: Bilingual


HeadState = Literal["current", "behind", "wrong"]


@dataclass(frozen=True, slots=True)
class Chain:
    """The records up to the first fault, the faults, and how the head stands to the files."""

    records: tuple[Record, ...]
    faults: tuple[Fault, ...]
    head: HeadState


def read_chain(files: Mapping[int, bytes], head: Head | None) -> Chain:
    """The records of the files (by number), with every fault of digest, number, link and head."""
    found = {number: _read(number, files[number]) for number in sorted(files)}
    faults = [fault for fault in found.values() if isinstance(fault, Fault)]
    gaps = list(_gaps(sorted(files)))
    faults += [*gaps, *_broken_links(found, files)]
    digests = [digest_in(files[number]) for number in sorted(files)]
    state, head_faults = ("wrong", ()) if gaps else _compare_head(digests, head)
    first = min((fault.number for fault in faults if fault.number), default=len(files) + 1)
    records = [one for number, one in found.items() if isinstance(one, Record) and number < first]
    return Chain(tuple(records), (*sorted(faults, key=_place), *head_faults), state)


def examine(files: Mapping[int, bytes], records: Sequence[Record]) -> Iterator[Fault]:
    """The slow checks on records that passed the quick ones: canonical bytes, readable editions, order of dates."""
    for record in records:
        yield from _examine_one(record, files[record.number])
    for before, record in pairwise(records):
        if binding(record).day < binding(before).day or record.recorded < before.recorded:
            yield Fault("ledger.dates", record.number, _EARLIER)
    effective = [record.effective for record in records if record.effective]
    if len(set(effective)) < len(effective):
        yield Fault("ledger.dates", records[-1].number, _SAME_DAY)


def _place(fault: Fault) -> tuple[int, str]:
    return fault.number or 0, fault.rule


def _read(number: int, file: bytes) -> Record | Fault:
    digest = digest_in(file)
    if digest is None or not file.endswith(b"}\n"):
        return Fault("ledger.unreadable", number, _NO_RECORD)
    if digest != digest_of(file):
        return Fault("ledger.digest", number, _CHANGED)
    try:
        record = record_from_json(json.loads(file))
    except RecordError as error:
        return Fault("ledger.unreadable", number, _unreadable(str(error)))
    except (ValueError, RecursionError):
        return Fault("ledger.unreadable", number, _NO_RECORD)
    return record if record.number == number else Fault("ledger.number", number, _misnamed(record.number))


def _gaps(numbers: Sequence[int]) -> Iterator[Fault]:
    for before, number in pairwise((0, *numbers)):
        if number != before + 1:
            yield Fault("ledger.missing", before + 1, _MISSING)


def _broken_links(found: Mapping[int, Record | Fault], files: Mapping[int, bytes]) -> Iterator[Fault]:
    for number, record in found.items():
        before = None if number == 1 else digest_in(files.get(number - 1, b""))
        known = number == 1 or before is not None
        if isinstance(record, Record) and known and record.previous != before:
            yield Fault("ledger.link", number, _NO_FIRST if number == 1 else _unlinked(number))


def _compare_head(digests: Sequence[str | None], head: Head | None) -> tuple[HeadState, tuple[Fault, ...]]:
    count = head.count if head else 0
    if count > len(digests):
        return "wrong", (Fault("ledger.head", None, _too_few(len(digests), count)),)
    if count < len(digests) - 1:
        return "wrong", (Fault("ledger.head", None, _too_many(len(digests), count)),)
    if head and digests[count - 1] != head.digest:
        return "wrong", (Fault("ledger.head", None, _other_head(count)),)
    return ("current" if count == len(digests) else "behind"), ()


def _examine_one(record: Record, file: bytes) -> Iterator[Fault]:
    try:
        if canonical(json.loads(file)) + b"\n" != file:
            yield Fault("ledger.canonical", record.number, _NOT_CANONICAL)
        decode_edition({"documents": record.documents, "facts": record.facts})
    except CodecError as error:
        yield Fault("ledger.unreadable", record.number, _unreadable(str(error)))
    except (ValueError, RecursionError):
        yield Fault("ledger.canonical", record.number, _NOT_CANONICAL)


_NO_RECORD = Bilingual(
    "ไฟล์นี้ไม่ใช่ระเบียนตามรูปแบบที่ publish เขียน (อาจถูกตัดหรือถูกแก้ไข)",
    "this is not a record as publish writes it (cut short, or edited)",
)
_CHANGED = Bilingual(
    "เนื้อความถูกแก้ไขหลังบันทึก: ค่าแฮชไม่ตรงกับเนื้อความ",
    "it was changed after it was recorded: its digest does not fit its content",
)
_MISSING = Bilingual("ไม่มีไฟล์นี้ ทั้งที่มีฉบับถัดไป", "this file is missing, though later versions are there")
_NO_FIRST = Bilingual(
    "ฉบับแรกอ้างถึงค่าแฮชของฉบับก่อนหน้า ทั้งที่ไม่มี", "the first version names a digest before it, but nothing is before it"
)
_NOT_CANONICAL = Bilingual(
    "ไฟล์ไม่อยู่ในรูปแบบบัญญัติ (RFC 8785) ตามด้วยการขึ้นบรรทัดใหม่",
    "its bytes are not the canonical form (RFC 8785) and a line feed",
)
_EARLIER = Bilingual("วันที่มีผลหรือวันที่บันทึกมาก่อนของฉบับก่อนหน้า", "it binds, or was recorded, before the version before it")
_SAME_DAY = Bilingual("มีสองฉบับที่มีผลในวันเดียวกัน", "two versions have the same effective date")


def _unreadable(detail: str) -> Bilingual:
    return Bilingual(f"อ่านระเบียนนี้ไม่ได้: {detail}", f"this record cannot be read: {detail}")


def _misnamed(number: int) -> Bilingual:
    return Bilingual(f"ไฟล์นี้คือฉบับที่ {number} ไม่ตรงกับชื่อไฟล์", f"this is version {number}, not the one it is named for")


def _unlinked(number: int) -> Bilingual:
    before = number - 1
    return Bilingual(
        f"ไม่ต่อจากฉบับที่ {before} ที่มีอยู่: ค่าแฮชที่อ้างถึงไม่ตรงกัน ฉบับใดฉบับหนึ่งถูกแก้ไข",
        f"it does not follow version {before} as it stands: the digest it names is another; one of the two was changed",
    )


def _too_few(found: int, count: int) -> Bilingual:
    return Bilingual(
        f"นับไว้ {count} ฉบับ แต่มีไฟล์ {found} ฉบับ: ขาดฉบับที่ {found + 1}",
        f"it counts {count} versions, but {found} are there: version {found + 1} is missing",
    )


def _too_many(found: int, count: int) -> Bilingual:
    return Bilingual(f"นับไว้ {count} ฉบับ แต่มีไฟล์ {found} ฉบับ", f"it counts {count} versions, but {found} are there")


def _other_head(number: int) -> Bilingual:
    return Bilingual(
        f"ค่าแฮชที่จดไว้ไม่ใช่ของฉบับที่ {number} ที่มีอยู่", f"the digest it names is not that of version {number} as it stands"
    )
