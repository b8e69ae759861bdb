"""Whether a version can be withdrawn, or a text of it redacted, and the act that would be recorded. Writes nothing."""

from dataclasses import dataclass
from datetime import date

from policygen.diagnostics import Bilingual
from policygen.ledger import Ledger, Record, Redaction, Withdrawal, binding, counting, sealed
from policygen.ledger.canonical import digest_of
from policygen.ledger.paths import NoText
from policygen.ledger.redacting import Redacted, redacted
from policygen.ledger.texts import Text, texts_in_file
from policygen.text.dates import date_in_words


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the act cannot be; `near` are texts that may have been meant."""

    message: Bilingual
    near: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRedaction:
    """The act, what becomes of the version's file, and which other versions hold one of its texts too."""

    act: Redaction
    redacted: Redacted
    elsewhere: tuple[int, ...]


def plan_withdrawal(ledger: Ledger, record: Record, reason: str, today: date) -> Withdrawal | Refused:
    """Withdrawing the version on `today`: it must be upcoming, and none may stand on it."""
    n, begun = record.number, binding(record)
    if record.withdrawal is not None:
        return Refused(Bilingual(f"ฉบับที่ {n} ถูกถอนแล้ว", f"version {n} has been withdrawn already"))
    if begun.day <= today:
        thai = f"ฉบับที่ {n} มีผลหรือนับตั้งแต่ {date_in_words(begun.day, 'th')} แล้ว ถอนได้เฉพาะฉบับที่ยังไม่มีผล"
        english = f"version {n} counts since {begun.day}; only a version that has not begun can be withdrawn"
        return Refused(Bilingual(thai, english))
    last = counting(ledger.records)[-1].number
    if last != n:
        thai = f"ฉบับที่ {last} บอกการเปลี่ยนแปลงต่อจากฉบับที่ {n} จึงต้องถอนฉบับที่ {last} ก่อน"
        return Refused(
            Bilingual(thai, f"version {last} tells its changes from version {n}: withdraw version {last} first")
        )
    return _too_early(ledger, today) or sealed(Withdrawal(n, today, reason, ledger.tip or ""))


def plan_redaction(ledger: Ledger, record: Record, path: str, reason: str, today: date) -> PlannedRedaction | Refused:
    """Redacting the text at `path` of the version on `today`."""
    file = ledger.files[record.number - 1]
    try:
        outcome = redacted(file, path)
    except NoText as missing:
        thai = f"ฉบับที่ {record.number} ไม่มีข้อความที่ {path} หรือมีมากเกินไป"
        english = f"version {record.number} has no text at {path}, or far too many"
        return Refused(Bilingual(thai, english), missing.near)
    if any(text in reason for text in outcome.needles):
        return Refused(Bilingual("เหตุผลมีข้อความที่จะปกปิดอยู่", "the reason holds the text that is to be redacted"))
    act = Redaction(
        version=record.number,
        recorded=today,
        reason=reason,
        path=path.strip("/"),
        texts=outcome.texts,
        places=tuple("/".join(text.path) for text in outcome.replaced),
        was=digest_of(file),
        now=digest_of(outcome.file),
        previous=ledger.tip or "",
    )
    return _too_early(ledger, today) or PlannedRedaction(sealed(act), outcome, _elsewhere(ledger, record, outcome))


def _too_early(ledger: Ledger, today: date) -> Refused | None:
    """Records are made in the order of their days."""
    last = ledger.kept[-1]
    if last.entry.recorded <= today:
        return None
    day, name = last.entry.recorded, last.position.name
    return Refused(Bilingual(f"{name} บันทึกเมื่อ {date_in_words(day, 'th')} แล้ว", f"{name} was recorded later, on {day}"))


def _elsewhere(ledger: Ledger, record: Record, outcome: Redacted) -> tuple[int, ...]:
    """The numbers of other versions in which one of the texts stands."""
    return tuple(
        number
        for number, file in enumerate(ledger.files, 1)
        if number != record.number
        and any(needle in text.plain for text in texts_in_file(file) for needle in outcome.needles)
    )
