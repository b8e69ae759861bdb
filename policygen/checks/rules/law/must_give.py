"""law.must-give: which data a person must give under a contract or a law, and what happens without them."""

from collections.abc import Iterator

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import first_in_each_locale, said, telling, tells
from policygen.checks.evidence.registers import items_named, items_of
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, DataItem, Purpose

_OBLIGING = {"contract", "legal-obligation"}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each item that leaves open whether it must be given, or what happens where it is not."""
    if collects_nothing(subject):
        return
    effect, must = tells(subject, _effect()), tells(subject, _must())
    if not effect:
        yield from (_without_effect(item) for item in _obligatory(subject))
    if not must:
        yield from (_left_open(item) for item in _open_items(subject))
    if not effect and not must:
        yield from (_without_data(purpose) for purpose in _obliging(subject) if purpose.data is NOT_STATED)
        yield from _in_prose(subject)


def _obligatory(subject: Subject) -> list[DataItem]:
    """The items that must be given, and of which nothing says what happens where they are not."""
    return [item for item in _needed(subject) if item.refusal is NOT_STATED]


def _needed(subject: Subject) -> list[DataItem]:
    return [item for item in items_of(subject.facts.data) if item.required in ("yes", "law", "contract")]


def _obliging(subject: Subject) -> list[Purpose]:
    """The purposes that rest on a contract or a law."""
    purposes = subject.facts.purposes
    return [one for one in purposes if one.basis is not NOT_STATED and _OBLIGING & set(one.basis)]


def _open_items(subject: Subject) -> list[DataItem]:
    """The items of such purposes that come from the person, where it stays open whether they must be given."""
    facts = subject.facts
    used = dict.fromkeys(item.id for one in _obliging(subject) for item in items_named(one.data, facts))
    items = [item for item in items_of(facts.data) if item.id in used and item.required is NOT_STATED]
    return [item for item in items if item.source is NOT_STATED or "data-subject" in item.source]


def _in_prose(subject: Subject) -> Iterator[Finding]:
    """Where no register has purposes: the prose that rests on a contract or a law."""
    if subject.facts.purposes:
        return
    for passage, match in first_in_each_locale(said(subject, wording("law/must_give", "obliging"))):
        yield found_in(passage, match.start(), match.end(), _PROSE, _HINT)


def _without_effect(item: DataItem) -> Finding:
    return Finding(
        Bilingual(
            f"ข้อมูล {item.id} ต้องให้ แต่ไม่บอกผลของการไม่ให้",
            f"the data item {item.id} must be given, and nothing says what happens where it is not",
        ),
        Bilingual(
            "เติม refusal: เช่น {th: หากท่านไม่ให้ เราจะจัดส่งสินค้าให้ท่านไม่ได้, en: …}",
            "add refusal:, such as {th: …, en: Without it we cannot deliver to you}",
        ),
        anchor=f"data-{item.id}",
    )


def _left_open(item: DataItem) -> Finding:
    return Finding(
        Bilingual(
            f"ข้อมูล {item.id} ใช้ตามสัญญาหรือกฎหมาย แต่ไม่บอกว่าต้องให้หรือไม่",
            f"the data item {item.id} is used under a contract or a law, and nothing says whether it must be given",
        ),
        Bilingual(
            "เติม required: contract, law หรือ no และ refusal: บอกผลของการไม่ให้",
            "add required: contract, law or no, and refusal: for what happens without it",
        ),
        anchor=f"data-{item.id}",
    )


def _without_data(purpose: Purpose) -> Finding:
    return Finding(
        Bilingual(
            f"วัตถุประสงค์ {purpose.id} อาศัยสัญญาหรือกฎหมาย แต่ไม่บอกว่าต้องให้ข้อมูลใด และผลของการไม่ให้",
            f"the purpose {purpose.id} rests on a contract or a law, and nothing says which data must be given, "
            "nor what happens without them",
        ),
        _HINT,
        anchor=f"purpose-{purpose.id}",
    )


def asked(subject: Subject) -> bool:
    """Whether anything must be given under a contract or a law."""
    if subject.facts.purposes:
        return bool(_obliging(subject) or _needed(subject))
    return tells(subject, wording("law/must_give", "obliging"))


def clauses(subject: Subject) -> list[str]:
    """The items that must be given, with what happens without them; else the prose that tells it."""
    if any(True for _ in find(subject)):
        return []
    return [f"data-{item.id}" for item in _needed(subject)] or telling(subject, _effect()) or telling(subject, _must())


def _effect() -> Wording:
    return wording("law/must_give", "effect")


def _must() -> Wording:
    return wording("law/must_give", "must")


_PROSE = Bilingual(
    "ข้อความอาศัยสัญญาหรือกฎหมาย แต่ไม่บอกว่าท่านต้องให้ข้อมูลใด และผลของการไม่ให้",
    "the text rests on a contract or a law, and nothing says which data must be given, nor what happens without them",
)
_HINT = Bilingual(
    "บอกว่าข้อมูลใดต้องให้เพื่อทำสัญญาหรือปฏิบัติตามกฎหมาย และผลของการไม่ให้ (ใน data.yaml เติม required: และ refusal:)",
    "say which data must be given for the contract or under the law, and what happens without them "
    "(in data.yaml: required: and refusal:)",
)

RULE = Rule(
    name="law.must-give",
    severity="error",
    title=Bilingual("ข้อมูลที่ต้องให้และผลของการไม่ให้", "What must be given, and what happens without it"),
    find=find,
    topics=("must data be given",),
    reference="PDPA 23(2)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "must-give",
            Bilingual(
                "กรณีที่ต้องให้ข้อมูลเพื่อปฏิบัติตามกฎหมายหรือสัญญา และผลของการไม่ให้",
                "where data must be given under a law or a contract, and the effect of not giving them",
            ),
            "PDPA 23(2)",
            clauses,
            asked,
        ),
    ),
)
