"""law.other-sources: data that do not come from the person: where from, told when, and on which basis."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import first_in_each_locale, said, telling, tells
from policygen.checks.evidence.registers import items_of, purposes_using
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, DataItem

_ELSEWHERE = {"third-party", "public-source"}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each of source, notice and basis that is not told of data from elsewhere."""
    items = items_from_elsewhere(subject)
    yield from _of_items(subject, items) if items else _in_prose(subject)


def items_from_elsewhere(subject: Subject) -> list[DataItem]:
    """The items that come from third parties or public sources."""
    items = items_of(subject.facts.data)
    return [one for one in items if one.source is not NOT_STATED and _ELSEWHERE & set(one.source)]


def _of_items(subject: Subject, items: list[DataItem]) -> Iterator[Finding]:
    first, listed = f"data-{items[0].id}", ", ".join(one.id for one in items)
    if not tells(subject, source_words()):
        yield Finding(
            Bilingual(f"ไม่ได้บอกว่าได้ข้อมูลมาจากที่ใด: {listed}", f"nothing says where these data come from: {listed}"),
            _SOURCE_HINT,
            anchor=first,
        )
    if not tells(subject, _notice()):
        exempt = all(_is_exempt(subject, one) for one in items)
        yield Finding(_NO_NOTICE, _NOTICE_HINT, anchor=first, severity="info" if exempt else None)
    yield from (_without_basis(one) for one in items if _lacks_basis(subject, one))


def _bases(subject: Subject, item: DataItem) -> list[str]:
    purposes = purposes_using(item, subject.facts)
    return [basis for one in purposes if one.basis is not NOT_STATED for basis in one.basis]


def _is_exempt(subject: Subject, item: DataItem) -> bool:
    """Whether no consent is needed to collect it: section 25(2) then asks for no notice of the collection."""
    bases = _bases(subject, item)
    return bool(bases) and "consent" not in bases


def _lacks_basis(subject: Subject, item: DataItem) -> bool:
    return bool(purposes_using(item, subject.facts)) and not _bases(subject, item)


def _without_basis(item: DataItem) -> Finding:
    return Finding(
        Bilingual(
            f"ข้อมูล {item.id} ไม่ได้มาจากเจ้าของข้อมูล แต่ไม่บอกความยินยอมหรือข้อยกเว้นที่ใช้",
            f"the data item {item.id} does not come from the person, and neither consent nor an exemption is told",
        ),
        Bilingual("เติม basis: ในวัตถุประสงค์ที่ใช้ข้อมูลนี้", "add basis: to the purposes that use it"),
        anchor=f"data-{item.id}",
    )


def _in_prose(subject: Subject) -> Iterator[Finding]:
    if tells(subject, _notice()):
        return
    for passage, match in first_in_each_locale(said(subject, wording("law/other_sources", "collects"))):
        yield found_in(passage, match.start(), match.end(), _NO_NOTICE, _NOTICE_HINT)


def source_words() -> Wording:
    """Words that say where data from elsewhere come from."""
    return wording("law/other_sources", "sources")


def _notice() -> Wording:
    return wording("law/other_sources", "notice")


def asked(subject: Subject) -> bool:
    """Whether any data come from elsewhere."""
    return bool(items_from_elsewhere(subject)) or tells(subject, wording("law/other_sources", "collects"))


def _clauses(subject: Subject) -> list[str]:
    """The sections that tell of sources and notice, once nothing is missing."""
    if not asked(subject) or any(finding.severity is None for finding in find(subject)):
        return []
    return list(dict.fromkeys([*telling(subject, source_words()), *telling(subject, _notice())]))


_NO_NOTICE = Bilingual(
    "เก็บข้อมูลจากแหล่งอื่น แต่ไม่ได้บอกว่าจะแจ้งเจ้าของข้อมูลภายในสามสิบวัน",
    "data are collected from elsewhere, and nothing says that the person is told within thirty days",
)
_NOTICE_HINT = Bilingual(
    "เขียนว่า “เราแจ้งท่านภายใน 30 วันนับแต่วันที่เก็บรวบรวมจากแหล่งอื่น” หากได้รับยกเว้นตามมาตรา 24 หรือ 26 ให้บอกฐานนั้น",
    "write “we tell you within 30 days of collecting them”; where section 24 or 26 exempts you, name that basis",
)
_SOURCE_HINT = Bilingual(
    "เขียนในเนื้อความว่าได้ข้อมูลมาจากใคร เช่น “เราได้รับข้อมูลจากแหล่งอื่น ได้แก่ ผู้ซื้อของขวัญ”",
    "say in prose from whom, such as “we receive data from other sources: the buyer of a gift”",
)

RULE = Rule(
    name="law.other-sources",
    severity="warning",
    title=Bilingual("ข้อมูลจากแหล่งอื่น", "Data from other sources"),
    find=find,
    topics=("other sources",),
    reference="PDPA 25",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "other-sources",
            Bilingual(
                "แหล่งอื่นของข้อมูล การแจ้งภายในสามสิบวัน และความยินยอมหรือข้อยกเว้น",
                "other sources of data, notice within thirty days, and consent or an exemption",
            ),
            "PDPA 25",
            _clauses,
            asked,
        ),
    ),
)
