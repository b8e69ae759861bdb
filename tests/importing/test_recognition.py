"""What is recognised where a text is clear, and what is not where it is not: headings, terms, lists, contacts."""

from pathlib import Path

import pytest

from policygen.importing.decoding import decode
from policygen.importing.headings import Candidate, clear_headings
from policygen.importing.plain import read_plain
from policygen.importing.recognition import recognise
from policygen.importing.recognition.found import Part, Placed
from policygen.importing.sectioning import in_sections
from policygen.model.document import plain
from tests.importing.made import entries, imported, lines, sections

LONG = "บริษัทจะเก็บรักษาข้อมูลส่วนบุคคลของท่านไว้ตามระยะเวลาที่จำเป็นเพื่อให้บริการแก่ท่าน และตามที่กฎหมายกำหนดไว้ในแต่ละกรณีเท่านั้น"
TITLE = "นโยบายความเป็นส่วนตัว\n\n"


def headings(*texts: str) -> list[str]:
    """Of these lines, each between empty ones, those that are headings."""
    return [texts[at] for at in clear_headings([Candidate(text) for text in texts])]


# Headings


@pytest.mark.parametrize(
    "pair",
    [
        ("1. บทนำ", "2. ข้อมูลที่เก็บ"),
        ("ข้อ 1 นิยาม", "ข้อ 2 การเก็บข้อมูล"),
        ("๑. บทนำ", "๒. คุกกี้"),
        ("1.บทนำ", "2.คุกกี้"),
        ("หมวด 1", "หมวด 2"),
        ("Section 1 Scope", "Section 2 Cookies"),
        ("1) Scope", "2) Cookies"),
        ("การเก็บรวบรวมข้อมูล", "ระยะเวลาในการเก็บข้อมูล"),
        ("What We Collect", "Your Rights"),
    ],
)
def test_two_headings_with_text_under_each(pair: tuple[str, str]) -> None:
    body = (
        LONG if any("ก" <= char <= "๛" for char in pair[0]) else "We keep what you give us for as long as the law asks."
    )
    assert headings(pair[0], body, pair[1], body) == list(pair)


def test_a_numbered_heading_has_its_own_headings_below() -> None:
    found = clear_headings(
        [Candidate(text) for text in ("1. บทนำ", LONG, "2. ข้อมูล", "2.1 ทั่วไป", LONG, "2.2 อื่น ๆ", LONG)]
    )
    assert found == {0: 2, 2: 2, 3: 3, 5: 3}


@pytest.mark.parametrize(
    "texts",
    [
        ("1. ชื่อ", "2. อีเมล", "3. ที่อยู่"),
        ("1. บทนำ", LONG, f"2. {LONG}", LONG),
        (LONG, "5 ปี", LONG),
        ("บริษัทเก็บข้อมูลดังต่อไปนี้", "ข้อมูลทางธุรกิจ", "ข้อมูลทางด้านภาษี", "ข้อมูลบัตรเครดิต", LONG),
        (LONG, "ข้อมูลของท่านจะถูกลบ", LONG),
        (LONG, "ติดต่อ info@example.com", LONG),
        ("We care about you", "We keep what you give us for as long as the law asks."),
    ],
)
def test_what_is_not_clearly_a_heading(texts: tuple[str, ...]) -> None:
    assert headings(*texts) == []


def test_an_inner_list_that_begins_anew_is_no_row_of_headings() -> None:
    texts = ("1. บทนำ", LONG, "2. ข้อมูล", LONG, "1. ชื่อ", "2. อีเมล", "3. ที่อยู่", "3. คุกกี้", LONG)
    assert list(clear_headings([Candidate(text) for text in texts])) == [0, 2, 7]


# Registers


def test_terms_in_quotes_and_in_bold(tmp_path: Path) -> None:
    text = (
        "# Privacy Policy\n\n## Definitions\n\n“Personal Data” means any information about you.\n\n"
        "**Controller** means Example Ltd.\n\nWe mean well."
    )
    found = imported(tmp_path, "policy.md", text)
    assert entries(found, "definitions") == {"personal-data": "Personal Data", "controller": "Controller"}
    assert lines(tmp_path, "en") == [
        "Definitions",
        "“Personal Data” means any information about you.",
        "Controller means Example Ltd.",
        "We mean well.",
    ]


def test_terms_in_numbered_clauses_keep_their_numbers(tmp_path: Path) -> None:
    text = TITLE + "นิยาม\n\n1.1 “ผู้ใช้บริการ” หมายความว่า ผู้ที่ใช้บริการของบริษัท\n1.2 “บริษัท” หมายถึง บริษัท เอ จำกัด\n\n" + LONG
    found = imported(tmp_path, "policy.txt", text)
    assert entries(found, "definitions") == {"user": "ผู้ใช้บริการ", "company": "บริษัท"}
    assert "1.1 “ผู้ใช้บริการ” หมายความว่า ผู้ที่ใช้บริการของบริษัท" in lines(tmp_path)


def test_groups_of_data_nest(tmp_path: Path) -> None:
    text = TITLE + "เราเก็บรวบรวมข้อมูลดังนี้\n\n• ข้อมูลติดต่อ\n  • อีเมล\n  • โทรศัพท์\n• ข้อมูลอุปกรณ์;\n"
    found = imported(tmp_path, "policy.txt", text)
    assert entries(found, "data") == {"item-1": "ข้อมูลติดต่อ", "item-2": "ข้อมูลอุปกรณ์;"}
    assert lines(tmp_path)[1:] == ["ข้อมูลติดต่อ", "อีเมล", "โทรศัพท์", "ข้อมูลอุปกรณ์;"]
    written = (tmp_path / "content/acme/privacy/data.yaml").read_text(encoding="utf-8")
    assert "th: ข้อมูลอุปกรณ์\n" in written


@pytest.mark.parametrize(
    ("intro", "register"),
    [
        ("เราเก็บรวบรวมข้อมูลของท่าน ดังนี้", "data"),
        ("We collect the following personal data:", "data"),
        ("เราใช้ข้อมูลเพื่อวัตถุประสงค์ดังต่อไปนี้", "purposes"),
        ("We use your information to:", "purposes"),
        ("We process your data for the following purposes:", "purposes"),
        ("เราไม่เก็บข้อมูลดังต่อไปนี้", None),
        ("We do NOT collect the following data:", None),
        ("We collect data, except the following:", None),
        ("We use third-party services that may collect data. These services include:", None),
        ("You have the right to access your data:", None),
        ("เราแนะนำให้ท่านอ่านข้อมูลดังต่อไปนี้", None),
    ],
)
def test_only_a_clear_sentence_announces_a_list(intro: str, register: str | None) -> None:
    found = recognised(f"{intro}\n\n• ชื่อ\n• อีเมล\n")
    assert {part.what.register for part in found if isinstance(part.what, Placed)} == (
        {register} if register else set()
    )


@pytest.mark.parametrize("item", ["ไม่มีข้อมูล", "No personal data", "เราจะเก็บชื่อของท่าน", "สิทธิในการเข้าถึง", "We use it."])
def test_an_item_that_is_no_data_keeps_the_whole_list_prose(item: str) -> None:
    found = recognised(f"เราเก็บรวบรวมข้อมูลดังนี้\n\n• ชื่อ\n• {item}\n")
    assert not any(isinstance(part.what, Placed) for part in found)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("เว็บไซต์นี้ใช้ Google Analytics", True),
        ("We use Sentry through our app.", True),
        ("We do not use Google Analytics.", False),
        ("เราไม่ใช้ Google Analytics", False),
        ("Google Analytics", False),
        ("We use Google Analytics360x", False),
    ],
)
def test_a_tool_is_known_where_the_text_says_that_it_is_used(text: str, known: bool) -> None:
    original = read_plain(decode(f"{TITLE}{LONG}\n\n{text}".encode(), "x.txt"))
    found = recognise(in_sections(original, "th", "privacy").stretches, "th")
    assert bool(found.entries) is known


@pytest.mark.parametrize(
    ("line", "kind", "opens"),
    [
        ("โทรศัพท์ : 02 - 8813800", "phone", "tel:+6628813800"),
        ("โทร. : 02-168-3377, 02-168-3388", "phone", None),
        ("Email: a@b.co.th", "email", "mailto:a@b.co.th"),
        ("เว็บไซต์: https://example.com/", "web", "https://example.com/"),
        ("Line : @acme", "line", None),
        ("ที่อยู่ : 91 ถนนบางขุนนนท์ กรุงเทพมหานคร 10700", "post", None),
    ],
)
def test_contacts_by_their_labels(line: str, kind: str, opens: str | None) -> None:
    original = read_plain(decode(f"{TITLE}{LONG}\n\nช่องทางการติดต่อ\n\n{LONG}\n\n• {line}".encode(), "x.txt"))
    (entry,) = recognise(in_sections(original, "th", "privacy").stretches, "th").entries
    assert (entry.values["kind"], entry.values.get("opens")) == (kind, opens)


@pytest.mark.parametrize("line", ["โทรศัพท์ : ติดต่อเจ้าหน้าที่", "อีเมล : ไม่มี", "หมายเหตุ : โปรดติดต่อในเวลาทำการ"])
def test_what_is_no_contact(line: str) -> None:
    original = read_plain(decode(f"{TITLE}{LONG}\n\nช่องทางการติดต่อ\n\n{LONG}\n\n• {line}".encode(), "x.txt"))
    assert recognise(in_sections(original, "th", "privacy").stretches, "th").entries == ()


def recognised(text: str) -> tuple[Part, ...]:
    """The parts of the one section of a text."""
    original = read_plain(decode(f"{TITLE}{text}".encode(), "x.txt"))
    (section,) = recognise(in_sections(original, "th", "privacy").stretches, "th").sections
    return section.parts


# Titles and ids


def test_a_title_that_does_not_begin_the_text_is_added_and_told(tmp_path: Path) -> None:
    found = imported(tmp_path, "policy.md", f"กลับหน้าแรก\n\n# นโยบายความเป็นส่วนตัว\n\n{LONG}")
    assert (plain(found.sectioned.title), found.sectioned.added) == ("นโยบายความเป็นส่วนตัว", True)
    assert lines(tmp_path) == ["กลับหน้าแรก", "นโยบายความเป็นส่วนตัว", LONG]


def test_a_sentence_about_the_policy_is_no_title(tmp_path: Path) -> None:
    found = imported(tmp_path, "policy.txt", f"นโยบายความเป็นส่วนตัวฉบับนี้อธิบายสิ่งที่เราทำ\n\n{LONG}")
    assert (plain(found.sectioned.title), found.sectioned.added) == ("นโยบายความเป็นส่วนตัว", True)


def test_headings_without_text_hold_what_follows(tmp_path: Path) -> None:
    found = imported(tmp_path, "policy.md", f"# นโยบาย\n\n## หมวด 1\n\n## บททั่วไป\n\n{LONG}\n\n## จบ")
    assert sections(found) == ["section-1"]
    assert lines(tmp_path) == ["หมวด 1", "บททั่วไป", LONG, "จบ"]


def test_ids_are_unique_and_no_address_of_an_entry(tmp_path: Path) -> None:
    text = "# Privacy Policy\n\n" + "".join(f"## Data Collection\n\nText {number}.\n\n" for number in range(3))
    assert sections(imported(tmp_path, "policy.md", text)) == [
        "about-data-collection",
        "about-data-collection-2",
        "about-data-collection-3",
    ]
