"""The text of a DOCX as blocks: paragraphs, headings, numbered lists, tables, in reading order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from policygen.diagnostics import Bilingual
from policygen.importing.decoding import cleaned
from policygen.importing.docx.numbering import Label, Numbering
from policygen.importing.docx.styles import Styles
from policygen.importing.docx.surroundings import words_of
from policygen.importing.docx.xml import Element
from policygen.importing.original import LeftOut, Piece, Remark, letters_of
from policygen.model.document import Block, Heading, Item, ItemList, Line, Paragraph, Run, Runs, Table, plain
from policygen.sources.clauses import read_marker
from policygen.sources.urls import refusal

_OFF = ("0", "false", "off", "none")
_THAI = range(0x0E00, 0x0E80)
_PICTURE = Bilingual("ภาพ", "picture")
_TEXT_BOX = Bilingual("กล่องข้อความ", "text box")
_HIDDEN = Bilingual("ข้อความที่ซ่อนไว้", "hidden text")
_SYMBOL = Bilingual("สัญลักษณ์จากแบบอักษรพิเศษ", "sign of a symbol font")
_CONTENTS = Bilingual("สารบัญ", "table of contents")
# What stands around blocks and says nothing.
_HOLDERS = ("sdt", "sdtContent", "customXml")
_OBJECT = Bilingual("วัตถุที่ฝังไว้", "embedded object")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run looks, and where it links to."""

    strong: bool = False
    emphasis: bool = False
    href: str | None = None


@dataclass(slots=True)
class _Numbered:
    """An item while its list is made."""

    depth: int
    item: Item
    inner: list["_Numbered"] = field(default_factory=list)


class BodyReader:
    """Walks the body once."""

    def __init__(self, styles: Styles, numbering: Numbering, targets: Mapping[str, str]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._targets = targets
        self._blocks: list[Block] = []
        self._items: list[_Numbered] = []
        self._letters: list[str] = []
        self._left_out: dict[LeftOut, None] = {}
        self._remarks: dict[Bilingual, None] = {}
        self._lines: list[list[Run]] = [[]]
        self._inline: dict[str, Callable[[Element, _Look], None]] = {
            "t": self._text,
            "m:t": self._text,
            "tab": self._space,
            "ptab": self._space,
            "noBreakHyphen": self._hyphen,
            "br": self._break,
            "cr": self._break,
            "sym": self._symbol,
            "r": self._run,
            "hyperlink": self._hyperlink,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._object,
            "AlternateContent": self._alternative,
            "rt": self._ruby,
        }

    # What comes out

    def pieces(self) -> Iterator[Piece]:
        """The blocks in order; a DOCX has no lines."""
        return (Piece(block) for block in self._blocks)

    def letters(self) -> str:
        """The letters of all texts and numbers that were kept."""
        return letters_of(self._letters)

    def left_out(self) -> tuple[LeftOut, ...]:
        """What the body has besides text."""
        return tuple(self._left_out)

    def remarks(self) -> tuple[Remark, ...]:
        """What must be looked at."""
        return tuple(Remark(message) for message in self._remarks)

    # Blocks

    def read(self, document: Element) -> None:
        """Read the document's body."""
        for element in _blocks_of(document):
            if element.name == "tbl":
                self._end_list()
                self._table(element)
            else:
                self._paragraph(element)
        self._end_list()

    def _paragraph(self, element: Element) -> None:
        properties = element.child("pPr") or Element("pPr")
        style = properties.value("pStyle") or ""
        if self._styles.name(style).startswith("toc "):
            self._leave_out(_CONTENTS, words_of(element))
            return
        label = self._label_of(properties, style)
        lines = self._labelled_lines(label, element)
        level = self._styles.heading_level(style, properties)
        if level and lines:
            self._end_list()
            runs = tuple(replace(run, strong=False, emphasis=False) for run in _one_line(lines))
            self._blocks.append(Heading(level, _labelled(label, runs)))
        elif lines:
            self._body_text(label, lines)

    def _label_of(self, properties: Element, style: str) -> Label | None:
        """The number of the paragraph; Word counts on where a paragraph has no words too."""
        number = properties.child("numPr") or self._styles.numbering(style)
        return self._numbering.next(number, style) if number else None

    def _labelled_lines(self, label: Label | None, paragraph: Element) -> list[Runs]:
        """The lines of a paragraph; its number is among the letters where there are any."""
        at = len(self._letters)
        lines = self._lines_of(paragraph)
        if lines and label is not None:
            self._letters.insert(at, label.text)
        return lines

    def _body_text(self, label: Label | None, lines: Sequence[Runs]) -> None:
        blocks = tuple(Paragraph((Line(line),)) for line in lines)
        if label is not None and not label.known:
            self._remarks[_unknown_form()] = None
        if label is not None and (not label.text or read_marker(f"{label.text} x")):
            _put(self._items, _Numbered(label.depth, Item(blocks, label.text)))
            return
        self._end_list()
        first, *rest = lines
        self._blocks += (Paragraph((Line(_labelled(label, first)),)), *(Paragraph((Line(line),)) for line in rest))

    def _end_list(self) -> None:
        if self._items:
            self._blocks.append(_list(self._items))
            self._items = []

    # Tables

    def _table(self, element: Element) -> None:
        """A table of words; one of a single column or row is a frame, and its texts are paragraphs."""
        rows = [tuple(self._cell(cell) for cell in _inside(row, "tc")) for row in _inside(element, "tr")]
        rows = [row for row in rows if any(plain(cell).strip() for cell in row)]
        width = max((len(row) for row in rows), default=0)
        if len(rows) < 2 or width < 2:
            self._blocks += [Paragraph((Line(cell),)) for row in rows for cell in row if plain(cell).strip()]
            return
        padded: list[tuple[Runs, ...]] = [(*row, *[()] * (width - len(row))) for row in rows]
        self._blocks.append(Table(padded[0], tuple(padded[1:])))
        if any(inner.name in ("gridSpan", "vMerge") for inner in element.every()):
            self._remarks[_merged_cells()] = None

    def _cell(self, cell: Element) -> Runs:
        """The words of a cell, with the numbers of its paragraphs, as one line."""
        lines: list[Runs] = []
        for element in _inside(cell, "p"):
            properties = element.child("pPr") or Element("pPr")
            label = self._label_of(properties, properties.value("pStyle") or "")
            inner = self._labelled_lines(label, element)
            lines += [_labelled(label, _one_line(inner))] if inner else []
        return _one_line(lines)

    # Lines of a paragraph

    def _lines_of(self, paragraph: Element) -> list[Runs]:
        """The lines with words, between breaks."""
        self._lines = [[]]
        self._walk(paragraph.children, _Look())
        return [tuple(line) for line in self._lines if plain(tuple(line)).strip()]

    def _walk(self, elements: Sequence[Element], look: _Look) -> None:
        for element in elements:
            handle = self._inline.get(element.name)
            if handle is not None:
                handle(element, look)
            elif element.name not in ("pPr", "rPr", "instrText", "delText", "p", "tbl"):
                self._walk(element.children, look)

    def _run(self, run: Element, look: _Look) -> None:
        properties = run.child("rPr") or Element("rPr")
        if _is_on(properties, "vanish"):
            self._leave_out(_HIDDEN, words_of(run))
            return
        words = words_of(run)
        thai = any(ord(char) in _THAI for char in words)
        style = self._styles.name(properties.value("rStyle") or "")
        strong = _is_on(properties, "bCs" if thai else "b") or style == "strong"
        emphasis = _is_on(properties, "iCs" if thai else "i") or style == "emphasis"
        self._walk(run.children, replace(look, strong=strong, emphasis=emphasis))

    def _hyperlink(self, link: Element, look: _Look) -> None:
        target = self._targets.get(link.attrs.get("r:id", ""), "")
        if target and refusal(target) is not None:
            self._leave_out(Bilingual("ปลายทางของลิงก์", "target of a link"), target[:200])
            target = ""
        self._walk(link.children, replace(look, href=target or None))

    def _text(self, element: Element, look: _Look) -> None:
        text, left_out = cleaned(element.text)
        self._left_out |= dict.fromkeys(left_out)
        self._letters.append(text)
        self._lines[-1].append(Run(text.replace("\n", " "), look.strong, look.emphasis, look.href))

    def _space(self, _element: Element, _look: _Look) -> None:
        self._lines[-1].append(Run(" "))

    def _hyphen(self, _element: Element, look: _Look) -> None:
        self._letters.append("\u2011")
        self._lines[-1].append(Run("\u2011", look.strong, look.emphasis, look.href))

    def _break(self, _element: Element, _look: _Look) -> None:
        self._lines.append([])

    # What is no text

    def _symbol(self, element: Element, _look: _Look) -> None:
        self._leave_out(_SYMBOL, f"{element.attrs.get('font', '')} {element.attrs.get('char', '')}")

    def _drawing(self, element: Element, _look: _Look) -> None:
        """A picture, or a text box with its words."""
        boxes = [inner for inner in element.every() if inner.name == "txbxContent"]
        if boxes:
            self._leave_out(_TEXT_BOX, words_of(boxes[0]))
            return
        described = (inner.attrs.get("descr") or inner.attrs.get("alt") for inner in element.every())
        self._leave_out(_PICTURE, next((words for words in described if words), ""))

    def _object(self, element: Element, _look: _Look) -> None:
        self._leave_out(_OBJECT, words_of(element))

    def _alternative(self, element: Element, look: _Look) -> None:
        """One of several forms of the same: the first."""
        chosen = element.child("Choice") or element.child("Fallback")
        self._walk(chosen.children if chosen else (), look)

    def _ruby(self, element: Element, _look: _Look) -> None:
        self._leave_out(Bilingual("คำอ่านกำกับ", "reading aid"), words_of(element))

    def _leave_out(self, what: Bilingual, text: str) -> None:
        self._left_out[LeftOut(what, text)] = None


# Elements


def _blocks_of(document: Element) -> Iterator[Element]:
    """The paragraphs and tables of the body, those in content controls too."""
    body = document.child("body") or Element("body")
    waiting = list(reversed(body.children))
    while waiting:
        element = waiting.pop()
        if element.name in ("p", "tbl"):
            yield element
        elif element.name in _HOLDERS:
            waiting += reversed(element.children)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The elements of that name in a table, a row or a cell: those in content controls too, not those in pictures."""
    waiting = list(reversed(element.children))
    while waiting:
        inner = waiting.pop()
        if inner.name == name:
            yield inner
        elif inner.name in _HOLDERS or (name == "p" and inner.name in ("tbl", "tr", "tc")):
            waiting += reversed(inner.children)


def _is_on(properties: Element, name: str) -> bool:
    element = properties.child(name)
    return element is not None and element.attrs.get("val", "1") not in _OFF


# Runs and lists


def _labelled(label: Label | None, runs: Runs) -> Runs:
    return (Run(f"{label.text} "), *runs) if label is not None and label.text else runs


def _one_line(lines: Sequence[Runs]) -> Runs:
    """The lines as one, a space between each two."""
    runs: list[Run] = []
    for line in lines:
        runs += ([Run(" ")] if runs else []) + list(line)
    return tuple(runs)


def _put(items: list[_Numbered], new: _Numbered) -> None:
    while items and items[-1].depth < new.depth:
        items = items[-1].inner
    items.append(new)


def _list(items: Sequence[_Numbered]) -> ItemList:
    return ItemList(
        tuple(
            replace(one.item, blocks=(*one.item.blocks, _list(one.inner))) if one.inner else one.item for one in items
        )
    )


# What is told


def _unknown_form() -> Bilingual:
    return Bilingual(
        "เลขข้อบางแบบของ Word นำเข้าเป็นเลขธรรมดา ตรวจว่าเลขข้อถูกต้อง",
        "some of Word’s forms of numbers became plain digits: see that the numbers are right",
    )


def _merged_cells() -> Bilingual:
    return Bilingual(
        "ตารางมีช่องที่รวมกัน ตรวจว่าข้อความอยู่ในช่องที่ถูกต้อง",
        "a table has merged cells: see that its texts stand in the right ones",
    )
