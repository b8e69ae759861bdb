"""Lines of text in pictures: nothing lost, nothing too wide, no cluster torn, breaks where a reader expects them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.site.line_breaking import breaks_of, width_of, wrap

_LETTERS = st.text("กขคงนมระาำิีืุู่้๊๋์็เแโใไๆฯ abcXYZ 0123().,-/", max_size=200)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ชื่อ - นามสกุล", ("ชื่อ - นามสกุล",)),
        ("ข้อมูลการรับบริการจากบริษัทฯ", ("ข้อมูลการรับบริการ", "จากบริษัทฯ")),
        ("ใช้สำหรับประชาสัมพันธ์นำเสนอข่าวสารและโปรโมชัน", ("ใช้สำหรับประชาสัมพันธ์", "นำเสนอข่าวสาร", "และโปรโมชัน")),
        ("Delivery companies and couriers", ("Delivery companies and", "couriers")),
    ],
)
def test_breaks_stand_where_a_reader_expects_them(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 11.5, 4) == lines


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("เพื่อความสะดวกในการติดต่อสื่อสารและให้บริการแก่ลูกค้า" * 3, 10, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width_of(lines[1]) <= 10


def test_a_field_of_the_largest_size_takes_no_time() -> None:
    assert len(wrap("ก" * 65536, 12, 4)) == 4


@given(_LETTERS, st.floats(4, 20))
def test_nothing_is_lost(text: str, width: float) -> None:
    assert "".join(wrap(text, width, 10**6)).replace(" ", "") == text.replace(" ", "")


@given(_LETTERS, st.floats(4, 20), st.integers(1, 4))
def test_no_line_begins_with_a_mark_or_ends_in_a_leading_vowel(text: str, width: float, most: int) -> None:
    words = text.split(" ")
    for line in wrap(text, width, most):
        if not any(word.startswith(line[0]) for word in words if word):
            assert unicodedata.category(line[0]) not in ("Mn", "Me", "Mc")
            assert line[0] not in "ะาำๆฯ"
        if not any(word.endswith(line[-1]) for word in words if word):
            assert line[-1] not in "เแโใไ"


@given(_LETTERS, st.floats(4, 20))
def test_no_line_is_wider_than_it_may_be_unless_it_is_one_cluster(text: str, width: float) -> None:
    for line in wrap(text, width, 10**6):
        assert width_of(line) <= width or not any(breaks_of(word) for word in line.split(" "))
