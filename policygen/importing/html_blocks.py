"""Blocks from the elements of a page, one after the other: paragraphs, headings, lists and tables with their looks."""

import re
from collections.abc import Mapping
from dataclasses import replace

from policygen.diagnostics import Bilingual
from policygen.importing.decoding import cleaned
from policygen.importing.html_frames import Frame, ItemFrame, ListFrame, TableFrame, label_of
from policygen.importing.html_tree import Start
from policygen.importing.original import MAX_LIST_DEPTH, LeftOut, Piece, Remark, letters_of
from policygen.model.document import Block, Heading, Item, ItemList, Line, Paragraph, Run, Runs, Table, plain
from policygen.sources.urls import refusal

LINE_MARK = "data-policygen-line"
"""The attribute with the line of the file that a page was made from."""
# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "p", "pre",
    "section", "summary", "tbody", "tfoot", "thead",
))
# fmt: on
_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("em", "i", "cite", "dfn"))
_STRUCK = frozenset(("del", "s", "strike"))
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"[ \t\n\r\f]+")


class BlockBuilder:
    """Takes starts, texts and ends of elements; what comes out are pieces."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._frames: list[Frame] = []
        self._runs: list[Run] = []
        self._line = 0
        self._begins = 0
        """The line on which the paragraph begins whose runs are being gathered."""
        self._heading = 0
        self._looks = {"strong": 0, "emphasis": 0, "pre": 0}
        self._links: list[str | None] = []
        self._too_deep = 0
        """How many lists are open that stand too deep to be lists of their own."""
        self._letters: list[str] = []
        self._left_out: dict[LeftOut, None] = {}
        self._remarks: dict[Bilingual, Remark] = {}

    # What comes out

    def pieces(self) -> list[Piece]:
        """The blocks at the top, with their lines."""
        self._flush()
        while self._frames:
            self._close(self._frames[-1])
        return self._pieces

    def letters(self) -> str:
        """The letters of all texts and numbers that were taken, in order."""
        return letters_of(self._letters)

    def left_out(self) -> tuple[LeftOut, ...]:
        """What the elements had that is no text: pictures, targets of links."""
        return tuple(self._left_out)

    def remarks(self) -> tuple[Remark, ...]:
        """What must be looked at."""
        return tuple(self._remarks.values())

    # What goes in

    def start(self, element: Start, *, is_data: bool = False) -> None:
        """An element begins; `is_data` tells of a table that it is one, and no frame for a page."""
        name = element.name
        if "hidden" in element.attrs or _HIDDEN.search(element.attrs.get("style", "")):
            self._remark(
                "หน้าเว็บซ่อนข้อความบางส่วนไว้ ซึ่งนำเข้าด้วย", "the page hides some of its text, which was imported too"
            )
        mark = element.attrs.get(LINE_MARK, "")
        self._line = int(mark) if mark.isdigit() else element.line or self._line
        if heading := _HEADING.match(name):
            self._flush()
            self._heading = int(heading[1])
        elif name in ("ul", "ol", "menu", "li"):
            self._flush()
            self._start_list(element)
        elif name == "table" and is_data:
            self._flush()
            self._frames.append(TableFrame(self._line))
        elif name in ("tr", "td", "th"):
            self._start_cell(element)
        elif name in _BLOCKS or name == "table":
            self._flush()
            self._looks["pre"] += name == "pre"
        else:
            self._start_inline(element)

    def text(self, text: str) -> None:
        """A text stands here."""
        text, left_out = cleaned(text)
        self._left_out |= dict.fromkeys(left_out)
        self._letters.append(text)
        lines = text.split("\n") if self._looks["pre"] else [_SPACE.sub(" ", text)]
        for index, line in enumerate(lines):
            if index:
                self._flush()
            self._add(line)

    def end(self, name: str) -> None:
        """An element ends."""
        if _HEADING.match(name):
            self._flush()
            self._heading = 0
        elif name in ("ul", "ol", "menu", "li"):
            self._flush()
            self._end_list(name)
        elif name == "table" and isinstance(self._top(), TableFrame):
            self._flush()
            self._close(self._top())
        elif name in ("td", "th", "tr"):
            self._end_cell(name)
        elif name in _BLOCKS or name == "table":
            self._flush()
            self._looks["pre"] -= name == "pre"
        else:
            self._end_inline(name)

    # Inside a line

    def _start_inline(self, element: Start) -> None:
        name, attrs = element.name, element.attrs
        self._looks["strong"] += name in _STRONG
        self._looks["emphasis"] += name in _EMPHASIS
        if name == "br":
            self._break()
        elif name == "a":
            self._links.append(self._target(attrs))
            if attrs.get("title", "").strip():
                self._leave_out(Bilingual("คำอธิบายของลิงก์", "title of a link"), attrs["title"])
        elif name == "img":
            self._leave_out(Bilingual("ภาพ", "picture"), attrs.get("alt") or attrs.get("src", "")[:200])
        elif name in _STRUCK:
            self._remark(
                "มีข้อความที่ขีดฆ่าไว้ ซึ่งนำเข้าเป็นข้อความปกติ",
                "there is text struck through, which was imported as ordinary text",
            )

    def _end_inline(self, name: str) -> None:
        self._looks["strong"] -= name in _STRONG
        self._looks["emphasis"] -= name in _EMPHASIS
        if name == "a" and self._links:
            self._links.pop()

    def _target(self, attrs: Mapping[str, str]) -> str | None:
        """The address of a link that may be published; any other is left out, and told."""
        url = attrs.get("href", "").strip()
        if not url or url.startswith("#"):
            return None
        if refusal(url) is None:
            return url
        self._leave_out(Bilingual("ปลายทางของลิงก์", "target of a link"), url[:200])
        return None

    def _break(self) -> None:
        """A line ends: a paragraph of its own where it may be one."""
        if self._heading or isinstance(self._top(), TableFrame):
            self._add(" ")
        else:
            self._flush()

    def _add(self, text: str) -> None:
        if not self._runs:
            text = text.lstrip(" ") if not self._looks["pre"] else text
            self._begins = self._line
        elif self._runs[-1].text.endswith(" ") and not self._looks["pre"]:
            text = text.lstrip(" ")
        if text:
            plain_look = self._heading > 0
            self._runs.append(
                Run(
                    text,
                    strong=self._looks["strong"] > 0 and not plain_look,
                    emphasis=self._looks["emphasis"] > 0 and not plain_look,
                    href=self._links[-1] if self._links else None,
                )
            )

    # Blocks

    def _flush(self) -> None:
        """What was gathered becomes a paragraph or a heading; in a table a space."""
        if isinstance(self._top(), TableFrame):
            if self._runs and not self._runs[-1].text.endswith(" "):
                self._runs.append(Run(" "))
            return
        runs, self._runs = tuple(self._runs), []
        if not plain(runs).strip():
            return
        self._put(Heading(self._heading, runs) if self._heading else Paragraph((Line(runs),)), self._begins)

    def _put(self, block: Block, line: int) -> None:
        top = self._top()
        match top:
            case ItemFrame():
                top.blocks.append(block)
            case ListFrame():
                # Words between items, or a list right inside a list: they belong to the item before.
                last = top.items.pop() if top.items else Item(())
                top.items.append(replace(last, blocks=(*last.blocks, block)))
            case _:
                self._pieces.append(Piece(block, line))

    def _top(self) -> Frame | None:
        return self._frames[-1] if self._frames else None

    def _close(self, frame: Frame | None) -> None:
        """End a frame, which is the last one: what it holds goes into the one around it."""
        self._frames.pop()
        match frame:
            case ListFrame(items=items, line=line) if items:
                self._put(ItemList(tuple(items)), line)
            case ItemFrame(label, blocks):
                around = self._top()
                assert isinstance(around, ListFrame)
                around.items.append(Item(tuple(blocks), label))
            case TableFrame():
                self._close_table(frame)

    # Lists

    def _start_list(self, element: Start) -> None:
        if element.name != "li":
            if self._depth() < MAX_LIST_DEPTH:
                start = element.attrs.get("start", "")
                number = int(start) if start.isdigit() and len(start) < 6 else 1
                self._frames.append(ListFrame(element, self._line, number))
            else:
                self._too_deep += 1
            return
        if isinstance(self._top(), ItemFrame):
            self._close(self._top())
        if not isinstance(self._top(), ListFrame):
            self._frames.append(ListFrame(Start("ul"), self._line, 1))
        top = self._top()
        assert isinstance(top, ListFrame)
        label = label_of(element, top)
        if label:
            self._letters.append(label)
        self._frames.append(ItemFrame(label))

    def _end_list(self, name: str) -> None:
        if name != "li" and self._too_deep:
            self._too_deep -= 1
            return
        wanted = ItemFrame if name == "li" else ListFrame
        if not any(isinstance(frame, wanted) for frame in self._frames):
            return
        while not isinstance(self._top(), wanted):
            self._close(self._top())
        self._close(self._top())

    def _depth(self) -> int:
        return sum(isinstance(frame, ListFrame) for frame in self._frames)

    # Tables

    def _start_cell(self, element: Start) -> None:
        top = self._top()
        if not isinstance(top, TableFrame):
            self._flush()
        elif element.name == "tr":
            top.rows.append([])
        else:
            top.caption += self._runs
            self._runs = []
            top.merged |= any(element.attrs.get(span, "1") != "1" for span in ("colspan", "rowspan"))

    def _end_cell(self, name: str) -> None:
        top = self._top()
        if not isinstance(top, TableFrame):
            self._flush()
        elif name != "tr":
            if not top.rows:
                top.rows.append([])
            top.rows[-1].append(tuple(self._runs))
            self._runs = []

    def _close_table(self, table: TableFrame) -> None:
        rows = [row for row in table.rows if any(plain(cell).strip() for cell in row)]
        width = max((len(row) for row in rows), default=0)
        padded: list[tuple[Runs, ...]] = [(*row, *[()] * (width - len(row))) for row in rows]
        if plain(tuple(table.caption)).strip():
            self._put(Paragraph((Line(tuple(table.caption)),)), table.line)
        if len(padded) > 1:
            self._put(Table(padded[0], tuple(padded[1:])), table.line)
        else:
            for cell in padded[0] if padded else ():
                if plain(cell).strip():
                    self._put(Paragraph((Line(cell),)), table.line)
        if table.merged:
            self._remark(
                "ตารางมีช่องที่รวมกัน ตรวจว่าข้อความอยู่ในช่องที่ถูกต้อง",
                "a table has merged cells: see that its texts stand in the right ones",
            )

    def _leave_out(self, what: Bilingual, text: str) -> None:
        self._left_out[LeftOut(what, text, self._line)] = None

    def _remark(self, th: str, en: str) -> None:
        message = Bilingual(th, en)
        self._remarks.setdefault(message, Remark(message, self._line))
