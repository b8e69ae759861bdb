"""Where a line must not break, and which words are in another language than those around them.

Thai has no spaces between words: the browser finds the breaks, and these stretches are the ones it gets wrong.
Nothing is added to the text: a bare `<span>` stays on one line, one with a `lang` is in that language.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

# A longer stretch would not fit in a nested list on a screen of 320 px: 24 Thai letters of 17 px are some 200 px.
LONGEST_KEPT = 24
_THAI_MONTH = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
_ALWAYS_KEPT = (
    # ๆ and ฯ never begin a line: the last cluster before the space goes with them.
    r"[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎]*[ะาำๅ]? [ๆฯ]",
    r"พ\.ศ\. ?[0-9๐-๙]{4}",
    r"(?:มาตรา|ข้อ) ?[0-9๐-๙]+(?: ?\([0-9๐-๙]+\))?",
    rf"[0-9๐-๙]{{1,2}} (?:{_THAI_MONTH})",
    r"Section [0-9]+(?:\([0-9]+\))*",
    # Chromium reads ของบริษัทฯ as ขอ-งบ-ริษัทฯ, and would break it there.
    r"(?:ของ|จาก|ทาง|แห่ง|ซึ่ง)(?=บริษัท ?ฯ|$)",
)
_LATIN_WORD = r"[A-Za-z][A-Za-z’'-]*"
# At least two words: a single one may be a name, or a word that Thai has borrowed. Hosts and addresses are neither.
_LATIN_STRETCH = rf"(?<![\w.@/:-]){_LATIN_WORD}(?:[ ,/&]+{_LATIN_WORD})+(?![\w@/:-]|\.\w)"
_THAI_STRETCH = r"[ก-๛](?:[ก-๛0-9 .,()/“”\"-]*[ก-๛])?"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the text of one locale is wrapped: `kept` matches stretches that stay on one line, `all` foreign ones too."""

    kept: re.Pattern[str]
    all: re.Pattern[str]
    foreign: str
    """The language of the stretches that `all` matches and `kept` does not."""


@lru_cache(maxsize=64)
def wrapping(names: tuple[str, ...], locale: str) -> Wrapping:
    """How text in `locale` is wrapped where `names` (brands, defined terms) are kept on one line."""
    kept = "|".join((*_as_patterns(names), *_ALWAYS_KEPT))
    stretch, foreign = (_LATIN_STRETCH, "en") if locale == "th" else (_THAI_STRETCH, "th")
    return Wrapping(re.compile(kept), re.compile(f"(?P<kept>{kept})|{stretch}"), foreign)


def is_kept(text: str) -> bool:
    """Whether the text is short enough to stay on one line on the smallest screen."""
    return len(text) <= LONGEST_KEPT


def wrapped(text: str, how: Wrapping) -> str:
    """The text as HTML, with spans around the stretches that need one."""
    parts: list[str] = []
    done = 0
    for match in how.all.finditer(text):
        parts.append(escape(text[done : match.start()], quote=False))
        done = match.end()
        if match["kept"]:
            parts.append(_kept(match.group()))
        else:
            inner = how.kept.sub(lambda name: _kept(name.group()), escape(match.group(), quote=False))
            parts.append(f'<span lang="{how.foreign}">{inner}</span>')
    parts.append(escape(text[done:], quote=False))
    return "".join(parts)


def _kept(text: str) -> str:
    # A policy has a hundred of these: a class would cost more than the words.
    return f"<span>{escape(text, quote=False)}</span>"


def _as_patterns(names: Iterable[str]) -> list[str]:
    """Each name as a pattern, the longest first; names without a place to break are left out."""
    wanted = {name for name in names if is_kept(name) and _may_break(name)}
    return [_whole_word(name) for name in sorted(wanted, key=lambda name: (-len(name), name))]


def _may_break(name: str) -> bool:
    """Whether a browser could break the name: it has a space, a hyphen or a slash, or Thai letters."""
    return any(char in " -/" or "ก" <= char <= "๛" for char in name)


def _whole_word(name: str) -> str:
    """A pattern for the name where it is no part of a longer word: เท่านั้น holds no ท่าน."""
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() else "(?<![เ-ไ])"
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() else "(?![ะ-ฺๅ็-๎])"
    return before + re.escape(name) + after
