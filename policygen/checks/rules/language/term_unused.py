"""language.term-unused: a term that is defined is used."""

from collections.abc import Iterator

from policygen.checks.evidence.defined_terms import DefinedTerm, terms_in
from policygen.checks.finding import Finding
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each shown definition whose term no other text of a locale uses."""
    shown = dict(subject.facts.places)
    unused: dict[str, list[DefinedTerm]] = {}
    for term in (term for locale in subject.locales for term in terms_in(subject, locale)):
        if term.anchor in shown and not _used(subject, term):
            unused.setdefault(term.anchor, []).append(term)
    for anchor, terms in unused.items():
        words = " / ".join(f"“{term.words}”" for term in terms)
        yield Finding(
            Bilingual(f"นิยาม {words} ไว้ แต่ไม่มีข้อความใดใช้คำนี้", f"{words} is defined, and no text uses it"),
            _HINT,
            anchor=anchor,
            locale=terms[0].locale if len(terms) == 1 else None,
        )


def _used(subject: Subject, term: DefinedTerm) -> bool:
    references = subject.policy.references if subject.policy else ()
    if any(one.ref == f"term:{term.id}" and one.locale in (term.locale, None) for one in references):
        return True
    return any(
        term.used_in(passage.text) for passage in subject.passages_in(term.locale) if passage.anchor != term.anchor
    )


_HINT = Bilingual(
    "ลบนิยามนี้ หรือใช้คำนี้แทนคำอื่นที่หมายถึงสิ่งเดียวกัน", "take the definition out, or use the term for what it means"
)

RULE = Rule(
    name="language.term-unused",
    severity="warning",
    title=Bilingual("คำที่นิยามไว้ต้องได้ใช้", "Defined terms are used"),
    find=find,
    topics=("terms",),
)
