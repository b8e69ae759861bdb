"""How much a text changed, in cases that a lawyer would argue about."""

import pytest

from policygen.diff.events.judging import Level
from policygen.diff.events.text_judge import Judge

JUDGE = Judge(("คลัสเตอร์คิท", "เว็บไซต์"), frozenset(("คลัสเตอร์คิท",)))

CASES: list[tuple[str, str, Level]] = [
    ("เก็บข้อมูล", "เก็บข้อมูล", "same"),
    # spaces, and marks that only look alike
    ("เอกสารอื่นๆที่นำเข้า", "เอกสารอื่น ๆ ที่นำเข้า", "spacing"),
    ("บริษัท ฯ เก็บ", "บริษัทฯ เก็บ", "spacing"),
    ("ข้อมูลทํางาน", "ข้อมูลทำงาน", "spacing"),
    ("เเก้ไขข้อมูล", "แก้ไขข้อมูล", "spacing"),
    # proven spelling
    ("บรัษัท คลัสเตอร์คิท จำกัด", "บริษัท คลัสเตอร์คิท จำกัด", "spelling"),
    ("หมายเลขโทรศัทพ์ (Telephone)", "หมายเลขโทรศัพท์ (Telephone)", "spelling"),
    ("ตามที่ปรากฎบนหน้า", "ตามที่ปรากฏบนหน้า", "spelling"),
    ("ข้อมูลของเบราเซอร์", "ข้อมูลของเบราว์เซอร์", "spelling"),
    ("ได้รับอนุญาติจากท่าน", "ได้รับอนุญาตจากท่าน", "spelling"),
    ("ผ่านเว็ปไซต์ของเรา", "ผ่านเว็บไซต์ของเรา", "spelling"),
    ("we recieve data", "we receive data", "spelling"),
    # a word that exists, though wrong here, is not proven
    ("มุ่งมั่นที่จะปกครองและเคารพ", "มุ่งมั่นที่จะปกป้องและเคารพ", "wording"),
    ("We collect data", "We gather data", "wording"),
    ('"เว็บไซต์ หมายถึง', '"เว็บไซต์" หมายถึง', "wording"),
    # numbers, names, negations, modals
    ("เก็บไว้ 5 ปี", "เก็บไว้ 6 ปี", "meaning"),
    ("จะเปิดเผย", "จะไม่เปิดเผย", "meaning"),
    ("สินค้าและบริการ", "สินค้าหรือบริการ", "meaning"),
    ("we may share", "we must share", "meaning"),
    ("คลัสเตอร์คิท", "คลัสเตอร์คิด", "meaning"),
    ("write to a@b.example", "write to a@c.example", "meaning"),
    # a new sentence
    (
        "We keep data.",
        "We keep data. We sell them to partners of ours in other countries for advertising purposes.",
        "meaning",
    ),
]


@pytest.mark.parametrize(("old", "new", "level"), CASES)
def test_the_level_of_a_change(old: str, new: str, level: Level) -> None:
    assert JUDGE(old, new, "th") == level


@pytest.mark.parametrize(("old", "new"), [case[:2] for case in CASES if case[2] not in ("spelling", "same")])
def test_other_changes_weigh_the_same_both_ways(old: str, new: str) -> None:
    assert JUDGE(old, new, "th") == JUDGE(new, old, "th")


@pytest.mark.parametrize(("old", "new"), [case[:2] for case in CASES if case[2] == "spelling"])
def test_a_slip_brought_in_is_no_spelling_fix(old: str, new: str) -> None:
    assert JUDGE(new, old, "th") in ("wording", "meaning")
