"""Policies made in code, resolved: what a reader would read."""

from dataclasses import replace
from datetime import date

from policygen.diagnostics import Place
from policygen.model.document import Block, Item, ItemList, Line, Paragraph, RegisterName, Run, Runs, lines_of
from policygen.model.facts import (
    ContactChannel,
    Controller,
    DataItem,
    Definition,
    Facts,
    LocalText,
    Period,
    Purpose,
    Right,
    Tool,
)
from policygen.model.policy import Continuation, Placement, Policy, PolicySection, ProseBlock, Reference
from policygen.model.site import Site
from policygen.resolve import Earlier, resolve

DETAILED: tuple[RegisterName, ...] = ("purposes", "rights")
PLACE = Place("content/a/privacy/policy.yaml", 4, 3, 8, "- id: x")


def both(thai: str, english: str) -> LocalText:
    return LocalText((("th", (Run(thai),)), ("en", (Run(english),))))


def line(text: str) -> Paragraph:
    return Paragraph((Line((Run(text),)),))


def section(id: str, *blocks: ProseBlock) -> PolicySection:
    return PolicySection(id, both(f"หัวข้อ {id}", f"Section {id}"), {"th": blocks, "en": blocks}, PLACE)


FACTS = Facts(
    controller=Controller(both("บริษัท ก จำกัด", "A Company Limited"), email="a@a.example"),
    authoritative="th",
    regimes=("pdpa",),
    definitions=(Definition("company", both("บริษัทฯ", "the Company"), both("บริษัท ก", "A")),),
    data=(DataItem("personal", both("ข้อมูล", "Data"), group=True, items=(DataItem("name", both("ชื่อ", "Name")),)),),
    purposes=(
        Purpose(
            "bill", both("ออกใบเสร็จ", "To issue receipts"), basis=("contract",), data=("name",), retention=Period("P5Y")
        ),
    ),
    tools=(Tool("stats", both("สถิติ", "Stats")),),
    rights=(Right("see", "access", both("ขอดูข้อมูล", "See your data"), time_limit="P30D"),),
    contacts=(ContactChannel("phone", "phone", both("โทรศัพท์", "Telephone"), both("02 - 1", "02 - 1"), "tel:+6621"),),
)


def policy(*sections: PolicySection, facts: Facts = FACTS, **others: object) -> Policy:
    site = Site("a", both("ก", "A"), facts.controller, ("th", "en"), "th")
    return replace(Policy(site, "privacy", both("นโยบาย", "Policy"), sections, facts), **others)  # type: ignore[arg-type]


def read(made: Policy, locale: str = "en") -> list[str]:
    resolved = resolve(made)
    assert resolved.edition is not None, resolved.diagnostics
    document = resolved.edition.document(locale)
    assert document is not None
    return list(lines_of(document))


def blocks(made: Policy) -> tuple[Block, ...]:
    resolved = resolve(made)
    assert resolved.edition is not None, resolved.diagnostics
    return resolved.edition.documents[0].sections[0].blocks


def test_registers_become_words() -> None:
    made = policy(
        section(
            "all",
            Placement("definitions", PLACE),
            Placement("data", PLACE),
            Placement("purposes", PLACE),
            Placement("contacts", PLACE),
        )
    )
    assert read(made, "th") == [
        "นโยบาย", "หัวข้อ all", "“บริษัทฯ” หมายถึง บริษัท ก", "ข้อมูล", "ชื่อ", "ออกใบเสร็จ", "โทรศัพท์ : 02 - 1",
    ]  # fmt: skip
    assert read(made)[2:] == ["“the Company” means A", "Data", "Name", "To issue receipts", "Telephone: 02 - 1"]


def test_details_show_every_fact_and_what_is_not_stated() -> None:
    made = policy(
        section("p", Placement("purposes", PLACE, layout="details"), Placement("rights", PLACE, layout="details"))
    )
    assert read(made)[2:] == [
        "To issue receipts",
        "Lawful basis Contract (Section 24(3))",
        "Data used Name",
        "Kept for 5 years",
        "Direct marketing Not stated in this policy",
        "Right of access",
        "See your data",
        "How to use it Not stated in this policy",
        "Time limit 30 days",
    ]


def test_an_entry_can_carry_its_whole_wording() -> None:
    wording = {"tool-stats": {"th": (line("ย่อหน้าหนึ่ง"), line("ย่อหน้าสอง"))}}
    made = policy(section("t", Placement("tools", PLACE)), wordings=wording)
    assert read(made, "th")[2:] == ["ย่อหน้าหนึ่ง", "ย่อหน้าสอง"]
    assert read(made, "en")[2:] == ["[Not yet translated]"]


def test_a_sentence_runs_into_a_register_and_goes_on() -> None:
    before, after = line("หากท่านให้"), Continuation((Run("แก่เรา"),), PLACE)
    (paragraph,) = blocks(policy(section("s", before, Placement("data", PLACE), after)))
    assert isinstance(paragraph, Paragraph)
    assert [type(part).__name__ for part in paragraph.parts] == ["Line", "Register", "Line"]


def test_a_sentence_runs_into_a_list_twice() -> None:
    listed = ItemList((Item((line("ก"),)),))
    more = Continuation((Run("และ"),), PLACE)
    (paragraph,) = blocks(policy(section("s", line("ได้แก่"), listed, more, listed, more)))
    assert isinstance(paragraph, Paragraph)
    assert len(paragraph.parts) == 5


def test_facts_are_quoted_in_prose() -> None:
    def quote(path: str) -> Runs:
        return (Run("ติดต่อ "), Run("", ref=f"fact:controller.{path}"))

    made = policy(section("s", Paragraph((Line(quote("email")),)), Paragraph((Line(quote("phone")),))))
    mail, phone = blocks(made)
    assert mail == Paragraph((Line((Run("ติดต่อ "), Run("a@a.example", href="mailto:a@a.example"))),))
    assert phone == Paragraph((Line((Run("ติดต่อ "), Run("ไม่ได้ระบุไว้ในนโยบายนี้"))),))


def test_an_unknown_reference_is_told_with_what_was_meant() -> None:
    lost = Reference("term:compny", replace(PLACE, line=9), "th")
    (found,) = resolve(policy(section("s", line("x")), references=(lost,))).diagnostics
    assert (found.rule, found.place.line) == ("reference.unknown", 9)
    assert found.hint is not None
    assert found.hint.en == "did you mean term:company?"


def test_an_unknown_entry_in_a_block_is_told() -> None:
    resolved = resolve(policy(section("s", Placement("purposes", PLACE, only=("bil",)))))
    assert {found.rule for found in resolved.diagnostics} == {"reference.unknown-entry"}
    assert resolved.edition is None


def test_an_entry_shown_twice_would_have_one_address_for_two_places() -> None:
    made = policy(section("s", Placement("data", PLACE)), section("t", Placement("data", PLACE, only=("name",))))
    assert {found.rule for found in resolve(made).diagnostics} == {"reference.shown-twice"}


def test_an_id_used_twice_is_told() -> None:
    again = replace(line("x"), id="t")
    made = policy(section("s", again), section("t", line("y")))
    assert "reference.id-used-twice" in {found.rule for found in resolve(made).diagnostics}


def test_places_say_where_each_entry_stands() -> None:
    told = {"right-see": "s"}
    resolved = resolve(policy(section("s", Placement("data", PLACE)), section_of=told))
    assert resolved.edition is not None
    places = dict(resolved.edition.facts.places)
    assert places == {"data-personal": "data-personal", "data-name": "data-name", "right-see": "s"}


def test_a_translation_of_another_shape_is_told() -> None:
    prose: dict[str, tuple[ProseBlock, ...]] = {"th": (line("ก"), line("ข")), "en": (line("a"),)}
    made = policy(PolicySection("s", both("ก", "A"), prose, PLACE))
    (found,) = resolve(made).diagnostics
    assert (found.rule, found.severity, found.locale) == ("parity.shape", "warning", "en")


def test_what_is_not_translated_says_so() -> None:
    made = policy(PolicySection("s", LocalText((("th", (Run("ก"),)),)), {"th": (line("ข"),)}, PLACE))
    assert read(made, "en") == ["Policy", "[Not yet translated]", "[Not yet translated]"]


def test_the_day_of_a_translation_is_kept() -> None:
    resolved = resolve(policy(section("s", line("x")), translated={"en": date(2026, 11, 24)}))
    assert resolved.edition is not None
    assert [document.translated for document in resolved.edition.documents] == [None, date(2026, 11, 24)]


def test_resolving_again_keeps_what_says_the_same_and_gives_what_a_first_time_gives() -> None:
    placed = section("p", Placement("purposes", PLACE))
    first = policy(section("a", line("one")), section("b", line("two")), placed)
    edition = resolve(first).edition
    assert edition is not None
    other = replace(FACTS, purposes=(replace(FACTS.purposes[0], text=both("ออกบิล", "To bill")),))
    for changed, kept in (
        (first, {"a", "b", "p"}),
        (policy(section("a", line("other")), section("b", line("two")), placed), {"b", "p"}),
        (policy(section("b", line("two")), placed), {"b"}),
        (replace(first, facts=other), set()),
    ):
        again = resolve(changed, Earlier(first, edition)).edition
        assert again is not None
        assert again == resolve(changed).edition
        before = {id(one) for one in edition.documents[0].sections}
        assert {one.id for one in again.documents[0].sections if id(one) in before} >= kept
