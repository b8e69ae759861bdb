"""Redlines as HTML: every mark in the text, in words, and none that is only a colour."""

import re
from html.parser import HTMLParser

from policygen.diff.redline import TextRun
from policygen.render.bilingual_redline import render_bilingual_redline
from policygen.render.redline import Redlining, render_redline
from policygen.site.change_views import (
    BilingualRedline,
    BilingualRow,
    BilingualSection,
    BilingualStretch,
    RedlineSection,
    RedlineText,
    Row,
    Stretch,
)
from policygen.site.views import Link

KEPT = Row("paragraph", (TextRun("equal", "As it <was>."),), "same")
EDITED = Row(
    "paragraph",
    (
        TextRun("equal", "Kept for "),
        TextRun("delete", "30"),
        TextRun("insert", "60"),
        TextRun("equal", " days & more."),
    ),
    "edited",
    anchor="purpose-news",
)
SPACED = Row("item", (TextRun("equal", "a"), TextRun("insert", " ", spacing=True), TextRun("equal", "b")), "edited", 1)
MOVED = Row("heading", (TextRun("moved_to", "Went "), TextRun("insert", "far", 1)), "moved")


class _Text(HTMLParser):
    """The text of some HTML, without or with the words for who cannot see the marks."""

    def __init__(self, html: str, *, heard: bool = False, without: str = "") -> None:
        super().__init__()
        self.heard, self.without = heard, without
        self.text, self.silent = "", 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = (not self.heard and ("class", "pg-say") in attrs) or tag == self.without
        if self.silent or hidden:
            self.silent += 1

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        self.text += "" if self.silent else data


def _text(html: str, *, heard: bool = False, without: str = "") -> str:
    return _Text(html, heard=heard, without=without).text


def _redline(*stretches: Stretch) -> str:
    section = RedlineSection(stretches, True)
    changes = sum(part.number > 0 for part in stretches)
    return render_redline(RedlineText("en", "Version 1", "Version 2", (section,), (), changes))


def test_a_row_holds_the_old_text_and_the_new_one_in_marks() -> None:
    html = Redlining("en", ()).marked(EDITED)
    assert html == (
        '<div class="pg-rl pg-rl-paragraph" id="purpose-news"><p>Kept for '
        '<del><span class="pg-say">deleted: </span>30</del>'
        '<ins><span class="pg-say">inserted: </span>60</ins>'
        '<span class="pg-say">unchanged: </span> days &amp; more.</p></div>'
    )
    assert _text(html, without="ins") == "Kept for 30 days & more."
    assert _text(html, without="del") == "Kept for 60 days & more."
    assert _text(html, heard=True) == "Kept for deleted: 30inserted: 60unchanged:  days & more."


def test_the_second_cell_of_a_row_holds_the_new_text_alone() -> None:
    first, second = re.findall(r"<p class=\"pg-(?:was|now)\">(.*?)</p>", Redlining("en", ()).row(EDITED))
    assert _text(first, without="ins") == "Kept for 30 days & more."
    assert _text(second) == "Kept for 60 days & more."
    assert "<del" not in second


def test_both_cells_of_a_heading_are_one_heading() -> None:
    added = Row("entry", (TextRun("insert", "To send news"),), "added")
    assert Redlining("en", ()).row(added) == (
        '<div class="pg-rl pg-rl-entry"><h4><span class="pg-was"><ins>To send news</ins></span>'
        '<span class="pg-now"><ins>To send news</ins></span></h4></div>\n'
    )


def test_a_change_has_a_head_that_names_it_and_leads_on() -> None:
    html = _redline(
        Stretch("kept", (KEPT,)),
        Stretch("edited", (EDITED,), 1, 0, 2),
        Stretch("moved", (MOVED,), 2, 1, 0, Link("#change-1", "moved here from “A & B”")),
    )
    assert 'id="change-1"' in html
    assert '<a class="pg-kind" href="#change-1">Edited 1/2</a>' in html
    assert '<a class="pg-hop pg-hop-next" href="#change-2" aria-label="Next change"></a>' in html
    assert '<a class="pg-hop pg-hop-previous" href="#change-1" aria-label="Previous change"></a>' in html
    assert '<a class="pg-elsewhere" href="#change-1">moved here from “A &amp; B”</a>' in html
    assert "As it &lt;was&gt;." in html


def test_what_the_head_tells_is_not_told_again_in_every_row() -> None:
    added = tuple(Row("item", (TextRun("insert", text),), "added") for text in ("one", "two"))
    assert "pg-say" not in _redline(Stretch("added", added, 1))
    assert _text(Redlining("en", ()).marked(MOVED), heard=True) == "Went inserted: far"


def test_spaces_are_told_only_where_they_are_all_that_changed() -> None:
    how = Redlining("th", ())
    assert "เพิ่มช่องว่าง: " in _text(how.marked(SPACED), heard=True)
    beside = Row("item", (*SPACED.runs, TextRun("delete", "c")), "edited", 1)
    assert _text(how.marked(beside), heard=True) == "a bตัดออก: c"


def test_rows_far_from_any_change_fold_into_a_count() -> None:
    near = Row("paragraph", (TextRun("equal", "beside"),), "same", near=True)
    html = _redline(Stretch("kept", (near, KEPT, KEPT)), Stretch("edited", (EDITED,), 1))
    assert html.count('<div class="pg-far">') == 1
    assert '<p class="pg-gap">2 unchanged</p>' in html


def test_labels_are_told_from_the_text_whatever_changed() -> None:
    how = Redlining("en", ())
    old, new = TextRun("delete", "Kept for 2 years"), TextRun("insert", "Kept for ever")
    html = how.marked(Row("field", (old, new), "edited", label="Kept for"))
    assert html.count('<span class="pg-label">Kept for</span> ') == 2
    assert _text(html, without="ins") == old.text
    assert _text(how.marked(Row("item", (TextRun("equal", "1. one"),), "same", label="1."))) == "1. one"


def test_two_languages_stand_in_cells_of_their_own() -> None:
    thai = Row("paragraph", (TextRun("equal", "เก็บ"),), "same")
    rows = (BilingualRow(thai, EDITED), BilingualRow(None, KEPT))
    part = BilingualStretch("edited", rows, 1, alone="อังกฤษเปลี่ยน แต่ไทยไม่เปลี่ยน")
    redline = BilingualRedline(("th", "en"), ("ไทย", "English"), ((), ()), (BilingualSection((part,), True),), 1)
    html = render_bilingual_redline(redline, "ไม่มีข้อความ")
    assert '<div class="pg-cell" lang="th"><div class="pg-rl pg-rl-paragraph"><p>เก็บ</p></div></div>' in html
    assert '<div class="pg-cell pg-unpaired" role="note" aria-label="ไม่มีข้อความ"></div>' in html
    assert '<span class="pg-alone">อังกฤษเปลี่ยน แต่ไทยไม่เปลี่ยน</span>' in html
    assert '<span class="pg-say">deleted: </span>' in html
    assert "แก้ไข 1/1" in html
