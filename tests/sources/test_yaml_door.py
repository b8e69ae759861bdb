"""YAML as marked nodes: every scalar is text, every place is right, and nothing can bring it down."""

import pytest

from policygen.diagnostics.text_file import TextFile
from policygen.sources.nodes import Listing, Mapping, Scalar
from policygen.sources.yaml_door import MAX_VALUE_BYTES, read_yaml


def value_of(text: str) -> Scalar:
    """The value of the key `a`."""
    node, found = read_yaml(TextFile("t.yaml", text))
    assert found == []
    assert isinstance(node, Mapping)
    value = node.get("a")
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "text",
    [
        "02 - 8813800",
        "0288138000",
        "0777",
        "1.10",
        "no",
        "null",
        "~",
        "9:00",
        "2019-09-30",
        "1_000",
        ".inf",
        "0x1F",
        "=",
        "12e3",
    ],
)
def test_scalars_survive_as_typed(text: str) -> None:
    assert value_of(f"a: {text}\n").value == text


@pytest.mark.parametrize(
    ("text", "needle", "line", "column"),
    [
        ("a: หนึ่ง สอง\n", "สอง", 1, 10),
        ('a: "หนึ่ง สอง"\n', "สอง", 1, 11),
        ("a: 'it''s สอง'\n", "สอง", 1, 11),
        ('a: "\\"หนึ่ง\\" สอง"\n', "สอง", 1, 15),
        ("a: |\n  หนึ่ง\n  ก สอง\n", "สอง", 3, 5),
        ("a: >-\n  หนึ่ง\n  สอง\n", "สอง", 3, 3),
        ("a: หนึ่ง\n   ต่อ สอง\n", "สอง", 2, 8),
        ('a: "หนึ่ง\n   สอง"\n', "สอง", 2, 4),
    ],
)
def test_places_inside_a_value_are_of_the_file(text: str, needle: str, line: int, column: int) -> None:
    excerpt = value_of(text).excerpt()
    place = excerpt.place(excerpt.text.index(needle), excerpt.text.index(needle) + len(needle))
    assert (place.line, place.column, place.end_column) == (line, column, column + len(needle))


def test_place_after_an_escape_that_cannot_be_followed_is_near_it() -> None:
    excerpt = value_of('a: "\\u0e01 สอง"\n').excerpt()
    assert excerpt.place(excerpt.text.index("สอง")).line == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[" * 200_000, "yaml.too-deep"),
        ("{a: " * 200_000, "yaml.too-deep"),
        ("- " * 50_000, "yaml.too-deep"),
        ("a: &a [x]\nb: " + "[*a, *a]" * 3, "yaml.syntax"),
        ("a: " + "ก" * (MAX_VALUE_BYTES // 3 + 1), "yaml.too-long"),
        ("a: !!python/object/apply:os.system [x]", "yaml.tag"),
        ("a: !!binary aGk=", "yaml.tag"),
        ("%YAML 1.1\n---\na: x", None),
        ("%TAG ! tag:x,2000:\n---\na: !b x", "yaml.tag"),
    ],
)
def test_traps(text: str, rule: str | None) -> None:
    _, found = read_yaml(TextFile("t.yaml", text))
    assert rule in [None, *(diagnostic.rule for diagnostic in found)]
    assert bool(found) == (rule is not None)


def test_order_and_nesting() -> None:
    node, found = read_yaml(TextFile("t.yaml", "- {a: x, b: [y, z]}\n- w\n"))
    assert found == []
    assert isinstance(node, Listing)
    first, second = node.items
    assert isinstance(first, Mapping)
    assert [entry.key.value for entry in first.entries] == ["a", "b"]
    assert isinstance(second, Scalar)
    assert (second.place().line, second.place().column) == (2, 3)
