"""What the pages of changes show: a redline in one language or two, what each version brought, and all in numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from policygen.ledger.record import Record
from policygen.model.event import ChangeEvent
from policygen.site.addresses import (
    BILINGUAL,
    Links,
    draft_page,
    feed,
    history_page,
    permalink,
    policy_home,
    site_home,
)
from policygen.site.banners import draft_banner
from policygen.site.body import Reading
from policygen.site.change_views import (
    BilingualChangesPage,
    BilingualRedline,
    BilingualStretch,
    ChangesPage,
    Figure,
    RedlineText,
    Row,
    Stretch,
    StretchKind,
    VersionChanges,
)
from policygen.site.changes.bilingual_redlines import Tongue, bilingual_sections, changes_alone
from policygen.site.changes.redlines import Numbers, anchors_in, contents_of, numbers_of, redline_sections
from policygen.site.chrome import Setting, chrome
from policygen.site.comparing import LeafPairs, Side
from policygen.site.history import DRAFT, PolicyHistory, title_of
from policygen.site.policy_views import locales_of
from policygen.site.spots import Spot
from policygen.site.version_changes import event_groups, in_counts, version_changes
from policygen.site.views import Banner, Chrome, Link, NothingPage
from policygen.site.words import Words, own_name, words_of

# The events of more versions than these are a list that nobody reads, and pages would grow with the square of versions.
_MOST_TOLD = 3
_KINDS: tuple[StretchKind, ...] = ("edited", "added", "removed", "moved", "spacing")


@dataclass(frozen=True)
class Step:
    """From one edition to a later one: two versions, or the latest version and the draft (`new` None).

    `told` are the versions whose events are shown: the later one, or all since the earlier one.
    """

    history: PolicyHistory
    old: Record
    new: Record | None
    told: tuple[Record, ...] = ()

    @property
    def number(self) -> int:
        """The number of the later version, or `DRAFT`."""
        return DRAFT if self.new is None else self.new.number

    def readings(self, locale: str) -> tuple[Reading, Reading] | None:
        """The two documents in a locale, None where one is not there."""
        old, new = self.history.reading(self.old.number, locale), self.history.reading(self.number, locale)
        return (old, new) if old and new else None

    def has(self, locale: str) -> bool:
        """Whether both documents are there in a locale."""
        draft = self.history.draft
        later = self.new.documents if self.new else draft.edition.locales if draft else ()
        return locale in self.old.documents and locale in later

    @cached_property
    def draft_events(self) -> tuple[ChangeEvent, ...]:
        """What the draft would bring. A version's events are in its record, and nobody computes them again."""
        from policygen.diff.events import Side as Edition
        from policygen.diff.events import change_events
        from policygen.diff.events.text_judge import text_judge

        old, new = self.history.edition(self.old.number), self.history.edition(DRAFT)
        pages = {locale: draft_page(locale, self.history.policy) for locale in new.locales}
        before = {locale: permalink(locale, self.history.policy, self.old.number) for locale in old.locales}
        stated = self.history.draft.stated if self.history.draft else None
        was, will_be = Edition(old, before, self.old.stated), Edition(new, pages, stated)
        return change_events(was, will_be, text_judge(old.facts, new.facts))


@dataclass(frozen=True)
class _Compared:
    """The two documents in one locale with what became of their leaves."""

    old: Reading
    new: Reading
    pairs: LeafPairs

    @property
    def tongue(self) -> Tongue:
        return Tongue(_side(self.old), _side(self.new), self.pairs)

    @property
    def nowrap(self) -> tuple[str, ...]:
        names = {*self.old.body.nowrap, *self.new.body.nowrap}
        return tuple(sorted(names, key=lambda text: (-len(text), text)))


def changes_view(
    setting: Setting, spot: Spot, step: Step, tongue: str
) -> ChangesPage | BilingualChangesPage | NothingPage:
    """The view of a step in a tongue."""
    compared = [found for locale in locales_of(setting, tongue) if (found := _compared(step, locale))]
    match compared:
        case [one] if tongue != BILINGUAL:
            return _one_language(setting, spot, step, one)
        case [left, right]:
            return _two_languages(setting, spot, step, left, right)
        case _:
            return _not_comparable(setting, spot, step, tongue)


def _compared(step: Step, locale: str) -> _Compared | None:
    readings = step.readings(locale)
    if readings is None:
        return None
    old, new = readings
    return _Compared(old, new, step.history.comparisons.pairs(_side(old), _side(new), step.history.terms))


def _side(reading: Reading) -> Side:
    return Side(reading.document, reading.facts)


def _one_language(setting: Setting, spot: Spot, step: Step, compared: _Compared) -> ChangesPage:
    words, links = compared.new.words, setting.links(spot)
    sections = redline_sections(compared.pairs, words)
    parts = [part for section in sections for part in section.stretches]
    old, new = _labels(step, words)
    changes = sum(part.number > 0 for part in parts)
    numbers = numbers_of(compared.pairs, parts)
    anchors = {row.anchor for part in parts for row in part.rows}
    return ChangesPage(
        _chrome(setting, spot, step),
        Link(links.to(policy_home(spot.locale, step.history.policy)), _title(step, words)),
        words.say("changes", "title", title=_title(step, words)),
        words.say("changes", "sides", old=old, new=new),
        tuple(_links(setting, spot, step, words)),
        tuple(_figures(numbers, changes, words)),
        tuple(_versions(step, links, words, anchors)),
        contents_of(
            ((_numbers(section.stretches), section.stretches[0].rows[0]) for section in sections), _title(step, words)
        ),
        RedlineText(spot.locale, old, new, sections, compared.nowrap, changes),
        words.catalog["changes"],
    )


def _two_languages(setting: Setting, spot: Spot, step: Step, left: _Compared, right: _Compared) -> BilingualChangesPage:
    words, links = words_of(spot.locale), setting.links(spot)
    sections = bilingual_sections(left.tongue, right.tongue, words)
    changes = sum(part.number > 0 for section in sections for part in section.stretches)
    old, new = _labels(step, words)
    locales = (left.new.words.locale, right.new.words.locale)
    return BilingualChangesPage(
        _chrome(setting, spot, step, both=True),
        Link(links.to(policy_home(BILINGUAL, step.history.policy)), _title(step, words)),
        words.say("changes", "title", title=_title(step, words)),
        words.say("changes", "sides", old=old, new=new),
        tuple(_links(setting, spot, step, words, both=True)),
        tuple(_bilingual_figures(changes, changes_alone(sections), words)),
        tuple(_versions(step, links, words, anchors_in(left.pairs))),
        contents_of(
            ((_numbers(section.stretches), _first(section.stretches[0])) for section in sections), _title(step, words)
        ),
        BilingualRedline(
            locales,
            (own_name(locales[0]), own_name(locales[1])),
            (left.nowrap, right.nowrap),
            sections,
            changes,
        ),
        words.catalog["changes"],
    )


def _numbers(stretches: Iterable[Stretch | BilingualStretch]) -> list[int]:
    return [stretch.number for stretch in stretches if stretch.number]


def _first(stretch: BilingualStretch) -> Row | None:
    row = stretch.rows[0]
    return row.left or row.right


def _not_comparable(setting: Setting, spot: Spot, step: Step, tongue: str) -> NothingPage:
    words, links = words_of(spot.locale), setting.links(spot)
    missing = next(locale for locale in locales_of(setting, tongue) if step.readings(locale) is None)
    home = Link(links.to(site_home(words.locale)), words.say("nothing", "home", name=setting.name(words.locale)))
    return NothingPage(
        _chrome(setting, spot, step),
        words.say("changes", "title", title=_title(step, words)),
        words.say("changes", "untranslated", language=words.language(missing)),
        (*_links(setting, spot, step, words), home),
    )


# What all of them have


def _labels(step: Step, words: Words) -> tuple[str, str]:
    old = words.say("version", "label", n=step.old.number)
    new = words.say("version", "draft") if step.new is None else words.say("version", "label", n=step.new.number)
    return old, new


def _title(step: Step, words: Words) -> str:
    """The title of the later text."""
    return step.history.draft_title(words.locale) if step.new is None else title_of(step.new, words.locale)


def _chrome(setting: Setting, spot: Spot, step: Step, *, both: bool = False) -> Chrome:
    words = words_of(spot.locale)
    old, new = _labels(step, words)
    sides = words.say("changes", "sides", old=old, new=new)
    title = words.say("page", "titled", title=_title(step, words), version=words.say("changes", "short", sides=sides))
    if both:
        title = words.say("page", "titled", title=title, version=words.page["bilingual"])
    description = words.say("changes", "description", title=_title(step, words), sides=sides)
    banners = tuple(_banners(setting, spot, step, words))
    return chrome(setting, spot, title, description, banners=banners, feed=feed(words.locale, step.history.policy))


def _banners(setting: Setting, spot: Spot, step: Step, words: Words) -> Iterator[Banner]:
    if step.new is None:
        yield draft_banner(step.history, spot.locale, setting.links(spot), words)
    for record in (step.old, step.new):
        if record is not None and record.withdrawal:
            yield Banner("withdrawn", words.say("changes", "withdrawn", n=record.number))


def _links(setting: Setting, spot: Spot, step: Step, words: Words, *, both: bool = False) -> Iterator[Link]:
    """Both texts, and their history; the redline in two languages has them there."""
    policy, links, tongue = step.history.policy, setting.links(spot), BILINGUAL if both else spot.locale
    old, new = _labels(step, words)
    there = draft_page(tongue, policy) if step.new is None else permalink(tongue, policy, step.number)
    yield Link(links.to(there), words.say("changes", "read", version=new))
    yield Link(links.to(permalink(tongue, policy, step.old.number)), words.say("changes", "read", version=old))
    yield Link(links.to(history_page(spot.locale, policy)), words.page["history"])


def _versions(step: Step, links: Links, words: Words, anchors: Iterable[str]) -> Iterator[VersionChanges]:
    known = frozenset(anchors)
    if step.new is None:
        label, href = words.say("version", "draft"), links.to(draft_page(words.locale, step.history.policy))
        groups = event_groups(step.draft_events, links, words, known)
        yield VersionChanges(label, href, "", None, (), "", groups)
    for record in step.told:
        if len(step.told) > _MOST_TOLD:
            yield in_counts(step.history.policy, record, links, words)
        else:
            yield version_changes(step.history.policy, record, links, words, known)


def _figures(numbers: Numbers, changes: int, words: Words) -> Iterator[Figure]:
    yield Figure(str(changes), words.say("changes", "one_change" if changes == 1 else "changes"))
    for kind in _KINDS:
        if numbers.kinds.get(kind):
            yield Figure(str(numbers.kinds[kind]), words.say("changes", kind))
    of = words.say("changes", "of", n=numbers.touched, all=numbers.sections)
    yield Figure(of, words.say("changes", "sections"))
    yield Figure(f"{_percent(numbers.kept)}\N{NO-BREAK SPACE}%", words.say("changes", "kept"))


def _percent(share: float) -> int:
    """Rounded down where anything changed: 100 % says that nothing did."""
    return int(share * 100)


def _bilingual_figures(changes: int, alone: int, words: Words) -> Iterator[Figure]:
    yield Figure(str(changes), words.say("changes", "one_change" if changes == 1 else "changes"))
    yield Figure(str(alone), words.say("changes", "alone"))
