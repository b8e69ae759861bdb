"""law.data-use: every data item serves a purpose, and every purpose uses data."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import section_showing
from policygen.checks.evidence.registers import every_entry, items_named, items_of
from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, DataItem, Purpose, Recipient, Tool


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each purpose without data and, where all purposes say theirs, for each item without a purpose."""
    if not subject.facts.data or not subject.facts.purposes:
        return
    without = [purpose for purpose in subject.facts.purposes if not _uses_data(subject, purpose)]
    yield from (_dataless(purpose) for purpose in without)
    if not without:
        yield from (_idle(item) for item in _unused(subject))


def _uses_data(subject: Subject, purpose: Purpose) -> bool:
    """Whether it is told which data the purpose uses: by the register, by its own text, or by a list beside it."""
    if purpose.data is not NOT_STATED:
        return bool(purpose.data)
    return _names_data(subject, purpose) or _beside_data(subject, purpose)


def _names_data(subject: Subject, purpose: Purpose) -> bool:
    anchor = f"purpose-{purpose.id}"
    texts = [passage for passage in subject.passages if passage.anchor == anchor and passage.locale]
    return any(
        (item.name.plain(text.locale or "") or "\0").casefold() in text.text.casefold()
        for text in texts
        for item in every_entry(subject.facts.data)
    )


def _beside_data(subject: Subject, purpose: Purpose) -> bool:
    """Whether the section that shows the purpose lists data too: they are collected for what is told there."""
    section = section_showing(subject, f"purpose-{purpose.id}")
    return bool(section) and any(_shown_in(subject, item, section) for item in every_entry(subject.facts.data))


def _shown_in(subject: Subject, item: DataItem, section: str) -> bool:
    return section_showing(subject, f"data-{item.id}") == section


def _unused(subject: Subject) -> list[DataItem]:
    """The items that no purpose uses, nor a tool or a disclosure that serves one."""
    facts = subject.facts
    if any(purpose.data is NOT_STATED for purpose in facts.purposes):
        return []
    third_parties: tuple[Tool | Recipient, ...] = (*facts.tools, *facts.recipients)
    serving = [one.data for one in third_parties if one.purposes not in (NOT_STATED, ())]
    lists = [*(purpose.data for purpose in facts.purposes), *serving]
    used = {item.id for data in lists for item in items_named(data, facts)}
    return [item for item in items_of(facts.data) if item.id not in used]


def _dataless(purpose: Purpose) -> Finding:
    return Finding(
        Bilingual(f"วัตถุประสงค์ {purpose.id} ไม่บอกว่าใช้ข้อมูลใด", f"the purpose {purpose.id} names no data"),
        Bilingual(
            "เติม data: ด้วย id ของข้อมูลหรือกลุ่มข้อมูลใน data.yaml เช่น data: [name, email] หรือลบวัตถุประสงค์ที่ไม่ใช้ข้อมูล",
            "add data: with ids of items or groups of data.yaml, such as data: [name, email]; or drop the purpose",
        ),
        anchor=f"purpose-{purpose.id}",
    )


def _idle(item: DataItem) -> Finding:
    return Finding(
        Bilingual(
            f"ไม่มีวัตถุประสงค์ใดใช้ข้อมูล {item.id} จึงไม่เห็นความจำเป็นที่จะเก็บ",
            f"no purpose uses the data item {item.id}: nothing shows why it is collected",
        ),
        Bilingual(
            f"เติม {item.id} ใน data: ของวัตถุประสงค์ที่ใช้ข้อมูลนี้ หรือเลิกเก็บแล้วลบออกจาก data.yaml",
            f"add {item.id} to the data: of the purpose that uses it, or collect it no longer and remove it",
        ),
        anchor=f"data-{item.id}",
    )


def _clauses(subject: Subject) -> list[str]:
    """The purposes, once each tells its data and no item is left over."""
    facts = subject.facts
    linked = facts.data and all(_uses_data(subject, purpose) for purpose in facts.purposes) and not _unused(subject)
    return [f"purpose-{purpose.id}" for purpose in facts.purposes] if linked else []


RULE = Rule(
    name="law.data-use",
    severity="warning",
    title=Bilingual("เก็บข้อมูลเท่าที่จำเป็นต่อวัตถุประสงค์", "Data are collected for a purpose, and no others"),
    find=find,
    topics=("data and purposes",),
    reference="PDPA 22",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "data-use",
            Bilingual("ข้อมูลที่แต่ละวัตถุประสงค์จำเป็นต้องใช้", "the data that each purpose needs"),
            "PDPA 22",
            _clauses,
        ),
    ),
)
