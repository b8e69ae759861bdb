"""Marks without a partner, in texts that are nothing else."""

import time
from pathlib import Path

import pytest

from policygen.checks import RULES, run_rules
from tests.checks.test_law import small_policy

QUOTES = [rule for rule in RULES if rule.name == "language.quotes"]


@pytest.mark.parametrize("marks", ["[", "“", "(“", '1"', "]", "[)"])
def test_many_marks_take_time_in_proportion(marks: str, tmp_path: Path) -> None:
    subject = small_policy(tmp_path, marks * (20_000 // len(marks)))
    start = time.process_time()
    run_rules(subject, QUOTES)
    # Measured at up to 0.3 s; where each mark is held against all others, minutes.
    assert time.process_time() - start < 5
