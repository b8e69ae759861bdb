"""A version without its text, as JSON: one entry of a list of versions."""

from typing import Any

from policygen.ledger.record import Record
from policygen.ledger.states import State
from policygen.model.runs_codec import encode_local


def version_as_json(record: Record, state: State) -> dict[str, Any]:
    """Number, dates, state, digest, summary, notice and events."""
    return {
        "number": record.number,
        "recorded": record.recorded.isoformat(),
        "published": record.published and record.published.isoformat(),
        "effective": record.effective and record.effective.isoformat(),
        "state": state,
        "digest": record.digest,
        "summary": record.summary and encode_local(record.summary),
        "notice": record.notice,
        "events": list(record.events),
    }
