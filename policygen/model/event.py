"""A change event: one typed fact about what changed between two editions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Materiality = Literal["material", "minor", "editorial"]
NoticeClass = Literal["consent", "advance", "publish", "editorial"]

NOTICE_CLASSES: tuple[NoticeClass, ...] = ("editorial", "publish", "advance", "consent")
"""From the least that a change can ask for to the most."""


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """What changed, as a fact: a type of the closed list, the part that it touches, and a sentence in each language.

    `id` is the entry's or section's id; `section` the section that shows it. `locales` are those whose text changed.
    `old` and `new` are the two values in the form of the sources, None where there is none. `where` has an address
    for each locale, relative to the site's base URL. `reference` names the statute, or is empty.
    """

    type: str
    id: str | None
    section: str | None
    locales: tuple[str, ...]
    old: str | None
    new: str | None
    where: Mapping[str, str] = field(hash=False)
    materiality: Materiality
    message: Mapping[str, str] = field(hash=False)
    reference: str = ""
