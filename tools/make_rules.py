"""Writes docs/rules/README.md: which rules cover what is asked of a policy, in law and in language.

    python tools/make_rules.py

A test keeps the page in step, and fails where nothing covers a topic.
"""

from collections.abc import Iterator
from pathlib import Path

from policygen.checks import RULES
from policygen.checks.rule import Rule

TARGET = Path(__file__).parent.parent / "docs" / "rules" / "README.md"
LAW = (
    ("purposes", "วัตถุประสงค์", "PDPA 23(1)"),
    ("lawful basis", "ฐานทางกฎหมาย", "PDPA 23(1), 24"),
    ("data and purposes", "ข้อมูลกับวัตถุประสงค์", "PDPA 22"),
    ("must data be given", "ต้องให้ข้อมูลหรือไม่ และผลของการไม่ให้", "PDPA 23(2)"),
    ("data collected", "ข้อมูลที่เก็บรวบรวม", "PDPA 23(3)"),
    ("retention", "ระยะเวลาเก็บรักษา", "PDPA 23(3)"),
    ("recipients", "ผู้รับข้อมูล", "PDPA 23(4), 27"),
    ("controller", "ผู้ควบคุมข้อมูลส่วนบุคคล", "PDPA 23(5)"),
    ("DPO, representative", "เจ้าหน้าที่คุ้มครองข้อมูล ตัวแทน", "PDPA 23(5), 41, 37(5)"),
    ("rights", "สิทธิของเจ้าของข้อมูล", "PDPA 23(6)"),
    ("time to answer", "ระยะเวลาตอบคำขอ", "PDPA 30 para 4"),
    ("deemed consent", "การถือว่ายินยอม", "PDPA 19 para 2–4"),
    ("bundled consent", "ความยินยอมที่ปนกับข้อความอื่น", "PDPA 19 para 3"),
    ("conditional consent", "ความยินยอมเป็นเงื่อนไขของบริการ", "PDPA 19 para 4"),
    ("effect of withdrawal", "ผลของการถอนความยินยอม", "PDPA 19 para 6"),
    ("minors, incompetent persons", "ผู้เยาว์ คนไร้ความสามารถ", "PDPA 20"),
    ("new purposes", "วัตถุประสงค์ใหม่", "PDPA 21"),
    ("other sources", "ข้อมูลจากแหล่งอื่น", "PDPA 25"),
    ("sensitive data", "ข้อมูลอ่อนไหว", "PDPA 26"),
    ("transfer abroad", "การส่งข้อมูลไปต่างประเทศ", "PDPA 28–29"),
    ("security", "ความมั่นคงปลอดภัย", "PDPA 37(1)"),
    ("no-disclosure claims", "คำกล่าวว่าไม่เปิดเผย", "PDPA 27"),
    ("retention claims", "คำกล่าวเรื่องระยะเวลา", "PDPA 23(3)"),
    ("purpose claims", "คำกล่าวเรื่องวัตถุประสงค์", "PDPA 21"),
    ("dates", "วันที่", "good practice"),
    ("change notice", "การแจ้งการเปลี่ยนแปลง", "PDPA 21, GDPR 13(3)"),
    ("plain words", "ถ้อยคำที่เข้าใจง่าย", "GDPR 12(1)"),
    ("GDPR", "GDPR", "GDPR 13, 14"),
)
LANGUAGE = (
    ("spelling", "การสะกด"),
    ("quoting and brackets", "เครื่องหมายคำพูดและวงเล็บ"),
    ("Thai spacing", "การเว้นวรรคและเครื่องหมายไทย"),
    ("terms", "คำนิยาม"),
    ("structure", "โครงสร้าง"),
    ("references", "การอ้างถึง"),
    ("bilingual parity", "ความตรงกันของสองภาษา"),
)
_INTRO = """\
# The rules · กฎที่ใช้ตรวจ

What `policygen check` looks for. Each rule is a module and a page of the same name in `policygen/checks/rules/`; the
page says in Thai and in English what the rule wants, why, how to mend what it finds and what it lets pass, and its
cases are the rule's test. `policygen explain RULE` shows it. What loading the files can tell stands in
[diagnostics](../reference/diagnostics.md), and a site's own rules in [the sources](../reference/sources.md#rulesyaml).

This is a drafting aid, not legal advice. A rule of law is asked from the day on which the duty binds (the Act's from
1 June 2565, 2022-06-01): a version that takes effect earlier is told "not yet required".
"""


def page() -> str:
    """The whole page."""
    return "\n".join((_INTRO, *_law(), "", *_language(), "", *_list()))


def covering(topic: str) -> list[Rule]:
    """The rules of a topic, in their order."""
    return [rule for rule in RULES if topic in rule.topics]


def _law() -> Iterator[str]:
    yield "## What the law asks · สิ่งที่กฎหมายกำหนด"
    yield ""
    yield "| topic | หัวข้อ | reference | rules |"
    yield "|---|---|---|---|"
    for topic, thai, reference in LAW:
        yield f"| {topic} | {thai} | {reference} | {_names(topic)} |"


def _language() -> Iterator[str]:
    yield "## Language and drafting · ภาษาและการร่าง"
    yield ""
    yield "| topic | หัวข้อ | rules |"
    yield "|---|---|---|"
    for topic, thai in LANGUAGE:
        yield f"| {topic} | {thai} | {_names(topic)} |"


def _list() -> Iterator[str]:
    yield "## Every rule · กฎทั้งหมด"
    yield ""
    yield "| rule | severity | what it wants | สิ่งที่ต้องการ |"
    yield "|---|---|---|---|"
    for rule in RULES:
        yield f"| {_link(rule)} | {rule.severity} | {rule.title.en} | {rule.title.th} |"
    yield ""


def _names(topic: str) -> str:
    return ", ".join(map(_link, covering(topic)))


def _link(rule: Rule) -> str:
    path = rule.find.__module__.replace(".", "/")
    return f"[`{rule.name}`](../../{path}.md)"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(page(), "utf-8")
