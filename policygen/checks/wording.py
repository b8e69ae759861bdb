"""Words that say one thing: how rules find a claim in prose, and see that its own sentence takes it back.

The patterns are data: a TOML file beside each rule, with the parts that several share in rules/parts.toml. They
are for Thai and English at once, whatever the passage's locale: Thai ones find nothing in English. They must be linear:
gaps are bounded, and nothing repeated is repeated again. Knows nothing of laws and registers.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from policygen.checks.literals import Needs, may_match, needs_of
from policygen.model.policy import Passage

Said = tuple[Passage, re.Match[str]]
_RULES = Path(__file__).parent / "rules"
_PART = re.compile(r"<([a-z][a-z-]+)>")
# How far a sentence is looked for on either side, and how far before the words a "not" may stand.
_REACH = 300
_BEFORE = 60
# The texts of a policy of 40 pages; after so many others, all are looked at anew.
_MOST_KNOWN = 4096
# English sentences end with a mark. Thai ones do not: a new one is known by the word that begins it.
_ENDS = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!\bNo)[.!?]['\"”’)\]]*\s+(?=[A-Z“\"(])"
    r"|[\n•]"
    r"|\s(?=หาก(?!ไม่ได้รับ)|ในกรณี|นอกจากนี้|อย่างไรก็|เมื่อ|บริษัท\s?ฯ\s?(?:จะ|อาจ|ขอ|มี|ไม่)|เรา(?:จะ|อาจ|ขอ|มี|ไม่)"
    r"|(?:ท่าน|คุณ)(?:มี|สามารถ|อาจ))"
)


@dataclass(frozen=True)
class Wording:
    """What is said (`saying`), and what takes it back: `denying`, which ends right before it, and `except_for`, in its
    sentence. All are patterns, of which any will do; each is compiled when a text has the letters that it needs.
    """

    saying: tuple[str, ...]
    denying: tuple[str, ...] = ()
    except_for: tuple[str, ...] = ()

    def found_in(self, passages: Iterable[Passage]) -> Iterator[Said]:
        """Each place of the passages that says it."""
        for passage in passages:
            for match in self._said_in(passage.text):
                yield passage, match

    def says(self, text: str) -> bool:
        """Whether the text says it anywhere."""
        return bool(self._said_in(text))

    @cached_property
    def said(self) -> re.Pattern[str]:
        """What says it, taken back or not."""
        return _any_of(self.saying)

    @cached_property
    def _denied(self) -> re.Pattern[str]:
        return _any_of(self.denying, r"(?:{})\s?$")

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return _any_of(self.except_for)

    @cached_property
    def _needs(self) -> tuple[Needs, ...]:
        return tuple(map(needs_of, self.saying))

    @cached_property
    def _known(self) -> dict[str, tuple[re.Match[str], ...]]:
        """Where texts say it: most are looked at again, by the table of coverage and whenever an author saves."""
        return {}

    def _said_in(self, text: str) -> tuple[re.Match[str], ...]:
        """Each place of a text that says it and is not taken back."""
        said = self._known.get(text)
        if said is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            patterns = [_any_of((self.saying[number],)) for number in may_match(text, self._needs)]
            found = _each_first(patterns, text) if patterns else ()
            said = self._known[text] = tuple(match for match in found if self._stands(text, match))
        return said

    def _stands(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if self.denying and self._denied.search(before):
            return False
        return not (self.except_for and self._unless.search(sentence_at(text, match.start(), match.end())))


def _each_first(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What a pattern of any of these finds in a text: at each place the first of them, none inside another."""
    if len(patterns) == 1:
        yield from patterns[0].finditer(text)
        return
    at = 0
    while found := [match for pattern in patterns if (match := pattern.search(text, at))]:
        match = min(found, key=lambda one: one.start())
        yield match
        at = max(match.end(), match.start() + 1)


@lru_cache(maxsize=256)
def wording(module: str, name: str) -> Wording:
    """The wording `name` of a rule's data, such as `law/deemed_consent`."""
    said, denied, unless = (_patterns(module, name, key) for key in ("said", "denied", "unless"))
    return Wording(said, denied, unless)


@lru_cache(maxsize=64)
def data_beside(module: str) -> dict[str, Any]:
    """The whole of a rule's data file."""
    return tomllib.loads((_RULES / f"{module}.toml").read_text("utf-8"))


@lru_cache(maxsize=256)
def any_of_data(module: str, name: str, key: str) -> re.Pattern[str]:
    """Any of the patterns that a rule's data file has under `name` and `key`."""
    return _any_of(_patterns(module, name, key))


def _patterns(module: str, name: str, key: str) -> tuple[str, ...]:
    given = data_beside(module)
    parts = {**data_beside("parts")["parts"], **given.get("parts", {})}
    return tuple(_with_parts(pattern, parts) for pattern in given[name].get(key, ()))


@lru_cache(maxsize=1024)
def _any_of(patterns: tuple[str, ...], form: str = "{}") -> re.Pattern[str]:
    """Any of the patterns; case does not count, a space stands for white space of any kind."""
    every = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(form.replace("{}", every).replace(" ", r"\s"), re.IGNORECASE)


def _with_parts(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with the parts that it names, and with theirs."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: parts[part[1]], pattern)
    return pattern


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence, or the sentences, that the characters from `start` to `end` stand in."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    before = [mark.end() for mark in _ENDS.finditer(text, first, start)]
    after = _ENDS.search(text, end, last)
    return text[before[-1] if before else first : after.start() if after else last]


def shortened(words: str, length: int = 80) -> str:
    """Words to quote in a message: one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= length else f"{line[:length].rstrip()}…"
