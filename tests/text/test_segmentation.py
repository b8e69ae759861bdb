"""Cutting Thai into words."""

from functools import lru_cache
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nlpo3 import segment

from policygen.text.segmentation import LONGEST_RUN, ThaiWords, _loaded, thai_particles

PLAIN = ThaiWords()
LETTERS = [chr(letter) for letter in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))]


@given(st.lists(st.sampled_from([*LETTERS, "ข้อมูล", "ส่วนบุคคล", "บริษัท"]), min_size=1).map("".join))
def test_words_joined_are_the_run(run: str) -> None:
    assert "".join(PLAIN.cut(run)) == run


def test_compounds_stay_whole() -> None:
    assert PLAIN.cut("ผู้ใช้บริการให้ข้อมูลส่วนบุคคล") == ("ผู้ใช้บริการ", "ให้", "ข้อมูล", "ส่วนบุคคล")


def test_a_name_is_cut_without_the_dictionary_knowing_it_and_whole_with_it() -> None:
    assert "คลัสเตอร์คิท" not in PLAIN.cut("บริษัทคลัสเตอร์คิทจำกัด")
    assert ThaiWords(("คลัสเตอร์คิท",)).cut("บริษัทคลัสเตอร์คิทจำกัด") == ("บริษัท", "คลัสเตอร์คิท", "จำกัด")


@pytest.mark.parametrize("run", ["ส" * 80_000, "สก" * 40_000, "เ" * 80_000, "่" * 80_000, "ตากลม" * 16_000])
def test_long_runs_do_not_hang_and_lose_nothing(run: str) -> None:
    began = process_time()
    words = PLAIN.cut(run)
    assert "".join(words) == run
    assert process_time() - began < 5


def test_a_long_run_is_parted_between_clusters_only() -> None:
    run = "นำ้ที่ไม่เก็บ" * (LONGEST_RUN // 4)
    assert not any(word[0] in "ะัาำิีึืฺุู็่้๊๋์ํ๎" for word in PLAIN.cut(run))


def test_the_dictionary_is_known() -> None:
    assert PLAIN.knows("บริษัท")
    assert not PLAIN.knows("บรัษัท")
    assert ThaiWords(("ซีทรัส",)).knows("ซีทรัส")
    assert {"และ", "ของ"} <= thai_particles()


@lru_cache
def own_dictionary(terms: tuple[str, ...]) -> str:
    """The name of a dictionary with these terms and no others."""
    return _loaded(terms)


@given(
    st.lists(st.sampled_from(["คลัสเตอร์คิท", "ซีทรัส", "เก็บ", "ข้อมูล", "ท่าน", "ๆ", "กข"]), min_size=1).map("".join),
    st.sets(st.sampled_from(["คลัสเตอร์คิท", "ซีทรัส", "กข"])).map(sorted).map(tuple),
)
def test_terms_of_other_texts_change_no_word(run: str, terms: tuple[str, ...]) -> None:
    """One dictionary serves many texts, but only where the words come out as from one of their own."""
    shared = ThaiWords(terms, ("คลัสเตอร์คิท", "ซีทรัส", "กขค")).cut(run)
    assert shared == (tuple(segment(run, own_dictionary(terms))) if len(set(run)) > 1 else (run,))
