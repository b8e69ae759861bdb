"""form.blank: a blank that nobody has filled in."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

# Brackets with words, dots or spaces in them, rows of dots or underlines, x's (also as a number's digits or a date's),
# orders to fill in, and marks of templates. Three dots are an ellipsis. A number in brackets is a citation, "[sic]" an
# editor's word, an addition within quotes "[the] data" a quoter's.
_BLANK = re.compile(
    r"\[(?!\d+\]|sic\]|ibid\.?\]|(?:[a-z]|the|an|its|his|her|our)\][ a-z])[^\[\]\n]{1,80}\]|【[^】\n]{1,80}】"
    r"|[.…]{4,}|…{2,}|_{3,}|(?:\. ){4,}"
    r"|(?<![A-Za-z0-9])(?:[\dxX]{1,4}[-/ ]){0,3}(?:[xX]{3,}|[xX]{2}(?=[-/][xX]))(?:[-/][\dxX]{1,4}){0,3}(?![A-Za-z0-9])"
    r"|\((?:โปรด|กรุณา)?(?:ระบุ|ใส่|กรอก|เติม)(?!ไว้|ตัว|ใน|อยู่)[^()\n]{1,40}\)"
    r"|\((?:please )?(?:insert|fill in|enter|specify|to be (?:completed|confirmed|added))\b[^()\n]{0,40}\)"
    r"|\{\{[^{}\n]{1,60}\}\}|<(?:[A-Z][A-Z _]{2,30}|(?:ชื่อ|ที่อยู่|วันที่|อีเมล|ระบุ|เบอร์)[^<>\n]{0,30})>"
    r"|\b(?:TBD|TBC|TODO|FIXME)\b|\b[Ll]orem ipsum\b"
)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each blank of each passage, and of what site.yaml says of the site and its controller."""
    for passage in (*subject.passages, *(subject.policy.site_passages if subject.policy else ())):
        for blank in _blanks(passage.text):
            yield found_in(
                passage,
                blank.start(),
                blank.end(),
                Bilingual(f"ยังไม่ได้เติมข้อความแทน {blank[0]}", f"the blank {blank[0]} is not filled in"),
                Bilingual("เขียนข้อความจริงแทน แล้วลบเครื่องหมายออก", "write the words that belong here, without the marks"),
            )


@lru_cache(maxsize=8192)
def _blanks(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_BLANK.finditer(text))


RULE = Rule(
    name="form.blank",
    severity="error",
    title=Bilingual("ช่องว่างที่ยังไม่ได้เติม", "Blanks are filled in"),
    find=find,
    topics=("structure",),
)
