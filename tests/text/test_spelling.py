"""Spelling: the data files say what is right, and every text is looked at in time that grows with it."""

import time

import pytest

from policygen.text.segmentation import ThaiWords, in_other_dictionaries, in_royal_dictionary
from policygen.text.spelling import Slip, ThaiSpelling, english_slips
from policygen.text.spelling.lists import (
    english_misspellings,
    english_modern_words,
    thai_misspellings,
    thai_modern_words,
)
from policygen.text.vocabulary import knows_english


def known(thai: str) -> bool:
    """Whether every word of a Thai text is in a dictionary."""
    words = ThaiWords(tuple(sorted(thai_modern_words())))
    return all(words.knows(word) or in_other_dictionaries(word) for word in words.cut(thai.replace(" ๆ", "")))


def test_no_misspelling_of_the_list_is_a_word_of_the_royal_institute() -> None:
    # สิทธ์ is an old word for "done", which no policy means.
    assert [form for form in thai_misspellings() if in_royal_dictionary(form)] == ["สิทธ์"]


def test_every_correction_is_a_word() -> None:
    assert [right for right in thai_misspellings().values() if not known(right)] == []
    english = (word for right in english_misspellings().values() for word in right.replace("'s", "").split())
    assert [word for word in english if not knows_english(word) and word not in english_modern_words()] == []


def test_no_misspelling_is_another_ones_correction() -> None:
    for table in (thai_misspellings(), english_misspellings()):
        assert table.keys() & set(table.values()) == set()


@pytest.mark.parametrize("right", sorted(set(thai_misspellings().values())))
def test_nothing_is_found_in_what_is_right(right: str) -> None:
    assert [slip for slip in ThaiSpelling().slips(f"เพื่อ{right}แก่ท่าน") if slip.certainty != "unknown"] == []


def test_a_form_of_the_list_is_no_slip_where_a_known_word_reaches_across_its_end() -> None:
    assert ThaiSpelling().slips("การขอมูลค่าเพิ่ม") == []
    assert ThaiSpelling().slips("การขอมูลของท่าน") == [Slip(3, 8, "listed", ("ข้อมูล",))]


def test_terms_of_the_policy_are_spelt_right() -> None:
    assert [slip.certainty for slip in ThaiSpelling().slips("ร้านบรัษัทขายผัก")] == ["repaired"]
    assert ThaiSpelling(("บรัษัท",)).slips("ร้านบรัษัทขายผัก") == []


@pytest.mark.parametrize(
    "text", ["ก" * 65_000, "กข" * 32_000, "a" * 65_000, "บรัษัท" * 10_000, "ผบ " * 20_000, "ab-" * 20_000]
)
def test_odd_texts_do_not_hang(text: str) -> None:
    began = time.process_time()
    ThaiSpelling().slips(text)
    english_slips(text)
    assert time.process_time() - began < 5
