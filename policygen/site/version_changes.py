"""What a version brought, from its record: events by weight, what the controller does, what acts came later.

Shows events and the notice class as they were approved and recorded, and nothing that is computed for the legal team.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from policygen.ledger.act import Act, Redaction
from policygen.ledger.record import Record
from policygen.ledger.states import binding
from policygen.model.document import Run
from policygen.model.event import ChangeEvent, Materiality, NoticeClass, event_from_json
from policygen.site.addresses import Links, changes_page, notice_page, permalink
from policygen.site.change_views import EventGroup, EventLine, VersionChanges
from policygen.site.words import Words

WEIGHTS: tuple[Materiality, ...] = ("material", "minor", "editorial")
# The classes that ask the controller to tell people, and not only to publish.
TOLD: tuple[NoticeClass, ...] = ("consent", "advance")


def events_of(record: Record) -> tuple[ChangeEvent, ...]:
    """The events as they were recorded."""
    return tuple(map(event_from_json, record.events))


def class_of(record: Record) -> NoticeClass | None:
    """The notice class as approved; None where no version came before."""
    found: NoticeClass | None = record.notice["class"] if record.notice else None
    return found


def has_notice(record: Record) -> bool:
    """Whether the version's class asks for a notice to people."""
    return class_of(record) in TOLD


def act_of(record: Record, words: Words) -> str:
    """What the controller does about the version, or nothing where it has no class."""
    notice = class_of(record)
    return words.say("notice", notice) if notice else ""


def acts_told(record: Record, words: Words) -> Iterator[str]:
    """What was done to the version after it was recorded: that it was withdrawn, that words of it were redacted."""
    return (act_told(act, words) for act in record.acts)


def act_told(act: Act, words: Words) -> str:
    """An act as a sentence, with its day and the reason that was given for it."""
    key = "redacted_on" if isinstance(act, Redaction) else "withdrawn_on"
    return words.say("changes", key, date=words.date(act.recorded).text, reason=act.reason)


def event_groups(
    events: Sequence[ChangeEvent], links: Links, words: Words, anchors: Collection[str] = ()
) -> tuple[EventGroup, ...]:
    """The events by weight, the weightiest first; one whose place is among the page's `anchors` leads there."""
    lines: dict[Materiality, list[EventLine]] = {weight: [] for weight in WEIGHTS}
    for event in events:
        line = EventLine(sentence(event, words.locale), _place(event, links, words.locale, anchors))
        lines[event.materiality].append(line)
    return tuple(
        EventGroup(weight, words.say("changes", weight), tuple(lines[weight])) for weight in WEIGHTS if lines[weight]
    )


def sentence(event: ChangeEvent, locale: str) -> str:
    """The event in `locale`, else in another of its languages."""
    return event.message.get(locale) or next(iter(event.message.values()), event.type)


def counts(events: Iterable[ChangeEvent], words: Words) -> tuple[str, ...]:
    """How many events of each weight there are, in words; weights without any are left out."""
    weights = [event.materiality for event in events]
    return tuple(
        words.say("changes", f"{weight}_count", n=weights.count(weight)) for weight in WEIGHTS if weight in weights
    )


def version_changes(
    policy: str, record: Record, links: Links, words: Words, anchors: Collection[str] = ()
) -> VersionChanges:
    """What a version brought, with links to it and to its notice."""
    counts_from = binding(record)
    return VersionChanges(
        label=words.say("version", "label", n=record.number),
        href=links.to(permalink(words.locale, policy, record.number)),
        date_label=words.say("version", counts_from.by),
        date=words.date(counts_from.day),
        summary=words.runs(record.summary) if record.summary else (Run(words.say("history", "first")),),
        act=act_of(record, words),
        groups=event_groups(events_of(record), links, words, anchors),
        notice=links.to(notice_page(words.locale, policy, record.number)) if has_notice(record) else "",
        told=tuple(acts_told(record, words)),
    )


def in_counts(policy: str, record: Record, links: Links, words: Words) -> VersionChanges:
    """What a version brought among many others: its events as numbers, with a link to where they are told."""
    return replace(
        version_changes(policy, record, links, words),
        groups=(),
        counts=counts(events_of(record), words),
        changes=links.to(changes_page(words.locale, policy, record.number)),
    )


def _place(event: ChangeEvent, links: Links, locale: str, anchors: Collection[str]) -> str:
    """Where the event is to be seen: on this page if the part is here, else where the record says."""
    address, _, anchor = event.where.get(locale, "").partition("#")
    if anchor and anchor in anchors:
        return f"#{anchor}"
    if not address:
        return ""
    return links.to(address.lstrip("/")) + (f"#{anchor}" if anchor else "")
