"""The notices above a policy's page: what the reader must know before reading, and where to go instead."""

from collections.abc import Iterator

from policygen.ledger.act import Redaction
from policygen.ledger.record import Record
from policygen.ledger.states import binding
from policygen.site.addresses import Links, changes_page, notice_page, permalink, policy_home
from policygen.site.history import PolicyHistory
from policygen.site.version_changes import act_of, act_told, has_notice
from policygen.site.views import Banner, BannerKind, Link
from policygen.site.words import Words


def permalink_banners(
    history: PolicyHistory, record: Record, tongue: str, links: Links, words: Words
) -> Iterator[Banner]:
    """What a version's own page says of its state. It names no other version, so a newer one leaves it alone."""
    current = links.to(policy_home(tongue, history.policy))
    yield from _redactions(record, words)
    match history.state_of[record.number]:
        case "upcoming":
            yield _upcoming(record, words, current if history.in_force else "")
        case "superseded" | "withdrawn" as state:
            told = [act_told(record.withdrawal, words)] if record.withdrawal else []
            text = " ".join([words.say("banner", state), *told])
            yield Banner(state, text, (Link(current, words.say("banner", f"{state}_link")),))
        case "in-force":
            return


def current_banners(history: PolicyHistory, tongue: str, links: Links, words: Words) -> Iterator[Banner]:
    """What the policy's own page says: that this version is still to come, or that another one is.

    The words stay true on and after the day, should the site not be built again by then.
    """
    if history.current is not None:
        yield from _redactions(history.current, words)
    coming = history.upcoming
    if coming is None:
        return
    if history.in_force is None:
        yield _upcoming(coming, words)
        return
    text = words.say("banner", "next", n=coming.number, date=words.date(binding(coming).day).text)
    act = act_of(coming, words)
    yield Banner("upcoming", f"{text} {act}" if act else text, tuple(_about(history, coming, tongue, links, words)))


def _about(history: PolicyHistory, coming: Record, tongue: str, links: Links, words: Words) -> Iterator[Link]:
    """Where the coming version, what it changes and its notice are to be read."""
    policy, number = history.policy, coming.number
    yield Link(links.to(changes_page(tongue, policy, number)), words.say("changes", "see"))
    if has_notice(coming) and words.locale in coming.documents:
        yield Link(links.to(notice_page(words.locale, policy, number)), words.say("notice", "link"))
    yield Link(links.to(permalink(tongue, policy, number)), words.say("banner", "next_link", n=number))


def _redactions(record: Record, words: Words) -> Iterator[Banner]:
    """That words of the version are no longer shown, and why."""
    for act in record.acts:
        if isinstance(act, Redaction):
            yield Banner("redacted", act_told(act, words))


def draft_banner(history: PolicyHistory, tongue: str, links: Links, words: Words) -> Banner:
    """What the draft's page says."""
    there = links.to(policy_home(tongue, history.policy))
    published = (Link(there, words.say("banner", "draft_link")),) if history.current else ()
    return Banner("draft", words.say("banner", "draft"), published)


def _upcoming(record: Record, words: Words, in_force: str = "") -> Banner:
    kind: BannerKind = "upcoming"
    text = words.say("banner", kind, date=words.date(binding(record).day).text)
    return Banner(kind, text, (Link(in_force, words.say("banner", "upcoming_link")),) if in_force else ())
