"""Telephone numbers that can be dialled, and those that cannot."""

import pytest

from policygen.text.phone_numbers import cannot_be_dialled


@pytest.mark.parametrize(
    "text",
    [
        "02 - 8813800",
        "+66 2 000 0000",
        "+66 (0) 81 234 5678",
        "098-6185-361",
        "053-123456 ต่อ 12",
        "02-123-4567-8",
        "02-123-4567, 089-123-4567",
        "1669",
        "1800-123-456",
        "+44 20 7946 0958",
        "๐๒-๘๘๑๓๘๐๐",
        "0044 20 7946 0958",
    ],
)
def test_numbers_that_can_be_dialled(text: str) -> None:
    assert not cannot_be_dialled(text)


@pytest.mark.parametrize("text", ["02-12345", "02-1234-56789", "081-234-567", "+66 81 234", "call us", "+1 23", "12"])
def test_numbers_that_nobody_can_dial(text: str) -> None:
    assert cannot_be_dialled(text)
