"""The body as HTML: its text is the document's, its shape is read in the golden files."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from policygen.model.document import (
    Block,
    Document,
    Entry,
    Field,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Section,
    Table,
    lines_of,
)
from policygen.render.body import LANGUAGE_LINKS, Setting, render_body, render_section, setting, with_language_links
from tests.render.documents import LINKS, NOWRAP, OPT_OUT, english, paragraph, text, thai


class HtmlSnapshots(SingleFileSnapshotExtension):
    """Golden pages as files that a browser opens."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The golden file of the test."""
    return snapshot.use_extension(HtmlSnapshots)


class Reader(HTMLParser):
    """Reads an element's text, its ids and its fragments as a browser would."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.ids: list[str] = []
        self.fragments: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the ids and the links to places in the page."""
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and value and value.startswith("#"):
                self.fragments.append(value[1:])

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data


def squeezed(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


def set_in(locale: str, anchored: bool = True) -> Setting:
    return setting(locale, LINKS, NOWRAP, [OPT_OUT], anchored)


@pytest.mark.parametrize("document", [thai(), english()], ids=lambda document: document.locale)
def test_body_of_every_block(document: Document, golden: SnapshotAssertion) -> None:
    html = render_body(document, set_in(document.locale))
    assert with_language_links(html, [("../../xx/privacy/", "xx", "This clause")]) == golden


@pytest.mark.parametrize("document", [thai(), english()], ids=lambda document: document.locale)
def test_text_is_the_documents_and_every_id_stands_once(document: Document) -> None:
    html = with_language_links(render_body(document, set_in(document.locale)), [])
    read = Reader(html)
    assert squeezed(read.text) == squeezed("".join(lines_of(document)))
    assert len(set(read.ids)) == len(read.ids)
    assert set(read.fragments) <= set(read.ids)
    assert "style" not in read.attributes
    assert LANGUAGE_LINKS not in html


def test_text_that_is_not_anchored_has_no_ids_and_no_permalinks() -> None:
    html = "".join(render_section(section, set_in("th", anchored=False)) for section in thai().sections)
    assert Reader(html).ids == []
    assert "pg-permalink" not in html


def test_ids_in_prose_are_text() -> None:
    document = Document("en", text("T"), (Section("a", (), (paragraph('write id="a" twice: id="a"'),)),))
    assert 'write id="a" twice: id="a"' in render_body(document, set_in("en"))


def test_links_of_one_place_are_one_and_go_where_they_should() -> None:
    html = render_body(thai(), set_in("th"))
    assert '<a href="https://law.example.com/pdpa" rel="noreferrer">กฎหมาย<strong>ไทย</strong></a>' in html
    assert '<a href="tel:+6628813800">' in html
    assert re.search(r'<a class="pg-button pg-url" href="https://tools\.example\.com/[^"]*&amp;b=2"', html)
    assert "section:nowhere" not in html


# The property: whatever a document holds, its text comes out of the HTML as it went in

words = st.text(st.sampled_from("กขคาิี่้ๆฯ พ.2562 <>&\"'abcA–“”\u00a0"), min_size=1, max_size=12)
runs = st.lists(
    st.builds(
        Run,
        words,
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, None, "https://example.com/?a&b", "tel:1"]),
        st.sampled_from([None, "term:company", "term:missing"]),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
lines = st.builds(Line, runs)
ids = st.none()


def containers(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    some = st.lists(blocks, min_size=1, max_size=2).map(tuple)
    items = st.lists(st.builds(Item, some, st.sampled_from(["", "1.", "(ก)"]), ids), min_size=1, max_size=2)
    lists = st.builds(ItemList, items.map(tuple))
    fields = st.lists(st.builds(Field, runs, runs), max_size=1).map(tuple)
    plain = st.builds(Entry, words, some)
    nested = st.builds(Entry, words, some, st.just(()), st.just(()), st.tuples(plain))
    detailed = st.builds(Entry, words, some, runs, fields)
    registers = st.one_of(
        st.builds(Register, st.just("data"), st.sampled_from(["list", "paragraphs"]), st.tuples(plain, nested)),
        st.builds(Register, st.just("tools"), st.just("details"), st.tuples(detailed)),
    )
    parts = st.lists(st.one_of(lines, lists), min_size=1, max_size=3).map(tuple)
    return st.one_of(lists, registers, st.builds(Paragraph, parts, ids))


simple = st.one_of(
    st.builds(lambda line: Paragraph((line,)), lines),
    st.builds(Heading, st.integers(3, 6), runs, ids),
    st.builds(Table, st.just((text("a"),)), st.lists(runs.map(lambda one: (one,)), max_size=2).map(tuple), ids),
)
sections = st.builds(
    Section, st.just("s"), runs, st.lists(st.recursive(simple, containers, max_leaves=6), max_size=3).map(tuple)
)


@given(st.builds(Document, st.sampled_from(["th", "en"]), runs, sections.map(lambda section: (section,))))
def test_text_of_any_document_is_kept(document: Document) -> None:
    html = with_language_links(render_body(document, set_in(document.locale)), [])
    assert squeezed(Reader(html).text) == squeezed("".join(lines_of(document)))
