"""The notice class that events ask for: a floor under what counsel may choose.

Sources: PDPA 21 (a new purpose needs new notice and consent unless the law allows it otherwise), 26 (sensitive data),
28 (transfers abroad), 23 (what people must be told).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygen.diff.events.kinds import KINDS
from policygen.model.event import NOTICE_CLASSES, ChangeEvent, NoticeClass
from policygen.model.facts import DataItem, Facts, NotStated, Purpose, Recipient, Tool

_HOME = "TH"
_ADVANCE = frozenset(
    (
        "lawful-basis-changed",
        "sensitive-basis-changed",
        "retention-lengthened",
        "retention-made-open-ended",
        "right-removed",
        "time-limit-longer",
        "time-limit-removed",
        "recipient-added",
        "tool-added",
        "recipient-in-new-country",
        "tool-in-new-country",
    )
)
_WIDER_PURPOSE = frozenset(
    (
        "purpose-added",
        "purpose-uses-more-data",
        "direct-marketing-began",
        "lawful-basis-changed",
        "sensitive-basis-changed",
    )
)
_SENSITIVE = frozenset(("data-item-added", "data-item-became-sensitive"))
_TRANSFER = frozenset(
    ("tool-added", "recipient-added", "tool-in-new-country", "recipient-in-new-country", "transfer-ground-changed")
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event asks for a class."""

    event: ChangeEvent
    notice: NoticeClass


def notice_floor(events: Iterable[ChangeEvent], new: Facts) -> NoticeClass:
    """The least notice that the events allow, given the facts as they will be."""
    asked = (reason.notice for reason in reasons(events, new))
    return max(asked, key=NOTICE_CLASSES.index, default="editorial")


def reasons(events: Iterable[ChangeEvent], new: Facts) -> tuple[Reason, ...]:
    """What each event asks for."""
    return tuple(Reason(event, _asked(event, new)) for event in events)


def classes_of(type: str) -> tuple[NoticeClass, ...]:
    """The classes that events of a type can ask for, the least first; which one depends on the facts."""
    if KINDS[type].materiality == "editorial":
        return ("editorial",)
    least: NoticeClass = "advance" if type in _ADVANCE or type in _WIDER_PURPOSE else "publish"
    return (least, "consent") if type in _WIDER_PURPOSE | _SENSITIVE | _TRANSFER else (least,)


def _asked(event: ChangeEvent, new: Facts) -> NoticeClass:
    if event.materiality == "editorial":
        return "editorial"
    if _rests_on_consent(event, new):
        return "consent"
    return classes_of(event.type)[0]


def _rests_on_consent(event: ChangeEvent, new: Facts) -> bool:
    """Whether a new or wider purpose, a sensitive item or a transfer rests on consent, or on nothing that is stated."""
    if event.type in _WIDER_PURPOSE:
        purpose = next((purpose for purpose in new.purposes if purpose.id == event.id), None)
        return purpose is not None and (_by_consent(purpose.basis) or _sensitive_by_consent(purpose, new))
    if event.type in _SENSITIVE:
        item = next((item for item in _items(new.data) if item.id == event.id), None)
        return item is not None and _is_sensitive(item) and _item_by_consent(item, new)
    if event.type in _TRANSFER:
        receivers: tuple[Tool | Recipient, ...] = (*new.tools, *new.recipients)
        entry = next((entry for entry in receivers if entry.id == event.id), None)
        return entry is not None and _goes_abroad(entry) and _by_consent(entry.transfer)
    return False


def _by_consent(ground: NotStated | tuple[str, ...]) -> bool:
    return isinstance(ground, NotStated) or "consent" in ground or "explicit-consent" in ground


def _sensitive_by_consent(purpose: Purpose, facts: Facts) -> bool:
    used = () if isinstance(purpose.data, NotStated) else purpose.data
    sensitive = any(_is_sensitive(item) for item in _within(facts.data, used))
    return sensitive and _by_consent(purpose.sensitive_basis)


def _item_by_consent(item: DataItem, facts: Facts) -> bool:
    """Whether some purpose uses the item by consent, or none says on what basis it is used."""
    users = [
        purpose
        for purpose in facts.purposes
        if not isinstance(purpose.data, NotStated) and item in tuple(_within(facts.data, purpose.data))
    ]
    return not users or any(_by_consent(purpose.sensitive_basis) for purpose in users)


def _within(items: Iterable[DataItem], ids: Iterable[str]) -> Iterator[DataItem]:
    """The items of those ids, and all items inside groups of those ids."""
    wanted = set(ids)
    for item in items:
        if item.id in wanted:
            yield from _items((item,))
        else:
            yield from _within(item.items, wanted)


def _items(items: Iterable[DataItem]) -> Iterator[DataItem]:
    for item in items:
        yield item
        yield from _items(item.items)


def _is_sensitive(item: DataItem) -> bool:
    return not isinstance(item.sensitive, NotStated) and item.sensitive != "no"


def _goes_abroad(entry: Tool | Recipient) -> bool:
    return not isinstance(entry.countries, NotStated) and any(country != _HOME for country in entry.countries)
