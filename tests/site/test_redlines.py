"""Redlines as views: what changed, in reading order, numbered, and led from one to the next."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.diff.redline import new_text, old_text
from policygen.model.document import lines_of
from policygen.site.change_views import BilingualSection, BilingualStretch, RedlineSection, Row, Stretch, StretchKind
from policygen.site.changes.arranging import Unit, arranged, by_sections
from policygen.site.changes.bilingual_redlines import Tongue, bilingual_sections, changes_alone
from policygen.site.changes.redlines import numbers_of, redline_sections
from policygen.site.comparing import Comparisons, Side
from policygen.site.words import words_of
from tests.site.changed import edition

KINDS: tuple[StretchKind, ...] = ("kept", "added", "removed", "edited", "spacing")


def _side(number: int, locale: str) -> Side:
    whole = edition(number)
    document = whole.document(locale)
    assert document is not None
    return Side(document, whole.facts)


def _tongue(locale: str, old: int = 1, new: int = 2) -> Tongue:
    sides = _side(old, locale), _side(new, locale)
    return Tongue(*sides, Comparisons().pairs(*sides))


def _sections(locale: str, old: int = 1, new: int = 2) -> tuple[RedlineSection, ...]:
    return redline_sections(_tongue(locale, old, new).pairs, words_of(locale))


def _changes(sections: tuple[RedlineSection, ...]) -> list[Stretch]:
    return [part for section in sections for part in section.stretches if part.number]


def _said(row: Row) -> str:
    marks = {"equal": "{}", "delete": "[-{}]", "insert": "[+{}]", "moved_from": "[<{}]", "moved_to": "[>{}]"}
    return "".join(marks[run.op].format(run.text) for run in row.runs)


def test_a_redline_reads_from_change_to_change() -> None:
    told = [(one.number, one.kind, [_said(row) for row in one.rows]) for one in _changes(_sections("en"))]
    ads = "The company does not use data for the advertising of others, and sells them to nobody."
    assert told == [
        (
            1,
            "edited",
            ["The company keeps the personal data of its customers [+and applicants ]to serve them, as the law says."],
        ),
        (2, "moved", [f"[<{ads}]"]),
        (3, "edited", ["[-Name][+Full name] and surname"]),
        (4, "added", ["[+E-mail address]"]),
        (5, "edited", ["[-How][+What] we use data[+ for]"]),
        (6, "added", ["[+To send news]"]),
        (
            7,
            "removed",
            ["[-Disclosure]", "[-The company discloses data to couriers, only as far as is needed to deliver goods.]"],
        ),
        (8, "moved", [f"[>{ads}]"]),
    ]


def test_each_change_leads_to_its_neighbours_and_each_move_to_its_other_place() -> None:
    changes = _changes(_sections("en"))
    assert [(one.before, one.after) for one in changes[:2]] == [(0, 2), (1, 3)]
    assert (changes[-1].before, changes[-1].after) == (7, 0)
    links = {one.number: (one.elsewhere.href, one.elsewhere.text) for one in changes if one.elsewhere}
    assert links == {
        2: ("#change-8", "moved from here to “Contact”"),
        8: ("#change-2", "moved here from further up"),
    }


@pytest.mark.parametrize("locale", ["th", "en"])
@pytest.mark.parametrize(("old", "new"), [(1, 2), (2, 3), (2, 4), (4, 5), (1, 5), (2, 1), (3, 3)])
def test_rows_hold_both_texts_whole(locale: str, old: int, new: int) -> None:
    """Every line of the new text stands once in reading order, and every line of the old one once."""
    sections = _sections(locale, old, new)
    rows = [row for section in sections for part in section.stretches for row in part.rows]
    came = [text for row in rows if (text := new_text(row.runs))]
    went = [text for row in rows if (text := old_text(row.runs))]
    assert came == _lines(_side(new, locale))
    assert sorted(went) == sorted(_lines(_side(old, locale)))


def _lines(side: Side) -> list[str]:
    return list(lines_of(side.document))


def test_a_removed_section_stands_where_it_stood() -> None:
    titles = [section.stretches[0].rows[0] for section in _sections("th") if section.stretches[0].rows]
    names = [new_text(row.runs) or old_text(row.runs) for row in titles if row.kind == "section"]
    assert names == ["ข้อมูลที่เก็บ", "วัตถุประสงค์ของการใช้ข้อมูล", "การเปิดเผย", "ติดต่อเรา"]


def test_rows_have_the_addresses_of_the_text_each_once() -> None:
    rows = [row for section in _sections("th") for part in section.stretches for row in part.rows if row.anchor]
    anchors = [row.anchor for row in rows]
    assert anchors == ["intro", "data", "purposes", "purpose-orders", "purpose-news", "share", "contact"]


def test_spaces_alone_are_told_as_such() -> None:
    (change,) = _changes(_sections("th", 2, 3))
    assert (change.kind, [run.op for run in change.rows[0].runs if run.op != "equal"]) == ("spacing", ["insert"])
    assert _changes(_sections("en", 2, 3)) == []


def test_a_field_keeps_its_label_apart() -> None:
    (change,) = _changes(_sections("en", 3, 4))
    assert (change.rows[0].kind, change.rows[0].label, _said(change.rows[0])) == (
        "field",
        "Kept for",
        "Kept for [-2][+5] years",
    )


def test_a_redline_in_numbers() -> None:
    pairs = _tongue("en").pairs
    sections = redline_sections(pairs, words_of("en"))
    numbers = numbers_of(pairs, [part for section in sections for part in section.stretches])
    assert numbers.kinds == {"edited": 3, "added": 2, "removed": 1, "moved": 1}
    assert (numbers.touched, numbers.sections) == (4, 4)
    assert 0.6 < numbers.kept < 0.9
    same = _tongue("en", 3, 3).pairs
    assert numbers_of(same, []).kept == 1.0


# Two languages


def _both(old: int = 1, new: int = 2) -> tuple[BilingualSection, ...]:
    return bilingual_sections(_tongue("th", old, new), _tongue("en", old, new), words_of("th"))


def test_clauses_of_two_languages_stand_side_by_side() -> None:
    rows = [row for section in _both() for part in section.stretches for row in part.rows]
    assert all(row.left and row.right for row in rows)
    assert [(row.left.kind, row.left.depth) for row in rows if row.left] == [
        (row.right.kind, row.right.depth) for row in rows if row.right
    ]


def test_what_changed_in_one_language_only_is_said() -> None:
    sections = _both()
    alone = [(part.alone, _said_both(part.rows[0].left, part.rows[0].right)) for part in _bilingual(sections)]
    assert [one for one in alone if one[0]] == [
        ("ภาษาอังกฤษเปลี่ยน แต่ภาษาไทยไม่เปลี่ยน", ("ชื่อและนามสกุล", "[-Name][+Full name] and surname")),
        (
            "ภาษาไทยเปลี่ยน แต่ภาษาอังกฤษไม่เปลี่ยน",
            (
                "ลูกค้าติดต่อบริษัทได้ทุกวันทำการ เวลา [-9.00][+8.00] น. ถึง 17.00 น.",
                "Customers can reach the company on every working day from 9.00 to 17.00.",
            ),
        ),
    ]
    assert changes_alone(sections) == 2


def test_what_one_language_lacks_stands_alone() -> None:
    """Thai against an English text that lacks a section and an item."""
    left, right = _tongue("th", 1, 2), _tongue("en", 1, 1)
    rows = [
        row
        for section in bilingual_sections(left, right, words_of("th"))
        for part in section.stretches
        for row in part.rows
    ]
    lefts = [new_text(row.left.runs) for row in rows if row.left and new_text(row.left.runs)]
    assert lefts == _lines(left.new)
    rights = [new_text(row.right.runs) for row in rows if row.right and new_text(row.right.runs)]
    assert sorted(rights) == sorted(_lines(right.new))
    anchors = [side.anchor for row in rows for side in (row.left, row.right) if side and side.anchor]
    assert len(set(anchors)) == len(anchors)


def _bilingual(sections: tuple[BilingualSection, ...]) -> list[BilingualStretch]:
    return [part for section in sections for part in section.stretches if part.number]


def _said_both(left: Row | None, right: Row | None) -> tuple[str, str]:
    return (_said(left) if left else "", _said(right) if right else "")


# Arranging, whatever the units


@st.composite
def _units(draw: st.DrawFn) -> list[Unit[int]]:
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=30))
    section = 0
    units = []
    for at, kind in enumerate(kinds):
        section += draw(st.integers(0, 1))
        units.append(Unit(kind, f"s{section}", at, heading=draw(st.booleans())))
    return units


@given(_units())
def test_arranging_loses_nothing_and_numbers_every_change(units: list[Unit[int]]) -> None:
    parts = [part for section in arranged(units) for part in section]
    assert [unit for part in parts for unit in part.units] == units
    numbers = [part.number for part in parts if part.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all((part.kind == "kept") == (part.number == 0) for part in parts)
    assert all(len(part.units) == 1 for part in parts if part.kind in ("edited", "spacing"))


@given(_units())
def test_whatever_stands_beside_a_change_is_near(units: list[Unit[int]]) -> None:
    for section in arranged(units):
        shown = [(unit, near) for part in section for unit, near in zip(part.units, part.near, strict=True)]
        for (before, near_before), (after, near_after) in pairwise(shown):
            if before.kind != "kept" or after.kind != "kept":
                assert near_before or before.kind != "kept"
                assert near_after or after.kind != "kept"
        if all(part.number == 0 for part in section):
            assert not any(near for _, near in shown[1:-1])


@given(_units())
def test_sections_stay_together_between_what_stays(units: list[Unit[int]]) -> None:
    order = [f"s{number}" for number in range(40)]
    shuffled = [unit for _, unit in sorted(enumerate(units), key=lambda one: (one[1].kind in KINDS[1:3], -one[0]))]
    sorted_again = by_sections(shuffled, order)
    assert sorted(unit.of for unit in sorted_again) == sorted(unit.of for unit in units)
    gone = [unit.section for unit in sorted_again if unit.kind in ("added", "removed")]
    assert gone == sorted(gone, key=order.index)
