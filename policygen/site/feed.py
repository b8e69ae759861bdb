"""The Atom feed of a policy's versions in one language (RFC 4287).

It tells nothing of today: a version's entry is the same before and after it comes into force.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from html import escape
from zoneinfo import ZoneInfo

from policygen.ledger.record import Record
from policygen.site.addresses import feed, permalink, policy_home
from policygen.site.chrome import Setting
from policygen.site.files import RawFile
from policygen.site.history import PolicyHistory, title_of
from policygen.site.version_line import known_dates
from policygen.site.words import Words, words_of


def feeds(setting: Setting, history: PolicyHistory) -> Iterator[RawFile]:
    """A feed for each language; none where nothing is published, or where the site has no address to identify it."""
    if setting.base_url is None or not history.records:
        return
    inputs = (("versions", history.records[-1].digest), ("settings", setting.digest))
    for locale in setting.site.locales:
        make = partial(_feed, setting, setting.base_url, history, locale)
        yield RawFile(feed(locale, history.policy), inputs, make)


def _feed(setting: Setting, base_url: str, history: PolicyHistory, locale: str) -> bytes:
    words, policy = words_of(locale), history.policy
    own, page = base_url + feed(locale, policy), base_url + policy_home(locale, policy)
    title = words.say("feed", "title", title=title_of(history.records[-1], locale))
    updated = max(_published(record) for record in history.records)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(locale)}">',
        f"  <id>{escape(own)}</id>",
        f"  <title>{escape(title)}</title>",
        f"  <subtitle>{escape(setting.name(locale))}</subtitle>",
        f"  <updated>{_moment(updated, setting)}</updated>",
        f"  <author><name>{escape(setting.controller(locale))}</name></author>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'  <link rel="alternate" type="text/html" hreflang="{escape(locale)}" href="{escape(page)}"/>',
    ]
    for record in reversed(history.records):
        lines += _entry(setting, base_url + permalink(locale, policy, record.number), record, words)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(setting: Setting, address: str, record: Record, words: Words) -> Iterator[str]:
    title = words.say("feed", "entry", title=title_of(record, words.locale), n=record.number)
    moment = _moment(_published(record), setting)
    yield "  <entry>"
    yield f"    <id>{escape(address)}</id>"
    yield f"    <title>{escape(title)}</title>"
    yield f"    <published>{moment}</published>"
    yield f"    <updated>{moment}</updated>"
    yield f'    <link rel="alternate" type="text/html" hreflang="{escape(words.locale)}" href="{escape(address)}"/>'
    yield f'    <summary type="text">{escape(_summary(record, words))}</summary>'
    yield "  </entry>"


def _summary(record: Record, words: Words) -> str:
    """When the version takes effect (or which other date it goes by), and what changed."""
    dates = [f"{label} {day.text}" for label, day in known_dates(record, words)]
    changed = [words.text(record.summary)] if record.summary else []
    return " · ".join([dates[0], *changed])


def _published(record: Record) -> date:
    """The day on which readers could know of it: never in the future of its recording, unless it says so itself."""
    return record.published or record.recorded


def _moment(day: date, setting: Setting) -> str:
    """The day's beginning in the site's timezone, with its offset from UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(setting.site.timezone)).isoformat()
