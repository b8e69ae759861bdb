"""Days in words: the Buddhist era in Thai, the common era elsewhere.

A small table of our own, because general libraries print ค.ศ. for the Thai Buddhist calendar.
"""

from datetime import date

# พ.ศ. = ค.ศ. + 543; exact for every day since Thailand's year began on 1 January (1941).
BUDDHIST_ERA_OFFSET = 543
THAI_MONTHS = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NBSP = "\N{NO-BREAK SPACE}"


def date_in_words(day: date, locale: str) -> str:
    """The day as people of `locale` write it: `30 กันยายน พ.ศ. 2562`, `30 September 2019`.

    A no-break space stands between the day and its month and between the era and its year.
    """
    if locale == "th":
        month = THAI_MONTHS[day.month - 1]
        return f"{day.day}{_NBSP}{month} พ.ศ.{_NBSP}{day.year + BUDDHIST_ERA_OFFSET}"
    return f"{day.day}{_NBSP}{ENGLISH_MONTHS[day.month - 1]} {day.year}"
