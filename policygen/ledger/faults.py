"""What can be wrong with a ledger, in words."""

from dataclasses import dataclass

from policygen.diagnostics import Bilingual
from policygen.ledger.heads import Head
from policygen.ledger.position import Position


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the file of a record; `position` None means with `heads.json`."""

    rule: str
    position: Position | None
    message: Bilingual


NO_RECORD = Bilingual(
    "ไฟล์นี้ไม่ใช่ระเบียนตามรูปแบบที่ publish เขียน (อาจถูกตัดหรือถูกแก้ไข)",
    "this is not a record as publish writes it (cut short, or edited)",
)
CHANGED = Bilingual(
    "เนื้อความถูกแก้ไขหลังบันทึก: ค่าแฮชไม่ตรงกับเนื้อความ",
    "it was changed after it was recorded: its digest does not fit its content",
)
REDACTION = Bilingual(
    "เนื้อความไม่ตรงกับบันทึกการปกปิด: ข้อความที่ปกปิดแล้วกลับมา หรือมีการปกปิดที่ไม่ได้บันทึกไว้",
    "it is not what the redactions on record left: a redacted text is back, or one was redacted without a record",
)
MISSING = Bilingual("ไม่มีไฟล์นี้ ทั้งที่มีระเบียนถัดไป", "this file is missing, though later records are there")
NO_FIRST = Bilingual(
    "ฉบับแรกอ้างถึงค่าแฮชของระเบียนก่อนหน้า ทั้งที่ไม่มี", "the first version names a digest before it, but nothing is before it"
)
NOT_CANONICAL = Bilingual(
    "ไฟล์ไม่อยู่ในรูปแบบบัญญัติ (RFC 8785) ตามด้วยการขึ้นบรรทัดใหม่",
    "its bytes are not the canonical form (RFC 8785) and a line feed",
)
EARLIER = Bilingual("วันที่มีผลหรือวันที่บันทึกมาก่อนของระเบียนก่อนหน้า", "it binds, or was recorded, before the one before it")
SAME_DAY = Bilingual("มีสองฉบับที่มีผลในวันเดียวกัน", "two versions have the same effective date")


def unreadable(detail: str) -> Bilingual:
    """A record whose members are not what they should be."""
    return Bilingual(f"อ่านระเบียนนี้ไม่ได้: {detail}", f"this record cannot be read: {detail}")


def misnamed(number: int | None) -> Bilingual:
    """A file that holds version `number`, or an act (None), where its name says something else."""
    if number is None:
        return Bilingual("ไฟล์นี้ไม่ใช่ฉบับตามชื่อไฟล์", "this is an act, not the version it is named for")
    return Bilingual(f"ไฟล์นี้คือฉบับที่ {number} ไม่ตรงกับชื่อไฟล์", f"this is version {number}, not the one it is named for")


def unlinked(before: Position) -> Bilingual:
    """A record that names another digest than that of the record before it."""
    between = before.next_act.name
    return Bilingual(
        f"ไม่ต่อจาก {before.name} ที่มีอยู่: ค่าแฮชที่อ้างถึงไม่ตรงกัน ไฟล์ใดไฟล์หนึ่งถูกแก้ไข หรือ {between} หายไป",
        f"it does not follow {before.name} as it stands: the digest it names is another; one of the two was changed, "
        f"or {between} is missing",
    )


def no_withdrawal(version: int) -> Bilingual:
    """A withdrawal that could not be made."""
    return Bilingual(
        f"ถอนฉบับที่ {version} ในวันนั้นไม่ได้: ไม่มีฉบับนั้น มีผลหรือถูกถอนแล้ว หรือมีฉบับหลังจากนั้น",
        f"version {version} could not be withdrawn on that day: it is not there, had begun or been withdrawn, "
        "or a later one stands on it",
    )


def no_redaction(version: int) -> Bilingual:
    """A redaction of a version that comes later."""
    return Bilingual(f"ก่อนระเบียนนี้ไม่มีฉบับที่ {version}", f"there is no version {version} before it")


def too_few(last: Position, there: int, head: Head) -> Bilingual:
    """The end of the ledger is gone."""
    after = f"{last.next_version.name} / {last.next_act.name}" if last.version else last.next_version.name
    return Bilingual(
        f"นับไว้ {head.count} ระเบียน แต่มี {there}: ขาดระเบียนหลังจากนั้น ({after}) ตัวสุดท้ายมีค่าแฮช {head.digest}",
        f"it counts {head.count} records, but {there} are there: what came next ({after}) is missing, "
        f"up to the digest {head.digest}",
    )


def too_many(there: int, count: int) -> Bilingual:
    """More records than one since the head was written."""
    return Bilingual(f"นับไว้ {count} ระเบียน แต่มี {there}", f"it counts {count} records, but {there} are there")


def other_head(at: Position) -> Bilingual:
    """The head names another digest than the record has."""
    return Bilingual(f"ค่าแฮชที่จดไว้ไม่ใช่ของ {at.name} ที่มีอยู่", f"the digest it names is not that of {at.name} as it stands")
