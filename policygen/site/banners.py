"""The notices above a policy's page: what the reader must know before reading, and where to go instead."""

from collections.abc import Iterator

from policygen.ledger.record import Record
from policygen.ledger.states import binding
from policygen.site.addresses import Links, permalink, policy_home
from policygen.site.history import PolicyHistory
from policygen.site.views import Banner, BannerKind, Link
from policygen.site.words import Words


def permalink_banners(
    history: PolicyHistory, record: Record, tongue: str, links: Links, words: Words
) -> Iterator[Banner]:
    """What a version's own page says of its state. It names no other version, so a newer one leaves it alone."""
    current = links.to(policy_home(tongue, history.policy))
    match history.state_of[record.number]:
        case "upcoming":
            yield _upcoming(record, words, current if history.in_force else "")
        case "superseded" | "withdrawn" as state:
            yield Banner(state, words.say("banner", state), (Link(current, words.say("banner", f"{state}_link")),))
        case "in-force":
            return


def current_banners(history: PolicyHistory, tongue: str, links: Links, words: Words) -> Iterator[Banner]:
    """What the policy's own page says: that this version is still to come, or that another one is."""
    coming = history.upcoming
    if coming is None:
        return
    if history.in_force is None:
        yield _upcoming(coming, words)
        return
    text = words.say("banner", "next", date=words.date(binding(coming).day).text)
    there = links.to(permalink(tongue, history.policy, coming.number))
    yield Banner("upcoming", text, (Link(there, words.say("banner", "next_link", n=coming.number)),))


def draft_banner(history: PolicyHistory, tongue: str, links: Links, words: Words) -> Banner:
    """What the draft's page says."""
    there = links.to(policy_home(tongue, history.policy))
    published = (Link(there, words.say("banner", "draft_link")),) if history.current else ()
    return Banner("draft", words.say("banner", "draft"), published)


def _upcoming(record: Record, words: Words, in_force: str = "") -> Banner:
    kind: BannerKind = "upcoming"
    text = words.say("banner", kind, date=words.date(binding(record).day).text)
    return Banner(kind, text, (Link(in_force, words.say("banner", "upcoming_link")),) if in_force else ())
