"""A text as words to be compared: where each stands, and what it is when compared.

English and other spaced writing by Unicode word rules, Thai by the dictionary; a number, date, amount, URL or e-mail
address is one word. White space is in no word; every other visible character is in exactly one. No word ends inside a
grapheme cluster. Takes time in proportion to the text, whatever it holds: every pattern is bounded.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from policygen.diff.folding import fold
from policygen.text.segmentation import ThaiWords

_MONTHS_EN = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_MONTHS_TH = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_ONE_BY_ONE = "\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_FLAGS = "\U0001f1e6-\U0001f1ff"
_LETTER = rf"[^\W{_THAI}{_ONE_BY_ONE}]"
_ERA = r"(?:(?:พ\.?ศ\.?|ค\.?ศ\.?)\s{0,2})"

_URL = rf"(?:https?://|www\.)(?:[^\s)\]>\"{_THAI}]|(?<=[/=#_%-])[{_THAI}]+)+(?<![.,;:!?'*…’”])"
_EMAIL = r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,8}"
_DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}(?:{_MONTHS_EN})\.?,?\s{{1,2}}\d{{4}}(?!\d)"
    rf"|(?:{_MONTHS_EN})\.?\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}\d{{4}}(?!\d)"
    rf"|\d{{1,2}}\s{{0,2}}(?:{_MONTHS_TH})\s{{0,2}}{_ERA}?\d{{2,4}}(?!\d)"
    rf"|{_ERA}\d{{4}}(?!\d)"
)
_NUMBER = rf"[$€£¥฿+]?\d+(?:[.,:/-]\d+)*(?:%|{_LETTER}*)"
_WORD = rf"{_LETTER}+(?:['’.]{_LETTER}+)*"
# ฯ and ๆ belong to the word before them, with a space between or not.
_THAI_RUN = rf"[{_THAI}]+(?:[ \u00a0]{{1,2}}[ฯๆ][{_THAI}]*)*"
_THAI_RUNS = re.compile(_THAI_RUN)
_PLAIN = rf"(?P<thai>{_THAI_RUN})|{_NUMBER}|{_WORD}|[{_FLAGS}]{{2}}|(?P<sign>\S)(?P=sign)*"
_ADDRESSES = ("@", "://", "www.")
_MAY_HAVE_DATE = re.compile(r"\d\d")
# Zero-width joiners, the skin tones and tags of emoji, and sara am: never the first of a cluster, as marks are.
_NEVER_FIRST = re.compile("[\u200c\u200d\u0e33\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: word `i` stands at `starts[i]` to `ends[i]`, and equals those with the same `keys[i]`."""

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.keys)


def words_of(text: str, thai: ThaiWords | None) -> Words:
    """The words of a text, in order; without `thai` a run of Thai letters is one word."""
    folded = fold(text)
    has_address, has_date = any(sign in text for sign in _ADDRESSES), _MAY_HAVE_DATE.search(text) is not None
    matches = list(_pattern(has_address, has_date).finditer(folded.text))
    if text.isascii():
        keys = list(map(_key, matches)) if has_date else [it[0] for it in matches]
        return Words(text, keys, [it.start() for it in matches], [it.end() for it in matches])
    words = Words(text, [], [], [])
    for match in matches:
        if match.lastgroup == "thai":
            _add_thai(words, match, thai)
        else:
            words.keys.append(_key(match))
            words.starts.append(match.start())
            words.ends.append(match.end())
    words = _unbroken(words)
    return words if folded.starts is None else _placed(words, folded.span)


def _key(match: re.Match[str]) -> str:
    """What a word is when compared: a date whatever the white space in it."""
    return "".join(match[0].split()) if match.lastgroup == "date" else match[0]


@lru_cache(maxsize=4)
def _pattern(has_address: bool, has_date: bool) -> re.Pattern[str]:
    """What a word is; addresses and dates are looked for only where there may be some, for they cost."""
    addresses = [_URL, _EMAIL] if has_address else []
    dates = [rf"(?P<date>{_DATE})"] if has_date else []
    return re.compile("|".join((*addresses, *dates, _PLAIN)))


def same_thai(old: str, new: str) -> bool:
    """Whether two texts hold the same runs of Thai letters: then their words need not be told apart."""
    if old.isascii() and new.isascii():
        return True
    return set(_THAI_RUNS.findall(old)) == set(_THAI_RUNS.findall(new))


def never_first(letter: str) -> bool:
    """Whether a character never begins a grapheme cluster: marks, joiners, the tones of emoji."""
    return letter > "\u02ff" and (category(letter)[0] == "M" or _NEVER_FIRST.match(letter) is not None)


def _add_thai(words: Words, match: re.Match[str], thai: ThaiWords | None) -> None:
    run, at = match[0], match.start()
    dense = "".join(run.split())
    cut = thai.cut(dense) if thai else (dense,)
    words.keys.extend(cut)
    if dense == run:
        for word in cut:
            words.starts.append(at)
            at += len(word)
            words.ends.append(at)
        return
    places = [at + i for i, letter in enumerate(run) if not letter.isspace()]
    first = 0
    for word in cut:
        words.starts.append(places[first])
        first += len(word)
        words.ends.append(places[first - 1] + 1)


def _unbroken(words: Words) -> Words:
    """The words, those joined that stand in one grapheme cluster or, in other scripts, have a mark between them."""
    keys, starts, ends = words.keys, words.starts, words.ends
    joined = [at for at in range(1, len(keys)) if starts[at] == ends[at - 1] and _sticks(keys[at - 1], keys[at])]
    if not joined:
        return words
    kept = Words(words.text, [], [], [])
    sticky = set(joined)
    for at, key in enumerate(keys):
        if at in sticky:
            kept.keys[-1] += key
            kept.ends[-1] = ends[at]
        else:
            kept.keys.append(key)
            kept.starts.append(starts[at])
            kept.ends.append(ends[at])
    return kept


def _sticks(before: str, word: str) -> bool:
    first, last = word[0], before[-1]
    if first < "\u0300" and last < "\u0300":
        return False
    if never_first(first):
        return True
    if last == "\u200d":
        return True
    return category(last)[0] == "M" and first.isalpha() and not "\u0e00" <= last <= "\u0e7f"


def _placed(words: Words, span: Callable[[int, int], tuple[int, int]]) -> Words:
    """Words of a folded text, placed in the text it came from."""
    places = [span(start, end) for start, end in zip(words.starts, words.ends, strict=True)]
    return Words(words.text, words.keys, [start for start, _ in places], [end for _, end in places])
