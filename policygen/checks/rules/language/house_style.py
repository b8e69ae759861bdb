"""language.house-style: one of two accepted spellings throughout a policy."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.rules.language.spelled import thai_spelling
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.diff.folding import fold
from policygen.model.policy import Passage
from policygen.text.spelling import Variants, english_variants, thai_variants

Use = tuple[str, Passage, int, int]
"""A form, and where it is used."""


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each use of a spelling beside a more frequent one, or of one that is not preferred."""
    forms = {form: row for row in thai_variants() for form in row.forms}
    used: dict[Variants, list[Use]] = {}
    for use in _uses(subject, forms):
        used.setdefault(forms[use[0]], []).append(use)
    for row, uses in used.items():
        yield from _mixed(row, uses)
    yield from _english(subject)


def _uses(subject: Subject, forms: dict[str, Variants]) -> Iterator[Use]:
    spelling = thai_spelling(subject)
    for passage in subject.passages:
        folded = fold(passage.text)
        for at, word in spelling.words(folded.text):
            if word in forms:
                yield (word, passage, *folded.span(at, at + len(word)))


def _english(subject: Subject) -> Iterator[Finding]:
    rows = {form: row for row in english_variants() for form in row.forms}
    used: dict[Variants, list[Use]] = {}
    for passage in subject.passages:
        if passage.locale != "en":
            continue
        for match in _english_in(passage.text):
            form = match["form"].lower()
            used.setdefault(rows[form], []).append((form, passage, *match.span()))
    for row, uses in used.items():
        yield from _mixed(row, uses)


@lru_cache(maxsize=4096)
def _english_in(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_english_forms().finditer(text))


@lru_cache(maxsize=1)
def _english_forms() -> re.Pattern[str]:
    forms = "|".join(form for row in english_variants() for form in row.forms)
    return re.compile(rf"(?<![\w@/.\-])(?P<form>{forms})[a-z]*(?![\w@/]|[-.]\w)", re.IGNORECASE)


def _mixed(row: Variants, uses: Sequence[Use]) -> Iterator[Finding]:
    counts = {form: sum(use[0] == form for use in uses) for form in row.forms}
    most = max(row.forms, key=lambda form: counts[form])
    wanted = row.forms[0] if row.preferred else most
    odd = [use for use in uses if use[0] != wanted]
    if len({use[0] for use in uses}) > 1:
        yield from (_beside(use, wanted) for use in odd)
    elif odd:
        yield _not_preferred(odd[0], wanted)


def _beside(use: Use, wanted: str) -> Finding:
    form, passage, start, end = use
    return found_in(
        passage,
        start,
        end,
        Bilingual(f"นโยบายนี้ใช้ทั้ง {wanted} และ {form}", f"this policy writes both {wanted} and {form}"),
        Bilingual(f"ใช้ {wanted} ให้เหมือนกันทั้งฉบับ", f"write {wanted} throughout"),
    )


def _not_preferred(use: Use, wanted: str) -> Finding:
    form, passage, start, end = use
    return found_in(
        passage,
        start,
        end,
        Bilingual(f"ราชบัณฑิตยสภาเขียน {form} ว่า {wanted}", f"the Royal Institute writes {wanted}, not {form}"),
        Bilingual(f"ใช้ {wanted} ทั้งฉบับ", f"write {wanted} throughout"),
        severity="info",
    )


RULE = Rule(
    name="language.house-style",
    severity="warning",
    title=Bilingual("คำหนึ่งสะกดแบบเดียวทั้งฉบับ", "One spelling of a word throughout"),
    find=find,
    topics=("spelling",),
)
