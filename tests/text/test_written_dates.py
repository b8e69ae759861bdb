"""Dates in prose: what is written, which day it is, in which era it counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.text.dates import date_in_words
from policygen.text.written_dates import written_dates


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.sampled_from(["th", "en"]))
def test_a_day_in_words_is_read_back(day: date, locale: str) -> None:
    words = date_in_words(day, locale)
    (written,) = written_dates(f"วันที่ {words} as written")
    assert written.date == day
    assert (written.start, written.end) == (7, 7 + len(words))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("๓๐ ก.ย. ๒๕๖๒", date(2019, 9, 30)),
        ("1 มิถุนายน ค.ศ. 2022", date(2022, 6, 1)),
        ("Sept. 30th, 2019", date(2019, 9, 30)),
        ("30 September B.E. 2562", date(2019, 9, 30)),
        ("30/09/2562", date(2019, 9, 30)),
        ("12/31/2019", date(2019, 12, 31)),
        ("2019-09-30", date(2019, 9, 30)),
        ("31 เมษายน 2562", None),
        ("30 September", None),
    ],
)
def test_dates_are_read_in_many_forms(text: str, day: date | None) -> None:
    assert [written.date for written in written_dates(text)] == [day]


def test_numbers_and_verbs_are_no_dates() -> None:
    assert (written_dates("you may 31 times, section 2019-99-01, 1/2, 13/13/2019, 2562 คน, มาตรา 24 วรรค 2")) == ()
