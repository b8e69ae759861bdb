"""What else could be shown where a page stands: other policies, versions and languages; the text, or its redline."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from policygen.ledger import Record
from policygen.serve import words
from policygen.serve.around import Around, said
from policygen.site.addresses import (
    BILINGUAL,
    changes_page,
    draft_changes,
    draft_page,
    history_page,
    permalink,
    policy_home,
)
from policygen.site.history import PolicyHistory
from policygen.site.words import own_name, words_of

Shown = tuple[str, str, bool]
"""An address, its words as HTML, and whether it is the present one; where the address is empty there is nothing."""
# Pages that are there in every tongue; the others are in one language each.
_IN_ALL_TONGUES = ("", "draft/", "draft/changes/")


def places(policies: Sequence[str], around: Around | None, lang: str) -> tuple[Shown, ...]:
    """The policies of the site, the site itself, and all sites."""
    every = ("/", said(words.SITES, lang), False)
    if around is None:
        return (every,)
    here = around.where.policy
    drafts = ((_at(around, draft_page(around.tongue, quote(one))), escape(one), one == here) for one in policies)
    return (*drafts, (_at(around, ""), escape(around.site.id), not around.where.path), every)


def version_name(around: Around, history: PolicyHistory) -> str:
    """What the page shows: the draft, a version, or all versions."""
    own = words_of(around.lang)
    if around.where.draft:
        return own.say("version", "draft")
    shown = _shown(around, history)
    return own.say("version", "label", n=shown.number) if shown else words.HISTORY.in_language(around.lang)


def versions(around: Around, history: PolicyHistory) -> tuple[Shown, ...]:
    """The draft, each version from the last on, and their history."""
    own, where, policy = words_of(around.lang), around.where, quote(around.where.policy)
    shown: list[Shown] = []
    if history.draft:
        draft = escape(own.say("version", "draft"))
        shown.append((_at(around, draft_page(around.tongue, policy)), draft, where.draft))
    for record in reversed(history.records):
        state = escape(own.say("state", history.state_of[record.number]))
        label = f"{escape(own.say('version', 'label', n=record.number))} <small>{state}</small>"
        here = record is _shown(around, history)
        shown.append((_at(around, permalink(around.tongue, policy, record.number)), label, here))
    if history.records:
        locale = around.locales[0]
        address = _at(around, history_page(locale, policy))
        shown.append((address, around.say(words.HISTORY), where.rest == "versions/"))
    return tuple(shown)


def languages(around: Around) -> tuple[Shown, ...]:
    """The same page in each language, and in both."""
    where, policy = around.where, quote(around.where.policy)
    rest = where.rest if where.tongue else "draft/"
    shown = [
        (
            _at(around, f"{one}/{policy}/{rest}"),
            f'<span lang="{one}">{escape(own_name(one))}</span>',
            one == where.tongue,
        )
        for one in around.site.locales
    ]
    if len(shown) > 1:
        in_all = rest in _IN_ALL_TONGUES or (where.version is not None and "notice" not in rest)
        there = rest if in_all else "draft/"
        address = _at(around, f"{BILINGUAL}/{policy}/{there}")
        shown.append((address, around.say(words.BOTH), where.tongue == BILINGUAL))
    return tuple(shown)


def views(around: Around, history: PolicyHistory) -> tuple[Shown, ...]:
    """The text, and its redline against the version before; the draft's is against the latest."""
    tongue, where, policy = around.tongue, around.where, quote(around.where.policy)
    record = _shown(around, history)
    if record is None:
        before, text, redline = history.latest, draft_page(tongue, policy), draft_changes(tongue, policy)
    else:
        before, redline = history.before(record), changes_page(tongue, policy, record.number)
        text = permalink(tongue, policy, record.number) if where.rest else policy_home(tongue, policy)
    against = around.say(words.AGAINST, n=before.number) if before else around.say(words.NOTHING_BEFORE)
    label = f"{around.say(words.REDLINE)} <small>{against}</small>"
    return (
        (_at(around, text), around.say(words.TEXT), not where.redline),
        (_at(around, redline) if before else "", label, where.redline),
    )


def _shown(around: Around, history: PolicyHistory) -> Record | None:
    """The version that the page is about; None where it is about the draft, or about all of them."""
    where = around.where
    if where.draft or where.rest == "versions/":
        return None
    number = where.version or (history.current.number if history.current else 0)
    return next((record for record in history.records if record.number == number), None)


def _at(around: Around, address: str) -> str:
    return f"/{quote(around.site.id)}/{address}"
