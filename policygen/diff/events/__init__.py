"""Change events: what changed between two editions, as typed facts; and the notice class that they ask for.

Compares facts and documents. Knows nothing of pages, ledgers or how a redline is drawn.
"""

from dataclasses import replace

from policygen.diff.events.former_ids import kept_parts, under_new_ids
from policygen.diff.events.judging import TextJudge
from policygen.diff.events.notice import Reason, notice_floor, reasons
from policygen.diff.events.party_events import party_events
from policygen.diff.events.prose_events import ProseEvents
from policygen.diff.events.register_events import RegisterEvents
from policygen.diff.events.telling import Side, Teller
from policygen.model.event import ChangeEvent

__all__ = ["Reason", "Side", "change_events", "notice_floor", "reasons"]


def change_events(old: Side, new: Side, judge: TextJudge) -> tuple[ChangeEvent, ...]:
    """Everything that changed from one edition to the next: registers, parties, then sections and their prose."""
    teller = Teller(replace(old, edition=under_new_ids(old.edition, new.edition)), new)
    authoritative = new.edition.facts.authoritative
    return (
        *RegisterEvents.between(teller, judge).all(),
        *party_events(teller, judge),
        *ProseEvents(teller, judge, authoritative, kept_parts(old.edition, new.edition)).all(),
    )
