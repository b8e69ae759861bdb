"""Comparing documents: by id where there are ids, by content where there are none."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from policygen.diff.documents import compare_documents
from policygen.diff.leaves import Leaf, leaves_of
from policygen.diff.redline import Pair, Redline, new_text, old_text
from policygen.exports.redline_as_text import runs_as_text
from policygen.model.document import (
    Block,
    Document,
    Entry,
    Field,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Section,
    Table,
)
from policygen.text.segmentation import ThaiWords

WORDS = ThaiWords()


def paragraph(text: str, id: str | None = None) -> Paragraph:
    return Paragraph((Line((Run(text),)),), id)


def section(id: str, *blocks: Block | str) -> Section:
    made = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Section(id, (Run(id.replace("-", " ").capitalize()),), made)


def purposes(*entries: tuple[str, str]) -> Register:
    return Register("purposes", "list", tuple(Entry(f"purpose-{id}", (paragraph(text),)) for id, text in entries))


def document(*sections: Section) -> Document:
    return Document("en", (Run("Privacy policy"),), sections)


USE = purposes(
    ("billing", "to send you invoices"), ("support", "to answer your questions"), ("news", "to send you news")
)
KEEP = "We keep your data for ten years after the contract ends."
SHARE = "We share your data with delivery companies and with nobody else."
OLD = document(section("use", USE), section("retention", KEEP), section("sharing", SHARE))


def redline(new: Document, old: Document = OLD, **was: list[str]) -> Redline[Leaf]:
    """The redline, checked to tile both documents."""
    found = compare_documents(old, new, WORDS, {name.replace("_", ":", 1): ids for name, ids in was.items()})
    assert old_text(found.runs).split("\n") == [leaf.text for leaf in leaves_of(old)]
    assert new_text(found.runs).split("\n") == [leaf.text for leaf in leaves_of(new)]
    return found


def changes(found: Redline[Leaf]) -> list[str]:
    """What changed, in short: operation, addresses and marked text."""
    return [shown(pair) for pair in found.pairs if pair.op != "same"]


def shown(pair: Pair[Leaf]) -> str:
    old, new = (" ".join(leaf.address for leaf in leaves) or "-" for leaves in (pair.old, pair.new))
    where = old if old == new else f"{old} > {new}"
    return f"{pair.op}{' away' if pair.away else ''} {where}: {runs_as_text(pair.runs)}"


def test_the_same_document_has_no_change() -> None:
    assert changes(redline(OLD)) == []


def test_an_entry_is_paired_by_its_id_however_much_its_words_change() -> None:
    changed = purposes(
        ("billing", "for accounting under tax law"),
        *[("support", "to answer your questions"), ("news", "to send you news")],
    )
    assert changes(redline(document(section("use", changed), *OLD.sections[1:]))) == [
        "edited use/purpose-billing/1: [-to send you invoices-]{+for accounting under tax law+}"
    ]


def test_another_entry_is_another_even_with_alike_words() -> None:
    changed = purposes(
        ("invoices", "to send you invoices by post"),
        ("support", "to answer your questions"),
        ("news", "to send you news"),
    )
    assert changes(redline(document(section("use", changed), *OLD.sections[1:]))) == [
        "removed use/purpose-billing/1 > -: [-to send you invoices-]",
        "added - > use/purpose-invoices/1: {+to send you invoices by post+}",
    ]


def test_a_renamed_entry_is_the_same() -> None:
    changed = purposes(
        ("invoices", "to send you invoices by post"),
        ("support", "to answer your questions"),
        ("news", "to send you news"),
    )
    new = document(section("use", changed), *OLD.sections[1:])
    assert changes(redline(new, purpose_invoices=["billing"])) == [
        "edited use/purpose-billing/1 > use/purpose-invoices/1: to send you invoices{+ by post+}"
    ]


def test_a_renamed_section_is_the_same() -> None:
    new = document(OLD.sections[0], section("keeping", KEEP), OLD.sections[2])
    assert changes(redline(new, section_keeping=["retention"])) == [
        "edited retention > keeping: [-Retention-]{+Keeping+}"
    ]


def test_a_moved_entry_is_moved() -> None:
    changed = Register("purposes", "list", (USE.entries[2], *USE.entries[:2]))
    assert changes(redline(document(section("use", changed), *OLD.sections[1:]))) == [
        "moved use/purpose-news/1: {>to send you news>}",
        "moved away use/purpose-news/1: [<to send you news<]",
    ]


def test_a_moved_section_is_one_move_with_what_changed_in_it() -> None:
    moved = section("sharing", SHARE.replace("delivery", "transport"))
    found = redline(document(moved, OLD.sections[0], OLD.sections[1]))
    assert changes(found) == [
        "moved sharing: {>Sharing>}",
        "moved sharing/1: {>We share your data with >}{+transport+}{> companies and with nobody else.>}",
        "moved away sharing: [<Sharing<]",
        "moved away sharing/1: [<We share your data with <][-delivery-][< companies and with nobody else.<]",
    ]
    assert {pair.move for pair in found.pairs} == {None, 1}


def test_a_paragraph_moves_from_one_section_to_another() -> None:
    new = document(OLD.sections[0], section("retention"), section("sharing", SHARE, KEEP))
    moved = [pair for pair in redline(new).pairs if pair.op == "moved"]
    assert len(moved) in (2, 4)


def test_split_and_merged_paragraphs_mark_no_words() -> None:
    one, other = (
        "We keep your data for ten years after the contract ends.",
        "Then we delete it from every system of ours.",
    )
    whole, parts = section("retention", f"{one} {other}"), section("retention", one, other)
    there = redline(document(parts), document(whole))
    back = redline(document(whole), document(parts))
    for found in (there, back):
        assert all(run.op == "equal" or run.spacing for run in found.runs)
    (split,) = [pair for pair in there.pairs if pair.op == "edited"]
    assert [leaf.address for leaf in split.new] == ["retention/1", "retention/2"]


def test_a_paragraph_with_an_id_is_paired_by_it() -> None:
    old = document(section("retention", paragraph(KEEP, "term"), SHARE))
    new = document(section("retention", paragraph("Ten years.", "term"), SHARE))
    assert changes(redline(new, old)) == [f"edited retention/term: [-{KEEP}-]{{+Ten years.+}}"]


def test_an_added_item_marks_itself_and_the_numbers_after_it() -> None:
    def items(*texts: str) -> ItemList:
        return ItemList(tuple(Item((paragraph(text),), f"{at}.") for at, text in enumerate(texts, 1)))

    old = document(section("rights", items("to see your data", "to have it erased")))
    new = document(section("rights", items("to see your data", "to correct it", "to have it erased")))
    assert changes(redline(new, old)) == [
        "added - > rights/1/2: {+2. to correct it+}",
        "edited rights/1/2 > rights/1/3: [-2-]{+3+}. to have it erased",
    ]


def test_leaves_stand_where_readers_see_them() -> None:
    field = Field((Run("Kept for"),), (Run("ten years"),))
    nested = Item((paragraph("outer"), ItemList((Item((paragraph("inner"),), "(a)"),))), "1.", "my-id")
    whole = document(
        section(
            "all",
            Heading(3, (Run("Heading"),), "head"),
            Paragraph((Line((Run("begins"),)), ItemList((nested,)), Line((Run("goes on"),)))),
            Table(((Run("a"),), (Run("b"),)), (((Run("c"),), (Run("d"),)),)),
            Register("tools", "details", (Entry("tool-x", (paragraph("text"),), (Run("X"),), (field,)),)),
        )
    )
    assert [(leaf.kind, leaf.address, leaf.text, leaf.depth) for leaf in leaves_of(whole)] == [
        ("title", "title", "Privacy policy", 0),
        ("section", "all", "All", 0),
        ("heading", "all/head", "Heading", 0),
        ("paragraph", "all/2", "begins", 0),
        ("item", "all/2/2/my-id", "1. outer", 1),
        ("item", "all/2/2/my-id/2/1", "(a) inner", 2),
        ("paragraph", "all/2/3", "goes on", 0),
        ("cell", "all/3/1/1", "a", 0),
        ("cell", "all/3/1/2", "b", 0),
        ("cell", "all/3/2/1", "c", 0),
        ("cell", "all/3/2/2", "d", 0),
        ("entry", "all/tool-x", "X", 0),
        ("entry", "all/tool-x/1", "text", 0),
        ("field", "all/tool-x", "Kept for ten years", 0),
    ]


PROSE = st.lists(st.sampled_from(["data", "ข้อมูล", "we keep", "ของท่าน", "ten years", "5"]), min_size=1, max_size=6).map(
    " ".join
)
SECTIONS = st.lists(
    st.builds(section, st.sampled_from(["use", "keep", "share", "rights"]), PROSE, PROSE),
    max_size=4,
    unique_by=lambda it: it.id,
)


@given(SECTIONS, SECTIONS)
def test_any_two_documents_are_tiled_and_swap(old: list[Section], new: list[Section]) -> None:
    there, back = redline(document(*new), document(*old)), redline(document(*old), document(*new))
    for ops, others in (
        (("delete", "moved_from"), ("insert", "moved_to")),
        (("insert", "moved_to"), ("delete", "moved_from")),
    ):
        gone = "".join(run.text for run in there.runs if run.op in ops)
        assert gone == "".join(run.text for run in back.runs if run.op in others)
    for pair in there.pairs:
        if not pair.away:
            assert new_text(pair.runs) == "\n".join(leaf.text for leaf in pair.new) or pair.op == "removed"


def test_empty_documents_are_compared() -> None:
    empty = replace(document(), title=())
    assert compare_documents(empty, empty, WORDS) == Redline((), ())
    assert old_text(compare_documents(OLD, empty, WORDS).runs) == "\n".join(leaf.text for leaf in leaves_of(OLD))
