"""What a reader calls an entry or a section: the title or the first words that stand at its anchor."""

from collections.abc import Iterator

from policygen.model.document import Document, Entry, Section, block_lines, entries_in, plain
from policygen.model.edition import Edition

_LONGEST = 48


def clause_name(edition: Edition, anchor: str, locale: str) -> str:
    """Its title in `locale` (else in the first locale), or its first words; the anchor itself where no text has it."""
    document = edition.document(locale) or edition.documents[0]
    return _short(next((name for name in _names(document, anchor) if name), anchor))


def _names(document: Document, anchor: str) -> Iterator[str]:
    for section in document.sections:
        if section.id == anchor:
            yield _section_name(section)
        yield from (_entry_name(entry) for entry in entries_in(section.blocks) if entry.anchor == anchor)


def _section_name(section: Section) -> str:
    return plain(section.title) or next(block_lines(section.blocks), "")


def _entry_name(entry: Entry) -> str:
    return plain(entry.title) or next(block_lines(entry.blocks), "")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
