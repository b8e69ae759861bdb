"""Whether the written sources give back the text of the original: its letters, in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from policygen.importing.original import letters_of, letters_of_pieces
from policygen.importing.sectioning import Stretch
from policygen.model.document import Document, Section, block_lines, plain

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the letters part: some of the original's from there on, and some of the sources'."""

    original: str
    sources: str


def difference(original: str, sources: str) -> Difference | None:
    """The first place where two strings of letters differ, or None."""
    if original == sources:
        return None
    at = next((i for i, (a, b) in enumerate(zip(original, sources, strict=False)) if a != b), None)
    at = min(len(original), len(sources)) if at is None else at
    start = max(0, at - _SHOWN // 4)
    return Difference(original[start : start + _SHOWN], sources[start : start + _SHOWN])


def letters_of_document(document: Document, *, title: bool) -> str:
    """The letters that a reader of the document reads, those of its title only where the original has it."""
    texts = [plain(document.title)] if title else []
    return letters_of((*texts, *(_letters(section) for section in document.sections)))


def sections_that_differ(stretches: Sequence[Stretch], document: Document) -> tuple[str, ...]:
    """The ids of the document's sections that do not say what their part of the original says."""
    pairs = zip(stretches, document.sections, strict=True)
    return tuple(section.id for stretch, section in pairs if _letters_of_stretch(stretch) != _letters(section))


def _letters(section: Section) -> str:
    return letters_of((plain(section.title), *block_lines(section.blocks)))


def _letters_of_stretch(stretch: Stretch) -> str:
    return letters_of((plain(stretch.title),)) + letters_of_pieces(stretch.pieces)
