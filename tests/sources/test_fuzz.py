"""Whatever is typed, reading it ends in values and diagnostics; plain text comes out as it went in."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygen.diagnostics import Diagnostic, as_text, has_errors
from policygen.diagnostics.text_file import TextFile
from policygen.model.document import ItemList, Line, Paragraph, plain
from policygen.sources import check_tree, load_policy
from policygen.sources.nodes import Mapping, Scalar
from policygen.sources.reading import decoded
from policygen.sources.yaml_door import read_yaml
from tests.sources.broken import GOOD
from tests.sources.outline import inline, prose

# What the formats give a meaning to, and what trips them up.
MARKS = st.sampled_from(
    [
        *(
            "*",
            "**",
            "***",
            "[",
            "](",
            ")",
            "<",
            ">",
            "{#a}",
            "{+} ",
            ":::",
            "::: data",
            "- ",
            "1. ",
            "(ก) ",
            "• ",
            "|",
        ),
        *("|-|-|", "### ", "```", "\\", "!", "&nbsp;", "https://a.b/", "a@b.c", "term:x", "\n", "\n\n", "  ", "\t"),
        *("ก", "เ", "่", "“", "ฯ", "ๆ", "a"),
    ]
)
YAML_MARKS = st.sampled_from(
    [
        *(
            "- ",
            ": ",
            ":",
            "{",
            "}",
            "[",
            "]",
            ",",
            "#",
            " #",
            "|\n",
            ">-\n",
            '"',
            "'",
            "&a ",
            "*a",
            "!t ",
            "<<",
            "---\n",
        ),
        *("? ", "%", "\n", "\n  ", "  ", "\t", "\u00a0", "\u200b", "id: x", "name: ", "th: ", "en: ", "text: "),
        *("not-stated", "ก", "a", "1"),
    ]
)
# Letters, digits and Thai: nothing that Markdown gives a meaning to.
PLAIN = st.text(st.sampled_from("กขคงเแโใไะาิีุูัํ็่้๊๋์ๆฯabcXYZ0123456789 ,:;?()\"'“”%฿/=+-"), min_size=1, max_size=60)


def well_told(found: list[Diagnostic]) -> None:
    """Every diagnostic can be printed, and points into its line."""
    for diagnostic in found:
        place = diagnostic.place
        assert place.line >= 0
        assert place.line == 0 or 1 <= place.column < place.end_column
    for language in ("th", "en"):
        assert as_text(found, language).count("\n") >= len(set(found))


@given(st.binary(max_size=400))
def test_any_bytes_as_a_file(content: bytes) -> None:
    file, found = decoded(content, "t.yaml")
    if file is not None:
        _, told = read_yaml(file)
        found += told
    well_told(found)


@settings(max_examples=300)
@given(st.lists(YAML_MARKS, max_size=40).map("".join))
def test_any_yaml_as_a_register(text: str) -> None:
    file, found = decoded(text.encode(), "t.yaml")
    if file is not None:
        _, told = read_yaml(file)
        found += told
    well_told(found)


@settings(max_examples=300)
@given(st.lists(MARKS, max_size=50).map("".join))
def test_any_markdown_as_prose(text: str) -> None:
    read = prose(text)
    well_told(read.found)


@settings(max_examples=300)
@given(st.lists(MARKS, max_size=30).map("".join))
def test_no_letter_of_markdown_is_lost_without_a_word(text: str) -> None:
    """Marks may go; letters stay, in order, unless an error tells where they do not."""
    read = prose(text, placements=False)
    shown: list[str] = []
    for block in read.blocks:
        _walk(block, shown)
    kept = "".join(char for char in "".join(shown) if char in "กเ่ฯๆ")
    assert has_errors(read.found) or kept == "".join(char for char in text if char in "กเ่ฯๆ")


def _walk(block: object, shown: list[str]) -> None:
    match block:
        case Paragraph():
            for part in block.parts:
                if isinstance(part, Line):
                    shown.append(plain(part.runs))
                else:
                    _walk(part, shown)
        case ItemList():
            for item in block.items:
                shown.append(item.label)
                for inner in item.blocks:
                    _walk(inner, shown)
        case _:
            runs = getattr(block, "runs", None)
            rows = (getattr(block, "head", ()), *getattr(block, "rows", ()))
            shown.extend([plain(runs)] if runs is not None else [plain(cell) for row in rows for cell in row])


@settings(max_examples=300)
@given(st.lists(st.one_of(YAML_MARKS, st.sampled_from("กขค")), min_size=1, max_size=12).map("".join))
def test_text_of_a_key_is_kept_or_told(text: str) -> None:
    """Whatever stands after a key: each Thai letter is in the value, or something is told.

    Without `#`: a comment on a line of its own or after quotes is meant as one.
    """
    text = text.replace("#", "")
    node, found = read_yaml(TextFile("t.yaml", f"th: {text}\n"))
    value = node.get("th") if isinstance(node, Mapping) else None
    kept = isinstance(value, Scalar) and _thai(value.value) == _thai(text)
    assert found or kept or _is_structure(node)


def _thai(text: str) -> str:
    return "".join(char for char in text if char in "กขค")


def _is_structure(node: object) -> bool:
    """Whether the letters made keys or lists of their own, which a schema refuses where a text should be."""
    return not isinstance(node, Mapping) or len(node.entries) > 1 or not isinstance(node.entries[0].value, Scalar)


@given(PLAIN)
def test_plain_text_comes_out_as_it_went_in(text: str) -> None:
    read = inline(text)
    assert plain(read.runs) == text


@given(PLAIN.map(lambda text: "ก" + text.strip()))
def test_plain_paragraph_comes_out_as_it_went_in(text: str) -> None:
    (block,) = prose(text).blocks
    assert isinstance(block, Paragraph)
    (line,) = block.parts
    assert isinstance(line, Line)
    assert plain(line.runs) == text


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(
        ["site.yaml", "glossary.yaml", "privacy/policy.yaml", "privacy/data.yaml", "privacy/purposes.yaml"]
    ),
    st.integers(0, 400),
    st.integers(0, 40),
    st.lists(st.one_of(YAML_MARKS, MARKS), max_size=6).map("".join),
)
def test_good_content_spoilt_anywhere(name: str, start: int, length: int, put: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        for path in sorted(GOOD.rglob("*.*")):
            target = content / path.relative_to(GOOD)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        spoilt = content / "shop" / name
        text = spoilt.read_text("utf-8")
        start = min(start, len(text))
        spoilt.write_text(text[:start] + put + text[start + length :], "utf-8")
        loaded = load_policy(content, "shop", "privacy")
        found = [*loaded.diagnostics, *check_tree(content)]
        well_told(found)
        assert loaded.value is not None or any(diagnostic.severity == "error" for diagnostic in found)
