"""form.unlinked-reference: a section or document that a text names is linked to."""

import re
from collections.abc import Iterator

from policygen.checks.evidence.links import has_address, is_linked
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import wording
from policygen.diagnostics import Bilingual
from policygen.model.document import Document, plain
from policygen.model.policy import Passage

# A title in so few letters is a common word.
_SHORTEST = 5
# How far from a document's name the words stand that send readers to it.
_BESIDE = 90


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each section named without a link, each document that readers go to, and each "click here"."""
    if subject.policy is None:
        return
    for document in subject.documents:
        passages = [one for one in subject.passages_in(document.locale) if one.anchor]
        yield from _sections(document, passages)
        yield from _documents(document, passages)
        for passage, match in wording("form/unlinked", "here").found_in(passages):
            if not has_address(passage):
                yield _finding(passage, *match.span())


def _sections(document: Document, passages: list[Passage]) -> Iterator[Finding]:
    titles = [(section.id, plain(section.title).strip()) for section in document.sections]
    named = [(id, re.escape(title)) for id, title in titles if len(title) >= _SHORTEST]
    if not named:
        return
    any_title = "|".join(title for _, title in sorted(named, key=lambda one: -len(one[1])))
    pattern = re.compile(
        rf"(?:หัวข้อ|\b(?:section|heading|under|chapter|part)\b|ในส่วน|ในข้อ)\s?[“\"'‘]?(?P<title>{any_title})(?![A-Za-z])",
        re.IGNORECASE,
    )
    of_title = {title.casefold(): id for id, title in titles}
    for passage in passages:
        for match in pattern.finditer(passage.text):
            id = of_title.get(match["title"].casefold(), "")
            if passage.anchor != id and not is_linked(passage, *match.span("title")):
                yield _finding(passage, *match.span("title"), f"section:{id}")


def _documents(document: Document, passages: list[Passage]) -> Iterator[Finding]:
    own = {plain(title).casefold().strip() for title in (document.title, *(one.title for one in document.sections))}
    named: dict[str, Finding | None] = {}
    for passage, match in wording("form/unlinked", "documents").found_in(passages):
        name = " ".join(match[0].casefold().split())
        # A title names what it stands over.
        if name in own or passage.text.casefold().strip() in (name, *own):
            continue
        linked = is_linked(passage, *match.span()) or has_address(passage)
        # A document that is linked to once need not be linked each time.
        if linked:
            named[name] = None
        elif name not in named and _can_be_read(passage.text, *match.span()):
            named[name] = _finding(passage, *match.span())
    yield from (finding for finding in named.values() if finding is not None)


def _can_be_read(text: str, start: int, end: int) -> bool:
    """Whether the words beside a document's name send readers to it; not each that is named can be read."""
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return bool(
        wording("form/unlinked", "read-before").said.search(before)
        or wording("form/unlinked", "read-after").said.search(after)
    )


def _finding(passage: Passage, start: int, end: int, ref: str = "https://…") -> Finding:
    words = passage.text[start:end]
    return found_in(
        passage,
        start,
        end,
        Bilingual(f"กล่าวถึง “{words}” โดยไม่มีลิงก์", f"“{words}” is named and not linked to"),
        Bilingual(f"เขียน [{words}]({ref})", f"write [{words}]({ref})"),
    )


RULE = Rule(
    name="form.unlinked-reference",
    severity="warning",
    title=Bilingual("เอกสารและหัวข้อที่กล่าวถึงต้องมีลิงก์", "What a text refers to is linked"),
    find=find,
    topics=("references",),
)
