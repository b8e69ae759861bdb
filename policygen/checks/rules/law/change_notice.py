"""law.change-notice: people are told of a material change before it takes effect; "check this page" is no notice."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Said, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each "look for yourself" of a locale that tells of no notice; one where nothing is said."""
    if not any(True for _ in wording("law/change_notice", "spoken").found_in(subject.passages)):
        yield Finding(
            Bilingual("นโยบายไม่ได้บอกว่าจะแจ้งการแก้ไขอย่างไร", "the policy does not say how changes are told"),
            _HINT,
            severity="info",
        )
    for locale in subject.locales:
        passages = tuple(subject.passages_in(locale))
        left = _said("look-yourself", passages)
        if left and not _told(passages):
            yield from (_finding(said) for said in left)


def _told(passages: tuple[Passage, ...]) -> list[str]:
    """The sections that say that people are told, of those that speak of changes: other notices do not count."""
    of_changes = {passage.anchor for passage, _ in _said("spoken", passages)}
    return [passage.anchor for passage, _ in _said("told", passages) if passage.anchor in of_changes]


def _said(name: str, passages: tuple[Passage, ...]) -> list[Said]:
    return list(wording("law/change_notice", name).found_in(passages))


def _finding(said: Said) -> Finding:
    passage, match = said
    words = shortened(match[0])
    return found_in(
        passage,
        match.start(),
        match.end(),
        Bilingual(
            f"“{words}” ให้ผู้อ่านติดตามเอง หรือให้การแก้ไขมีผลทันที โดยไม่บอกว่าจะแจ้งท่านก่อน",
            f"“{words}” leaves readers to look for themselves, or lets a change hold at once: that is no notice",
        ),
        _HINT,
    )


def _clauses(subject: Subject) -> list[str]:
    return list(dict.fromkeys(_told(subject.passages)))


_HINT = Bilingual(
    "เขียนว่าจะแจ้งการแก้ไขสาระสำคัญก่อนมีผล ทางใด และล่วงหน้ากี่วัน เช่น “ทางอีเมลล่วงหน้าไม่น้อยกว่า 30 วัน”",
    "say that material changes are told before they take effect, how, and how long before: "
    "“by e-mail, at least 30 days before”",
)

RULE = Rule(
    name="law.change-notice",
    severity="warning",
    title=Bilingual("การแก้ไขสาระสำคัญต้องแจ้งก่อนมีผล", "Material changes are told before they take effect"),
    find=find,
    topics=("change notice",),
    reference="PDPA 21",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "change-notice",
            Bilingual("การแจ้งการแก้ไขสาระสำคัญก่อนมีผล", "notice of material changes before they take effect"),
            "PDPA 21",
            _clauses,
        ),
    ),
)
