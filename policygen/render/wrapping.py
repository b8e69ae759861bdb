"""Where a line must not break, and which words are in another language than those around them.

Thai has no spaces between words: the browser finds the breaks, and these stretches are the ones it gets wrong.
Nothing is added to the text: a bare `<span>` stays on one line, one with a `lang` is in that language.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

# A longer stretch would not fit in a nested list on a screen of 320 px: 24 Thai letters of 17 px are some 200 px.
LONGEST_KEPT = 24
_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"
_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
# Each pattern begins with a letter, not with a class or a look-behind: so re skips to the next place where one of
# them can begin, which makes a page six times as fast.
_ALWAYS_KEPT = (
    " [ๆฯ]",  # the space before: they never begin a line
    r"พ\.ศ\. ?[0-9๐-๙]{4}",
    r"มาตรา ?[0-9๐-๙]+(?: ?\([0-9๐-๙]+\))?",
    r"ข้อ ?[0-9๐-๙]+(?: ?\([0-9๐-๙]+\))?",
    r"Section [0-9]+(?:\([0-9]+\))*",
    *(f"{digit}[0-9๐-๙]? (?:{_MONTHS})" for digit in _DIGITS),
    # Chromium reads ของบริษัทฯ as ขอ-งบ-ริษัทฯ, and would break it there.
    *(f"{word}(?=บริษัท ?ฯ|$)" for word in ("ของ", "จาก", "ทาง", "แห่ง", "ซึ่ง")),
    # Words that it breaks where no syllable ends; found by comparing its breaks with a dictionary's (ADR 033).
    *("กว่า", "กระทำ", "ทราบ", "พระราชบัญญัติ", "คลาวด์", "แชต"),
)
_NOTHING = r"(?!)"
_LATIN_WORD = r"[A-Za-z’'-]*"
# At least two words: a single one may be a name, or a word that Thai has borrowed. Hosts and addresses are neither.
_LATIN = rf"[A-Za-z](?<![\w.@/:-].){_LATIN_WORD}(?:[ ,/&]+[A-Za-z]{_LATIN_WORD})+(?![\w@/:-]|\.\w)"
_THAI = r"[ก-๛](?:[ก-๛0-9 .,()/“”\"-]*[ก-๛])?"


@dataclass(frozen=True, slots=True, eq=False)
class Wrapping:
    """How the text of one locale is wrapped: `names` stay on one line, what is `foreign` is in `lang`.

    Equal to itself alone, so that what was wrapped with it is found at once.
    """

    names: re.Pattern[str]
    foreign: re.Pattern[str]
    lang: str


@lru_cache(maxsize=64)
def wrapping(names: tuple[str, ...], locale: str) -> Wrapping:
    """How text in `locale` is wrapped where `names` (brands, defined terms) are kept on one line."""
    kept = re.compile("|".join(_as_patterns(names)) or _NOTHING)
    foreign, lang = (_LATIN, "en") if locale == "th" else (_THAI, "th")
    return Wrapping(kept, re.compile(foreign), lang)


@lru_cache(maxsize=1)
def _always_kept() -> re.Pattern[str]:
    """The stretches that every text keeps: apart from the names, for they take 4 ms to compile."""
    return re.compile("|".join(_ALWAYS_KEPT))


def is_kept(text: str) -> bool:
    """Whether the text is short enough to stay on one line on the smallest screen."""
    return len(text) <= LONGEST_KEPT


# Versions, redlines and both languages side by side say most things again: a policy has some 3,000 texts.
@lru_cache(maxsize=8192)
def wrapped(text: str, how: Wrapping) -> str:
    """The text as HTML, with spans around the stretches that need one."""
    parts: list[str] = []
    done = 0
    for start, end in _kept(text, how.names):
        parts += _with_language(text, done, start, how)
        # A policy has a hundred of these: a class would cost more than the words.
        parts.append(f"<span>{escape(text[start:end], quote=False)}</span>")
        done = end
    parts += _with_language(text, done, len(text), how)
    return "".join(parts)


def _kept(text: str, names: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """From and to of each stretch that stays on one line, in order; where two begin at one place, the name."""
    name, other = names.search(text), _always_kept().search(text)
    while match := _first(name, other):
        yield match.span()
        name = _next(name, match.end())
        other = _next(other, match.end())


def _first(name: re.Match[str] | None, other: re.Match[str] | None) -> re.Match[str] | None:
    return name if name and not (other and other.start() < name.start()) else other


def _next(match: re.Match[str] | None, at: int) -> re.Match[str] | None:
    """The match itself if it begins at `at` or later, else the next one that does."""
    return match if match is None or match.start() >= at else match.re.search(match.string, at)


def _with_language(text: str, start: int, end: int, how: Wrapping) -> Iterator[str]:
    for match in how.foreign.finditer(text, start, end):
        yield escape(text[start : match.start()], quote=False)
        yield f'<span lang="{how.lang}">{escape(match[0], quote=False)}</span>'
        start = match.end()
    yield escape(text[start:end], quote=False)


def _as_patterns(names: Iterable[str]) -> list[str]:
    """Each name as a pattern, the longest first; names without a place to break are left out."""
    wanted = {name for name in names if is_kept(name) and _may_break(name)}
    return [_whole_word(name) for name in sorted(wanted, key=lambda name: (-len(name), name))]


def _may_break(name: str) -> bool:
    """Whether a browser could break the name: it has a space, a hyphen or a slash, or Thai letters."""
    return any(char in " -/" or "ก" <= char <= "๛" for char in name)


def _whole_word(name: str) -> str:
    """A pattern for the name where it is no part of a longer word: เท่านั้น holds no ท่าน."""
    pattern = re.escape(name)
    before = "A-Za-z0-9" if name[0].isascii() else "เ-ไ"
    after = "A-Za-z0-9" if name[-1].isascii() else "ะ-ฺๅ็-๎"
    return f"{pattern}(?<![{before}]{pattern})(?![{after}])"
