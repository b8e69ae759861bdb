"""The writer of YAML: every text comes back from the reader as it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.diagnostics.text_file import TextFile
from policygen.sources.canonical.writing import Values, write_yaml
from policygen.sources.nodes import Listing, Mapping, Node, Scalar
from policygen.sources.yaml_door import read_yaml

# What makes YAML read something else, beside letters of both languages.
TRICKY = "ก่า๑ aZ0 :#-?,[]{}&*!|>'\"%@`\\~=<.\t\n\u00a0\u200b"
texts = st.text(st.sampled_from(TRICKY), max_size=12) | st.sampled_from(
    [
        "",
        "null",
        "~",
        "no",
        "0777",
        "1.10",
        "2019-09-30",
        "---",
        "...",
        "<",
        "a: b",
        "a #b",
        "- a",
        "ก\n\nข\n",
        "\n",
        "# ก",
    ]
)
keys = st.text(st.sampled_from("aกZ0-_ :#'\""), min_size=1, max_size=5).map(str.strip).filter(bool)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)
files = st.dictionaries(keys, values, min_size=1, max_size=4) | st.lists(values, min_size=1, max_size=4)


def read_back(text: str) -> Values:
    node, found = read_yaml(TextFile("made.yaml", text))
    assert found == []
    assert node is not None
    return as_values(node)


def as_values(node: Node) -> Values:
    match node:
        case Scalar():
            return node.value
        case Listing():
            return [as_values(item) for item in node.items]
        case Mapping():
            return {entry.key.value: as_values(entry.value) for entry in node.entries}


@given(files)
def test_reader_gives_back_what_was_written(given_values: Values) -> None:
    text = write_yaml(given_values)
    assert read_back(text) == given_values
    assert text.endswith("\n")
    assert not any(line != line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("บริษัทฯ", "บริษัทฯ"),
        ("02 - 8813800", "02 - 8813800"),
        ("2019-09-30", "2019-09-30"),
        ("no", "no"),
        ("", ""),
        ("null", '"null"'),
        ("ก: ข", '"ก: ข"'),
        ("ข้อ #1", '"ข้อ #1"'),
        ("“ก” หมายถึง", "“ก” หมายถึง"),
        ('"ก" หมายถึง ข', "'\"ก\" หมายถึง ข'"),
        ('"ก" isn\'t ข', '|-\n  "ก" isn\'t ข'),
        ("ก\n\nข\n", "|\n  ก\n\n  ข"),
        (" ก\n", '" ก\\n"'),
    ],
)
def test_each_text_is_written_in_the_plainest_form_that_holds_it(text: str, written: str) -> None:
    assert write_yaml({"th": text}) == f"th: {written}".rstrip() + "\n"


def test_form_of_a_register() -> None:
    written = write_yaml(
        [
            {"id": "identity", "name": {"th": "ข้อมูลระบุตัวตน", "en": "Identity"}, "items": []},
            {"id": "contact", "data": ["phone", "email"], "cookies": [{"name": "_ga", "duration": "P2Y"}]},
        ]
    )
    assert written == (
        "- id: identity\n"
        "  name:\n"
        "    th: ข้อมูลระบุตัวตน\n"
        "    en: Identity\n"
        "  items: []\n"
        "\n"
        "- id: contact\n"
        "  data:\n"
        "    - phone\n"
        "    - email\n"
        "  cookies:\n"
        "    - name: _ga\n"
        "      duration: P2Y\n"
    )
