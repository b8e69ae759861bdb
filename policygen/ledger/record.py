"""A record of the ledger: one version, frozen. Its members are the contract's and no others.

Knows the JSON of a record, but neither its canonical bytes nor where it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from policygen.model.codec import FORMAT, Json, decode_edition, encode_edition
from policygen.model.edition import Edition
from policygen.model.facts import LocalText
from policygen.model.policy import StatedDate
from policygen.model.runs_codec import decode_local, encode_local


class RecordError(ValueError):
    """The JSON is not a record in a format that this program reads."""


@dataclass(frozen=True, slots=True)
class Record:
    """One version as the ledger keeps it.

    `documents` and `facts` are the edition as JSON; `editions_of` reads them. `previous` is the digest of the record
    before, None for the first; `digest` is the SHA-256, in hexadecimal, of the canonical form of all other members.
    """

    format: int
    number: int
    recorded: date
    published: date | None
    effective: date | None
    stated: StatedDate | None
    summary: LocalText | None
    notice: Json | None
    events: tuple[Json, ...]
    documents: Json
    facts: Json
    previous: str | None
    digest: str


_MEMBERS = frozenset(field.name for field in fields(Record))


def record_as_json(record: Record) -> dict[str, Any]:
    """The record as a JSON object of exactly the members of the contract."""
    return {
        "format": record.format,
        "number": record.number,
        "recorded": record.recorded.isoformat(),
        "published": record.published and record.published.isoformat(),
        "effective": record.effective and record.effective.isoformat(),
        "stated": record.stated
        and {"date": record.stated.date.isoformat(), "words": encode_local(record.stated.words)},
        "summary": record.summary and encode_local(record.summary),
        "notice": record.notice,
        "events": list(record.events),
        "documents": record.documents,
        "facts": record.facts,
        "previous": record.previous,
        "digest": record.digest,
    }


def record_from_json(data: Any) -> Record:
    """The record that a JSON value is; raises RecordError where it is none that this program reads."""
    if not isinstance(data, dict) or data.keys() != _MEMBERS:
        raise RecordError("its members are not those of a record")
    if data["format"] != FORMAT or isinstance(data["format"], bool):
        raise RecordError(f"format {data['format']!r:.20} is not known to this program")
    try:
        return _read_members(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"a member is not what it should be: {error!s:.80}") from error


def _read_members(data: Mapping[str, Any]) -> Record:
    locales = data["facts"]["locales"]
    stated = data["stated"]
    return Record(
        format=FORMAT,
        number=_whole_number(data["number"]),
        recorded=date.fromisoformat(data["recorded"]),
        published=_day(data["published"]),
        effective=_day(data["effective"]),
        stated=stated and StatedDate(date.fromisoformat(stated["date"]), decode_local(stated["words"], locales)),
        summary=data["summary"] and decode_local(data["summary"], locales),
        notice=data["notice"],
        events=tuple(data["events"]),
        documents=data["documents"],
        facts=data["facts"],
        previous=data["previous"],
        digest=data["digest"],
    )


def _day(data: str | None) -> date | None:
    return None if data is None else date.fromisoformat(data)


def _whole_number(data: Any) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise TypeError(f"{data!r:.20} is not a number of a version")
    return data


def unsealed(
    edition: Edition,
    *,
    after: Record | None,
    recorded: date,
    published: date | None = None,
    effective: date | None = None,
    stated: StatedDate | None = None,
    summary: LocalText | None = None,
) -> Record:
    """The record of the version after `after`, still without its digest."""
    encoded = encode_edition(edition)
    return Record(
        format=FORMAT,
        number=after.number + 1 if after else 1,
        recorded=recorded,
        published=published,
        effective=effective,
        stated=stated,
        summary=summary,
        notice=None,
        events=(),
        documents=encoded["documents"],
        facts=encoded["facts"],
        previous=after.digest if after else None,
        digest="",
    )


def editions_of(records: tuple[Record, ...]) -> tuple[Edition, ...]:
    """The edition of each record; what two neighbours say alike is one object. Raises CodecError."""
    editions: list[Edition] = []
    before: Json | None = None
    for record in records:
        data = {"documents": record.documents, "facts": record.facts}
        editions.append(decode_edition(data, before, editions[-1] if editions else None))
        before = data
    return tuple(editions)
