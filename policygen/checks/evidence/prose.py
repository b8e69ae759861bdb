"""What a policy's prose tells: where rules look before they say that the registers lack a fact.

Prose is what sections say in their own words: not the entries of registers, whose facts rules read first, nor
definitions, which tell what words mean and not what the controller does. Knows nothing of laws.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from policygen.checks.subject import Subject
from policygen.checks.wording import Said, Wording
from policygen.model.document import (
    ANCHOR_PREFIX,
    Heading,
    Paragraph,
    Register,
    Section,
    Table,
    block_lines,
    entries_in,
    plain,
)
from policygen.model.policy import Passage

# Ids of sections never begin so: see docs/reference/sources.md.
_ENTRIES = tuple(f"{prefix}-" for prefix in ANCHOR_PREFIX.values())


def prose(subject: Subject) -> Iterator[Passage]:
    """The passages of the sections, their titles among them, in the order of reading."""
    return (one for one in subject.passages if one.anchor and not one.anchor.startswith(_ENTRIES))


def said(subject: Subject, words: Wording) -> tuple[Said, ...]:
    """Where the prose says it, in the order of reading; sought once for each subject."""
    if words not in subject.said:
        subject.said[words] = tuple(words.found_in(prose(subject)))
    return subject.said[words]


def tells(subject: Subject, words: Wording) -> bool:
    """Whether the prose says it, in any language: a text that one language lacks is told by the rules of parity."""
    return bool(said(subject, words))


def entitles(subject: Subject, words: Wording) -> bool:
    """Whether a title says it, and text follows in its section: a title above nothing tells nothing."""
    sections = (section for document in subject.documents for section in document.sections)
    return any(words.says(title) for section in sections for title in _titles(section))


def _titles(section: Section) -> Iterator[str]:
    """The section's title, every line in it that text stands under, and what columns of tables are headed.

    Registers are no text of their own.
    """
    if any(not isinstance(block, Heading | Register) for block in section.blocks):
        yield plain(section.title)
    for block, under in pairwise(section.blocks):
        if isinstance(block, Heading | Paragraph) and not isinstance(under, Heading):
            yield next(block_lines((block,)), "")
    for block in section.blocks:
        if isinstance(block, Table) and block.rows:
            yield from map(plain, block.head)


def telling(subject: Subject, words: Wording) -> list[str]:
    """The ids of the sections that say it, each once."""
    return list(dict.fromkeys(passage.anchor for passage, _ in said(subject, words)))


def tells_at(subject: Subject, anchor: str, words: Wording) -> bool:
    """Whether the texts of one entry or section say it, in any language."""
    return any(words.says(passage.text) for passage in subject.passages if passage.anchor == anchor)


def first_in_each_locale(found: Iterable[Said]) -> list[Said]:
    """The first place of each locale: one finding for each text that has to be mended."""
    firsts: dict[str | None, Said] = {}
    for one in found:
        firsts.setdefault(one[0].locale, one)
    return list(firsts.values())


def section_showing(subject: Subject, anchor: str) -> str:
    """The id of the section that shows or tells the entry `anchor`, empty where none does."""
    told = dict(subject.facts.places).get(anchor, "")
    if told and told != anchor:
        return told
    for section in subject.documents[0].sections:
        if any(entry.anchor == anchor for entry in entries_in(section.blocks)):
            return section.id
    return ""


def showing(subject: Subject, words: Iterable[str | None]) -> list[str]:
    """The anchors of the entries and sections where a reader sees any of the words, each once."""
    sought = [one for one in words if one]
    return list(dict.fromkeys(one.anchor for one in subject.shown if one.anchor and any(w in one.text for w in sought)))
