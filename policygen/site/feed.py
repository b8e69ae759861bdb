"""The Atom feed of a policy's versions in one language (RFC 4287).

It tells nothing of today: a version's entry is the same before and after it comes into force.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from html import escape
from zoneinfo import ZoneInfo

from policygen.ledger.record import Record
from policygen.site.addresses import Links, changes_page, feed, notice_page, permalink, policy_home
from policygen.site.chrome import Setting
from policygen.site.files import RawFile
from policygen.site.history import PolicyHistory, title_of
from policygen.site.version_changes import act_of, acts_told, event_groups, events_of, has_notice
from policygen.site.version_line import known_dates
from policygen.site.words import Words, words_of


def feeds(setting: Setting, history: PolicyHistory) -> Iterator[RawFile]:
    """A feed for each language; none where nothing is published, or where the site has no address to identify it."""
    if setting.base_url is None or not history.records:
        return
    inputs = (("versions", history.stamp), ("settings", setting.digest))
    for locale in setting.site.locales:
        make = partial(_feed, setting, setting.base_url, history, locale)
        yield RawFile(feed(locale, history.policy), inputs, make)


def _feed(setting: Setting, base_url: str, history: PolicyHistory, locale: str) -> bytes:
    words, policy = words_of(locale), history.policy
    own, page = base_url + feed(locale, policy), base_url + policy_home(locale, policy)
    title = words.say("feed", "title", title=title_of(history.records[-1], locale))
    updated = max(_updated(record) for record in history.records)
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
        lines += _entry(setting, history, Links(base_url), record, words)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(setting: Setting, history: PolicyHistory, links: Links, record: Record, words: Words) -> Iterator[str]:
    title = words.say("feed", "entry", title=title_of(record, words.locale), n=record.number)
    address = links.to(permalink(words.locale, history.policy, record.number))
    yield "  <entry>"
    yield f"    <id>{escape(address)}</id>"
    yield f"    <title>{escape(title)}</title>"
    yield f"    <published>{_moment(_published(record), setting)}</published>"
    yield f"    <updated>{_moment(_updated(record), setting)}</updated>"
    yield f'    <link rel="alternate" type="text/html" hreflang="{escape(words.locale)}" href="{escape(address)}"/>'
    yield f'    <summary type="text">{escape(_summary(record, words))}</summary>'
    content = "".join(_content(history, record, links, words))
    if content:
        yield f'    <content type="html">{escape(content)}</content>'
    yield "  </entry>"


def _content(history: PolicyHistory, record: Record, links: Links, words: Words) -> Iterator[str]:
    """What was done to the version since, what the controller does about it, its events, and where to read more."""
    told = [*acts_told(record, words), act_of(record, words)]
    yield from (f"<p>{escape(text)}</p>" for text in told if text)
    for group in event_groups(events_of(record), links, words):
        yield f"<h2>{escape(group.title)}</h2><ul>"
        yield from (f'<li><a href="{escape(one.href)}">{escape(one.text)}</a></li>' for one in group.events)
        yield "</ul>"
    policy, locale = history.policy, words.locale
    if history.before(record) and locale in record.documents:
        href = links.to(changes_page(locale, policy, record.number))
        yield f'<p><a href="{escape(href)}">{escape(words.say("changes", "see"))}</a></p>'
    if has_notice(record) and locale in record.documents:
        href = links.to(notice_page(locale, policy, record.number))
        yield f'<p><a href="{escape(href)}">{escape(words.say("notice", "link"))}</a></p>'


def _summary(record: Record, words: Words) -> str:
    """When the version takes effect (or which other date it goes by), and what changed."""
    dates = [f"{label} {day.text}" for label, day in known_dates(record, words)]
    changed = [words.text(record.summary)] if record.summary else []
    return " · ".join([dates[0], *changed])


def _published(record: Record) -> date:
    """The day on which readers could know of it: never in the future of its recording, unless it says so itself."""
    return record.published or record.recorded


def _updated(record: Record) -> date:
    """The day on which it was published, or on which the last act on it was recorded."""
    return max([_published(record), *(act.recorded for act in record.acts)])


def _moment(day: date, setting: Setting) -> str:
    """The day's beginning in the site's timezone, with its offset from UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(setting.site.timezone)).isoformat()
