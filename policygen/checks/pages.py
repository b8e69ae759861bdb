"""The pages of rules: what `explain` shows, and the cases that tests try.

A page has the rule's name as its title, a part for each language, and `## Cases`, which has the same for both.
"""

from dataclasses import dataclass
from pathlib import Path

from policygen.checks.rule import Rule

_PARTS = {"th": "ไทย", "en": "English"}


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule's page: its text in each language, and its cases."""

    name: str
    parts: dict[str, str]
    cases: str


def page_of(rule: Rule) -> RulePage:
    """The page that stands beside the rule's module."""
    module = rule.find.__module__.split(".")
    path = Path(__file__).parent.joinpath(*module[2:]).with_suffix(".md")
    parts = _divided(path.read_text(encoding="utf-8"), "## ")
    return RulePage(
        rule.name, {locale: parts.get(title, "") for locale, title in _PARTS.items()}, parts.get("Cases", "")
    )


def _divided(text: str, mark: str) -> dict[str, str]:
    """The text under each heading that begins with `mark`, by heading."""
    parts = f"\n{text}".split(f"\n{mark}")
    return {head.strip(): body.strip() for head, _, body in (part.partition("\n") for part in parts[1:])}
