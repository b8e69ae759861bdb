"""form.impossible-date: no text names a day that no calendar has."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.text.written_dates import written_dates


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each such day."""
    for passage in subject.passages:
        for written in written_dates(passage.text):
            if not written.exists:
                words = passage.text[written.start : written.end]
                yield found_in(
                    passage,
                    written.start,
                    written.end,
                    Bilingual(f"ไม่มีวันที่ {words} ในปฏิทิน", f"no calendar has {words}"),
                    Bilingual("ตรวจวัน เดือน และปี แล้วเขียนวันที่ที่ถูกต้อง", "look at day, month and year again"),
                )


RULE = Rule(
    name="form.impossible-date",
    severity="error",
    title=Bilingual("วันที่ต้องมีอยู่จริง", "Dates exist"),
    find=find,
    topics=("dates",),
)
