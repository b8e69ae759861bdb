"""A record of the ledger: one version, frozen. Its members are the contract's and no others.

Knows the JSON of a record, but neither its canonical bytes nor where it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from policygen.ledger.act import Act, Withdrawal, act_from_json, is_act
from policygen.model.codec import FORMAT, Json, decode_edition, encode_edition
from policygen.model.edition import Edition
from policygen.model.event import ChangeEvent, NoticeClass, event_as_json, event_from_json
from policygen.model.facts import LocalText
from policygen.model.identity import ById
from policygen.model.policy import StatedDate
from policygen.model.runs_codec import decode_local, encode_local


class RecordError(ValueError):
    """The JSON is not a record in a format that this program reads."""


@dataclass(frozen=True, slots=True)
class Record:
    """One version as the ledger keeps it.

    `documents` and `facts` are the edition as JSON; `editions_of` reads them. `notice` is `{"class", "reason"}`, as
    approved, and `events` are `model.event`'s JSON; both are empty where no earlier version counts. `previous` is the
    digest of the record before, None for the first; `digest` is the SHA-256, in hexadecimal, of the canonical form of
    all other members. `acts` are no member: they stand in records of their own, after this one.
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
    acts: tuple[Act, ...] = ()

    @property
    def withdrawal(self) -> Withdrawal | None:
        """The act that withdrew it, or None."""
        return next((act for act in self.acts if isinstance(act, Withdrawal)), None)

    @property
    def stamp(self) -> str:
        """Tells whether it, or an act on it, is another: what pages that show it depend on."""
        return " ".join((self.digest, *(act.digest for act in self.acts)))


Entry = Record | Act
"""Any record of the ledger."""

_MEMBERS = frozenset(field.name for field in fields(Record)) - {"acts"}
# The ledger is public: the statutes are for the legal team, so `reference` is no member.
_EVENT_MEMBERS = frozenset(field.name for field in fields(ChangeEvent)) - {"reference"}


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


def entry_from_json(data: Any) -> Entry:
    """The version's record or the act that a JSON value is; raises RecordError where it is neither."""
    if not isinstance(data, dict) or not is_act(data):
        return record_from_json(data)
    try:
        return act_from_json(data)
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(f"a member is not what it should be: {error!s:.80}") from error


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
    stated, number = data["stated"], _whole_number(data["number"])
    notice, events = _notice(data["notice"]), tuple(_event(event) for event in data["events"])
    if events and (number == 1 or notice is None):
        raise ValueError("events without a version before, or without a notice class")
    return Record(
        format=FORMAT,
        number=number,
        recorded=date.fromisoformat(data["recorded"]),
        published=_day(data["published"]),
        effective=_day(data["effective"]),
        stated=stated and StatedDate(date.fromisoformat(stated["date"]), decode_local(stated["words"], locales)),
        summary=data["summary"] and decode_local(data["summary"], locales),
        notice=notice,
        events=events,
        documents=data["documents"],
        facts=data["facts"],
        previous=data["previous"],
        digest=data["digest"],
    )


def _notice(data: Any) -> Json | None:
    if data is None:
        return None
    reason = data["reason"]
    if data.keys() != {"class", "reason"} or data["class"] not in get_args(NoticeClass):
        raise ValueError(f"not a notice class: {data!r:.60}")
    if reason is not None and (not isinstance(reason, str) or not reason):
        raise TypeError(f"not a reason: {reason!r:.60}")
    return dict(data)


def _event(data: Any) -> Json:
    """The event as it stands; raises where it is none."""
    texts = (data["type"], *data["locales"], *data["where"].values(), *data["message"].values())
    named = (data["id"], data["section"], data["old"], data["new"])
    if data.keys() != _EVENT_MEMBERS or not all(isinstance(text, str) for text in texts):
        raise TypeError(f"not an event: {data!r:.60}")
    if not all(text is None or isinstance(text, str) for text in named):
        raise TypeError(f"not an event: {data!r:.60}")
    return event_as_json(event_from_json(data))


def _day(data: str | None) -> date | None:
    return None if data is None else date.fromisoformat(data)


def _whole_number(data: Any) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise TypeError(f"{data!r:.20} is not a number of a version")
    return data


def unsealed(
    edition: Edition,
    *,
    number: int,
    previous: str | None,
    recorded: date,
    published: date | None = None,
    effective: date | None = None,
    stated: StatedDate | None = None,
    summary: LocalText | None = None,
    notice: Json | None = None,
    events: tuple[ChangeEvent, ...] = (),
) -> Record:
    """The record of version `number`, whose `previous` record has that digest; still without its own digest."""
    encoded = encode_edition(edition)
    return Record(
        format=FORMAT,
        number=number,
        recorded=recorded,
        published=published,
        effective=effective,
        stated=stated,
        summary=summary,
        notice=notice,
        events=tuple(event_as_json(event) for event in events),
        documents=encoded["documents"],
        facts=encoded["facts"],
        previous=previous,
        digest="",
    )


def editions_of(records: tuple[Record, ...]) -> tuple[Edition, ...]:
    """The edition of each record; what two neighbours say alike is one object. Raises CodecError."""
    return _editions_of(ById(records))


@lru_cache(maxsize=16)
def _editions_of(records: ById[Record]) -> tuple[Edition, ...]:
    editions: list[Edition] = []
    before: Json | None = None
    for record in records.values:
        data = {"documents": record.documents, "facts": record.facts}
        editions.append(decode_edition(data, before, editions[-1] if editions else None))
        before = data
    return tuple(editions)


def repeats(record: Record, edition: Edition, stated: StatedDate | None) -> bool:
    """Whether the edition, with the date that it says of itself, says what the record says already."""
    return encode_edition(edition) == {"documents": record.documents, "facts": record.facts} and stated == record.stated
