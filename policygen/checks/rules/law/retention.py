"""law.retention: how long data are kept: a period, or what ends it; "as long as necessary" alone is neither."""

from collections.abc import Iterator

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.prose import first_in_each_locale, said, telling, tells, tells_at
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Said, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Criterion, LocalText, Purpose


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each purpose whose data have no end, and for prose that gives none where it alone could."""
    if collects_nothing(subject):
        return
    yield from (_vague(subject, purpose) for purpose in _vague_purposes(subject))
    without = purposes_without_end(subject)
    if (without or not subject.facts.purposes) and not _told(subject):
        vague = first_in_each_locale(said(subject, wording("law/retention", "vague")))
        yield from (_vague_prose(one) for one in vague) if vague else _missing(without)


def _vague_purposes(subject: Subject) -> list[Purpose]:
    """The purposes whose criterion is the need itself."""
    purposes = subject.facts.purposes
    return [one for one in purposes if isinstance(one.retention, Criterion) and _is_vague(one.retention.text)]


def purposes_without_end(subject: Subject) -> list[Purpose]:
    """The purposes that state no retention, in the register or in their own text."""
    open_ones = [one for one in subject.facts.purposes if one.retention is NOT_STATED]
    duration = wording("law/retention", "duration")
    return [one for one in open_ones if not tells_at(subject, f"purpose-{one.id}", duration)]


def _is_vague(text: LocalText) -> bool:
    words = wording("law/retention", "vague-criterion")
    return any(words.says(text.plain(locale) or "") for locale, _ in text.texts)


def _told(subject: Subject) -> bool:
    """Whether the prose gives a period or says what ends it."""
    if tells(subject, wording("law/retention", "told")):
        return True
    duration = wording("law/retention", "duration")
    return any(tells_at(subject, section, duration) for section in telling(subject, wording("law/retention", "topic")))


def _vague(subject: Subject, purpose: Purpose) -> Finding:
    anchor = f"purpose-{purpose.id}"
    message = Bilingual(
        f"วัตถุประสงค์ {purpose.id} เก็บข้อมูล “เท่าที่จำเป็น” โดยไม่บอกระยะเวลาหรือเกณฑ์",
        f"the purpose {purpose.id} keeps data “as long as necessary”: neither a period nor a standard",
    )
    place = next((one for one in subject.passages if one.anchor == anchor and _is_criterion(one.text, purpose)), None)
    return (
        Finding(message, _HINT, anchor=anchor) if place is None else found_in(place, 0, len(place.text), message, _HINT)
    )


def _is_criterion(text: str, purpose: Purpose) -> bool:
    kept = purpose.retention
    return isinstance(kept, Criterion) and any(text == kept.text.plain(locale) for locale, _ in kept.text.texts)


def _vague_prose(found: Said) -> Finding:
    passage, match = found
    words = shortened(match[0])
    message = Bilingual(f"“{words}” ไม่บอกว่าเก็บข้อมูลนานเท่าใด", f"“{words}” does not tell how long data are kept")
    return found_in(passage, match.start(), match.end(), message, _HINT)


def _missing(without: list[Purpose]) -> Iterator[Finding]:
    if not without:
        yield Finding(
            Bilingual("นโยบายไม่ได้ระบุระยะเวลาเก็บรักษาข้อมูล", "the policy does not tell how long data are kept"), _HINT
        )
    for purpose in without:
        yield Finding(
            Bilingual(
                f"วัตถุประสงค์ {purpose.id} ไม่ได้ระบุระยะเวลาเก็บรักษาข้อมูล",
                f"the purpose {purpose.id} does not tell how long its data are kept",
            ),
            _HINT,
            anchor=f"purpose-{purpose.id}",
        )


def clauses(subject: Subject) -> list[str]:
    """The purposes with their periods, or the prose that gives them; none where one is missing."""
    if any(True for _ in find(subject)):
        return []
    stated = [f"purpose-{one.id}" for one in subject.facts.purposes if one.retention is not NOT_STATED]
    prose = [*telling(subject, wording("law/retention", "told")), *telling(subject, wording("law/retention", "topic"))]
    return stated or prose or [f"purpose-{one.id}" for one in subject.facts.purposes]


_HINT = Bilingual(
    "เติม retention: เช่น P5Y หรือ {period: P5Y, from: …} หรือ {criterion: …} ที่บอกเหตุให้สิ้นสุด เช่น "
    "“จนกว่าท่านปิดบัญชี และอีกไม่เกิน 90 วัน”",
    "add retention:, such as P5Y, {period: P5Y, from: …}, or {criterion: …} with what ends it, such as "
    "“until you close your account, and at most 90 days after”",
)

RULE = Rule(
    name="law.retention",
    severity="error",
    title=Bilingual("ต้องระบุระยะเวลาเก็บรักษา", "How long data are kept"),
    find=find,
    topics=("retention",),
    reference="PDPA 23(3)",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "retention",
            Bilingual(
                "ระยะเวลาเก็บรักษา หรือระยะเวลาที่อาจคาดหมายได้ตามมาตรฐาน",
                "how long data are kept, or the period to be expected by a standard",
            ),
            "PDPA 23(3)",
            clauses,
        ),
    ),
)
