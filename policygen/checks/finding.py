"""What a rule finds, before it is known how grave that is for this policy and on this day."""

from dataclasses import dataclass

from policygen.diagnostics import Bilingual, Place, Severity
from policygen.model.policy import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `place` None means: where the entry or section `anchor` stands, else policy.yaml.

    `severity` None means the rule's own.
    """

    message: Bilingual
    hint: Bilingual | None = None
    place: Place | None = None
    anchor: str = ""
    locale: str | None = None
    severity: Severity | None = None
    reference: str | None = None


def found_in(
    passage: Passage,
    start: int,
    end: int,
    message: Bilingual,
    hint: Bilingual | None = None,
    *,
    severity: Severity | None = None,
) -> Finding:
    """A finding about the characters from `start` to `end` of a passage."""
    return Finding(message, hint, passage.place(start, end), passage.anchor, passage.locale, severity)
