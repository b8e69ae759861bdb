"""The picture of the data flow: boxes that do not meet, lines that end at boxes, and nothing that is not stated."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygen.model.facts import NOT_STATED, DataItem, Facts, Purpose, Recipient, Stated, Tool
from policygen.site.flow import MOST_BOXES, flow_of
from policygen.site.line_breaking import width_of
from policygen.site.picture import BOX_WIDTH, FONT, NOTE_FONT, PADDING
from policygen.site.views import Flow, FlowNode
from policygen.site.words import words_of
from tests.site.made import CONTROLLER, facts, local

ENGLISH, THAI = words_of("en"), words_of("th")


def _ends(flow: Flow, path: str) -> tuple[FlowNode | None, FlowNode | None]:
    """The boxes at whose right and left sides a line begins and ends."""
    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    (x1, y1), (x2, y2) = numbers[:2], numbers[-2:]
    start = [n for n in flow.nodes if n.x + n.width == x1 and n.y < y1 < n.y + n.height]
    end = [n for n in flow.nodes if n.x == x2 and n.y < y2 < n.y + n.height]
    return (start[0] if start else None, end[0] if end else None)


def _relations(flow: Flow) -> set[tuple[str, str]]:
    found = set()
    for edge in flow.edges:
        start, end = _ends(flow, edge.path)
        assert start is not None
        assert end is not None
        assert edge.kind == end.kind
        found.add((start.name, end.name))
    return found


def _assert_well_drawn(flow: Flow) -> None:
    for node in flow.nodes:
        assert node.x >= 0
        assert node.x + node.width <= flow.width
        assert node.y >= 0
        assert node.y + node.height <= flow.height
        for text, font in [*((line, FONT) for line in node.lines), *((note, NOTE_FONT) for note in node.notes)]:
            assert node.x < text.x
            assert node.y < text.y - font / 2 < text.y < node.y + node.height
        for other in flow.nodes:
            apart = (
                other is node
                or other.x != node.x
                or other.y >= node.y + node.height
                or node.y >= other.y + other.height
            )
            assert apart, (node, other)
    _relations(flow)


def test_lines_join_what_the_policy_states() -> None:
    flow = flow_of(facts(), {}, ENGLISH)
    assert flow is not None
    _assert_well_drawn(flow)
    assert _relations(flow) == {
        ("Identity data", "Invoicing"),
        ("Invoicing", "Couriers"),
        ("Identity data", "Meter"),
    }
    assert {node.name for node in flow.nodes} == {
        "Identity data",
        "Other data",
        "Invoicing",
        "To send news",
        "Couriers",
        "Others",
        "Meter",
    }


def test_a_line_that_passes_the_purposes_meets_no_box() -> None:
    flow = flow_of(facts(), {}, ENGLISH)
    assert flow is not None
    (passing,) = [edge.path for edge in flow.edges if edge.kind == "tool"]
    match = re.search(r"(\d+) (\d+)H(\d+)", passing)
    assert match
    left, y, right = map(int, match.groups())
    purposes = [node for node in flow.nodes if node.kind == "purpose"]
    assert {(node.x, node.x + node.width) for node in purposes} == {(left, right)}
    assert not [node for node in purposes if node.y <= y <= node.y + node.height]


def test_countries_and_sensitive_data_are_told_in_words() -> None:
    flow = flow_of(facts(), {}, ENGLISH)
    assert flow is not None
    notes = {node.name: [note.text for note in node.notes] for node in flow.nodes if node.notes}
    assert notes == {
        "Identity data": ["Sensitive data"],
        "Couriers": ["Thailand"],
        "Others": ["Country not stated"],
        "Meter": ["United States"],
    }


def test_the_picture_is_told_in_sentences_too() -> None:
    flow = flow_of(facts(), {"purpose-billing": "#billing"}, ENGLISH)
    assert flow is not None
    assert [sentence.text for sentence in flow.sentences] == [
        "Invoicing · data used: Identity data · recipients: Couriers",
        "To send news · Not stated in this policy",
        "Couriers · country: Thailand",
        "Others · Not stated in this policy",
        "Meter · data received: Identity data · country: United States",
    ]
    assert flow.sentences[0].href == "#billing"
    assert flow.description.startswith("2 kinds of data, 2 purposes, 3 recipients.")


def test_where_no_country_is_stated_the_picture_says_so_once() -> None:
    whole = replace(facts(), tools=(), recipients=(Recipient("others", local("บุคคลอื่น", "Others")),))
    flow = flow_of(whole, {}, ENGLISH)
    assert flow is not None
    assert [node.notes for node in flow.nodes if node.kind == "recipient"] == [()]
    assert flow.note.endswith("This policy does not state in which countries the recipients are.")


@pytest.mark.parametrize("kept", ["data", "purposes", "recipients", None])
def test_there_is_no_picture_of_one_column(kept: str | None) -> None:
    whole = facts()
    bare = replace(whole, data=(), purposes=(), recipients=(), tools=())
    assert flow_of(bare if kept is None else replace(bare, **{kept: getattr(whole, kept)}), {}, THAI) is None


def test_a_large_policy_is_gathered_so_that_it_can_be_read() -> None:
    data = tuple(DataItem(f"d{n}", local(f"ข้อมูล {n}", f"Data {n}")) for n in range(100))
    purposes = tuple(Purpose(f"p{n}", local(f"เพื่อ {n}", f"For {n}"), data=(f"d{n}",)) for n in range(100))
    flow = flow_of(Facts(CONTROLLER, "th", ("pdpa",), data=data, purposes=purposes), {}, ENGLISH)
    assert flow is not None
    _assert_well_drawn(flow)
    assert len(flow.nodes) == 2 * MOST_BOXES
    assert [node.name for node in flow.nodes if node.kind == "more"] == ["and 85 more"] * 2
    assert ("and 85 more", "and 85 more") in _relations(flow)
    assert len(flow.edges) == MOST_BOXES
    assert len(flow.sentences) == 100


_NAMES = st.text("กขคเแำ่้ั abcMW.-(", min_size=1, max_size=120)


def _ids(prefix: str) -> st.SearchStrategy[Stated[tuple[str, ...]]]:
    return st.just(NOT_STATED) | st.lists(st.sampled_from([f"{prefix}{n}" for n in range(6)]), max_size=4).map(tuple)


@st.composite
def _any_facts(draw: st.DrawFn) -> Facts:
    def named() -> list[str]:
        return draw(st.lists(_NAMES, max_size=5))

    texts = [[local(name, name) for name in named()] for _ in range(4)]
    return Facts(
        CONTROLLER,
        "th",
        ("pdpa",),
        data=tuple(DataItem(f"d{n}", text) for n, text in enumerate(texts[0])),
        purposes=tuple(Purpose(f"p{n}", text, data=draw(_ids("d"))) for n, text in enumerate(texts[1])),
        recipients=tuple(
            Recipient(f"r{n}", text, data=draw(_ids("d")), purposes=draw(_ids("p"))) for n, text in enumerate(texts[2])
        ),
        tools=tuple(
            Tool(f"t{n}", text, data=draw(_ids("d")), purposes=draw(_ids("p"))) for n, text in enumerate(texts[3])
        ),
    )


@settings(deadline=None, max_examples=60)
@given(_any_facts())
def test_any_facts_are_well_drawn(any_facts: Facts) -> None:
    flow = flow_of(any_facts, {}, THAI)
    if flow is not None:
        _assert_well_drawn(flow)
        for node in flow.nodes:
            for line in node.lines:
                assert len(line.text) < 4 or width_of(line.text) * FONT <= BOX_WIDTH - 2 * PADDING
