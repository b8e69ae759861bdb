"""language.vague-words: a clause does not leave open what is done by too many vague words."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual

# So many in one clause, and no fewer than one in so many letters: a long clause may hold several.
_MANY = 3
_APART = 150


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each clause (a paragraph, item or entry's text) with too many, at the first of them."""
    vague = wording("language/vague_words", "vague")
    for passage in subject.passages:
        found = [match for _, match in vague.found_in((passage,))]
        if len(found) >= _MANY and len(passage.text) <= len(found) * _APART:
            words = ", ".join(dict.fromkeys(match[0].lower() for match in found))
            yield found_in(
                passage,
                *found[0].span(),
                Bilingual(
                    f"ข้อความนี้มีคำที่ไม่ชัดเจน {len(found)} แห่ง: {words}",
                    f"{len(found)} vague words in this clause: {words}",
                ),
                _HINT,
            )


_HINT = Bilingual(
    "บอกให้ชัดว่าทำหรือไม่ทำอะไร เมื่อใด และระบุรายการแทนคำว่าต่าง ๆ อื่น ๆ เป็นต้น",
    "say what is done and when, and list things instead of “various”, “some” or “etc.”",
)

RULE = Rule(
    name="language.vague-words",
    severity="info",
    title=Bilingual("ใช้คำที่ชัดเจน", "Plain words"),
    find=find,
    topics=("plain words",),
    reference="GDPR 12(1)",
)
