"""Lines for a terminal: nothing is lost, nothing is too wide, and each line ends its own colour."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.exports.terminal import columns_shown, for_terminal

RED, PLAIN = "\x1b[31m", "\x1b[0m"
WORDS = ("ข้อมูล", "ส่วนบุคคล", "เก็บ", "data ", " ", "\n", "[-เก็บ-]", "{+keep+}", RED + "ที่" + PLAIN, RED + "kept " + PLAIN)


def bare(text: str) -> str:
    return re.sub(r"\s|\x1b\[\d*m", "", text)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join), st.integers(20, 60))
def test_no_letter_is_lost_and_no_line_is_wider(text: str, width: int) -> None:
    folded = for_terminal(text, width)
    assert bare(folded) == bare(text)
    assert max(map(columns_shown, folded.split("\n"))) <= width
    assert all(line.count(RED) == 0 or line.rindex(PLAIN) > line.rindex(RED) for line in folded.split("\n"))


def test_spaces_at_the_end_of_a_line_do_not_widen_it() -> None:
    assert for_terminal("a" * 20 + "  ", 20) == "a" * 20


def test_without_a_width_the_words_stay_as_they_are() -> None:
    assert for_terminal("a  b\n" + "c " * 90, None) == "a  b\n" + "c " * 90


def test_a_colour_over_several_lines_is_taken_up_again_on_each() -> None:
    assert for_terminal(f"a {RED}b\nc{PLAIN} d", None) == f"a {RED}b{PLAIN}\n{RED}c{PLAIN} d"


@pytest.mark.parametrize(("text", "wide"), [("ที่", 1), ("น้ำ", 2), ("data", 4), (f"{RED}x{PLAIN}", 1), ("漢", 2)])
def test_marks_above_and_below_take_no_column(text: str, wide: int) -> None:
    assert columns_shown(text) == wide
