"""How much a text changed: not at all, its links, its spaces, its spelling, or its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from policygen.model.document import Run, Runs, plain
from policygen.model.facts import LocalText, NotStated, Stated

Level = Literal["same", "links", "spacing", "spelling", "wording", "meaning"]
LEVELS: tuple[Level, ...] = ("same", "links", "spacing", "spelling", "wording", "meaning")
"""From nothing to the most. `wording`: other words, but no number, date, name, address, negation or modal changed."""
EDITORIAL: dict[Level, str] = {"links": "links-only", "spacing": "spacing-only", "spelling": "spelling-only"}
"""The event of a text that changed no more than this."""


class TextJudge(Protocol):
    """Says how much one text in one locale changed."""

    def __call__(self, old: str, new: str, locale: str) -> Level:
        """The level of the change between two plain texts."""

    def likeness(self, old: str, new: str) -> float:
        """The share of the words of both texts that both have, wherever they stand: 0 to 1."""


def most(levels: Iterable[Level]) -> Level:
    """The highest of the levels, `same` where there are none."""
    return max(levels, key=LEVELS.index, default="same")


def level_of_runs(old: Runs, new: Runs, locale: str, judge: TextJudge) -> Level:
    """How much runs changed; the same words with other links or emphasis are `links`."""
    if old == new:
        return "same"
    words = judge(plain(old), plain(new), locale)
    return "links" if words == "same" else words


@dataclass(frozen=True, slots=True)
class TextChange:
    """The level of a change in each locale that has the text before or after."""

    levels: tuple[tuple[str, Level], ...]

    @property
    def most(self) -> Level:
        """The highest level of all locales."""
        return most(level for _, level in self.levels)

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales whose text changed."""
        return tuple(locale for locale, level in self.levels if level != "same")


def compare_texts(pairs: Sequence[tuple[LocalText | None, LocalText | None]], judge: TextJudge) -> TextChange:
    """How much several texts of one entry changed, taken together."""
    found: dict[str, list[Level]] = {}
    for old, new in pairs:
        for locale, level in _levels(dict(old.texts if old else ()), dict(new.texts if new else ()), judge):
            found.setdefault(locale, []).append(level)
    return TextChange(tuple((locale, most(levels)) for locale, levels in found.items()))


def _levels(old: Mapping[str, Runs], new: Mapping[str, Runs], judge: TextJudge) -> Iterator[tuple[str, Level]]:
    nothing: tuple[Run, ...] = ()
    for locale in {**old, **new}:
        before, after = old.get(locale), new.get(locale)
        if before is None or after is None:
            yield locale, "same" if before == after else "meaning"
        else:
            yield locale, level_of_runs(before or nothing, after or nothing, locale, judge)


def told_apart(old: Stated[LocalText], new: Stated[LocalText], judge: TextJudge) -> bool:
    """Whether two texts of one fact say different things: one is not stated, or more than spelling changed."""
    if isinstance(old, NotStated) or isinstance(new, NotStated):
        return old != new
    return compare_texts([(old, new)], judge).most in ("wording", "meaning")
