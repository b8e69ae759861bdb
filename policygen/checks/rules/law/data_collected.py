"""law.data-collected: the data that are collected are listed, and no item of the list stays open."""

from collections.abc import Iterator

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import entitles, said, telling, tells
from policygen.checks.evidence.registers import every_entry
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import DataItem


def find(subject: Subject) -> Iterator[Finding]:
    """One finding where no data are listed; one for each open-ended item and each group that lists nothing."""
    if collects_nothing(subject):
        return
    if not subject.facts.data:
        yield from _in_prose(subject)
    for item in every_entry(subject.facts.data):
        found = list(_open_ended(subject, item))
        yield from found or ([_empty(item)] if item.group and not item.items else [])


def _open_ended(subject: Subject, item: DataItem) -> Iterator[Finding]:
    """The words of an item's name that leave open what it is; a group that lists its items gives examples."""
    if item.items:
        return
    anchor = f"data-{item.id}"
    texts = [one for one in subject.passages if one.anchor == anchor]
    names = [one for one in texts if one.text in {plain for _, plain in _names(item, subject)}]
    for passage, match in wording("law/data_collected", "open").found_in(names):
        yield found_in(passage, match.start(), match.end(), _open(match[0]), _OPEN_HINT, severity="warning")


def _names(item: DataItem, subject: Subject) -> Iterator[tuple[str, str]]:
    for locale in subject.locales:
        name = item.name.plain(locale)
        if name is not None:
            yield locale, name


def _in_prose(subject: Subject) -> Iterator[Finding]:
    if not tells(subject, _told()) and not entitles(subject, wording("law/data_collected", "titles")):
        yield Finding(_NONE, _NONE_HINT)
    for passage, match in said(subject, wording("law/data_collected", "open-in-prose")):
        yield found_in(passage, match.start(), match.end(), _open(match[0]), _OPEN_HINT, severity="warning")


def _empty(item: DataItem) -> Finding:
    return Finding(
        Bilingual(f"กลุ่มข้อมูล {item.id} ไม่มีรายการย่อย จึงไม่รู้ว่าเก็บข้อมูลใด", f"the group {item.id} lists no items"),
        Bilingual("เขียนรายการย่อยใน items: ของกลุ่มนี้", "list what is in it under its items:"),
        anchor=f"data-{item.id}",
        severity="warning",
    )


def _open(words: str) -> Bilingual:
    said_words = shortened(words)
    return Bilingual(
        f"“{said_words}” เป็นรายการปลายเปิดที่ไม่มีตัวอย่าง ผู้อ่านไม่รู้ว่าเก็บข้อมูลใด",
        f"“{said_words}” leaves the list open, and gives no example: a reader cannot tell which data are meant",
    )


def _told() -> Wording:
    return wording("law/data_collected", "told")


def _clauses(subject: Subject) -> list[str]:
    return [f"data-{item.id}" for item in subject.facts.data] or telling(subject, _told())


_NONE = Bilingual("นโยบายไม่ได้ระบุข้อมูลส่วนบุคคลที่เก็บรวบรวม", "the policy does not list the data that are collected")
_NONE_HINT = Bilingual(
    "เขียนข้อมูลแต่ละรายการไว้ใน data.yaml แล้วแสดงในหมวดที่มี kind: data",
    "write each data item into data.yaml, and show them in a section of kind: data",
)
_OPEN_HINT = Bilingual(
    "เขียนรายการให้ครบ หรือยกตัวอย่าง เช่น “เอกสารประกอบอื่น ๆ เช่น สำเนาใบเสร็จ”",
    "name all that is collected, or give examples: “other documents, such as copies of receipts”",
)

RULE = Rule(
    name="law.data-collected",
    severity="error",
    title=Bilingual("ต้องระบุข้อมูลที่เก็บรวบรวม", "The data collected are listed"),
    find=find,
    topics=("data collected",),
    reference="PDPA 23(3)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "data-collected",
            Bilingual("ข้อมูลส่วนบุคคลที่จะมีการเก็บรวบรวม", "the personal data to be collected"),
            "PDPA 23(3)",
            _clauses,
        ),
    ),
)
