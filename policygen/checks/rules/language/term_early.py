"""language.term-early: a term is not used before it is defined, unless the use links to the definition."""

from collections.abc import Iterator

from policygen.checks.evidence.defined_terms import DefinedTerm, bare, terms_in
from policygen.checks.evidence.prose import section_showing
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each term and locale, at its first use before the section that defines it."""
    if subject.policy is None or not subject.documents:
        return
    order = [section.id for section in subject.documents[0].sections]
    for locale in subject.locales:
        for term in terms_in(subject, locale):
            defined = section_showing(subject, term.anchor)
            if defined in order and _looks_defined(subject, term):
                yield from _early(subject, term, order[: order.index(defined)])


def _looks_defined(subject: Subject, term: DefinedTerm) -> bool:
    """Whether readers see that it is no common word: it has ฯ, or a capital in a language that has them."""
    definition = next(one for one in subject.facts.definitions if one.id == term.id)
    words = (bare(definition.term.plain(locale) or "") for locale in subject.locales)
    return "ฯ" in term.words or any(name[:1].isupper() for name in words)


def _early(subject: Subject, term: DefinedTerm, sections: list[str]) -> Iterator[Finding]:
    for section in sections:
        for passage in subject.passages_at(section, term.locale):
            match = term.used_in(passage.text)
            if match is None:
                continue
            if not _linked(subject, term, section):
                yield found_in(
                    passage,
                    *match.span(),
                    Bilingual(f"ใช้คำ “{match[0]}” ก่อนนิยาม", f"“{match[0]}” is used before its definition"),
                    Bilingual(
                        f"ลิงก์ถึงนิยามด้วย [{match[0]}](term:{term.id}) หรือย้ายหัวข้อนิยามขึ้นก่อน",
                        f"link to it, [{match[0]}](term:{term.id}), or move the definitions up",
                    ),
                )
            return


def _linked(subject: Subject, term: DefinedTerm, section: str) -> bool:
    """Whether a text of the section links to the definition."""
    references = subject.policy.references if subject.policy else ()
    return any(
        one.ref == f"term:{term.id}" and one.place.path.endswith(f"sections/{section}.{term.locale}.md")
        for one in references
    )


RULE = Rule(
    name="language.term-early",
    severity="info",
    title=Bilingual("นิยามคำก่อนใช้", "Terms are defined before they are used"),
    find=find,
    topics=("terms",),
)
