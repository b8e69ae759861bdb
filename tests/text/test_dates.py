from datetime import date, timedelta

from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from policygen.text.dates import date_in_words


def test_thai_dates_are_in_the_buddhist_era() -> None:
    assert date_in_words(date(2019, 9, 30), "th") == "30\xa0กันยายน พ.ศ.\xa02562"


def test_english_dates_are_in_the_common_era() -> None:
    assert date_in_words(date(2026, 1, 5), "en") == "5\xa0January 2026"


@given(st.dates(date(1941, 1, 1), date(2400, 1, 1)))
def test_month_names_are_those_of_cldr(day: date) -> None:
    for locale in ("th", "en"):
        assert format_date(day, "MMMM", locale=locale) in date_in_words(day, locale)


def test_no_day_of_a_leap_year_is_lost() -> None:
    days = [date(2024, 1, 1) + timedelta(days=count) for count in range(366)]
    assert len({date_in_words(day, "th") for day in days}) == 366
