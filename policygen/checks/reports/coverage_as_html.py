"""The table of coverage as HTML: a row for each thing that the law asks, a column for each edition."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import pairwise

from policygen.checks.clause_names import clause_name
from policygen.checks.coverage import Covered, CoveredEdition, State, coverage_changes
from policygen.diagnostics import Bilingual

STYLE = """
:root { color-scheme: light dark; --line: #8886; --met: #1b5e20; --missing: #b3261e; --quiet: #767676; }
@media (prefers-color-scheme: dark) { :root { --met: #a5d6a7; --missing: #ffb4ab; --quiet: #a8a8a8; } }
body { font: 1rem/1.7 Sarabun, "Noto Sans Thai", system-ui, sans-serif; margin: 0 auto; max-width: 80rem; }
body { padding: 1rem; }
.coverage { overflow-x: auto; }
.coverage table { border-collapse: collapse; width: 100%; }
.coverage th, .coverage td { border-bottom: 1px solid var(--line); padding: .5rem .75rem; text-align: start; }
.coverage th, .coverage td { vertical-align: top; }
.coverage thead th { position: sticky; top: 0; background: Canvas; white-space: nowrap; }
.coverage tbody th { font-weight: 400; min-width: 14rem; }
.coverage small { color: var(--quiet); display: block; }
.coverage .state { font-weight: 700; white-space: nowrap; }
.coverage .met .state { color: var(--met); }
.coverage .missing .state { color: var(--missing); }
.coverage .not-yet .state, .coverage .not-asked .state { color: var(--quiet); font-weight: 400; }
.coverage ul { margin: 0; padding-inline-start: 1.1rem; }
"""
_STATES: dict[State, tuple[str, Bilingual]] = {
    "met": ("✓", Bilingual("มี", "met")),
    "missing": ("✗", Bilingual("ไม่พบ", "missing")),
    "not-yet": ("○", Bilingual("ยังไม่บังคับ", "not yet required")),
    "not-asked": ("–", Bilingual("ไม่ใช้กับนโยบายนี้", "not asked of this policy")),
}
_TITLE = Bilingual("สิ่งที่กฎหมายกำหนดและข้อที่มี", "What the law asks, and the clauses that meet it")
_DRAFT = Bilingual("ฉบับร่าง", "Draft")
_ASKS = Bilingual("สิ่งที่กฎหมายกำหนด", "What the law asks")
_CHANGES = Bilingual("สิ่งที่เปลี่ยนระหว่างฉบับ", "What changed from version to version")
_NO_CHANGES = Bilingual("ไม่มีฉบับใดตัดหรือเพิ่มสิ่งที่กฎหมายกำหนด", "No version drops or adds anything that the law asks.")
_AID = Bilingual(
    "ตารางนี้ช่วยในการร่าง ไม่ใช่คำปรึกษากฎหมาย และไม่เผยแพร่ต่อสาธารณะ",
    "This table is a drafting aid, not legal advice, and is never public.",
)
# A requirement that many entries meet is proven by the first of them.
_SHOWN = 4


PageOf = Callable[[CoveredEdition], str | None]
"""Gives the address of an edition's page, None where it has none that can be linked to."""


def _no_page(edition: CoveredEdition) -> None:
    return None


def coverage_page(title: str, editions: Sequence[CoveredEdition], language: str) -> str:
    """A page that stands alone: its style inside, no script, nothing loaded."""
    words = f"{title}: {_TITLE.in_language(language)}"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(words)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(words)}</h1>\n"
        f"{coverage_table(editions, language)}</main>\n</body>\n</html>\n"
    )


def coverage_table(editions: Sequence[CoveredEdition], language: str, page_of: PageOf = _no_page) -> str:
    """The table and the list of changes, oldest version first, as HTML to be placed in a page with `STYLE`."""
    heads = "".join(f'<th scope="col">{escape(_label(edition, language))}</th>' for edition in editions)
    rows = "".join(_rows(editions, language, page_of))
    return (
        f"<p>{escape(_AID.in_language(language))}</p>\n"
        f'<div class="coverage" role="region" tabindex="0" aria-label="{escape(_TITLE.in_language(language))}">\n'
        f'<table>\n<thead><tr><th scope="col">{escape(_ASKS.in_language(language))}</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n{_changes(editions, language)}"
    )


def _rows(editions: Sequence[CoveredEdition], language: str, page_of: PageOf) -> Iterator[str]:
    found = [{one.requirement.id: one for one in edition.covered} for edition in editions]
    every = {one.requirement.id: one.requirement for edition in editions for one in edition.covered}
    for id, requirement in every.items():
        head = f"{escape(requirement.asks.in_language(language))}<small>{escape(requirement.reference)}</small>"
        cells = "".join(
            _cell(covered.get(id), edition, language, page_of) for edition, covered in zip(editions, found, strict=True)
        )
        yield f'<tr><th scope="row">{head}</th>{cells}</tr>\n'


def _cell(one: Covered | None, edition: CoveredEdition, language: str, page_of: PageOf) -> str:
    state: State = one.state if one else "not-asked"
    sign, words = _STATES[state]
    clauses = _clauses(edition, one.clauses, language, page_of) if one else ""
    said = f'<span class="state">{sign} {escape(words.in_language(language))}</span>'
    return f'<td class="{state}">{said}{clauses}</td>'


def _clauses(edition: CoveredEdition, anchors: tuple[str, ...], language: str, page_of: PageOf) -> str:
    items = "".join(f"<li>{_clause(edition, anchor, language, page_of)}</li>" for anchor in anchors[:_SHOWN])
    more = f"<li>+ {len(anchors) - _SHOWN}</li>" if len(anchors) > _SHOWN else ""
    return f"<ul>{items}{more}</ul>" if items else ""


def _clause(edition: CoveredEdition, anchor: str, language: str, page_of: PageOf) -> str:
    name, page = escape(clause_name(edition.edition, anchor, language)), page_of(edition)
    return name if page is None else f'<a href="{escape(page)}#{escape(anchor)}">{name}</a>'


def _label(edition: CoveredEdition, language: str) -> str:
    number = edition.number
    label = _DRAFT if number is None else Bilingual(f"ฉบับที่ {number}", f"Version {number}")
    return label.in_language(language)


def _changes(editions: Sequence[CoveredEdition], language: str) -> str:
    items = "".join(
        f"<li>{escape(_label(new, language))}: {escape(change.message.in_language(language))}</li>\n"
        for old, new in pairwise(editions)
        for change in coverage_changes(old.covered, new.covered)
    )
    listed = f"<ul>\n{items}</ul>\n" if items else f"<p>{escape(_NO_CHANGES.in_language(language))}</p>\n"
    return f"<h2>{escape(_CHANGES.in_language(language))}</h2>\n{listed}"
