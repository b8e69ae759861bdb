"""language.term-variant: a defined term is not written in another way that nobody defined."""

import re
from collections.abc import Iterator

from policygen.checks.evidence.defined_terms import controller_names, outside_definitions, terms_in
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import data_beside, wording
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_SHORT = re.compile(r"\s?ฯ$")


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each undefined variant of a locale, where it first stands."""
    for locale in subject.locales:
        known = _known(subject, locale)
        for term, variant in _variants(subject, locale):
            first = next(_uses(subject, locale, variant, known), None)
            if first is not None:
                yield _finding(*first, term)


def _known(subject: Subject, locale: str) -> frozenset[str]:
    """Every defined way to say anything."""
    terms = (name for term in terms_in(subject, locale) for name in (term.words, *term.names))
    return frozenset([*terms, *controller_names(subject, locale)])


def _variants(subject: Subject, locale: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Ways to miss a term: without its ฯ, without its capitals, by a near name."""
    known = _known(subject, locale)
    for name in sorted(known):
        if _SHORT.search(name):
            stem = re.escape(_SHORT.sub("", name))
            yield (
                name,
                re.compile(f"{stem}(?!\\s?ฯ)(?={wording('language/term_variants', 'stands-alone').said.pattern})"),
            )
    for term in terms_in(subject, locale):
        yield from _without_capitals(term.words)
        yield from _near(term.words, locale, known)


def _without_capitals(words: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """`personal data` for `Personal Data`, `the company` for `the Company`; never one common word alone."""
    if words.lower() != words and not words.isupper() and len(words.split()) > 1:
        yield words, re.compile(rf"\b{re.escape(words.lower())}(?:s|es)?\b")


def _near(words: str, locale: str, known: frozenset[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for group in data_beside("language/term_variants")["near"].get(locale, ()):
        if words.casefold() in group:
            others = [other for other in group if not any(other in name.casefold() for name in known)]
            yield from ((words, _of_near(other, group)) for other in others)


def _of_near(other: str, group: list[str]) -> re.Pattern[str]:
    """The near name by itself, not as the beginning of a longer one of its group."""
    longer = [name[len(other) :] for name in group if name.startswith(other) and name != other]
    ahead = "".join(f"(?!{re.escape(rest)})" for rest in longer)
    boundary = r"\b" if other.isascii() else ""
    return re.compile(rf"{boundary}{re.escape(other)}{ahead}{boundary}", re.IGNORECASE)


def _uses(
    subject: Subject, locale: str, variant: re.Pattern[str], known: frozenset[str]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in outside_definitions(subject, locale):
        for match in variant.finditer(passage.text):
            if not _inside_known(passage.text, match, known):
                yield passage, match


def _inside_known(text: str, match: re.Match[str], known: frozenset[str]) -> bool:
    """Whether the variant is only a part of a longer defined name that stands there."""
    for name in known:
        at = name.find(match[0])
        while at >= 0:
            if len(name) > len(match[0]) and text.startswith(name, match.start() - at):
                return True
            at = name.find(match[0], at + 1)
    return False


def _finding(passage: Passage, match: re.Match[str], term: str) -> Finding:
    return found_in(
        passage,
        *match.span(),
        Bilingual(f"“{match[0]}” ไม่ได้นิยามไว้ คำที่นิยามคือ “{term}”", f"“{match[0]}” is not defined; “{term}” is"),
        Bilingual(
            f"ใช้ “{term}” ให้เหมือนกันทั้งฉบับ หรือเพิ่มคำนี้ใน variants ของนิยาม",
            f"write “{term}” throughout, or add this to the variants of its definition",
        ),
    )


RULE = Rule(
    name="language.term-variant",
    severity="warning",
    title=Bilingual("ใช้คำที่นิยามให้เหมือนกันทั้งฉบับ", "Defined terms are written one way"),
    find=find,
    topics=("terms",),
)
