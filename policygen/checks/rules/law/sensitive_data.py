"""law.sensitive-data: sensitive data are flagged, and rest on explicit consent or an exception."""

from collections.abc import Iterator
from typing import get_args

from policygen.checks.evidence.prose import first_in_each_locale, said, tells, tells_at
from policygen.checks.evidence.registers import items_of, purposes_using
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Said, Wording, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, DataItem, Purpose, SensitiveKind

_KINDS: tuple[SensitiveKind, ...] = tuple(kind for kind in get_args(SensitiveKind) if kind != "other")
_CARD = "identity-card"


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each item that is sensitive by its name and not flagged, and for each use without a ground."""
    for item in items_of(subject.facts.data):
        if item.sensitive in (NOT_STATED, "no"):
            yield from _unflagged(subject, item)
    if not tells(subject, _ground()):
        yield from _groundless(subject)
        if not subject.facts.data:
            yield from _in_prose(subject)


def _unflagged(subject: Subject, item: DataItem) -> Iterator[Finding]:
    """What the words of its name say that it is: one finding, at the first of them."""
    names = {item.name.plain(locale) for locale in subject.locales}
    texts = [one for one in subject.passages if one.anchor == f"data-{item.id}" and one.text in names]
    for kind in (*_KINDS, _CARD):
        found = next(_words(kind).found_in(texts), None)
        if found is not None and not (kind == _CARD and tells(subject, wording("law/sensitive_data", "covered"))):
            yield _flag_it(item, kind, found)
            return


def _flag_it(item: DataItem, kind: str, found: Said) -> Finding:
    passage, match = found
    flag = "belief" if kind == _CARD else kind
    why = _CARD_SHOWS if kind == _CARD else Bilingual("", "")
    return found_in(
        passage,
        match.start(),
        match.end(),
        Bilingual(
            f"“{shortened(match[0])}” เป็นข้อมูลส่วนบุคคลอ่อนไหว แต่รายการ {item.id} ไม่ได้ระบุไว้{why.th}",
            f"“{shortened(match[0])}” is sensitive data, and the item {item.id} is not flagged as such{why.en}",
        ),
        Bilingual(
            f"เติม sensitive: {flag} และ sensitive_basis: ในวัตถุประสงค์ที่ใช้ หรือเลิกเก็บ",
            f"add sensitive: {flag}, and sensitive_basis: to the purposes that use it; or collect it no longer",
        ),
    )


def _groundless(subject: Subject) -> Iterator[Finding]:
    """The purposes that use flagged items and name no ground of section 26, and flagged items that none uses."""
    for purpose, items in _uses(subject).items():
        if purpose.sensitive_basis in (NOT_STATED, ()) and not tells_at(subject, f"purpose-{purpose.id}", _ground()):
            yield _without_ground(f"purpose-{purpose.id}", purpose.id, items)
    for item in flagged_items(subject):
        if not purposes_using(item, subject.facts):
            yield _without_ground(f"data-{item.id}", item.id, [item])


def flagged_items(subject: Subject) -> list[DataItem]:
    """The items that are flagged as sensitive."""
    return [one for one in items_of(subject.facts.data) if one.sensitive not in (NOT_STATED, "no")]


def _uses(subject: Subject) -> dict[Purpose, list[DataItem]]:
    uses: dict[Purpose, list[DataItem]] = {}
    for item in flagged_items(subject):
        for purpose in purposes_using(item, subject.facts):
            uses.setdefault(purpose, []).append(item)
    return uses


def _without_ground(anchor: str, id: str, items: list[DataItem]) -> Finding:
    listed = ", ".join(item.id for item in items)
    return Finding(
        Bilingual(
            f"{id} ใช้ข้อมูลอ่อนไหว ({listed}) แต่ไม่บอกความยินยอมโดยชัดแจ้งหรือข้อยกเว้นตามมาตรา 26",
            f"{id} uses sensitive data ({listed}), and neither explicit consent nor an exception of section 26 is told",
        ),
        Bilingual(
            "เติม sensitive_basis: ในวัตถุประสงค์ เช่น explicit-consent, vital-interest, legal-claims หรือ legal-obligation",
            "add sensitive_basis: to the purpose: explicit-consent, vital-interest, legal-claims, legal-obligation …",
        ),
        anchor=anchor,
    )


def _in_prose(subject: Subject) -> Iterator[Finding]:
    """Where no register has data: the first words of each language that name sensitive data which are collected."""
    found = [one for kind in _KINDS for one in said(subject, _words(kind)) if _is_collected(one)]
    for passage, match in first_in_each_locale(sorted(found, key=lambda one: one[0].place(one[1].start()).line)):
        words = shortened(match[0])
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"เก็บข้อมูลอ่อนไหว “{words}” แต่ไม่บอกความยินยอมโดยชัดแจ้งหรือข้อยกเว้นตามมาตรา 26",
                f"sensitive data (“{words}”), and neither explicit consent nor an exception of section 26 is told",
            ),
            _PROSE_HINT,
        )


def _is_collected(found: Said) -> bool:
    passage, match = found
    around = passage.text[max(0, match.start() - 120) : match.end() + 60]
    return not wording("law/sensitive_data", "not-collected").says(around)


def _words(kind: str) -> Wording:
    return wording("law/sensitive_data", kind)


def _ground() -> Wording:
    return wording("law/sensitive_data", "ground")


def _clauses(subject: Subject) -> list[str]:
    if any(True for _ in find(subject)):
        return []
    return [f"data-{item.id}" for item in flagged_items(subject)]


_CARD_SHOWS = Bilingual(" (ภาพบัตรแสดงศาสนาและหมู่โลหิต)", " (a picture of the card shows religion and blood group)")
_PROSE_HINT = Bilingual(
    "เขียนว่าขอความยินยอมโดยชัดแจ้งแยกต่างหาก หรือระบุข้อยกเว้นในมาตรา 26 และใส่รายการนี้ใน data.yaml พร้อม sensitive:",
    "say that you ask for explicit consent apart, or name the exception; list it in data.yaml with sensitive:",
)

RULE = Rule(
    name="law.sensitive-data",
    severity="error",
    title=Bilingual("ข้อมูลส่วนบุคคลอ่อนไหว", "Sensitive data"),
    find=find,
    topics=("sensitive data",),
    reference="PDPA 26",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "sensitive-data",
            Bilingual(
                "ข้อมูลอ่อนไหวพร้อมความยินยอมโดยชัดแจ้งหรือข้อยกเว้น", "sensitive data, with explicit consent or an exception"
            ),
            "PDPA 26",
            _clauses,
            lambda subject: bool(flagged_items(subject)),
        ),
    ),
)
