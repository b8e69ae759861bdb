"""law.time-to-answer: requests for access are answered within thirty days; "promptly" alone is no time."""

import re
from collections.abc import Iterator

from policygen.checks.evidence.prose import first_in_each_locale
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.rules.law.rights import RIGHTS, clauses_telling
from policygen.checks.subject import Subject
from policygen.checks.wording import Said, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Right
from policygen.text.durations import days_of

MOST_DAYS = 30
"""PDPA 30 para 4: thirty days from the day on which the request is received."""
_ACCESS = next(right for right in RIGHTS if right.id == "access")
_TIME = re.compile(
    r"(?:(\d{1,4})|(สามสิบ|สิบห้า|ยี่สิบ|หกสิบ|เก้าสิบ|เจ็ด|สิบ|หนึ่ง|\b(?:thirty|fifteen|sixty|ninety|seven|ten|one|a)\b))"
    r"[ -]?(?:\([^)\n]{1,12}\) ?)?(?:calendar )?((?:business |working )?(?:day|month|week)|วันทำการ|วัน|เดือน|สัปดาห์)",
    re.IGNORECASE,
)
_WORDS = {
    "สามสิบ": 30, "สิบห้า": 15, "ยี่สิบ": 20, "หกสิบ": 60, "เก้าสิบ": 90, "เจ็ด": 7, "สิบ": 10, "หนึ่ง": 1,
    "thirty": 30, "fifteen": 15, "sixty": 60, "ninety": 90, "seven": 7, "ten": 10, "one": 1, "a": 1,
}  # fmt: skip
# A month may have 31 days, and a week has five working days.
_UNITS = {"day": 1.0, "วัน": 1.0, "week": 7.0, "สัปดาห์": 7.0, "month": 31.0, "เดือน": 31.0}
_WORKING_DAYS = ("ทำการ", "business", "working")
_WORKING = 7 / 5


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each limit over thirty days; else one where the time to answer is not told."""
    stated = [one for one in _rights(subject) if one.time_limit is not NOT_STATED]
    if stated:
        yield from (
            _too_long(one) for one in stated if one.time_limit is not NOT_STATED and days_of(one.time_limit) > MOST_DAYS
        )
    elif clauses_telling(subject, _ACCESS):
        yield from _in_prose(subject)


def _rights(subject: Subject) -> list[Right]:
    return [one for one in subject.facts.rights if one.right in _ACCESS.kinds]


def _in_prose(subject: Subject) -> Iterator[Finding]:
    limits = _said(subject, "limit")
    if any(_days(match[0]) <= MOST_DAYS for _, match in limits):
        return
    prompt = _said(subject, "promptly")
    for passage, match in first_in_each_locale(limits or prompt):
        message = _long(match[0]) if limits else _vague(match[0])
        yield found_in(passage, match.start(), match.end(), message, _HINT)
    if not limits and not prompt:
        yield Finding(_NONE, _HINT, anchor=clauses_telling(subject, _ACCESS)[0])


def _said(subject: Subject, name: str) -> list[Said]:
    """What is said of requests by sections and by the entries of rights."""
    texts = [one for one in subject.passages if not one.anchor.startswith("term-")]
    return list(wording("law/time_to_answer", name).found_in(texts))


def _days(words: str) -> float:
    """The days of the last time in the words, none where there is no time."""
    times = list(_TIME.finditer(words))
    if not times:
        return 0
    digits, word, unit = times[-1].groups()
    count = int(digits) if digits else _WORDS[word.lower()]
    length = next(days for name, days in _UNITS.items() if name in unit.lower())
    return count * length * (_WORKING if any(mark in unit.lower() for mark in _WORKING_DAYS) else 1)


def _too_long(right: Right) -> Finding:
    return Finding(_long(right.id), _HINT, anchor=f"right-{right.id}")


def _long(words: str) -> Bilingual:
    said = shortened(words)
    return Bilingual(
        f"“{said}” อาจนานเกินสามสิบวันนับแต่วันที่ได้รับคำขอ",
        f"“{said}” may be longer than thirty days from receiving the request",
    )


def _vague(words: str) -> Bilingual:
    said = shortened(words)
    return Bilingual(f"“{said}” ไม่บอกกำหนดเวลา", f"“{said}” tells no time limit")


def clauses(subject: Subject) -> list[str]:
    """The rights with their limits, else the entries and sections that tell one."""
    if not clauses_telling(subject, _ACCESS) or any(True for _ in find(subject)):
        return []
    stated = [f"right-{one.id}" for one in _rights(subject) if one.time_limit is not NOT_STATED]
    return stated or list(dict.fromkeys(passage.anchor for passage, _ in _said(subject, "limit")))


_NONE = Bilingual("ไม่ได้แจ้งว่าจะดำเนินการตามคำขอภายในกี่วัน", "nothing says within how many days a request is answered")
_HINT = Bilingual(
    "เติม time_limit: P30D ในสิทธิเข้าถึง หรือเขียนว่า “ดำเนินการตามคำขอภายใน 30 วันนับแต่วันที่ได้รับคำขอ”",
    "add time_limit: P30D to the right of access, or write “within 30 days of receiving your request”",
)

RULE = Rule(
    name="law.time-to-answer",
    severity="warning",
    title=Bilingual("ดำเนินการตามคำขอภายในสามสิบวัน", "Requests are answered within thirty days"),
    find=find,
    topics=("time to answer",),
    reference="PDPA 30 para 4",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "time-to-answer",
            Bilingual(
                "ดำเนินการตามคำขอเข้าถึงโดยไม่ชักช้าและไม่เกินสามสิบวัน",
                "requests for access are answered without delay, and within thirty days",
            ),
            "PDPA 30 para 4",
            clauses,
        ),
    ),
)
