"""Values that Thai and English texts state: the same ones have the same key."""

import time

import pytest

from policygen.text.stated_values import stated_values


def keys(text: str) -> list[tuple[str, str]]:
    """Kind and key of each firm value."""
    return [(value.kind, value.key) for value in stated_values(text) if value.firm]


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("ภายในสามสิบวัน", "within 30 days"),
        ("ภายใน ๓๐ วัน", "within thirty (30) days"),
        ("ไม่เกินยี่สิบเอ็ดเดือน", "up to twenty-one months"),
        ("เก็บ 2 ปี", "kept for 24 months"),
        ("สองสัปดาห์", "14 days"),
        ("72 ชั่วโมง", "three days"),
        ("พ.ศ. 2562", "2019"),
        ("วันที่ 30 กันยายน 2562", "on 30 September 2019"),
        ("30/9/2562", "September 30, 2019"),
        ("เวลา 9.00–20.30 น.", "9 a.m. to 8:30 p.m."),
        ("โทร 02-123-4567", "call +66 2 123 4567"),
        ("ค่าปรับ ๑,๐๐๐,๐๐๐ บาท", "a fine of 1,000,000 baht"),
        ("ดู https://www.garden.example/th/rights/", "see http://garden.example/en/rights."),
        ("มาตรา 23(1)", "section 23(1)"),
        ("1) ชั้น 33", "1. the 33rd floor"),
    ],
)
def test_the_same_in_both_languages(thai: str, english: str) -> None:
    assert keys(thai)
    assert keys(thai) == keys(english)


@pytest.mark.parametrize("text", ["หนึ่งปี", "a year", "SHA-256 และ IPv6", "สองแคว", "first party", "1. ชื่อ"])
def test_what_states_nothing_firm(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    "text", ["9" * 65_000, "9 " * 30_000, "สิบ" * 20_000, "a@" * 30_000, "http://" * 9_000, "one " * 16_000]
)
def test_odd_texts_do_not_hang(text: str) -> None:
    began = time.process_time()
    stated_values(text)
    assert time.process_time() - began < 5
