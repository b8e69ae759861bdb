"""A version without its text, as JSON: one entry of a list of versions."""

from typing import Any

from policygen.ledger.act import Act, act_as_json
from policygen.ledger.record import Record
from policygen.ledger.states import State
from policygen.model.runs_codec import encode_local


def version_as_json(record: Record, state: State) -> dict[str, Any]:
    """Number, dates, state, digest, summary, notice and events; and what was done to it later, where that is any."""
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
        **({"acts": [_act(act) for act in record.acts]} if record.acts else {}),
    }


def _act(act: Act) -> dict[str, Any]:
    """The act's own record, without what only the chain needs."""
    members = ("kind", "recorded", "reason", "path", "texts", "places", "digest")
    whole = act_as_json(act)
    return {name: whole[name] for name in members if name in whole}
