"""law.minors: a policy that rests on consent says who consents for minors and for incompetent persons."""

from collections.abc import Iterator

from policygen.checks.finding import Finding
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED
from policygen.model.policy import Passage

_PARTS = {
    "up-to-ten": Bilingual(
        "ผู้เยาว์อายุไม่เกินสิบปี (ผู้ใช้อำนาจปกครอง)", "minors of up to ten years (the holder of parental power)"
    ),
    "above-ten": Bilingual(
        "ผู้เยาว์อายุเกินสิบปีที่ให้ความยินยอมเองไม่ได้ (ผู้ใช้อำนาจปกครองด้วย)",
        "minors above ten who may not consent alone (the holder of parental power too)",
    ),
    "incompetent": Bilingual("คนไร้ความสามารถ (ผู้อนุบาล)", "incompetent persons (the guardian)"),
    "quasi-incompetent": Bilingual("คนเสมือนไร้ความสามารถ (ผู้พิทักษ์)", "quasi-incompetent persons (the curator)"),
}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each locale in which something of section 20 is missing; one where no locale speaks of it."""
    if not _consent_is_asked(subject):
        return
    if not _says("spoken", subject.passages):
        yield Finding(_message(list(_PARTS.values())), _HINT)
        return
    for locale in subject.locales:
        passages = tuple(subject.passages_in(locale))
        missing = [words for part, words in _PARTS.items() if not _says(part, passages)]
        if missing and not _says("not-for", passages):
            spoken = next(wording("law/minors", "spoken").found_in(passages), None)
            place = spoken[0].place(*spoken[1].span()) if spoken else None
            yield Finding(_message(missing), _HINT, place, locale=locale)


def _consent_is_asked(subject: Subject) -> bool:
    """Whether a purpose rests on consent, or may."""
    purposes = subject.facts.purposes
    return not purposes or any(
        purpose.basis is NOT_STATED
        or "consent" in purpose.basis
        or (purpose.sensitive_basis is not NOT_STATED and "explicit-consent" in purpose.sensitive_basis)
        for purpose in purposes
    )


def _says(part: str, passages: tuple[Passage, ...]) -> bool:
    return next(wording("law/minors", part).found_in(passages), None) is not None


def _message(missing: list[Bilingual]) -> Bilingual:
    return Bilingual(
        f"ไม่ได้บอกว่าขอความยินยอมแทนจากใคร สำหรับ{' '.join(words.th for words in missing)}",
        f"it is not told who consents for {'; '.join(words.en for words in missing)}",
    )


def _clauses(subject: Subject) -> list[str]:
    """Where minors or incompetent persons are spoken of, once all is told in every locale."""
    if next(find(subject), None) is not None:
        return []
    spoken = wording("law/minors", "spoken").found_in(subject.passages)
    return list(dict.fromkeys(passage.anchor for passage, _ in spoken if passage.anchor))


_HINT = Bilingual(
    "เพิ่มข้อความตามมาตรา 20 ทั้งสี่กรณี หรือบอกว่าบริการนี้ไม่ได้มีไว้สำหรับผู้เยาว์",
    "add a clause for each of the four cases of section 20, or say that the service is not for minors",
)

RULE = Rule(
    name="law.minors",
    severity="warning",
    title=Bilingual("ผู้เยาว์และคนไร้ความสามารถ", "Minors and incompetent persons"),
    find=find,
    topics=("minors, incompetent persons",),
    reference="PDPA 20",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "minors",
            Bilingual(
                "ผู้ให้ความยินยอมแทนผู้เยาว์ คนไร้ความสามารถ และคนเสมือนไร้ความสามารถ",
                "who consents for minors, incompetent and quasi-incompetent persons",
            ),
            "PDPA 20",
            _clauses,
            _consent_is_asked,
        ),
    ),
)
