"""The pages of one policy: the version in force, each version's own page, the draft, in each language and side by side.

Every page is planned from the records alone; its view is made when it is asked for.
"""

from collections.abc import Iterator
from functools import partial

from policygen.ledger.record import Record
from policygen.site.addresses import draft_page, fragment, permalink, policy_home
from policygen.site.chrome import Setting
from policygen.site.files import Inputs, Page, PlannedPage
from policygen.site.history import PolicyHistory
from policygen.site.policy_views import (
    Subject,
    fragment_view,
    is_there,
    locales_of,
    none_yet_view,
    policy_view,
    template_of,
)
from policygen.site.spots import Spot, closed_spot, copy_spot, open_spot


def policy_pages(setting: Setting, history: PolicyHistory) -> Iterator[PlannedPage]:
    """All pages that show a text of the policy, or say that there is none."""
    for tongue in setting.tongues:
        yield _current_page(setting, history, tongue)
        for record in history.records:
            yield _version_page(setting, history, tongue, record)
        if history.draft:
            yield _draft_page(setting, history, tongue)
    for locale in setting.site.locales:
        if history.current and locale in history.current.documents:
            yield _fragment_page(setting, history, history.current, locale)


def _current_page(setting: Setting, history: PolicyHistory, tongue: str) -> PlannedPage:
    address, locale, record = policy_home(tongue, history.policy), locales_of(setting, tongue)[0], history.current
    tongues = tuple((other, policy_home(other, history.policy)) for other in setting.tongues)
    if record is None:
        spot = setting.placed(closed_spot(address, locale, tongues))
        inputs = _settings(setting)
        return PlannedPage(
            spot, Page(spot.path, "nothing.html", inputs, partial(none_yet_view, setting, spot, history))
        )
    subject = Subject(history, tongue, record, "current")
    there = is_there(setting, subject)
    spot = open_spot(address, locale, tongues, subject.documents) if there else closed_spot(address, locale, tongues)
    coming = ("next version", history.upcoming.stamp if history.upcoming else "none")
    return _page(setting, setting.placed(spot), subject, (*_version_inputs(history, record), coming))


def _version_page(setting: Setting, history: PolicyHistory, tongue: str, record: Record) -> PlannedPage:
    subject = Subject(history, tongue, record, "permalink")
    inputs = _version_inputs(history, record)
    if history.state_of[record.number] == "upcoming":
        inputs = (*inputs, ("version shown first", _shown_first(history, record)))
    return _page(setting, setting.placed(_version_spot(setting, subject, record)), subject, inputs)


def _shown_first(history: PolicyHistory, record: Record) -> str:
    """What the policy's own address shows, as far as an upcoming version's page depends on it."""
    if history.in_force:
        return "in force"
    return "this" if record is history.current else "another"


def _version_spot(setting: Setting, subject: Subject, record: Record) -> Spot:
    history, tongue = subject.history, subject.tongue
    address, locale = permalink(tongue, history.policy, record.number), locales_of(setting, tongue)[0]
    tongues = tuple((other, permalink(other, history.policy, record.number)) for other in setting.tongues)
    if not is_there(setting, subject):
        return closed_spot(address, locale, tongues)
    if history.state_of[record.number] in {"superseded", "withdrawn"}:
        return closed_spot(address, locale, tongues, "noindex, follow")
    if record is history.current:
        return copy_spot(address, locale, tongues, policy_home(tongue, history.policy))
    return open_spot(address, locale, tongues, subject.documents)


def _draft_page(setting: Setting, history: PolicyHistory, tongue: str) -> PlannedPage:
    subject = Subject(history, tongue, None, "draft")
    tongues = tuple((other, draft_page(other, history.policy)) for other in setting.tongues)
    spot = closed_spot(draft_page(tongue, history.policy), locales_of(setting, tongue)[0], tongues)
    inputs = (
        ("draft", history.draft.digest if history.draft else ""),
        ("published version", "some" if history.current else "none"),
    )
    return _page(setting, setting.placed(spot), subject, inputs)


def _fragment_page(setting: Setting, history: PolicyHistory, record: Record, locale: str) -> PlannedPage:
    subject = Subject(history, locale, record, "current")
    spot = setting.placed(closed_spot(fragment(locale, history.policy), locale))
    inputs = (*_version_inputs(history, record), *_settings(setting))
    return PlannedPage(spot, Page(spot.path, "fragment.html", inputs, partial(fragment_view, setting, spot, subject)))


def _page(setting: Setting, spot: Spot, subject: Subject, inputs: Inputs) -> PlannedPage:
    view = partial(policy_view, setting, spot, subject)
    return PlannedPage(spot, Page(spot.path, template_of(setting, subject), (*inputs, *_settings(setting)), view))


def _version_inputs(history: PolicyHistory, record: Record) -> Inputs:
    return ("version", record.stamp), ("state", history.state_of[record.number])


def _settings(setting: Setting) -> Inputs:
    return (("settings", setting.digest),)
