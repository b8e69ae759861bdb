import pytest

from policygen.text.durations import days_of, duration_in_words, parse_duration


@pytest.mark.parametrize(
    ("duration", "thai", "english"),
    [
        ("P5Y", "5 ปี", "5 years"),
        ("P1Y6M", "1 ปี 6 เดือน", "1 year 6 months"),
        ("P90D", "90 วัน", "90 days"),
        ("P1D", "1 วัน", "1 day"),
        ("PT24H", "24 ชั่วโมง", "24 hours"),
        ("P2W", "2 สัปดาห์", "2 weeks"),
        ("P0D", "0 วัน", "0 days"),
    ],
)
def test_durations_are_said_as_people_say_them(duration: str, thai: str, english: str) -> None:
    assert duration_in_words(duration, "th") == thai
    assert duration_in_words(duration, "en") == english


@pytest.mark.parametrize("text", ["", "P", "PT", "5Y", "P5", "p5y", "P1.5Y", "P-1Y", "P5Y ", "P๕Y", "P1YT", "P1D1Y"])
def test_what_is_no_duration_is_told(text: str) -> None:
    assert parse_duration(text) is None
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        duration_in_words(text, "en")
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        days_of(text)


def test_durations_compare_by_their_length() -> None:
    assert days_of("P1Y") < days_of("P13M") < days_of("P2Y")
    assert days_of("P30D") < days_of("P1M")
