"""House rules: what a site itself demands of its policies, beside the law."""

from dataclasses import dataclass
from typing import Literal

from policygen.diagnostics import Place
from policygen.model.facts import LocalText


@dataclass(frozen=True, slots=True)
class ForbiddenPhrase:
    """A phrase that must not appear."""

    phrase: LocalText


@dataclass(frozen=True, slots=True)
class RequiredTerm:
    """A term that must appear."""

    term: LocalText


@dataclass(frozen=True, slots=True)
class RetentionBounds:
    """The shortest and the longest retention of a purpose, as ISO 8601 durations; at least one of them is given."""

    purpose: str
    at_least: str | None
    at_most: str | None


Demand = ForbiddenPhrase | RequiredTerm | RetentionBounds


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One rule of a site's rules.yaml. `policies` names those that it is for, None for all of the site.

    `message` is what the site says of a breach, None for the program's own words.
    """

    id: str
    demand: Demand
    place: Place
    severity: Literal["error", "warning", "info"] = "error"
    message: LocalText | None = None
    policies: tuple[str, ...] | None = None
