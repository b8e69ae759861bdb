"""A change event: one typed fact about what changed between two editions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Materiality = Literal["material", "minor", "editorial"]
NoticeClass = Literal["consent", "advance", "publish", "editorial"]

NOTICE_CLASSES: tuple[NoticeClass, ...] = ("editorial", "publish", "advance", "consent")
"""From the least that a change can ask for to the most."""


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """What changed, as a fact: a type of the closed list, the part that it touches, and a sentence in each language.

    `id` is the entry's or section's id; `section` the section that shows it. `locales` are those whose text changed.
    `old` and `new` are the two values in the form of the sources, None where there is none. `where` has an address
    for each locale, relative to the site's base URL. `reference` names the statute; it is for the legal team, so the
    ledger, which the site publishes, does not keep it.
    """

    type: str
    id: str | None
    section: str | None
    locales: tuple[str, ...]
    old: str | None
    new: str | None
    where: Mapping[str, str] = field(hash=False)
    materiality: Materiality
    message: Mapping[str, str] = field(hash=False)
    reference: str = ""


def event_as_json(event: ChangeEvent) -> dict[str, Any]:
    """The event as the ledger keeps it: every member but `reference`."""
    return {
        "type": event.type,
        "id": event.id,
        "section": event.section,
        "locales": list(event.locales),
        "old": event.old,
        "new": event.new,
        "where": dict(event.where),
        "materiality": event.materiality,
        "message": dict(event.message),
    }


def event_from_json(data: Mapping[str, Any]) -> ChangeEvent:
    """The event that the ledger kept; raises KeyError, TypeError or ValueError where `data` are none."""
    if data["materiality"] not in ("material", "minor", "editorial"):
        raise ValueError(f"unknown materiality {data['materiality']!r:.20}")
    return ChangeEvent(**{**data, "locales": tuple(data["locales"])})
