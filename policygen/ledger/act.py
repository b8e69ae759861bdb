"""An act: a record of the ledger that is no version. It withdraws one, or redacts a text of one.

Knows the JSON of acts, but neither their canonical bytes nor where they are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

ACT_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An upcoming version never binds. `previous` and `digest` are as in a version's record."""

    version: int
    recorded: date
    reason: str
    previous: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Redaction:
    """A text of a version was replaced by its digest.

    `path` is what was asked for, `texts` the SHA-256 of each text that was replaced, `places` the paths at which one
    stood. `was` and `now` are the digests of the version's content before and after.
    """

    version: int
    recorded: date
    reason: str
    path: str
    texts: tuple[str, ...]
    places: tuple[str, ...]
    was: str
    now: str
    previous: str
    digest: str = ""


Act = Withdrawal | Redaction
_MEMBERS = {"digest", "format", "kind", "previous", "reason", "recorded", "version"}
_MEMBERS_OF = {"withdraw": _MEMBERS, "redact": _MEMBERS | {"now", "path", "places", "texts", "was"}}


def is_act(data: Mapping[str, Any]) -> bool:
    """Whether the JSON of a record is an act's; a version has no `kind`."""
    return "kind" in data


def act_as_json(act: Act) -> dict[str, Any]:
    """The act as a JSON object. `"digest"` sorts first among its members, as in a version's record."""
    data: dict[str, Any] = {
        "format": ACT_FORMAT,
        "version": act.version,
        "recorded": act.recorded.isoformat(),
        "reason": act.reason,
        "previous": act.previous,
        "digest": act.digest,
    }
    match act:
        case Withdrawal():
            return {**data, "kind": "withdraw"}
        case Redaction():
            texts = {"path": act.path, "texts": list(act.texts), "places": list(act.places)}
            return {**data, "kind": "redact", **texts, "was": act.was, "now": act.now}
        case _:
            assert_never(act)


def act_from_json(data: Mapping[str, Any]) -> Act:
    """The act that a JSON object is; raises ValueError or TypeError where it is none that this program reads."""
    if data.get("format") != ACT_FORMAT or isinstance(data["format"], bool):
        raise ValueError(f"format {data.get('format')!r:.20} of an act is not known to this program")
    kind = data["kind"]
    if kind not in _MEMBERS_OF or data.keys() != _MEMBERS_OF[kind]:
        raise ValueError("its members are not those of an act")
    version = data["version"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise TypeError(f"{version!r:.20} is not a number of a version")
    recorded = date.fromisoformat(data["recorded"])
    reason, previous, digest = (_text(data[name]) for name in ("reason", "previous", "digest"))
    if kind == "withdraw":
        return Withdrawal(version, recorded, reason, previous, digest)
    path, was, now = (_text(data[name]) for name in ("path", "was", "now"))
    texts, places = (_texts(data[name]) for name in ("texts", "places"))
    return Redaction(version, recorded, reason, path, texts, places, was, now, previous, digest)


def _text(data: Any) -> str:
    if not isinstance(data, str) or not data:
        raise TypeError(f"not a text: {data!r:.60}")
    return data


def _texts(data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or not data:
        raise TypeError(f"not a list of texts: {data!r:.60}")
    return tuple(_text(one) for one in data)
