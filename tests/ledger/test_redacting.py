"""What a path names, and what becomes of the text there, wherever else it stands."""

import json
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygen.ledger import Record, sealed, unsealed
from policygen.ledger.canonical import canonical, file_of
from policygen.ledger.paths import NoText
from policygen.ledger.placeholders import mark, worded
from policygen.ledger.record import record_as_json, record_from_json
from policygen.ledger.redacting import Redacted, redacted
from policygen.ledger.texts import texts_in_file, texts_of
from policygen.model.codec import decode_edition
from policygen.model.document import Document, Entry, Item, ItemList, Line, Paragraph, Register, Run, Section, Table
from policygen.model.edition import Edition
from policygen.model.event import ChangeEvent
from policygen.model.facts import ContactChannel, Controller, Facts, LocalText, Party
from tests.ledger import full_edition
from tests.ledger.editions import editions

NAME, PHONE = "สมชาย ใจดี", "02 - 8813800"


def both(thai: str, english: str) -> LocalText:
    return LocalText((("th", (Run(thai),)), ("en", (Run(english),))))


def _document(locale: str, name: str, label: str) -> Document:
    officer = Paragraph((Line((Run(f"Ask {name} or "), Run("call", href="tel:028813800"), Run("."))),), id="ask")
    entry = Entry("contact-phone", (Paragraph((Line((Run(f"{label}: "), Run(PHONE, href="tel:028813800"))),)),))
    prose = Paragraph((Line((Run("Written by "), Run(name[:5], strong=True), Run(name[5:] + " of the shop"))),))
    blocks = (officer, prose, Register("contacts", "list", (entry,)), Table((), (((Run(label),), (Run("1"),)),)))
    list_ = ItemList((Item((Paragraph((Line((Run("1"),)),)),), "1."),))
    return Document(locale, (Run("Privacy"),), (Section("contact", (Run(label),), (*blocks, list_)),))


FACTS = Facts(
    Controller(both("ร้าน", "Shop"), dpo=Party(both(NAME, "Somchai Jaidee"), phone=PHONE)),
    "th",
    ("pdpa",),
    contacts=(ContactChannel("phone", "phone", both("โทรศัพท์", "Phone"), both(PHONE, PHONE), "tel:028813800"),),
)
EDITION = Edition((_document("th", NAME, "โทรศัพท์"), _document("en", "Somchai Jaidee", "Phone")), FACTS)
EVENT = ChangeEvent(
    "dpo-changed",
    None,
    None,
    (),
    "x",
    NAME,
    {"th": "/th/privacy/v2/"},
    "material",
    {"th": f"เปลี่ยนเป็น {NAME}", "en": NAME},
)
RECORD = sealed(
    unsealed(
        EDITION,
        number=2,
        previous="0" * 64,
        recorded=date(2026, 1, 1),
        summary=both(f"{NAME} มาใหม่", "A new officer"),
        notice={"class": "publish", "reason": f"แค่ {NAME}"},
        events=(EVENT,),
    )
)
FILE = file_of(RECORD)


def places(outcome: Redacted) -> list[str]:
    return ["/".join(text.path) for text in outcome.replaced]


def sign(text: str) -> str:
    return mark(sha256(text.encode()).hexdigest())


def test_one_text_goes_everywhere_inside_longer_texts_too() -> None:
    outcome = redacted(FILE, "facts/controller/dpo/name/th")
    assert NAME.encode() not in outcome.file
    assert places(outcome) == [
        "facts/controller/dpo/name/th",
        "summary/th",
        "notice/reason",
        "events/0/message/en",
        "events/0/message/th",
        "events/0/new",
        "documents/th/sections/contact/blocks/ask/parts/0",
        "documents/th/sections/contact/blocks/1/parts/0",
    ]
    data = json.loads(outcome.file)
    assert data["digest"] == RECORD.digest
    assert data["facts"]["controller"]["dpo"]["name"] == {"th": sign(NAME), "en": "Somchai Jaidee"}
    assert data["summary"]["th"] == f"{sign(NAME)} มาใหม่"
    assert data["notice"]["reason"] == f"แค่ {sign(NAME)}"
    assert data["events"][0]["message"] == {"th": f"เปลี่ยนเป็น {sign(NAME)}", "en": sign(NAME)}
    blocks = data["documents"]["th"]["sections"][0]["blocks"]
    assert blocks[0]["parts"][0][:3] == ["Ask ", sign(NAME), " or "]
    # Over the border of two runs: what is left of them stays.
    assert blocks[1]["parts"][0] == ["Written by ", sign(NAME), " of the shop"]
    assert outcome.texts == (sha256(NAME.encode()).hexdigest(),)


def test_in_every_language_at_once() -> None:
    outcome = redacted(FILE, "facts/controller/dpo/name")
    assert b"Somchai" not in outcome.file
    assert NAME.encode() not in outcome.file
    assert outcome.left == ()


def test_a_link_whose_words_go_loses_its_address_everywhere() -> None:
    outcome = redacted(FILE, "documents/en/sections/contact/blocks/2/entries/contact-phone/blocks/0/parts/0/1")
    data = json.loads(outcome.file)
    assert b"8813800" not in outcome.file
    assert data["facts"]["contacts"][0]["opens"] == sign("tel:028813800")
    assert data["facts"]["controller"]["dpo"]["phone"] == sign(PHONE)
    shown = record_from_json(worded(data, "th"))
    edition = decode_edition({"documents": shown.documents, "facts": shown.facts})
    assert [run.href for document in edition.documents for run in _runs(document)] == [None] * 16


def _runs(document: Document) -> list[Run]:
    section = document.sections[0]
    lines = [part for block in section.blocks if isinstance(block, Paragraph) for part in block.parts]
    register = next(block for block in section.blocks if isinstance(block, Register))
    lines += [part for block in register.entries[0].blocks if isinstance(block, Paragraph) for part in block.parts]
    return [run for line in lines if isinstance(line, Line) for run in line.runs]


def test_an_entry_by_its_anchor_takes_its_facts_and_its_places_and_leaves_longer_texts() -> None:
    outcome = redacted(FILE, "contact-phone")
    data = json.loads(outcome.file)
    phone = data["facts"]["contacts"][0]
    assert phone["label"] == {"th": sign("โทรศัพท์"), "en": sign("Phone")}
    assert phone["value"] == {"th": sign(PHONE), "en": sign(PHONE)}
    for locale in ("th", "en"):
        entry = data["documents"][locale]["sections"][0]["blocks"][2]["entries"][0]
        assert "8813800" not in json.dumps(entry)
    assert "documents/th/sections/contact/title" in places(outcome)


def test_one_fact_of_an_entry() -> None:
    outcome = redacted(FILE, "contact-phone/value/th")
    assert PHONE.encode() not in outcome.file
    assert "โทรศัพท์".encode() in outcome.file


@pytest.mark.parametrize(
    "path",
    [
        "documents/th/sections/contact/blocks/0",
        "documents/th/sections/0/blocks/ask",
        "/documents/th/sections/contact/blocks/ask/parts/0",
    ],
)
def test_ids_and_indices_name_the_same(path: str) -> None:
    outcome = redacted(FILE, path)
    assert outcome.file == redacted(FILE, "documents/th/sections/contact/blocks/ask").file
    assert places(outcome) == ["documents/th/sections/contact/blocks/ask/parts/0"]


def test_a_short_text_goes_only_where_it_stands_alone() -> None:
    outcome = redacted(FILE, "documents/th/sections/contact/blocks/3/rows/0/1")
    assert sign("1") in outcome.file.decode()
    assert PHONE.encode() in outcome.file


@pytest.mark.parametrize(
    "path",
    [
        "documents",
        "documents/th",
        "documents/th/sections",
        "documents/fr/sections/contact",
        "documents/th/sections/9",
        "documents/th/sections/contact/id",
        "documents/th/sections/contact/blocks/99999999999999999999",
        "facts",
        "facts/locales",
        "events",
        "digest",
        "contact-fax",
        "purpose-phone",
        "nothing/here",
        "",
        "/",
    ],
)
def test_what_names_no_text_or_too_much_is_refused(path: str) -> None:
    with pytest.raises(NoText):
        redacted(FILE, path)


def test_texts_near_a_wrong_path_are_told() -> None:
    with pytest.raises(NoText) as missing:
        redacted(FILE, "documents/th/sections/contact/blocks/9")
    assert "documents/th/sections/contact/blocks/1/parts/0" in {"/".join(text.path) for text in missing.value.near}


def test_what_is_redacted_already_is_no_text() -> None:
    once = redacted(FILE, "contact-phone/value/th").file
    with pytest.raises(NoText):
        redacted(once, "contact-phone/value/th")


def test_names_that_events_cut_off_go_too() -> None:
    name = "ก" * 100
    event = ChangeEvent("x", None, None, (), None, None, {}, "minor", {"th": f"เพิ่ม “{name[:89]}…” แล้ว", "en": "x"})
    record = sealed(
        unsealed(
            Edition(EDITION.documents, Facts(Controller(both(name, "Shop")), "th", ())),
            number=2,
            previous="0" * 64,
            recorded=date(2026, 1, 1),
            notice={"class": "publish", "reason": None},
            events=(event,),
        )
    )
    data = json.loads(redacted(file_of(record), "facts/controller/name/th").file)
    assert data["events"][0]["message"]["th"] == f"เพิ่ม “{sign(name)}” แล้ว"


def test_every_text_of_an_edition_has_a_path_of_its_own() -> None:
    texts = texts_in_file(file_of(full_edition.record()))
    assert len({text.path for text in texts}) == len(texts)
    assert {"คลัสเตอร์คิท", "tel:+6628813800", "ทางอีเมล", "30 กันยายน 2562", "First"} <= {text.plain for text in texts}


def _version(edition: Edition) -> dict[str, Any]:
    record: Record = unsealed(edition, number=1, previous=None, recorded=date(2026, 1, 1))
    return record_as_json(record)


@settings(max_examples=60)
@given(editions(), st.data())
def test_any_text_of_any_edition_can_go_and_the_rest_still_reads(edition: Edition, data: st.DataObject) -> None:
    version = _version(edition)
    texts = [text for text in texts_of(version) if text.plain.strip()]
    if not texts:
        return
    text = data.draw(st.sampled_from(texts))
    try:
        outcome = redacted(canonical(version) + b"\n", "/".join(text.path))
    except NoText:
        # Ids that a test makes up may hold the sign between the parts of a path.
        return
    after = json.loads(outcome.file)
    assert {one.path for one in texts_of(after)} == {one.path for one in texts_of(version)}
    assert all(one.plain != text.plain for one in texts_of(after))
    shown = worded(after, "th")
    decode_edition({"documents": shown["documents"], "facts": shown["facts"]})
    assert redacted(canonical(version) + b"\n", "/".join(text.path)) == outcome
