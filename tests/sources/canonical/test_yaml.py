"""YAML files in canonical form: nothing that they say is lost or changed, no comment, and once is enough."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policygen.diagnostics import has_errors
from policygen.diagnostics.text_file import TextFile
from policygen.sources.canonical import canonical_text
from policygen.sources.canonical.comments import read_comments
from policygen.sources.nodes import Listing, Mapping, Node, Scalar
from policygen.sources.yaml_door import read_yaml

CASES = Path(__file__).parent / "cases"
LOCALES = ("th", "en")


def canonical(kind: str, text: str) -> str:
    return canonical_text(kind, TextFile("made.yaml", text), LOCALES)


def is_sound(text: str) -> bool:
    node, found = read_yaml(TextFile("made.yaml", text))
    return node is not None and not has_errors(found)


def said(text: str) -> object:
    assert is_sound(text)
    node, _ = read_yaml(TextFile("made.yaml", text))
    assert node is not None
    return without_places(node)


def without_places(node: Node) -> object:
    match node:
        case Scalar():
            return node.value
        case Listing():
            return [without_places(item) for item in node.items]
        case Mapping():
            return [(entry.key.value, without_places(entry.value)) for entry in node.entries]


def comments_of(text: str) -> list[str]:
    file = TextFile("made.yaml", text)
    node, _ = read_yaml(file)
    assert node is not None
    return sorted(comment.text for comment in read_comments(file, node))


# Files made at random: every way of writing a value, and comments wherever one can stand.

words = st.sampled_from(
    ["ก", "a", "no", "2019-09-30", "a #b", "a: b", '"ก"', "x # y", "{", "ข\nค", "ง\n\nจ\n", "", "'", "# ก"]
)
remarks = st.sampled_from(["", "", "", "# ก", "#x", "# a: b", "# - {c: d}"])
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=3)
)


@st.composite
def yaml_files(draw: st.DrawFn) -> str:
    tree = draw(trees.filter(lambda tree: not isinstance(tree, str)))
    lines = draw(st.lists(st.sampled_from(["", "# บน", "#: yaml"]), max_size=3))
    lines += _drawn(draw, tree, draw(st.sampled_from([0, 0, 1])))
    return "\n".join([*lines, *draw(st.lists(st.sampled_from(["", "# ท้าย", "  # ท้าย"]), max_size=3)), ""])


def _drawn(draw: st.DrawFn, tree: Any, indent: int) -> list[str]:
    """The lines of a mapping or a list in block style, or in flow style."""
    pad = " " * indent
    if not tree or draw(st.integers(0, 3)) == 0:
        return [pad + _flow(draw, tree, indent) + _beside(draw)]
    lines: list[str] = []
    for key, value in tree.items() if isinstance(tree, dict) else ((None, item) for item in tree):
        lines += _above(draw, indent)
        head = pad + ("-" if key is None else f"{key}:")
        if isinstance(value, str):
            lines += _text(draw, head, value, indent)
        else:
            step = draw(st.sampled_from([1, 2, 4] if key is None or isinstance(value, dict) or not value else [0, 2]))
            inner = _drawn(draw, value, indent + step)
            lines += [head + _beside(draw), *_above(draw, indent + step), *inner]
    return lines + _above(draw, indent)


def _above(draw: st.DrawFn, indent: int) -> list[str]:
    lines = draw(st.lists(st.sampled_from(["", "# ก", "#a: b", "# - c"]), max_size=2))
    return [" " * (indent + draw(st.sampled_from([0, 0, 1, 2]))) + line for line in lines]


def _beside(draw: st.DrawFn) -> str:
    remark = draw(remarks)
    return f"  {remark}" if remark else ""


def _text(draw: st.DrawFn, head: str, text: str, indent: int) -> list[str]:
    if "\n" in text:
        mark = "|" if text.endswith("\n") else "|-"
        return [f"{head} {mark}{_beside(draw)}", *(" " * (indent + 3) + line for line in text.rstrip("\n").split("\n"))]
    return [f"{head} {_scalar(draw, text)}{_beside(draw)}"]


def _scalar(draw: st.DrawFn, text: str) -> str:
    style = draw(st.integers(0, 2))
    if style == 0 and re.fullmatch(r"[\w-]+", text):
        return text
    return "'" + text.replace("'", "''") + "'" if style == 1 else '"' + text.replace('"', '\\"') + '"'


def _flow(draw: st.DrawFn, tree: object, indent: int) -> str:
    """A value between brackets, now and then over several lines with comments."""
    match tree:
        case str():
            return '"' + tree.replace('"', '\\"').replace("\n", "\\n") + '"'
        case dict():
            parts, marks = [f"{key}: {_flow(draw, value, indent)}" for key, value in tree.items()], "{}"
        case list():
            parts, marks = [_flow(draw, item, indent) for item in tree], "[]"
        case _:
            raise AssertionError(tree)
    pad = "\n" + " " * (indent + 2)
    if draw(st.integers(0, 2)) == 0:
        return marks[0] + "".join(pad + part + "," + _beside(draw) for part in parts) + pad + marks[1]
    return marks[0] + ", ".join(parts) + marks[1]


@given(yaml_files())
def test_nothing_is_lost_or_changed_and_once_is_enough(text: str) -> None:
    assume(is_sound(text))
    written = canonical("rules", text)
    assert said(written) == said(text)
    assert comments_of(written) == comments_of(text)
    assert canonical("rules", written) == written
    assert re.search(r"[ \t]$", written, re.MULTILINE) is None
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("kind", ["policy", "purposes", "site"])
def test_each_kind_of_file_has_one_form(kind: str) -> None:
    before, after = (CASES / f"{kind}.{when}.yaml" for when in ("before", "after"))
    written = canonical(kind, before.read_text("utf-8"))
    assert written == after.read_text("utf-8")
    assert canonical(kind, written) == written
