"""Which letters a text must have for a pattern of a wording to be found in it.

Patterns are looked for in thousands of texts, nearly all of which have none of their words: to ask for the words first
takes a tenth of the time. Reads the regular expressions of wordings, no further than it must: what may be one thing or
another needs nothing. Knows nothing of laws.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

Group = frozenset[str]
"""Small letters in a row, several of which any one will do."""
Needs = tuple[Group, ...]
"""One of each group must be there; where there is no group, any text may match."""

# What a pattern is made of: what looks around, groups, branches, classes, how often, what stands for many, letters.
_TOKEN = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<open>\((?:\?(?:[:>]|P<\w+>))?)|(?P<close>\))|(?P<either>\|)"
    r"|(?P<often>(?:[?*+]|\{(?P<least>\d*),?\d*\})[?+]?)|(?P<many>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[A-Za-z0-9]|[.^$ ])"
    r"|(?P<letters>(?:[^\\()\[{|?*+.^$ ]|\\[^A-Za-z0-9])+(?![?*+{]))|(?P<letter>\\?.)",
    re.DOTALL,
)
_BACKSLASH = re.compile(r"\\(.)")
# Fewer letters stand in nearly every text.
_SHORTEST = 2
_MOST_GROUPS = 2
# What `re` takes for these letters where case does not count, and `lower` does not.
_AS_SMALL = str.maketrans({"ı": "i", "İ": "i", "ſ": "s"})


@lru_cache(maxsize=4096)
def in_small(text: str) -> str:
    """The text as needs are looked for in it."""
    return text.lower() if text.isascii() else text.translate(_AS_SMALL).lower()


def may_match(text: str, every: Sequence[Needs]) -> list[int]:
    """Which of several patterns, by their numbers, may be found in a text: it has what they need."""
    small = in_small(text)
    having = []
    for number, needs in enumerate(every):
        for group in needs:
            for letters in group:
                if letters in small:
                    break
            else:
                break
        else:
            having.append(number)
    return having


def needs_of(pattern: str) -> Needs:
    """What every text has in which the pattern is found, whatever the case of its letters."""
    tokens = list(_TOKEN.finditer(pattern))
    groups = _Reader(tokens).read()
    return tuple(sorted(groups, key=_worth, reverse=True)[:_MOST_GROUPS])


@dataclass(slots=True)
class _Branch:
    """One of several that may stand in a place: its groups so far, and the letters that were read last."""

    groups: list[Group] = field(default_factory=list)
    letters: str = ""

    def end_letters(self) -> None:
        if len(self.letters) >= _SHORTEST:
            self.groups.append(frozenset((self.letters.lower(),)))
        self.letters = ""


@dataclass(slots=True)
class _Reader:
    """Reads tokens from the first to the last."""

    tokens: list[re.Match[str]]
    at: int = 0

    def read(self) -> list[Group]:
        """What is needed whichever branch it is, up to the end of the group."""
        branches = [_Branch()]
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token["close"]:
                break
            if token["either"]:
                branches.append(_Branch())
            elif token["letters"]:
                branches[-1].letters += _BACKSLASH.sub(r"\1", token["letters"])
            else:
                self._read_other(token, branches[-1])
        for branch in branches:
            branch.end_letters()
        if len(branches) == 1:
            return branches[0].groups
        best = [max(branch.groups, key=_worth, default=Group()) for branch in branches]
        return [Group().union(*best)] if all(best) else []

    def _read_other(self, token: re.Match[str], branch: _Branch) -> None:
        """A group, one letter, or what may be any letter; then how often it stands there."""
        if token["letter"] and not self._may_lack():
            branch.letters += token["letter"][-1]
        branch.end_letters()
        inner = self.read() if token["open"] or token["around"] else []
        if not token["around"] and not self._may_lack():
            branch.groups += inner

    def _may_lack(self) -> bool:
        """Whether what was read last may be there no time at all."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token is None or not token["often"]:
            return False
        return token[0][0] in "?*" or (token["least"] is not None and not token["least"].strip("0"))


def _worth(group: Group) -> tuple[int, int]:
    """What makes a group seldom found: long letters, and few of them."""
    return min(map(len, group), default=0), -len(group)
