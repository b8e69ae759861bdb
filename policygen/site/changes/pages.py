"""The pages that tell what changed: from each version to the next, from each earlier one to the one in force.

A page between two versions depends on the two and on nothing that comes later, not even on their states: the next
publish leaves it alone. Where a version was withdrawn, or words of it redacted, its record says so.
"""

from collections.abc import Iterator
from functools import partial

from policygen.ledger.record import Record
from policygen.site.addresses import changes_from, changes_page, draft_changes
from policygen.site.changes.page_views import Step, changes_view
from policygen.site.chrome import Setting
from policygen.site.files import Inputs, Page, PlannedPage
from policygen.site.history import PolicyHistory
from policygen.site.policy_views import locales_of
from policygen.site.spots import Robots, Spot, closed_spot
from policygen.site.views import Template


def change_pages(setting: Setting, history: PolicyHistory) -> Iterator[PlannedPage]:
    """All redlines of the policy; those that share a comparison follow one another."""
    for record in history.records:
        old = history.before(record)
        if old is not None:
            yield from _version_pages(setting, Step(history, old, record, (record,)))
        if record is history.in_force:
            yield from _pages_from(setting, history, record)
    if history.draft and history.latest:
        yield from _draft_pages(setting, Step(history, history.latest, None))


def _version_pages(setting: Setting, step: Step) -> Iterator[PlannedPage]:
    policy, number = step.history.policy, step.number
    tongues = tuple((other, changes_page(other, policy, number)) for other in setting.tongues)
    for tongue, address in tongues:
        spot = _spot(setting, address, tongue, tongues, "noindex, follow")
        yield _page(setting, spot, step, tongue, _inputs(step.old, step.new))


def _pages_from(setting: Setting, history: PolicyHistory, current: Record) -> Iterator[PlannedPage]:
    """From every earlier version to the one in force, the nearest first: it is the comparison just made."""
    for old in reversed([record for record in history.records if record.number < current.number]):
        told = history.since(old, current)
        step = Step(history, old, current, told)
        tongues = tuple((locale, changes_from(locale, history.policy, old.number)) for locale in setting.site.locales)
        inputs = _inputs(old, *told)
        for locale, address in tongues:
            spot = _spot(setting, address, locale, tongues, "noindex")
            yield _page(setting, spot, step, locale, inputs)


def _draft_pages(setting: Setting, step: Step) -> Iterator[PlannedPage]:
    policy, draft = step.history.policy, step.history.draft
    tongues = tuple((other, draft_changes(other, policy)) for other in setting.tongues)
    inputs = (*_inputs(step.old), ("draft", draft.digest if draft else ""))
    shown = ("published version", "some" if step.history.current else "none")
    for tongue, address in tongues:
        spot = _spot(setting, address, tongue, tongues, "noindex")
        yield _page(setting, spot, step, tongue, (*inputs, shown))


def _inputs(*records: Record | None) -> Inputs:
    return tuple((f"version {record.number}", record.stamp) for record in records if record is not None)


def _spot(setting: Setting, address: str, tongue: str, tongues: tuple[tuple[str, str], ...], robots: Robots) -> Spot:
    return setting.placed(closed_spot(address, locales_of(setting, tongue)[0], tongues, robots))


def _page(setting: Setting, spot: Spot, step: Step, tongue: str, inputs: Inputs) -> PlannedPage:
    there = all(step.has(locale) for locale in locales_of(setting, tongue))
    two = len(locales_of(setting, tongue)) > 1
    template: Template = "nothing.html" if not there else "bilingual-changes.html" if two else "changes.html"
    view = partial(changes_view, setting, spot, step, tongue)
    return PlannedPage(spot, Page(spot.path, template, (*inputs, ("settings", setting.digest)), view))
