"""What a rule is: its name and severity, how it finds what is wrong, and what of the law it asks for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policygen.checks.finding import Finding
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual, Severity
from policygen.model.facts import Regime

PDPA_BINDS = date(2022, 6, 1)
"""From this day the Act's duties bind: the decree that put them off ended on 31 May 2565."""
GDPR_BINDS = date(2018, 5, 25)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that the law asks of a policy, for the table of coverage.

    `clauses` gives the anchors of the entries and sections that meet it, none where it is not met; `asked` whether it
    is asked of this policy at all.
    """

    id: str
    asks: Bilingual
    reference: str
    clauses: Callable[[Subject], Sequence[str]]
    asked: Callable[[Subject], bool] = lambda subject: True


@dataclass(frozen=True, slots=True)
class Rule:
    """A check. Its page, of the same name beside its module, tells what it wants, why, and how to mend what it finds.

    `topics` are the rows of docs/rules that it covers. A legal rule names its `reference`, the `regime` that it
    belongs to, and the day from which it `applies_from`; a version that binds earlier is told "not yet required".
    """

    name: str
    severity: Severity
    title: Bilingual
    find: Callable[[Subject], Iterator[Finding]]
    topics: tuple[str, ...]
    reference: str | None = None
    regime: Regime | None = None
    applies_from: date | None = None
    requirements: tuple[Requirement, ...] = ()
