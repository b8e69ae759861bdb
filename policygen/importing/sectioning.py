"""Blocks in reading order as a title and sections; headings below those of the sections stay in their prose."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policygen.diagnostics import Bilingual
from policygen.importing.headings import Candidate, clear_headings
from policygen.importing.known import known
from policygen.importing.original import Original, Piece, Remark, paragraph
from policygen.model.document import Block, Heading, Item, ItemList, Line, Paragraph, Run, Runs, plain

# Longer texts are paragraphs that were set as headings for their looks.
_LONGEST_HEADING = 120
_LONGEST_TITLE = 120
_SENTENCE = re.compile(r"ฉบับนี้|อธิบาย|จะ|ให้ความสำคัญ|จัดทำขึ้น|\b(?:explains?|describes?|applies|is|are|we)\b", re.IGNORECASE)
_DEFAULT_TITLES = {"th": ("นโยบายความเป็นส่วนตัว", "นโยบายคุ้มครองข้อมูลส่วนบุคคล"), "en": ("Privacy Policy", "Privacy Notice")}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section to be: its title (none before the first heading), its blocks with their lines."""

    title: Runs
    pieces: tuple[Piece, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Sectioned:
    """A policy in sections. `added` is the title where the text has none of its own at its beginning."""

    title: Runs
    added: bool
    stretches: tuple[Stretch, ...]
    remarks: tuple[Remark, ...]


def in_sections(original: Original, locale: str, policy: str) -> Sectioned:
    """The original's title and sections; `policy` is the id, the last resort for a title."""
    pieces, remarks = _without_long_headings(original.pieces)
    title, rest = _own_title(pieces)
    rest = _with_clear_headings(rest)
    stretches = tuple(_filled(_cut(rest)))
    if not any(stretch.title for stretch in stretches):
        remarks = (*remarks, _no_headings())
    if title:
        return Sectioned(title, False, stretches, remarks)
    found = _title_elsewhere(original, pieces, locale)
    told = _title_added(found) if found else _title_missing(policy)
    return Sectioned((Run(found or policy),), True, stretches, (*remarks, told))


# The title


def _own_title(pieces: Sequence[Piece]) -> tuple[Runs, Sequence[Piece]]:
    """The title that the text begins with, and what follows it."""
    first = pieces[0] if pieces else None
    match first:
        case Piece(Heading(level, runs)):
            others = [piece.block.level for piece in pieces[1:] if isinstance(piece.block, Heading)]
            if all(level < other for other in others) or _is_title(plain(runs)):
                return runs, pieces[1:]
        case Piece(Paragraph((Line(runs),))) if _names_itself(plain(runs)):
            return runs, pieces[1:]
    return (), pieces


def _is_title(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_TITLE
        and known().title.search(text) is not None
        and not text.endswith((".", ":", ";"))
    )


def _names_itself(text: str) -> bool:
    """Whether it begins with the word for what it is, as a title does and a sentence about the policy does not."""
    return _is_title(text) and known().title_start.match(text) is not None and not _SENTENCE.search(text)


def _title_elsewhere(original: Original, pieces: Sequence[Piece], locale: str) -> str:
    """A title from a heading, from outside the text, or from the first words that name one."""
    headings = [piece for piece in pieces if isinstance(piece.block, Heading)]
    named = next((piece.text for piece in (*headings, *pieces[:5]) if _names_itself(piece.text)), "")
    if named or original.title:
        return named or original.title
    text = " ".join(piece.text for piece in pieces)
    return next((title for title in _DEFAULT_TITLES.get(locale, ()) if title.casefold() in text.casefold()), "")


# Headings


def _without_long_headings(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Remark, ...]]:
    """The pieces, paragraphs that were set as headings made paragraphs again, and what to say about them."""
    long = [piece for piece in pieces if isinstance(piece.block, Heading) and len(piece.text) > _LONGEST_HEADING]
    if not long:
        return tuple(pieces), ()
    often = Counter(_level(piece) for piece in long)
    every = Counter(_level(piece) for piece in pieces)
    # A level that is as often a paragraph as a heading is there for its looks.
    for_looks = {level for level, count in often.items() if count * 2 >= every[level]}
    kept = [
        _as_paragraph(piece)
        if _level(piece) and (len(piece.text) > _LONGEST_HEADING or _level(piece) in for_looks)
        else piece
        for piece in pieces
    ]
    return tuple(kept), (_long_headings(long),)


def _level(piece: Piece) -> int:
    """The level of a heading; 0 for anything else."""
    return piece.block.level if isinstance(piece.block, Heading) else 0


def _as_paragraph(piece: Piece) -> Piece:
    assert isinstance(piece.block, Heading)
    return replace(piece, block=Paragraph((Line(piece.block.runs),)))


def _with_clear_headings(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces; where hardly any heading is marked, what is clearly one becomes one."""
    if sum(isinstance(piece.block, Heading) for piece in pieces) > 1:
        return pieces
    clear = clear_headings([_candidate(piece) for piece in pieces])
    return [
        replace(piece, block=_heading(clear[index], _runs_of(piece.block))) if index in clear else piece
        for index, piece in enumerate(pieces)
    ]


def _candidate(piece: Piece) -> Candidate:
    runs = _runs_of(piece.block)
    return Candidate(plain(runs), strong=bool(runs) and all(run.strong or not run.text.strip() for run in runs))


def _runs_of(block: Block) -> Runs:
    """The runs of a paragraph, or of the one numbered item of a list with its number; none for everything else."""
    match block:
        case Paragraph((Line(runs),)):
            return runs
        case ItemList((Item((Paragraph((Line(runs),)),), label),)) if label:
            return (Run(f"{label} ", strong=runs[0].strong), *runs)
    return ()


def _heading(level: int, runs: Runs) -> Heading:
    """A heading, which is bold without saying so."""
    return Heading(level, tuple(replace(run, strong=False) for run in runs))


def _cut(pieces: Sequence[Piece]) -> Iterator[Stretch]:
    """The pieces, cut at the headings of the highest level; where it has but one, at those of the next level too."""
    levels = sorted(level for piece in pieces if (level := _level(piece)))
    top = levels[1] if len(levels) > 1 else levels[0] if levels else 0
    title: Runs = ()
    line, inside = pieces[0].line if pieces else 0, list[Piece]()
    for piece in pieces:
        if not isinstance(piece.block, Heading):
            inside.append(piece)
        elif piece.block.level > top:
            inside.append(replace(piece, block=replace(piece.block, level=min(6, 2 + piece.block.level - top))))
        else:
            if title or inside:
                yield Stretch(title, tuple(inside), line)
            title, line, inside = piece.block.runs, piece.line, []
    if title or inside:
        yield Stretch(title, tuple(inside), line)


def _filled(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches, each with a text: a heading without any holds the next section, or ends the one before it."""
    filled: list[Stretch] = []
    waiting: Stretch | None = None
    for stretch in stretches:
        whole = stretch if waiting is None else _held(waiting, stretch)
        waiting = whole if all(isinstance(piece.block, Heading) for piece in whole.pieces) else None
        if waiting is None:
            filled.append(whole)
    if waiting is not None and filled:
        filled[-1] = _held(filled[-1], waiting)
    elif waiting is not None:
        filled.append(
            Stretch((), (Piece(paragraph(plain(waiting.title)), waiting.line), *waiting.pieces), waiting.line)
        )
    return filled


def _held(holder: Stretch, stretch: Stretch) -> Stretch:
    """The holder with the other's title as a heading in its text."""
    title = (Piece(Heading(3, stretch.title), stretch.line),) if stretch.title else ()
    return replace(holder, pieces=(*holder.pieces, *title, *stretch.pieces))


# What is told


def _long_headings(long: Sequence[Piece]) -> Remark:
    first = long[0]
    return Remark(
        Bilingual(
            f"หัวข้อที่ยาวเท่าย่อหน้า {len(long)} หัวข้อเก็บไว้เป็นย่อหน้า เริ่มที่ “{first.text[:40]}…”",
            f"headings as long as paragraphs are kept as paragraphs: {len(long)}, the first is “{first.text[:40]}…”",
        ),
        first.line,
    )


def _no_headings() -> Remark:
    return Remark(
        Bilingual(
            "ไม่พบหัวข้อที่ชัดเจน ข้อความทั้งหมดจึงอยู่ในหัวข้อเดียว ควรแบ่งหัวข้อเอง",
            "no clear headings were found: all of the text is one section, to be divided by hand",
        )
    )


def _title_added(title: str) -> Remark:
    return Remark(
        Bilingual(
            f"ข้อความไม่ได้ขึ้นต้นด้วยชื่อนโยบาย จึงใส่ชื่อ “{title}” ให้ใน policy.yaml",
            f"the text does not begin with its title; policy.yaml was given “{title}”",
        )
    )


def _title_missing(policy: str) -> Remark:
    return Remark(
        Bilingual(
            f"ไม่พบชื่อนโยบายในข้อความ policy.yaml จึงมีชื่อเป็น “{policy}” ต้องแก้ไข",
            f"the text names no title: policy.yaml says “{policy}”, to be replaced",
        )
    )
