"""language.quotes: quotation marks and brackets that are opened and not closed, or closed and not opened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_CLOSING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", "（": "）", "「": "」", "『": "』"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_MARKS = re.compile(f'[{re.escape("".join((*_CLOSING, *_OPENING)))}"]')
_CURLY = "“”"
_BEFORE_OPENING = " (/\u00a0"
# A quotation may go on for so many paragraphs of one definition or section.
_PARAGRAPHS = 6
# What stands before a closing bracket that ends the number of an item: 1) 2.1) ๑) ก) a) iv), and before a smile.
_NUMBER = re.compile(
    r"(?:^|[\s(,;/])(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}|[ก-ฮ]|[A-Za-z]|[ivxlcIVXLC]{1,5})$|[:;=]-?$"
)
_NUMBER_LETTERS = 20
# After an opening single quote: decades and short forms, where it stands for what was left out.
_SHORTENED = re.compile(r"\d0s|em\b|til\b|tis\b|n\b")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark without a partner in its passage; `opens` unless it closes."""

    passage: Passage
    at: int
    opens: bool

    @property
    def sign(self) -> str:
        return self.passage.text[self.at]

    @property
    def pair(self) -> str:
        """The sign that opens such a pair."""
        return _OPENING.get(self.sign, self.sign)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each mark without its partner."""
    where = groupby(subject.passages, key=lambda one: (one.anchor, one.locale, one.excerpt.file.path))
    for _, passages in where:
        yield from map(_alone, _across(list(passages)))


def _across(passages: Sequence[Passage]) -> Iterator[_Mark]:
    """The marks of one definition or section that have no partner in a paragraph near theirs."""
    opened: dict[str, list[tuple[int, _Mark]]] = {}
    for number, passage in enumerate(passages):
        opening: list[_Mark] = []
        for mark in _unpaired(passage):
            before = opened.setdefault(mark.pair, [])
            near = bool(before) and number - before[-1][0] <= _PARAGRAPHS
            # Each paragraph of a long quotation opens it anew, and the last one closes it.
            if near and (not mark.opens or mark.at == 0):
                before.pop()
            if mark.opens:
                opening.append(mark)
            elif not near:
                yield mark
        for mark in opening:
            opened[mark.pair].append((number, mark))
    yield from (mark for marks in opened.values() for _, mark in marks)


def _unpaired(passage: Passage) -> list[_Mark]:
    """The marks of a passage without a partner in it, in order."""
    text = passage.text
    opened: dict[str, list[int]] = {opening: [] for opening in _CLOSING}
    alone: list[_Mark] = []
    straight: list[int] = []
    for match in _MARKS.finditer(text):
        at, sign = match.start(), match[0]
        if sign == '"':
            straight.append(at)
        elif sign in _CLOSING:
            opened[sign].append(at)
        elif opened[_OPENING[sign]]:
            opened[_OPENING[sign]].pop()
        elif not _stands_alone(text, at):
            alone.append(_Mark(passage, at, opens=False))
    alone += [
        _Mark(passage, at, opens=True)
        for opening, places in opened.items()
        for at in places
        if opening != "‘" or not _SHORTENED.match(text, at + 1)
    ]
    return sorted(_with_straight(passage, alone, straight), key=lambda mark: mark.at)


def _with_straight(passage: Passage, alone: list[_Mark], straight: Sequence[int]) -> list[_Mark]:
    """The marks alone with the straight one that has no partner; a straight and a curly mark as a pair are one slip."""
    text = passage.text
    if len(straight) % 2 == 0 or any(
        text[at - 1 : at].isdigit() and not _closes(text, straight[number - 1], number)
        for number, at in enumerate(straight)
    ):
        return alone
    odd = _odd_one(text, straight)
    mark = _Mark(passage, odd, opens=_opens(text, odd))
    partners = [one for one in alone if one.sign in _CURLY and one.opens != mark.opens and one.opens == (one.at < odd)]
    return [*(one for one in alone if one not in partners[:1]), mark]


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark stands where one opens: at the start, or after a space, before a letter."""
    return (at == 0 or text[at - 1] in _BEFORE_OPENING) and text[at + 1 : at + 2].strip() != ""


def _closes(text: str, before: int, number: int) -> bool:
    """Whether straight mark `number`, after a digit, closes a quotation: the one before it stands where one opens."""
    return number % 2 == 1 and _opens(text, before)


def _odd_one(text: str, straight: Sequence[int]) -> int:
    """The first straight mark that stands as an opening one where a closing one is due, else the last."""
    due = False
    for number, at in enumerate(straight):
        if due and _opens(text, at):
            return straight[number - 1]
        due = not due
    return straight[-1]


def _stands_alone(text: str, at: int) -> bool:
    """Whether a mark needs no partner: it is an apostrophe, or ends the number of an item."""
    return text[at] == "’" or (text[at] == ")" and _NUMBER.search(text[max(0, at - _NUMBER_LETTERS) : at]) is not None)


def _alone(mark: _Mark) -> Finding:
    sign = mark.sign
    if sign in _CLOSING or (sign == '"' and mark.opens):
        partner = _CLOSING.get(sign, sign)
        message = Bilingual(f"เครื่องหมาย {sign} เปิดไว้แต่ไม่ปิด", f"{sign} is opened and not closed")
        hint = Bilingual(f"เติม {partner} ท้ายข้อความนั้น หรือลบออก", f"add {partner} where it ends, or remove it")
    else:
        partner = _OPENING.get(sign, sign)
        message = Bilingual(f"เครื่องหมาย {sign} ปิดโดยไม่มีเครื่องหมายเปิด", f"{sign} closes what was not opened")
        hint = Bilingual(f"เติม {partner} หน้าข้อความนั้น หรือลบออก", f"add {partner} where it begins, or remove it")
    return found_in(mark.passage, mark.at, mark.at + 1, message, hint)


RULE = Rule(
    name="language.quotes",
    severity="error",
    title=Bilingual("เครื่องหมายคำพูดและวงเล็บต้องครบคู่", "Quotation marks and brackets come in pairs"),
    find=find,
    topics=("quoting and brackets",),
)
