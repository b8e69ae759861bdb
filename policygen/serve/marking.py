"""Marks clauses in a page: a sign before their first word that leads to what is said of them.

A clause is found by its own words, first in the part that has its anchor; where the page does not have the words, it is
the first clause of that part. The sign has no text: the style draws it, and the page still reads to the letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Literal

Kind = Literal["error", "warning", "info", "debt"]
# What may stand around text and cannot be inside a sentence.
_CLAUSES = frozenset(("p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_CLAUSE_CLASSES = re.compile('class="[^"]*pg-(?:cell|clause)[ "]')
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
_ID = re.compile(r'\sid="([^"]*)"')
# Not to be seen, or white space: two texts that differ in these read the same.
_UNSEEN = re.compile("[\\s\u200b\u2060\ufeff\u00ad]+")
_ARTICLE = re.compile("<article[^>]*data-body[^>]*>")


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a clause: its own id and number, where what is said of the clause stands, and its accessible name."""

    id: str
    number: int
    href: str
    kind: Kind
    label: str
    anchor: str = ""
    words: str = ""


@dataclass(slots=True)
class _Element:
    """A part of the page: where its tag, its inside and (among all stretches) its text begin, and where it ends."""

    tag: int
    inside: int
    text: int
    clause: bool
    end: int = 0
    says: str = ""


def marked(html: str, marks: Sequence[Mark]) -> tuple[str, frozenset[str]]:
    """The page with the marks whose clauses it has, and their ids."""
    begin, end = _text_of(html)
    if not marks or begin < 0:
        return html, frozenset()
    clauses, anchors = _read(html, begin, end)
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        clause = _clause(mark, clauses, anchors)
        if clause is not None:
            found.setdefault(clause.inside, []).append(mark)
    placed = frozenset(mark.id for together in found.values() for mark in together)
    return "".join(_with_signs(html, clauses, found)), placed


def _text_of(html: str) -> tuple[int, int]:
    """Where the policy's text stands in a page: its article, else the whole of its main part."""
    article = _ARTICLE.search(html)
    if article:
        return article.start(), html.rfind("</article>")
    return html.find("<main"), html.rfind("</main>")


def _read(html: str, begin: int, end: int) -> tuple[list[_Element], Mapping[str, _Element]]:
    """The clauses in a part of the page in reading order, and the elements that have an id."""
    clauses: list[_Element] = []
    anchors: dict[str, _Element] = {}
    open_ones: list[tuple[str, _Element]] = []
    texts: list[str] = []
    at = begin
    for tag in _TAG.finditer(html, begin, end):
        texts.append(_dense(html[at : tag.start()]))
        at = tag.end()
        name = tag[2].lower()
        if tag[1]:
            _close(name, open_ones, tag.start(), texts)
        elif name not in _VOID and not tag[3].endswith("/"):
            element = _Element(tag.start(), at, len(texts), _is_clause(name, tag[3]))
            open_ones.append((name, element))
            if element.clause:
                clauses.append(element)
            if "id=" in tag[3] and (anchor := _ID.search(tag[3])):
                anchors.setdefault(unescape(anchor[1]), element)
    _close("", open_ones, end, texts)
    return clauses, anchors


def _is_clause(name: str, attributes: str) -> bool:
    return name in _CLAUSES or ("pg-c" in attributes and bool(_CLAUSE_CLASSES.search(attributes)))


def _close(name: str, open_ones: list[tuple[str, _Element]], end: int, texts: Sequence[str]) -> None:
    """End the innermost open element of that name with all that is open in it; all, where the name is empty."""
    while open_ones:
        opened, element = open_ones.pop()
        element.end = end
        if element.clause:
            element.says = "".join(texts[element.text :])
        if opened == name:
            return


def _clause(mark: Mark, clauses: Sequence[_Element], anchors: Mapping[str, _Element]) -> _Element | None:
    part = anchors.get(mark.anchor)
    here = [one for one in clauses if part and part.tag <= one.tag and one.end <= part.end]
    words = _UNSEEN.sub("", mark.words)
    for some in (here, clauses) if words else ():
        saying = [one for one in some if words in one.says]
        if saying:
            return _innermost(saying, min(len(one.says) for one in saying))
    first = next((one for one in here if one.says), None)
    return first and _innermost([one for one in here if first.tag <= one.tag < first.end], len(first.says))


def _innermost(clauses: Sequence[_Element], length: int) -> _Element:
    """Of nested clauses that say the same, of this length, the last to begin."""
    chosen = next(one for one in clauses if len(one.says) == length)
    for one in clauses:
        if one.says == chosen.says and chosen.tag < one.tag < chosen.end:
            chosen = one
    return chosen


def _with_signs(html: str, clauses: Iterable[_Element], found: Mapping[int, Sequence[Mark]]) -> Iterator[str]:
    at = 0
    for clause in sorted((one for one in clauses if one.inside in found), key=lambda one: one.inside):
        marks = found[clause.inside]
        # The gravest colours the clause.
        kind = min((mark.kind for mark in marks), key=("error", "warning", "info", "debt").index)
        yield html[at : clause.inside - 1]
        yield f' data-pp="{kind}">{"".join(map(_sign, marks))}'
        at = clause.inside
    yield html[at:]


def _sign(mark: Mark) -> str:
    return (
        f'<a class="pp-sign pp-{mark.kind}" id="{escape(mark.id)}" href="{escape(mark.href)}"'
        f' data-number="{mark.number}" aria-label="{escape(mark.label)}"></a>'
    )


def _dense(text: str) -> str:
    """Some text of the page without what is not to be seen."""
    if not text or text.isspace():
        return ""
    return _UNSEEN.sub("", unescape(text) if "&" in text else text)
