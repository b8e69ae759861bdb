"""Which clauses of the draft's page are marked: those with a finding, and those whose translation is behind."""

from collections.abc import Iterator
from urllib.parse import quote

from policygen.serve import words
from policygen.serve.analysis import Analysis
from policygen.serve.around import Around
from policygen.serve.marking import Mark
from policygen.site.addresses import draft_page
from policygen.site.words import words_of


def marks_of(analysis: Analysis, around: Around) -> tuple[Mark, ...]:
    """The marks that the page should have, for what concerns the languages that it shows."""
    return (*_finding_marks(analysis, around), *_debt_marks(analysis, around))


def _finding_marks(analysis: Analysis, around: Around) -> Iterator[Mark]:
    for number, found in enumerate(analysis.findings, 1):
        one = found.diagnostic
        if one.locale is None or one.locale in around.locales:
            label = f"{words.SEVERITY[one.severity].in_language(around.lang)} {number}"
            yield Mark(
                finding_mark(number), number, f"#pp-finding-{number}", one.severity, label, one.anchor, found.words
            )


def _debt_marks(analysis: Analysis, around: Around) -> Iterator[Mark]:
    """At the translation where that is shown, else at the text that it should follow."""
    label = words.DEBT.in_language(around.lang)
    for number, owed in enumerate(analysis.owed, 1):
        debt, prevails = owed.debt, around.site.authoritative in around.locales
        leaf = debt.translation if debt.locale in around.locales else debt.new if prevails else None
        if leaf is not None:
            yield Mark(
                debt_mark(number), number, f"#pp-owed-{number}", "debt", f"{label} {number}", debt.anchor, leaf.text
            )


def finding_mark(number: int) -> str:
    """The id of the mark of a finding."""
    return f"pp-mark-{number}"


def debt_mark(number: int) -> str:
    """The id of the mark of a debt."""
    return f"pp-owed-mark-{number}"


def link_to_clause(mark: str, anchor: str, locale: str | None, around: Around) -> str:
    """A link to a clause: on this page where it is marked here, else on the draft's page in its language."""
    if mark in around.placed:
        return f' <a href="#{mark}">{around.say(words.GO_TO_CLAUSE)}</a>'
    if not anchor:
        return ""
    there = locale or (around.tongue if around.tongue in around.site.locales else around.site.authoritative)
    href = f"/{quote(around.site.id)}/{draft_page(there, quote(around.where.policy))}#{quote(anchor)}"
    language = words_of(around.lang).language(there)
    return f' <a href="{href}">{around.say(words.ON_OTHER_PAGE, language=language)}</a>'
