"""What holds for any two texts at all, by hypothesis."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from policygen.diff.files import compare_texts
from policygen.diff.folding import squeezed
from policygen.diff.redline import Redline, TextRun, new_text, old_text
from policygen.text.segmentation import ThaiWords

WORDS = ThaiWords()
SNIPPETS = [
    *(
        "a",
        "the",
        "data",
        "datas",
        "of",
        "We keep",
        "30 September 2019",
        "1,000.50",
        "https://x.example/a?b=c",
        "a@b.example",
    ),
    *("ข้อมูล", "ส่วนบุคคล", "บริษัท ฯ", "บริษัทฯ", "ต่าง ๆ", "ๆ", "ํา", "ำ", "เเ", "แ", "้", "ี", "ก่ี", "กี่", "น", "และ", "5 ปี"),
    *(" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u00ad", ".", ",", "“", "•", "-", "(", ")"),
    *("e\u0301", "é", "🇹🇭", "👨\u200d👩\u200d👧", "हिन्दी", "日本", "\u1100\u1161", "A\u0e48", "\u0301"),
]
texts = st.lists(st.sampled_from(SNIPPETS), max_size=24).map("".join) | st.text(max_size=24)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text of lines, and the same after a few lines were changed, moved, added or left out."""
    lines = draw(st.lists(st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=8).map("".join), max_size=8))
    after = list(lines)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(after)))
        match draw(st.sampled_from(["add", "drop", "move", "change"])):
            case "add":
                after.insert(at, draw(texts))
            case "drop":
                del after[at : at + 1]
            case "move":
                after[0:0] = after[at : at + 1]
            case _:
                after[at : at + 1] = [line + draw(texts) for line in after[at : at + 1]]
    return "\n".join(lines), "\n".join(after)


LONG = " We keep the data of ผู้ใช้บริการ for 5 ปี, as the law requires of บริษัทฯ, and longer where you ask us to." * 2
pairs = (
    edited()
    | st.tuples(texts, texts)
    | st.tuples(texts, texts).map(lambda pair: (f"{LONG}{pair[0]}{LONG}", f"{LONG}{pair[1]}{LONG}"))
)


@given(pairs)
def test_runs_tile_both_texts(pair: tuple[str, str]) -> None:
    redline = compare_texts(*pair, WORDS)
    assert (old_text(redline.runs), new_text(redline.runs)) == pair


@given(pairs)
def test_runs_of_pairs_tile_their_lines(pair: tuple[str, str]) -> None:
    for text, side in ((pair[0], "old"), (pair[1], "new")):
        lines = text.split("\n")
        seen: list[int] = []
        for one in compare_texts(*pair, WORDS).pairs:
            numbers = one.old if side == "old" else one.new
            if not numbers or (one.away != (side == "old") and one.move is not None):
                continue
            tiled = old_text(one.runs) if side == "old" else new_text(one.runs)
            assert squeezed("".join(lines[number - 1] for number in numbers)) == squeezed(tiled)
            seen += numbers
        blank = {number for number, line in enumerate(lines, 1) if not line.strip(" \t\r\u00a0\u200b\u00ad")}
        assert sorted(seen) == sorted(set(seen))
        assert set(range(1, len(lines) + 1)) - set(seen) <= blank | {
            number for number, line in enumerate(lines, 1) if not squeezed(line)
        }


@given(texts)
def test_a_text_against_itself_is_equal(text: str) -> None:
    assert compare_texts(text, text, WORDS).runs == ((TextRun("equal", text),) if text else ())


@given(pairs)
def test_it_is_the_same_every_time(pair: tuple[str, str]) -> None:
    assert compare_texts(*pair, WORDS) == compare_texts(*pair, ThaiWords())


@given(pairs)
def test_swapping_the_texts_swaps_what_went_and_what_came(pair: tuple[str, str]) -> None:
    there, back = compare_texts(*pair, WORDS), compare_texts(pair[1], pair[0], WORDS)
    assert marked(there, "delete", "moved_from") == marked(back, "insert", "moved_to")
    assert marked(there, "insert", "moved_to") == marked(back, "delete", "moved_from")


def marked(redline: Redline[int], *ops: str) -> str:
    """The marked text of some kinds."""
    return "".join(run.text for run in redline.runs if run.op in ops)


@given(pairs)
def test_texts_that_differ_in_spacing_only_are_marked_so(pair: tuple[str, str]) -> None:
    old, new = pair[0], pair[0].replace(" ", "\u00a0 ").replace("ำ", "ํา")
    assert all(run.op == "equal" or run.spacing for run in compare_texts(old, new, WORDS).runs)


@given(pairs)
def test_spacing_runs_hold_nothing_else(pair: tuple[str, str]) -> None:
    runs = compare_texts(*pair, WORDS).runs
    gone = squeezed("".join(run.text for run in runs if run.spacing and run.op == "delete"))
    come = squeezed("".join(run.text for run in runs if run.spacing and run.op == "insert"))
    assert gone == come


@given(pairs)
def test_no_run_begins_inside_a_cluster(pair: tuple[str, str]) -> None:
    for run, text in boundaries(compare_texts(*pair, WORDS)):
        assert not (text and in_cluster(text[-1], run.text[0])), (text[-1], run.text[0])


def boundaries(redline: Redline[int]) -> list[tuple[TextRun, str]]:
    """Each run after the first of its side, with the text before it on that side."""
    found = []
    for skipped in (("insert", "moved_to"), ("delete", "moved_from")):
        before = ""
        for run in redline.runs:
            if run.op not in skipped:
                found.append((run, before))
                before += run.text
    return found


def in_cluster(before: str, after: str) -> bool:
    """Whether two neighbours are in one grapheme cluster, by the rules of Unicode that can be told from two letters."""
    if before + after == "\r\n":
        return True
    if before.isspace() or unicodedata.category(before) in ("Cc", "Cf", "Zl", "Zp"):
        return False
    return unicodedata.category(after) in ("Mn", "Me", "Mc") or after in "\u0e33\u200d"
