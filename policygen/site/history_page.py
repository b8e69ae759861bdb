"""The history of a policy as a timeline, the newest version first."""

from collections.abc import Iterator
from functools import partial

from policygen.ledger.record import Record
from policygen.model.document import Run
from policygen.site.addresses import Links, changes_page, feed, history_page, notice_page, policy_home, record_json
from policygen.site.chrome import Setting, chrome
from policygen.site.files import Page, PlannedPage
from policygen.site.history import PolicyHistory
from policygen.site.spots import Spot, open_spot
from policygen.site.version_changes import act_of, acts_told, counts, events_of, has_notice
from policygen.site.version_line import known_dates, version_line
from policygen.site.views import HistoryEntry, HistoryPage, Link
from policygen.site.words import Words, words_of


def history_pages(setting: Setting, history: PolicyHistory) -> Iterator[PlannedPage]:
    """The history in each language; a policy without versions has none."""
    if not history.records:
        return
    tongues = tuple((locale, history_page(locale, history.policy)) for locale in setting.site.locales)
    for locale, address in tongues:
        spot = setting.placed(open_spot(address, locale, tongues, setting.site.locales))
        inputs = (("versions", _fingerprint(history)), ("settings", setting.digest))
        yield PlannedPage(spot, Page(spot.path, "history.html", inputs, partial(_view, setting, spot, history)))


def _fingerprint(history: PolicyHistory) -> str:
    """Tells whether there are other versions, acts or states."""
    states = " ".join(history.state_of[record.number] for record in history.records)
    return f"{history.stamp} {states}"


def _view(setting: Setting, spot: Spot, history: PolicyHistory) -> HistoryPage:
    words, links = words_of(spot.locale), setting.links(spot)
    policy = history.title(spot.locale)
    title = words.say("history", "title", title=policy)
    description = words.say("history", "description", title=policy)
    return HistoryPage(
        chrome(setting, spot, title, description, feed=feed(spot.locale, history.policy)),
        Link(links.to(policy_home(spot.locale, history.policy)), policy),
        tuple(_entry(history, record, links, words) for record in reversed(history.records)),
    )


def _entry(history: PolicyHistory, record: Record, links: Links, words: Words) -> HistoryEntry:
    return HistoryEntry(
        version=version_line(history.policy, record, history.state_of[record.number], links, words),
        dates=tuple(known_dates(record, words)),
        summary=words.runs(record.summary) if record.summary else (Run(words.say("history", "first")),),
        digest=record.digest,
        record=links.to(record_json(history.policy, record.number)),
        act=act_of(record, words),
        counts=counts(events_of(record), words),
        links=tuple(_links(history, record, links, words)),
        told=tuple(acts_told(record, words)),
    )


def _links(history: PolicyHistory, record: Record, links: Links, words: Words) -> Iterator[Link]:
    """What the version changed, and what people were told of it."""
    policy, number = history.policy, record.number
    if history.before(record) and words.locale in record.documents:
        yield Link(links.to(changes_page(words.locale, policy, number)), words.say("changes", "see"))
    if has_notice(record) and words.locale in record.documents:
        yield Link(links.to(notice_page(words.locale, policy, number)), words.say("notice", "link"))
