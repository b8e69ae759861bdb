"""The summary at a glance: every fact that is stated, and words for every one that is not."""

from dataclasses import replace

import pytest

from policygen.model.facts import NOT_STATED, Controller, Criterion, DataItem, Facts, LocalText, Purpose
from policygen.site.glance import glance_of
from policygen.site.views import GlanceTable
from policygen.site.words import words_of
from tests.site.made import CONTROLLER, facts, local

ENGLISH = words_of("en")
NOT_SAID = "Not stated in this policy"
FULL = Purpose(
    "p",
    local("ก", "A"),
    basis=("consent",),
    retention=Criterion(local("จนกว่าจะเลิกใช้บริการ", "Until you leave")),
    direct_marketing=True,
)


def _tables(of: Facts) -> dict[str, GlanceTable]:
    fragments = {anchor: f"#{shown}" for anchor, shown in of.places}
    return {table.kind: table for table in glance_of(of, fragments, ENGLISH).tables}


def _cells(table: GlanceTable) -> dict[str, list[list[str]]]:
    return {row.name: [[value.text for value in cell.values] for cell in row.cells] for row in table.rows}


def test_data_in_groups_with_sensitive_items_flagged() -> None:
    table = _tables(facts())["data"]
    assert table.heads == ("Items",)
    assert _cells(table) == {"Identity data": [["Full name", "Blood group"]], "Other data": [[NOT_SAID]]}
    assert [value.flag for value in table.rows[0].cells[0].values] == ["", "Health data"]
    assert [row.cells[0].stated for row in table.rows] == [True, False]


def test_purposes_with_the_section_of_the_law_that_is_their_basis() -> None:
    table = _tables(facts())["purposes"]
    assert table.heads == ("Lawful basis", "Kept for")
    assert _cells(table) == {
        "Invoicing": [["Contract (Section 24(3))"], ["5 years"]],
        "To send news": [[NOT_SAID], [NOT_SAID]],
    }
    assert table.absent == "Not stated in this policy: Direct marketing"


def test_recipients_and_tools_with_country_and_ways_out() -> None:
    table = _tables(facts())["recipients"]
    assert _cells(table) == {"Couriers": [["Thailand"]], "Others": [[NOT_SAID]], "Meter": [["United States"]]}
    assert [(link.href, link.text) for link in table.rows[2].links] == [("https://meter.example/stop", "Opt out")]


def test_rights_and_channels() -> None:
    tables = _tables(facts())
    assert _cells(tables["rights"]) == {"Right of access": [["30 days"], ["Section 30"]]}
    assert tables["contacts"].rows[0].cells[0].values[0].href == "tel:+662"


def test_each_entry_links_to_where_the_text_tells_it() -> None:
    tables = _tables(replace(facts(), places=(*facts().places, ("data-blood", "blood"))))
    assert [row.href for row in tables["data"].rows] == ["#data-identity", ""]
    assert [value.href for value in tables["data"].rows[0].cells[0].values] == ["", "#blood"]
    assert [row.href for row in tables["recipients"].rows] == ["", "", "#tools"]


def test_a_policy_that_states_nothing_says_so_for_each_question() -> None:
    tables = _tables(Facts(CONTROLLER, "th", ("pdpa",)))
    assert [(table.kind, table.absent, table.rows) for table in tables.values()] == [
        (kind, NOT_SAID, ()) for kind in ("data", "purposes", "recipients", "rights", "contacts")
    ]


@pytest.mark.parametrize(
    ("bare", "head"),
    [
        (replace(FULL, basis=NOT_STATED), "Lawful basis"),
        (replace(FULL, retention=NOT_STATED), "Kept for"),
        (replace(FULL, direct_marketing=NOT_STATED), "Direct marketing"),
    ],
)
def test_every_fact_that_is_not_stated_is_told(bare: Purpose, head: str) -> None:
    """Whatever of a purpose is left out, its words or its column's name say that it is not stated."""
    alone = _tables(Facts(CONTROLLER, "th", ("pdpa",), purposes=(bare,)))["purposes"]
    assert alone.absent == f"{NOT_SAID}: {head}"
    assert head not in alone.heads
    both = _tables(Facts(CONTROLLER, "th", ("pdpa",), purposes=(FULL, replace(bare, id="q"))))["purposes"]
    cell = both.rows[1].cells[both.heads.index(head)]
    assert (cell.stated, cell.values[0].text) == (False, NOT_SAID)


def test_data_without_groups_needs_no_column_of_items() -> None:
    blood = DataItem("a", local("ก", "A"), sensitive="health")
    table = _tables(Facts(CONTROLLER, "th", ("pdpa",), data=(blood,)))["data"]
    assert (table.heads, table.absent) == ((), "")
    assert table.rows[0].flag == "Health data"


def test_sections_of_the_thai_act_are_named_only_under_it() -> None:
    table = _tables(replace(facts(), regimes=("gdpr",)))
    assert _cells(table["purposes"])["Invoicing"][0] == ["Contract"]
    assert table["rights"].heads == ("Time limit",)


def test_a_missing_translation_is_shown_as_missing() -> None:
    thai_only = Purpose("p", LocalText(local("ก", "A").texts[:1]))
    controller = Controller(local("บริษัท", "Company"))
    table = _tables(Facts(controller, "th", ("pdpa",), purposes=(thai_only,)))["purposes"]
    assert table.rows[0].name == "[Not yet translated]"
