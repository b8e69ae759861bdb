"""The shape of one finding."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One message to people, in Thai and in English."""

    th: str
    en: str

    def in_language(self, language: str) -> str:
        """The message in `language` (`th` or `en`)."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path as the user would type it, and 1-based code-point positions.

    `line` and `column` 0 mean the file as a whole. `source` is the line itself, without its line end.
    """

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: which rule, how grave, where, what is wrong, and what to type instead.

    `anchor` is the entry or section that it is about, where one is known.
    """

    rule: str
    severity: Severity
    place: Place
    message: Bilingual
    hint: Bilingual | None = None
    policy: str | None = None
    locale: str | None = None
    reference: str | None = None
    anchor: str = ""
