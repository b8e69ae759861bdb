"""What a word is, and when two texts are the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.diff.folding import fold, squeezed
from policygen.diff.words import words_of
from policygen.text.segmentation import ThaiWords
from tests.diff.test_invariants import texts

WORDS = ThaiWords()


def cut(text: str) -> list[str]:
    """The words as they stand in the text."""
    words = words_of(text, WORDS)
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "until 30 September 2019, or June 24th, 2020.",
            ["until", "30 September 2019", ",", "or", "June 24th, 2020", "."],
        ),
        ("ณ วันที่ 30 กันยายน พ.ศ. 2562", ["ณ", "วันที่", "30 กันยายน พ.ศ. 2562"]),
        ("$1,000.50 5% A4 1.2.3 +66", ["$1,000.50", "5%", "A4", "1.2.3", "+66"]),
        ("don’t third-party (30)", ["don’t", "third", "-", "party", "(", "30", ")"]),
        (
            "see https://x.example/a?b=c. Or a.b@x.co.th!",
            ["see", "https://x.example/a?b=c", ".", "Or", "a.b@x.co.th", "!"],
        ),
        ("ที่https://x.example/ภาษาไทย นะ", ["ที่", "https://x.example/ภาษาไทย", "นะ"]),
        ("บริษัท ฯ และอื่น ๆ", ["บริษัท ฯ", "และ", "อื่น ๆ"]),
        (
            "🇹🇭🇹🇭👨\u200d👩\u200d👧 हिन्दी 日本 e\u0301 A\u0e48",
            ["🇹🇭", "🇹🇭", "👨\u200d👩\u200d👧", "हिन्दी", "日", "本", "e\u0301", "A\u0e48"],
        ),
        ("**bold** ....", ["**", "bold", "**", "...."]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert cut(text) == words


@given(texts)
def test_every_visible_letter_is_in_one_word(text: str) -> None:
    words = words_of(text, WORDS)
    stops = [0, *(stop for span in zip(words.starts, words.ends, strict=True) for stop in span), len(text)]
    assert stops == sorted(stops)
    between = "".join(text[start:end] for start, end in zip(stops[::2], stops[1::2], strict=True))
    assert not squeezed(between)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเก้", "แก้"),
        ("ก่ี", "กี่"),
        ("e\u0301", "\u00e9"),
        ("a\u200bb\u00ad", "ab"),
    ],
)
def test_what_looks_the_same_is_the_same(old: str, new: str) -> None:
    assert fold(old).text == new


def test_compatible_letters_are_not_the_same() -> None:
    assert [fold(letter).text for letter in "²ﬁ①"] == ["²", "ﬁ", "①"]


@given(st.text() | texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
