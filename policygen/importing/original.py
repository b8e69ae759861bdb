"""A policy as its file has it: blocks of text in reading order, what was left out, and what there is to say about it.

The blocks are those of documents. A heading has the level that its file gave it, 1 to 6.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from policygen.diagnostics import Bilingual
from policygen.model.document import Block, Heading, Line, Paragraph, Run, block_lines, plain

Form = Literal["text", "markdown", "html", "docx"]
BULLET = "•"
MAX_LIST_DEPTH = 20
"""Lists in lists deeper than this stand at this depth: no policy needs it, and the sources allow twice as much."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person must look at; `line` is the file's, 0 where it has none."""

    message: Bilingual
    line: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the file that is not in the sources: what it is, and its words, if it has any."""

    what: Bilingual
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the file, and the line on which it begins (0 where the form has no lines)."""

    block: Block
    line: int = 0

    @property
    def text(self) -> str:
        """The words of a paragraph or a heading that is text alone; empty for everything else."""
        match self.block:
            case Heading(runs=runs) | Paragraph(parts=(Line(runs=runs),)):
                return plain(runs)
        return ""


@dataclass(frozen=True, slots=True)
class Original:
    """What a file says.

    `letters` are its letters as its own form has them, found without regard to blocks: what the sources must give back.
    `title` is a title that stands outside the text, such as that of an HTML page.
    """

    form: Form
    encoding: str
    pieces: tuple[Piece, ...]
    letters: str
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: str = ""


def letters_of(texts: Iterable[str]) -> str:
    """The texts without white space and bullets, in the form in which the sources keep letters."""
    return unicodedata.normalize("NFC", "".join("".join(texts).split()).replace(BULLET, ""))


def letters_of_pieces(pieces: Iterable[Piece]) -> str:
    """The letters of blocks in reading order."""
    return letters_of(block_lines(tuple(piece.block for piece in pieces)))


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Line((Run(text),)),))


def with_remarks(original: Original, remarks: Iterable[Remark]) -> Original:
    """The original with more to say about it."""
    return replace(original, remarks=(*original.remarks, *remarks))
