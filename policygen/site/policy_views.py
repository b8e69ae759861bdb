"""What the pages of one policy show: one document, two side by side, the body alone, or that there is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from policygen.ledger.record import Record
from policygen.model.alignment import align
from policygen.site.addresses import BILINGUAL, changes_from, feed, site_home
from policygen.site.banners import current_banners, draft_banner, permalink_banners
from policygen.site.body import Reading
from policygen.site.chrome import Setting, chrome
from policygen.site.history import DRAFT, PolicyHistory, title_of
from policygen.site.spots import Spot
from policygen.site.version_line import draft_line, version_line, with_translation
from policygen.site.views import (
    Banner,
    BilingualPage,
    Chrome,
    Column,
    FragmentPage,
    LastVisit,
    Link,
    NothingPage,
    PolicyPage,
    Template,
    VersionLine,
)
from policygen.site.words import Words, direction, own_name, words_of

Place = Literal["current", "permalink", "draft"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about: a version, or the draft (`record` None), in a tongue, at one of its addresses."""

    history: PolicyHistory
    tongue: str
    record: Record | None
    place: Place

    @property
    def number(self) -> int:
        """The version's number, or `DRAFT`."""
        return DRAFT if self.record is None else self.record.number

    @property
    def documents(self) -> tuple[str, ...]:
        """The locales in which it is there."""
        if self.record is not None:
            return tuple(self.record.documents)
        return self.history.draft.edition.locales if self.history.draft else ()


def locales_of(setting: Setting, tongue: str) -> tuple[str, ...]:
    """The locale of a tongue; of `bilingual`, the authoritative one and the first other."""
    if tongue != BILINGUAL:
        return (tongue,)
    authoritative = setting.site.authoritative
    return (authoritative, next(one for one in setting.site.locales if one != authoritative))


def is_there(setting: Setting, subject: Subject) -> bool:
    """Whether every document that the page needs is there."""
    return all(locale in subject.documents for locale in locales_of(setting, subject.tongue))


def template_of(setting: Setting, subject: Subject) -> Template:
    """The template of the subject's page."""
    if not is_there(setting, subject):
        return "nothing.html"
    return "bilingual.html" if subject.tongue == BILINGUAL else "policy.html"


def policy_view(setting: Setting, spot: Spot, subject: Subject) -> PolicyPage | BilingualPage | NothingPage:
    """The view of the subject's page."""
    readings = [
        reading
        for locale in locales_of(setting, subject.tongue)
        if (reading := subject.history.reading(subject.number, locale))
    ]
    match readings if is_there(setting, subject) else []:
        case [reading]:
            return _one_language(setting, spot, subject, reading)
        case [left, right]:
            return _two_languages(setting, spot, subject, left, right)
        case _:
            return _untranslated(setting, spot, subject)


def fragment_view(setting: Setting, spot: Spot, subject: Subject) -> FragmentPage:
    """The body of the version that the policy's own address shows."""
    reading = subject.history.reading(subject.number, spot.locale)
    assert reading is not None
    line = with_translation(_line(setting, spot, subject), reading.words, reading)
    return FragmentPage(spot.locale, direction(spot.locale), line, reading.body, reading.words.page)


def none_yet_view(setting: Setting, spot: Spot, history: PolicyHistory) -> NothingPage:
    """A short page: nothing of the policy is published."""
    words = words_of(spot.locale)
    title, text = words.say("nothing", "title"), words.say("nothing", "text")
    return NothingPage(chrome(setting, spot, title, text), title, text, (_home_link(setting, spot, words),))


def _one_language(setting: Setting, spot: Spot, subject: Subject, reading: Reading) -> PolicyPage:
    return PolicyPage(
        _chrome(setting, spot, subject),
        with_translation(_line(setting, spot, subject), reading.words, reading),
        reading.body,
        reading.contents,
        reading.glance,
        reading.flow,
        _last_visit(setting, spot, subject, reading.words),
    )


def _last_visit(setting: Setting, spot: Spot, subject: Subject, words: Words) -> LastVisit | None:
    """What the policy's own page needs to tell what changed since a reader's last visit."""
    history, record = subject.history, subject.record
    if not setting.site.last_visit or subject.place != "current" or record is None or record is not history.in_force:
        return None
    changes = setting.links(spot).to(changes_from(words.locale, history.policy, "{n}"))
    said = {
        key: words.say("visit", key) for key in ("title", "remember", "remembered", "offer", "link", "erase", "erased")
    }
    keeps = words.say("visit", "keeps", n=record.number)
    return LastVisit(f"{setting.site.id}/{history.policy}", record.number, changes, keeps=keeps, **said)


def _two_languages(setting: Setting, spot: Spot, subject: Subject, left: Reading, right: Reading) -> BilingualPage:
    return BilingualPage(
        _chrome(setting, spot, subject),
        with_translation(_line(setting, spot, subject), left.words, right),
        _column(left, anchored=True),
        _column(right, anchored=False),
        left.contents,
        align(left.document, right.document),
    )


def _column(reading: Reading, *, anchored: bool) -> Column:
    locale = reading.words.locale
    return Column(locale, own_name(locale), reading.body, anchored)


def _untranslated(setting: Setting, spot: Spot, subject: Subject) -> NothingPage:
    """A short page: the version is there, but not in a language that the page needs."""
    words = words_of(spot.locale)
    missing = next(one for one in locales_of(setting, subject.tongue) if one not in subject.documents)
    title = _title(subject, words)
    text = words.say("nothing", "untranslated", language=words.language(missing))
    there = dict(spot.tongues)
    links = tuple(
        Link(setting.links(spot).to(there[one]), words.say("nothing", "read_in", language=words.language(one)))
        for one in subject.documents
        if one in there
    )
    return NothingPage(_chrome(setting, spot, subject), title, text, (*links, _home_link(setting, spot, words)))


# What all of them have


def _chrome(setting: Setting, spot: Spot, subject: Subject) -> Chrome:
    words = words_of(spot.locale)
    title = _title(subject, words)
    if subject.place != "current":
        title = words.say("page", "titled", title=title, version=_line(setting, spot, subject).label)
    if subject.tongue == BILINGUAL:
        title = words.say("page", "titled", title=title, version=words.page["bilingual"])
    description = words.say("page", "description", title=title, name=setting.controller(words.locale))
    return chrome(
        setting,
        spot,
        title,
        description,
        banners=_banners(setting, spot, subject, words),
        feed=feed(words.locale, subject.history.policy),
    )


def _title(subject: Subject, words: Words) -> str:
    if subject.record is not None:
        return title_of(subject.record, words.locale)
    return subject.history.draft_title(words.locale)


def _line(setting: Setting, spot: Spot, subject: Subject) -> VersionLine:
    words, history, record = words_of(spot.locale), subject.history, subject.record
    if record is None:
        return draft_line(words)
    return version_line(history.policy, record, history.state_of[record.number], setting.links(spot), words)


def _banners(setting: Setting, spot: Spot, subject: Subject, words: Words) -> Iterator[Banner]:
    history, tongue, links = subject.history, subject.tongue, setting.links(spot)
    if subject.record is None:
        yield draft_banner(history, tongue, links, words)
    elif subject.place == "permalink":
        yield from permalink_banners(history, subject.record, tongue, links, words)
    else:
        yield from current_banners(history, tongue, links, words)


def _home_link(setting: Setting, spot: Spot, words: Words) -> Link:
    text = words.say("nothing", "home", name=setting.name(words.locale))
    return Link(setting.links(spot).to(site_home(words.locale)), text)
