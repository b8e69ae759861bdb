"""A ledger against what is known of it elsewhere: a saved head, a file or a page of the public site.

The chain and the head tell that nothing was changed since the head was written. That the folder is not an older copy
as a whole, only somebody who kept something newer can tell. Works on bytes; knows nothing of addresses.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policygen.diagnostics import Bilingual
from policygen.ledger.act import Redaction, is_act
from policygen.ledger.canonical import digest_in, digest_of
from policygen.ledger.chain import Kept
from policygen.ledger.faults import Fault
from policygen.ledger.paths import NoText
from policygen.ledger.placeholders import marks_in
from policygen.ledger.position import Position
from policygen.ledger.record import Record
from policygen.ledger.redacting import redacted

_DIGEST = re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])")


class NothingKnown(ValueError):
    """The file says nothing of any ledger."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version and its digest; `file` is its record, where that is known."""

    number: int
    digest: str
    file: bytes | None = None


@dataclass(frozen=True, slots=True)
class Tip:
    """How many records there were, and the digest of the last."""

    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A digest of some record, or of a redacted text."""

    digest: str


Known = Version | Tip | Mention


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a file elsewhere knows of one ledger. `site` and `policy` are empty where it does not say which."""

    site: str
    policy: str
    known: tuple[Known, ...]


def read_elsewhere(file: bytes) -> tuple[Elsewhere, ...]:
    """What the file knows, for each ledger that it tells of; raises NothingKnown."""
    try:
        data = json.loads(file)
    except (ValueError, RecursionError):
        return (_of_page(file.decode("utf-8", "replace")),)
    try:
        return tuple(_of_json(data, file))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NothingKnown from error


def compare(kept: tuple[Kept, ...], elsewhere: Elsewhere) -> Iterator[Fault]:
    """What the ledger lacks, or has otherwise."""
    for known in elsewhere.known:
        match known:
            case Version():
                yield from _compare_version(kept, known)
            case Tip():
                yield from _compare_tip(kept, known)
            case Mention():
                if known.digest not in _digests(kept):
                    last = kept[-1].position if kept else Position(0)
                    yield Fault("ledger.rolled-back", last.next_version, _no_such(known.digest))


def _of_page(text: str) -> Elsewhere:
    """The digests that stand in a page, such as the history of a policy."""
    digests = dict.fromkeys(_DIGEST.findall(text))
    if not digests:
        raise NothingKnown
    return Elsewhere("", "", tuple(map(Mention, digests)))


def _of_json(data: Any, file: bytes) -> Iterator[Elsewhere]:
    """By the members: a list of versions, a version's record, an act, the version in force, or heads."""
    if "versions" in data:
        versions = [Version(_number(one["number"]), _digest(one["digest"])) for one in data["versions"]]
        acts = [Mention(_digest(act["digest"])) for one in data["versions"] for act in one.get("acts", ())]
        yield Elsewhere(data["site"], data["policy"], (*versions, *acts))
    elif "previous" in data:
        digest = _digest(data["digest"])
        yield Elsewhere("", "", (Mention(digest) if is_act(data) else Version(_number(data["number"]), digest, file),))
    elif "digest" in data:
        known = () if data["digest"] is None else (Version(_number(data["number"]), _digest(data["digest"])),)
        yield Elsewhere("", "", known)
    else:
        for policy, head in data.items():
            yield Elsewhere("", policy, (Tip(_number(head["count"]), _digest(head["digest"])),))


def _number(data: Any) -> int:
    if not isinstance(data, int) or isinstance(data, bool) or data < 1:
        raise TypeError("no number")
    return data


def _digest(data: Any) -> str:
    if not isinstance(data, str) or not _DIGEST.fullmatch(data):
        raise TypeError("no digest")
    return data


def _compare_version(kept: tuple[Kept, ...], known: Version) -> Iterator[Fault]:
    at = Position(known.number)
    own = next((one for one in kept if one.position == at), None)
    if own is None:
        yield Fault("ledger.rolled-back", at, _gone(known.number, known.digest))
    elif own.entry.digest != known.digest:
        yield Fault("ledger.other", at, _other(known.digest))
    elif known.file is not None and known.file != own.file:
        yield from _compare_files(own, known.file)


def _compare_files(own: Kept, file: bytes) -> Iterator[Fault]:
    """Two files of one version: only what was redacted may differ."""
    assert isinstance(own.entry, Record)
    if digest_of(file) == digest_in(file):
        if _redacted_from(file, own.entry) != own.file:
            yield Fault("ledger.redaction", own.position, _MORE_THAN_REDACTED)
    elif marks_in(file) - marks_in(own.file):
        yield Fault("ledger.rolled-back", own.position, _NOT_REDACTED)
    else:
        yield Fault("ledger.other", own.position, _ONE_CHANGED)


def _redacted_from(original: bytes, record: Record) -> bytes | None:
    """The original without what the version's redactions name."""
    try:
        for act in record.acts:
            if isinstance(act, Redaction):
                original = redacted(original, act.path).file
    except NoText:
        return None
    return original


def _compare_tip(kept: tuple[Kept, ...], known: Tip) -> Iterator[Fault]:
    if known.count > len(kept):
        last = kept[-1].position if kept else Position(0)
        yield Fault("ledger.rolled-back", last.next_version, _too_old(known, len(kept)))
    elif kept[known.count - 1].entry.digest != known.digest:
        yield Fault("ledger.other", kept[known.count - 1].position, _other(known.digest))


def _digests(kept: tuple[Kept, ...]) -> Mapping[str, None]:
    """The digests of all records and of all redacted texts."""
    acts = [one.entry for one in kept if isinstance(one.entry, Redaction)]
    return dict.fromkeys([*(one.entry.digest for one in kept), *(text for act in acts for text in act.texts)])


def _gone(number: int, digest: str) -> Bilingual:
    return Bilingual(
        f"ที่อื่นมีฉบับที่ {number} (ค่าแฮช {digest}) แต่ที่นี่ไม่มี: บัญชีนี้เป็นสำเนาที่เก่ากว่า",
        f"version {number} ({digest}) is there and not here: this ledger is an older copy",
    )


def _too_old(known: Tip, there: int) -> Bilingual:
    return Bilingual(
        f"ที่อื่นมี {known.count} ระเบียน (ตัวสุดท้าย {known.digest}) ที่นี่มี {there}: บัญชีนี้เป็นสำเนาที่เก่ากว่า",
        f"there are {known.count} records there, the last is {known.digest}, and {there} here: "
        "this ledger is an older copy",
    )


def _no_such(digest: str) -> Bilingual:
    return Bilingual(
        f"ที่อื่นมีระเบียนหรือการปกปิด {digest} แต่ที่นี่ไม่มี: บัญชีนี้เก่ากว่าหรือเป็นบัญชีอื่น",
        f"a record or redaction {digest} is there and not here: this ledger is an older copy, or another",
    )


def _other(digest: str) -> Bilingual:
    return Bilingual(f"ที่อื่นระเบียนนี้มีค่าแฮช {digest}", f"there this record has the digest {digest}")


_MORE_THAN_REDACTED = Bilingual(
    "ต่างจากต้นฉบับที่อื่นมากกว่าที่บันทึกการปกปิดระบุ", "it differs from the original there by more than the redactions on record"
)
_NOT_REDACTED = Bilingual(
    "ที่อื่นปกปิดข้อความในฉบับนี้แล้ว แต่ที่นี่ยังไม่มีบันทึก: บัญชีนี้เป็นสำเนาที่เก่ากว่า",
    "a text of it is redacted there, and no redaction is on record here: this ledger is an older copy",
)
_ONE_CHANGED = Bilingual(
    "ไฟล์ทั้งสองต่างกันโดยไม่ใช่เพราะการปกปิด: ไฟล์ใดไฟล์หนึ่งถูกแก้ไข",
    "the two differ, and not by a redaction: one of them was changed",
)
