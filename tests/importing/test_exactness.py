"""Whatever a file says comes back to the letter: texts of any kind, blocks of any kind, signs of our own Markdown."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.importing.prose import as_prose, settled_blocks
from policygen.model.document import Block, Heading, Item, ItemList, Line, Paragraph, Run, Table, lines_of
from policygen.sources.blocks import read_prose
from tests.importing.made import document, imported, lines

START = "นโยบายความเป็นส่วนตัวของเรา\n\nเราให้ความสำคัญกับข้อมูลส่วนบุคคลของท่านทุกคนเสมอมา\n\n"
# Signs of our Markdown, of YAML and of HTML, numbers, marks that combine, and words.
SIGNS = "*_#[]()<>{}|\\`~!-+=:;.,'\"&%@/•– \u200b\u00a0"
NUMBERS = "1.|๑.|(ก)|ก.|a)|1.1 |ข้อ "
MARKS = ":::|{#x}|{+}|**|---|&amp;|<b>|[a](b)|# |### |> |- "
WORDED = "ก|เพื่อ|ดังนี้:|word |“ก” หมายถึง |Email : a@b.co|ไม่|not-stated|null|yes: no # x|https://a.co/b_c|x@y.co"
HARD = ["| - |", "\u0e33", "e\u0301", "😀", "\t"]
PIECES = st.sampled_from([*SIGNS, *NUMBERS.split("|"), *MARKS.split("|"), *WORDED.split("|"), *HARD])
LINES = st.lists(st.lists(PIECES, max_size=8).map("".join), max_size=12)
TEXTS = LINES.map("\n".join) | LINES.map("\n\n".join) | st.text(max_size=19)
# What begins an item in plain text; everywhere else these signs are text, and compared by the other tests.
BULLETS = "•●▪◦○■□‣➢·*-–—"


def bare(text: str) -> str:
    """The letters of a text: no white space, no signs that may be bullets, one form of each letter."""
    import unicodedata

    from policygen.importing.decoding import cleaned

    kept = "".join(char for char in cleaned(text)[0] if char not in BULLETS)
    return unicodedata.normalize("NFC", "".join(kept.split()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_comes_back_to_the_letter(text: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        imported(folder, "policy.txt", START + text)
        assert bare("".join(lines_of(document(folder)))) == bare(START + text)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Line((Run(text),)),))


WORDS = st.lists(PIECES, min_size=1, max_size=6).map("".join)
RUNS = st.lists(
    st.builds(Run, WORDS, st.booleans(), st.booleans(), st.sampled_from([None, "https://example.com/a_(b)?c=1&d"])),
    min_size=1,
    max_size=4,
).map(tuple)
PARAGRAPHS = RUNS.map(lambda runs: Paragraph((Line(runs),)))
LABELS = st.sampled_from(["", "1.", "2)", "(ก)", "ก.", "ข.", "๑.", "1.1", "(iv)", "A.", "ข้อ 1", "a."])
CELLS = st.lists(RUNS, min_size=2, max_size=2).map(tuple)


def lists(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.builds(Item, st.lists(blocks, max_size=3).map(tuple), LABELS)
    return st.lists(items, min_size=1, max_size=4).map(lambda given: ItemList(tuple(given)))


BLOCKS: st.SearchStrategy[Block] = st.recursive(
    PARAGRAPHS
    | st.builds(Heading, st.integers(1, 6), RUNS)
    | st.builds(Table, CELLS, st.lists(CELLS, min_size=1, max_size=2).map(tuple)),
    lists,
    max_leaves=8,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=4))
def test_any_blocks_are_read_back_as_they_were_written(blocks: list[Block]) -> None:
    settled = settled_blocks(blocks)
    prose = as_prose(blocks)
    read = read_prose(whole_text(TextFile("x", prose)), "th", placements=True)
    assert [found.rule for found in read.found if found.severity == "error"] == []
    assert without_addresses(tuple(read.blocks)) == without_addresses(settled)


def without_addresses(blocks: tuple[object, ...]) -> str:
    """The blocks without links, which a reader makes of bare addresses too, and runs of one look together."""
    from dataclasses import replace

    def seen(block: object) -> object:
        match block:
            case Paragraph((Line(runs),)):
                return ("paragraph", looks(runs))
            case Heading(level, runs):
                return ("heading", level, looks(runs))
            case ItemList(items):
                return [(item.label, [seen(inner) for inner in item.blocks]) for item in items]
            case Table(head, rows):
                return [[looks(cell) for cell in row] for row in (head, *rows)]
        raise AssertionError(block)

    def looks(runs: tuple[Run, ...]) -> list[tuple[str, bool, bool]]:
        joined: list[Run] = []
        for run in (replace(run, href=None) for run in runs):
            if joined and (joined[-1].strong, joined[-1].emphasis) == (run.strong, run.emphasis):
                joined[-1] = replace(run, text=joined[-1].text + run.text)
            elif run.text:
                joined.append(run)
        return [(run.text, run.strong, run.emphasis) for run in joined]

    return repr([seen(block) for block in blocks])


def test_signs_of_our_markdown_gain_no_meaning(tmp_path: Path) -> None:
    signs = [
        "### ไม่ใช่หัวข้อ",
        "::: purposes",
        "{+} ไม่ต่อ",
        "*ไม่เอน* **ไม่หนา** [ก](https://example.com/)",
        "1) ไม่ใช่รายการเดียว {#id}",
        "<fact:controller.email> &amp; <script>x</script>",
        "| ไม่ใช่ | ตาราง |",
        "|---|---|",
        "> ไม่ใช่คำพูด",
        "```",
        "===",
    ]
    imported(tmp_path, "policy.txt", START + "\n\n".join(signs))
    assert lines(tmp_path)[1:] == signs
