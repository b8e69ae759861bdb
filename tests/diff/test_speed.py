"""Time near linear, whatever the texts hold. The bounds are ten times what a two-core machine takes."""

import random
from time import process_time

import pytest

from policygen.diff.files import compare_texts
from policygen.diff.redline import new_text, old_text
from policygen.text.segmentation import ThaiWords

WORDS = ThaiWords()
RANDOM = random.Random(7)
VOCABULARY = [f"word{number}" for number in range(4000)]


def lines(words: list[str], size: int) -> str:
    """A text of lines of so many words."""
    return "\n".join(" ".join(words[at : at + size]) for at in range(0, len(words), size))


OLD = [RANDOM.choice(VOCABULARY) for _ in range(20_000)]
EDITED = [RANDOM.choice(VOCABULARY) if RANDOM.random() < 0.04 else word for word in OLD]
OTHER = [RANDOM.choice(VOCABULARY) for _ in range(20_000)]
MOVED = random.Random(8).sample(lines(OLD, 15).split("\n"), k=len(OLD) // 15)
CASES = {
    "one line, edited": (" ".join(OLD), " ".join(EDITED)),
    "many lines, edited": (lines(OLD, 15), lines(EDITED, 15)),
    "wholly different": (" ".join(OLD), " ".join(OTHER)),
    "wholly different lines": (lines(OLD, 15), lines(OTHER, 15)),
    "every line moved": (lines(OLD, 15), "\n".join(MOVED)),
    "a word a line": ("\n".join(OLD), "\n".join(OTHER)),
    "digits": ("1" * 250_000, "2" * 250_000),
    "addresses": ("a@b.example " * 20_000, "c@b.example " * 20_000),
    "addresses run together": ("a.b@c.d" * 36_000, "a.b@c.e" * 36_000),
    "one Thai letter": ("ก" * 83_000, "ข" * 83_000),
    "dashes": ("a-" * 125_000, "b-" * 125_000),
    "spaces": ("x" + " " * 200_000 + "y z", "x" + " " * 200_001 + "y q"),
    "the same line again and again": ("abc def\n" * 20_000, "abc def\n" * 19_999 + "x\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_large_texts_are_compared_in_seconds(name: str) -> None:
    old, new = CASES[name]
    began = process_time()
    runs = compare_texts(old, new, WORDS).runs
    assert process_time() - began < 10
    assert (old_text(runs), new_text(runs)) == (old, new)
