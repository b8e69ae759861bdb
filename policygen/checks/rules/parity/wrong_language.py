"""parity.language: a text in the words of the other language, be it the same text in both or another one."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.rules.parity.paired import paired
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_THAI = re.compile("[\u0e01-\u0e2e]")
_LATIN = re.compile("[A-Za-z]")
_SMALL_WORD = re.compile(r"(?<![\w.-])[a-z]{2,}(?![\w.-])")
# Names and terms of trade have capitals or are short: so many plain words are a sentence.
_LEAST_WORDS = 3


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each passage that is not in its language."""
    copies = {
        id(passage)
        for part in paired(subject)
        if part.is_one and part.prevailing[0].text.strip() == part.other[0].text.strip()
        for passage in (*part.prevailing, *part.other)
    }
    for passage in subject.passages:
        if passage.locale == "en" and _is_thai(passage.text):
            yield _told(passage, _COPY_TH if id(passage) in copies else _THAI_IN_ENGLISH)
        elif passage.locale == "th" and _is_english(passage.text):
            yield _told(passage, _COPY_EN if id(passage) in copies else _ENGLISH_IN_THAI)


def _is_thai(text: str) -> bool:
    """Whether most letters of a text are Thai."""
    thai = len(_THAI.findall(text))
    return thai > 1 and thai > len(_LATIN.findall(text))


def _is_english(text: str) -> bool:
    """Whether a text has no Thai and several plain English words."""
    words = " ".join(word for word in text.split() if not _is_address(word))
    return not _THAI.search(text) and len(_SMALL_WORD.findall(words)) >= _LEAST_WORDS


def _is_address(word: str) -> bool:
    return "@" in word or "/" in word or "." in word[1:-1]


def _told(passage: Passage, message: Bilingual) -> Finding:
    return found_in(passage, 0, len(passage.text), message, _HINT)


_COPY_TH = Bilingual("ข้อความภาษาอังกฤษเหมือนภาษาไทยทุกตัวอักษร", "the English text is the Thai one, letter by letter")
_COPY_EN = Bilingual("ข้อความภาษาไทยเหมือนภาษาอังกฤษทุกตัวอักษร", "the Thai text is the English one, letter by letter")
_THAI_IN_ENGLISH = Bilingual("ข้อความภาษาอังกฤษเขียนเป็นภาษาไทย", "the English text is written in Thai")
_ENGLISH_IN_THAI = Bilingual("ข้อความภาษาไทยเขียนเป็นภาษาอังกฤษ", "the Thai text is written in English")
_HINT = Bilingual("แปลข้อความนี้", "translate this text")

RULE = Rule(
    name="parity.language",
    severity="warning",
    title=Bilingual("ข้อความต้องเป็นภาษาของฉบับนั้น", "Each text is in its own language"),
    find=find,
    topics=("bilingual parity",),
)
