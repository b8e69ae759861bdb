"""The version line: which version this is, its state, the dates that are known, and where its history is."""

from collections.abc import Iterator
from dataclasses import replace

from policygen.ledger.record import Record
from policygen.ledger.states import State, binding
from policygen.site.addresses import Links, history_page, permalink
from policygen.site.body import Reading
from policygen.site.views import DateWords, VersionLine
from policygen.site.words import Words


def version_line(policy: str, record: Record, state: State, links: Links, words: Words) -> VersionLine:
    """The line of a published version."""
    counts = binding(record)
    return VersionLine(
        number=record.number,
        label=words.say("version", "label", n=record.number),
        state=state,
        state_label=words.say("state", state),
        date_label=words.say("version", counts.by),
        history=links.to(history_page(words.locale, policy)),
        permalink=links.to(permalink(words.locale, policy, record.number)),
        date=words.date(counts.day),
        undated="" if counts.by == "effective" else words.say("version", "undated"),
        stated=(record.stated.words.runs(words.locale) or ()) if record.stated else (),
    )


def draft_line(words: Words) -> VersionLine:
    """The line of the draft."""
    label = words.say("version", "draft")
    return VersionLine(0, label, "draft", words.say("state", "draft"), "", "", "")


def with_translation(line: VersionLine, words: Words, reading: Reading) -> VersionLine:
    """The line, in `words`, of a page with a translated document: when it was translated, and which text prevails."""
    document, authoritative = reading.document, reading.facts.authoritative
    if document.locale == authoritative:
        return line
    day = document.translated
    return replace(
        line,
        translated=words.date(day) if day else None,
        translated_label=words.say("version", "translated") if day else "",
        prevails=words.say("version", "prevails", language=words.language(authoritative)),
    )


def known_dates(record: Record, words: Words) -> Iterator[tuple[str, DateWords]]:
    """All dates of the version that are known, each with its label."""
    for kind, day in (
        ("effective", record.effective),
        ("published", record.published),
        ("recorded", record.recorded),
    ):
        if day is not None:
            yield words.say("version", kind), words.date(day)
