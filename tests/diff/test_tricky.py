"""The tricky cases, and the page that shows them."""

import pytest

from tests.diff.tricky import LANGUAGES, PAGE, Case, cases, page


@pytest.mark.parametrize(
    "case", [case for language in LANGUAGES for case in cases(language)], ids=lambda case: case.name
)
def test_a_reader_sees_what_is_desired_or_what_is_known(case: Case) -> None:
    assert case.shown == (case.actual or case.desired)


def test_the_page_is_made_from_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.diff.tricky writes it anew"
