"""gdpr.third-countries: data that leave the Union: where to, by which safeguard, and how to get a copy of it."""

from collections.abc import Iterator

from policygen.checks.evidence.prose import telling, tells, tells_at
from policygen.checks.finding import Finding
from policygen.checks.rule import GDPR_BINDS, Requirement, Rule
from policygen.checks.rules.gdpr.union import EEA
from policygen.checks.rules.law.transfer_abroad import (
    HOME,
    ThirdParty,
    anchor_of,
    ground,
    known,
    names_country,
    third_parties_abroad,
)
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED

_NEED_A_COPY = {"safeguards", "binding-rules"}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each third party outside without country or safeguard, and one where no copy is offered."""
    outside = _outside(subject)
    ground_told = tells(subject, ground())
    for one in outside:
        if not ground_told and (one.transfer in (NOT_STATED, ()) or not names_country(one)):
            yield Finding(
                Bilingual(
                    f"{one.id} อยู่ในประเทศที่สาม แต่ไม่บอกประเทศหรือมาตรการคุ้มครอง",
                    f"{one.id} is in a third country, and the country or the safeguard is not told",
                ),
                _HINT,
                anchor=anchor_of(one),
            )
    guarded = [one for one in outside if one.transfer is not NOT_STATED and _NEED_A_COPY & set(one.transfer)]
    if guarded and not _copies(subject):
        yield Finding(_NO_COPY, _COPY_HINT, anchor=anchor_of(guarded[0]))


def _outside(subject: Subject) -> list[ThirdParty]:
    """The third parties in countries outside the EEA; the controller's own country is no transfer of its own."""
    return [one for one in third_parties_abroad(subject) if _is_outside(one)]


def _is_outside(one: ThirdParty) -> bool:
    if one.countries is NOT_STATED or not one.countries:
        tool = known(one)
        return tool is not None and tool.country not in EEA
    return any(country not in EEA and country != HOME for country in one.countries)


def _copies(subject: Subject) -> list[str]:
    """The sections on transfer that say where a copy of the safeguards is to be had."""
    words = wording("gdpr/third_countries", "copy")
    return [section for section in telling(subject, ground()) if tells_at(subject, section, words)]


def _clauses(subject: Subject) -> list[str]:
    if any(True for _ in find(subject)):
        return []
    return [*(anchor_of(one) for one in _outside(subject)), *_copies(subject)]


_HINT = Bilingual(
    "เติม country: และ transfer: เช่น adequacy, safeguards หรือ binding-rules",
    "add country: and transfer:, such as adequacy, safeguards or binding-rules",
)
_NO_COPY = Bilingual(
    "ไม่บอกว่าจะขอสำเนามาตรการคุ้มครองของการส่งข้อมูลไปประเทศที่สามได้อย่างไร",
    "nothing says how to get a copy of the safeguards for third countries",
)
_COPY_HINT = Bilingual(
    "เขียนในหมวดการส่งข้อมูล เช่น “ท่านขอสำเนาข้อสัญญามาตรฐานได้ที่ dpo@…”",
    "write in the section on transfers: “you may have a copy of the standard contractual clauses from dpo@…”",
)

RULE = Rule(
    name="gdpr.third-countries",
    severity="error",
    title=Bilingual("การส่งข้อมูลไปประเทศที่สาม (GDPR)", "Transfer to third countries (GDPR)"),
    find=find,
    topics=("GDPR",),
    reference="GDPR 13(1)(f)",
    regime="gdpr",
    applies_from=GDPR_BINDS,
    requirements=(
        Requirement(
            "gdpr-third-countries",
            Bilingual(
                "ประเทศที่สาม มาตรการคุ้มครอง และวิธีขอสำเนา",
                "third countries, the safeguards, and how to get a copy of them",
            ),
            "GDPR 13(1)(f)",
            _clauses,
            lambda subject: bool(_outside(subject)),
        ),
    ),
)
