"""Passages: the texts of a policy without their Markdown, each letter with its own place in its file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.model.document import plain
from policygen.model.policy import QUOTED_FACT, Passage
from policygen.sources import load_policy
from policygen.sources.inline import read_inline

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"


@pytest.mark.parametrize("site", ["clusterkit", "example", "ztrus"])
def test_every_letter_of_shipped_content_stands_where_it_says(site: str) -> None:
    policy = load_policy(CONTENT, site, "privacy").value
    assert policy is not None
    assert len(policy.passages) > 100
    assert [passage.text for passage in policy.passages if strays(passage)] == []


@pytest.mark.parametrize(
    ("markdown", "text", "columns"),
    [
        ("**ข้อ**มูล", "ข้อมูล", (3, 4, 5, 8, 9, 10)),
        ("[บริษัท](term:a)b", "บริษัทb", (2, 3, 4, 5, 6, 7, 17)),
        (r"\*a", "*a", (2, 3)),
        ("<fact:controller.email>a", f"{QUOTED_FACT}a", (1, 24)),
        ("<https://a.example>", "https://a.example", tuple(range(2, 19))),
    ],
)
def test_marks_are_passed_over(markdown: str, text: str, columns: tuple[int, ...]) -> None:
    passage = Passage(read_inline(whole_text(TextFile("a.md", markdown)), "th").unmarked, "th")
    assert passage.text == text
    assert tuple(passage.place(at, at + 1).column for at in range(len(text))) == columns


@given(st.text(st.sampled_from("กา*[]()\\<>:!a fterm."), max_size=40))
def test_a_passage_is_what_a_reader_reads(markdown: str) -> None:
    inline = read_inline(whole_text(TextFile("a.md", markdown)), "th")
    assert inline.unmarked.text.replace(QUOTED_FACT, "") == plain(inline.runs)
    assert not strays(Passage(inline.unmarked, "th"))


def test_a_passage_knows_its_entry_or_section() -> None:
    policy = load_policy(CONTENT, "clusterkit", "privacy").value
    assert policy is not None
    anchors = {passage.anchor for passage in policy.passages}
    assert anchors >= {section.id for section in policy.sections if section.title}
    assert all(f"term-{term.id}" in anchors for term in policy.facts.definitions)


def strays(passage: Passage) -> bool:
    """Whether a letter stands in its file where another is."""
    file = passage.excerpt.file.text
    there = (file[offset : offset + 1] for offset in passage.excerpt.offsets)
    return any(
        not (letter == char or (letter, char) in ((" ", "\n"), (QUOTED_FACT, "<")))
        for letter, char in zip(passage.text, there, strict=False)
    )
