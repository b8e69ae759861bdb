"""Two languages in one article: nothing is lost, nothing is added, and each piece says its language."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from syrupy.assertion import SnapshotAssertion

from policygen.model.alignment import align
from policygen.model.document import Document, ItemList, lines_of
from policygen.render.bilingual import Sides, render_bilingual
from policygen.render.body import setting, with_language_links
from tests.render.documents import LINKS, NOWRAP, OPT_OUT, english, thai
from tests.render.test_body import HtmlSnapshots, Reader, squeezed


class ByLanguage(HTMLParser):
    """Reads the text of each cell by its language; text outside of all cells is under an empty name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts = {"": "", "th": "", "en": ""}
        self.open: list[str] = [""]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        cell = "pg-cell" in (given.get("class") or "")
        self.open.append((given.get("lang") or "") if cell else self.open[-1])

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.texts[self.open[-1]] += data


def rendered(left: Document, right: Document) -> str:
    sides = Sides(
        setting("th", LINKS, NOWRAP, [OPT_OUT]),
        setting("en", LINKS, NOWRAP, [OPT_OUT], anchored=False),
        "ไม่มีข้อความที่ตรงกัน",
    )
    return with_language_links(render_bilingual(left, right, align(left, right), sides), [])


def without_something(document: Document) -> Document:
    """The document without its second section, with one item fewer in a list, and without its table."""
    intro, _definitions, body, *rest = document.sections
    blocks = [
        replace(block, items=block.items[:1]) if isinstance(block, ItemList) else block for block in body.blocks[:-1]
    ]
    return replace(document, sections=(intro, replace(body, blocks=tuple(blocks)), *rest))


@pytest.mark.parametrize(
    ("left", "right"),
    [(thai(), english()), (thai(), without_something(english())), (without_something(thai()), english())],
    ids=["whole", "less on the right", "less on the left"],
)
def test_each_language_keeps_its_text(left: Document, right: Document) -> None:
    html = rendered(left, right)
    texts = {lang: squeezed(text) for lang, text in ByLanguage(html).texts.items()}
    assert texts["th"] == squeezed("".join(lines_of(left)))
    assert sorted(texts["en"]) == sorted(squeezed("".join(lines_of(right))))
    assert texts[""] == ""
    read = Reader(html)
    assert len(set(read.ids)) == len(read.ids)
    assert set(read.fragments) <= set(read.ids)


def test_rows_of_every_block(snapshot: SnapshotAssertion) -> None:
    assert rendered(thai(), without_something(english())) == snapshot.use_extension(HtmlSnapshots)
