"""The notice of a version to people, as a page and as plain text for a mail: what changes, when, what they can do.

Made from the version's record and facts alone, so it stays as it is whatever comes later; worded so that it is true
before the version takes effect and after.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from policygen.ledger.record import Record
from policygen.model.facts import Controller, Facts, LocalText, NotStated, Right
from policygen.site.addresses import Links, changes_page, feed, notice_page, notice_text, permalink, policy_home
from policygen.site.body import Reading
from policygen.site.change_views import Notice, NoticePage, NoticeWay, NoticeWays
from policygen.site.chrome import Setting, chrome
from policygen.site.files import Inputs, Page, PlannedPage, RawFile
from policygen.site.history import PolicyHistory, title_of
from policygen.site.spots import Spot, closed_spot
from policygen.site.version_changes import act_of, acts_told, class_of, event_groups, events_of, has_notice
from policygen.site.views import Banner, Link
from policygen.site.words import Words, name_in, words_of
from policygen.text.durations import duration_in_words

# Rights by which people answer a change; all of them are a link away.
_ANSWERS = ("withdraw-consent", "objection", "erasure", "restriction", "complaint")


def notice_pages(setting: Setting, history: PolicyHistory) -> Iterator[PlannedPage]:
    """A page for each version whose class asks for a notice, in each language that it has."""
    for record in filter(has_notice, history.records):
        locales = _locales(setting, record)
        tongues = tuple((locale, notice_page(locale, history.policy, record.number)) for locale in locales)
        for locale, address in tongues:
            spot = setting.placed(closed_spot(address, locale, tongues, "noindex, follow"))
            view = partial(_view, setting, spot, history, record)
            yield PlannedPage(spot, Page(spot.path, "notice.html", _inputs(setting, history, record), view))


def notice_texts(setting: Setting, history: PolicyHistory) -> Iterator[RawFile]:
    """The same as plain text."""
    for record in filter(has_notice, history.records):
        for locale in _locales(setting, record):
            address = notice_text(locale, history.policy, record.number)
            yield RawFile(address, _inputs(setting, history, record), partial(_text, setting, history, record, locale))


def _locales(setting: Setting, record: Record) -> tuple[str, ...]:
    return tuple(locale for locale in setting.site.locales if locale in record.documents)


def _inputs(setting: Setting, history: PolicyHistory, record: Record) -> Inputs:
    compared = "compared" if history.before(record) else "alone"
    return ("version", record.stamp), ("redline", compared), ("settings", setting.digest)


def _view(setting: Setting, spot: Spot, history: PolicyHistory, record: Record) -> NoticePage:
    words, links = words_of(spot.locale), setting.links(spot)
    title = title_of(record, words.locale)
    heading = words.say("notice", "title", title=title)
    around = chrome(
        setting,
        spot,
        words.say("page", "titled", title=heading, version=words.say("version", "label", n=record.number)),
        words.say("notice", "description", title=title, n=record.number),
        banners=_banners(record, words),
        feed=feed(words.locale, history.policy),
    )
    return NoticePage(
        around,
        Link(links.to(policy_home(words.locale, history.policy)), title),
        _notice(history, record, links, words),
        links.to(notice_text(words.locale, history.policy, record.number)),
        words.catalog["notice"],
    )


def _banners(record: Record, words: Words) -> tuple[Banner, ...]:
    return (Banner("withdrawn", words.say("changes", "withdrawn", n=record.number)),) if record.withdrawal else ()


def _notice(history: PolicyHistory, record: Record, links: Links, words: Words) -> Notice:
    """What the notice says, with its links made as they are needed."""
    reading = history.reading(record.number, words.locale)
    assert reading is not None
    say, facts, title = partial(words.say, "notice"), reading.facts, title_of(record, words.locale)
    name = name_in(facts.controller.name, words.locale, facts.authoritative)
    events = [event for event in events_of(record) if event.materiality == "material"]
    here = links.to(permalink(words.locale, history.policy, record.number))
    more = [Link(here, say("full_text", n=record.number))]
    if history.before(record):
        more.append(Link(links.to(changes_page(words.locale, history.policy, record.number)), say("redline")))
    return Notice(
        say("title", title=title),
        say("opening", title=title, n=record.number, name=name),
        tuple(acts_told(record, words)),
        tuple(_when(record, words)),
        words.runs(record.summary) if record.summary else (),
        event_groups(events, links, words),
        (act_of(record, words), say(f"{class_of(record)}_more")),
        tuple(_ways(record, reading, here, words)),
        tuple(more),
        tuple(_sender(facts.controller, facts, words)),
    )


def _when(record: Record, words: Words) -> Iterator[str]:
    if record.effective:
        yield words.say("notice", "effective", n=record.number, date=words.date(record.effective).text)
        if record.published:
            yield words.say("notice", "published", date=words.date(record.published).text)
    else:
        day = words.date(record.published or record.recorded).text
        yield words.say("notice", "undated", n=record.number, date=day)


# What people can do


def _ways(record: Record, reading: Reading, here: str, words: Words) -> Iterator[NoticeWays]:
    """What the version leaves to people: to decide, to opt out, to use their rights, to ask."""
    say, facts = partial(words.say, "notice"), reading.facts
    refuse = [NoticeWay(say("refuse"))] if class_of(record) == "consent" else []
    yield NoticeWays(say("choose"), (*refuse, NoticeWay(say("stop"))))
    places = dict(facts.places)
    for title, ways in (
        (say("opt_out"), tuple(_opt_outs(facts, words))),
        (say("rights"), tuple(_rights(facts, places, here, words))),
        (say("contact"), tuple(_channels(facts, words))),
    ):
        if ways:
            yield NoticeWays(title, ways)


def _opt_outs(facts: Facts, words: Words) -> Iterator[NoticeWay]:
    for tool in facts.tools:
        if not isinstance(tool.opt_out, NotStated):
            yield NoticeWay(words.text(tool.name), href=tool.opt_out)


def _rights(facts: Facts, places: dict[str, str], here: str, words: Words) -> Iterator[NoticeWay]:
    """The rights by which people answer a change, each led to where the policy tells it."""
    for right in sorted(facts.rights, key=_order):
        if right.right in _ANSWERS:
            place = places.get(f"right-{right.id}")
            yield NoticeWay(words.say("right", right.right), _how(right, words), f"{here}#{place}" if place else here)


def _order(right: Right) -> int:
    return _ANSWERS.index(right.right) if right.right in _ANSWERS else len(_ANSWERS)


def _how(right: Right, words: Words) -> str:
    """How the right is used and within which time it is answered, as far as the policy states it."""
    how = "" if isinstance(right.how, NotStated) else right.how.plain(words.locale) or ""
    if isinstance(right.time_limit, NotStated):
        return how
    limit = duration_in_words(right.time_limit, words.locale)
    return words.say("notice", "time_limit", how=how, limit=limit) if how else words.say("notice", "limit", limit=limit)


def _channels(facts: Facts, words: Words) -> Iterator[NoticeWay]:
    for channel in facts.contacts:
        opens = "" if isinstance(channel.opens, NotStated) else channel.opens
        yield NoticeWay(words.text(channel.label), words.text(channel.value), opens)


def _sender(controller: Controller, facts: Facts, words: Words) -> Iterator[str]:
    """Who tells it, and where they are."""
    for fact in (controller.name, controller.address, controller.email, controller.phone):
        if isinstance(fact, LocalText):
            yield name_in(fact, words.locale, facts.authoritative)
        elif not isinstance(fact, NotStated):
            yield fact


# Plain text


def _text(setting: Setting, history: PolicyHistory, record: Record, locale: str) -> bytes:
    """The notice as plain text; without the site's address, links within the site are left out."""
    words = words_of(locale)
    notice = _notice(history, record, Links(setting.base_url or ""), words)
    links = notice.links if setting.base_url else ()
    return ("\n".join(_lines(notice, links, words)) + "\n").encode()


def _lines(notice: Notice, links: Iterable[Link], words: Words) -> Iterator[str]:
    say = partial(words.say, "notice")
    yield from (notice.title, "", notice.opening, *notice.told)
    yield from _section(say("when"), notice.when)
    yield from _section(say("what"), [run for run in ("".join(run.text for run in notice.summary),) if run])
    for group in notice.changes:
        yield from ("", group.title, *(f"- {event.text}" for event in group.events))
    yield from _section(say("act"), notice.act)
    yield from _section(say("can"), ())
    for ways in notice.ways:
        yield from ("", ways.title, *map(_way, ways.ways))
    addresses = [f"{link.text}: {link.href}" for link in links]
    if addresses:
        yield from _section(say("more"), addresses)
    yield from ("", "-- ", *notice.sender)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", title.upper(), "")
    yield from lines


def _way(way: NoticeWay) -> str:
    """One line; of addresses only those of pages: a telephone number is told by the words before it."""
    address = way.href if way.href.startswith(("https:", "http:")) else ""
    return "- " + ": ".join(dict.fromkeys(part for part in (way.name, way.detail, address) if part))
