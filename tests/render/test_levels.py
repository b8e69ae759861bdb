"""Levels of headings: none is left out, and who stands under whom is kept."""

from hypothesis import given
from hypothesis import strategies as st

from policygen.model.document import Heading
from policygen.render.levels import below, levels


def shown(*written: int | None, under: int) -> list[int]:
    """The levels of headings written at these levels; None is a block that is no heading."""
    return list(levels((None if level is None else Heading(level, ()) for level in written), under))


def test_text_without_a_title_begins_at_the_second_level() -> None:
    assert shown(None, 3, None, 4, 3, under=1) == [1, 2, 2, 3, 2]
    assert shown(3, 4, None, 3, under=2) == [3, 4, 4, 3]


def test_a_skipped_level_is_closed_up() -> None:
    assert shown(4, 3, 5, 5, 4, under=2) == [3, 3, 4, 4, 4]


@given(st.lists(st.integers(3, 6)), st.integers(1, 6))
def test_no_level_is_left_out(written: list[int], under: int) -> None:
    before = under
    for level in shown(*written, under=under):
        assert 2 <= level <= below(before)
        assert level >= below(under)
        before = level
