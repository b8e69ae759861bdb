"""Translation debt: what counts as a change that the translation did not follow, and since when."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from policygen.diff.translation_debt import Debt, translation_debt
from policygen.model.document import Document, Item, ItemList, Line, Paragraph, Run, Section
from policygen.model.edition import Edition
from policygen.model.facts import Controller, Facts, LocalText

FACTS = Facts(
    controller=Controller(name=LocalText((("th", (Run("บริษัท"),)), ("en", (Run("the Company"),))))),
    authoritative="th",
    regimes=("pdpa",),
)


def edition(thai: Sequence[str], english: Sequence[str], translated: date | None = None) -> Edition:
    """An edition of one section, a paragraph for each text."""
    return Edition((_document("th", thai, None), _document("en", english, translated)), FACTS)


def _document(locale: str, texts: Sequence[str], translated: date | None) -> Document:
    blocks = tuple(Paragraph((Line((Run(text),)),)) for text in texts)
    return Document(locale, (Run("title"),), (Section("use", (), blocks),), translated)


def told(debts: Sequence[Debt]) -> list[tuple[str, str, str, int]]:
    """What matters of debts: the translation, the text that it translates, the text of today, how far behind."""
    return [(debt.translation.text, debt.old.text, debt.new.text, debt.behind) for debt in debts]


def test_change_that_the_translation_did_not_follow_is_told_with_both_texts_and_its_age() -> None:
    editions = [
        edition(["ก", "ข"], ["a", "b"]),
        edition(["ก", "ขค"], ["a", "b"]),
        edition(["ก", "ขคง"], ["a", "b"]),
        edition(["กข", "ขคง"], ["a", "b"]),
    ]
    assert told(translation_debt(editions)) == [("a", "ก", "กข", 0), ("b", "ข", "ขคง", 2)]
    assert [debt.edition for debt in translation_debt(editions)] == [3, 1]
    assert [debt.anchor for debt in translation_debt(editions)] == ["use", "use"]


def test_translation_that_changed_later_or_at_once_owes_nothing() -> None:
    first = edition(["ก"], ["a"])
    assert translation_debt([first, edition(["กข"], ["aa"])]) == ()
    assert translation_debt([first, edition(["กข"], ["a"]), edition(["กข"], ["aa"])]) == ()


def test_change_that_was_taken_back_and_change_of_spaces_are_none() -> None:
    first = edition(["ก ข"], ["a"])
    assert translation_debt([first, edition(["ค"], ["a"]), first]) == ()
    assert translation_debt([first, edition(["กข"], ["a"])]) == ()


def test_spelling_that_was_mended_is_no_change_that_a_translation_must_follow() -> None:
    mended = [edition([f"ลูกค้าติดต่อร้านได้ทาง{word}ทุกวัน"], ["Call us any day."]) for word in ("โทรศัทพ์", "โทรศัพท์")]
    assert translation_debt(mended) == ()


def test_change_that_came_again_counts_from_then() -> None:
    first, other = edition(["ก"], ["a"]), edition(["ข"], ["a"])
    (debt,) = translation_debt([first, other, first, other, other])
    assert (debt.edition, debt.behind) == (3, 1)


def test_later_day_of_translation_says_that_all_was_looked_through() -> None:
    first = edition(["ก"], ["a"], date(2025, 1, 1))
    looked = edition(["กข"], ["a"], date(2025, 6, 1))
    assert translation_debt([first, looked]) == ()
    assert told(translation_debt([first, looked, edition(["กขค"], ["a"], date(2025, 6, 1))])) == [("a", "กข", "กขค", 0)]


def test_new_clause_in_one_language_does_not_put_its_neighbours_in_debt() -> None:
    first = edition(["ก", "ข", "ค"], ["a", "b", "c"])
    assert translation_debt([first, edition(["ก", "ใหม่", "ข", "ค"], ["a", "b", "c"])]) == ()


def test_clause_that_moved_is_followed_by_its_words() -> None:
    first = edition(["ก", "ข"], ["a", "b"])
    moved = edition(["ข", "ก"], ["b", "a"])
    assert translation_debt([first, moved]) == ()
    assert told(translation_debt([first, moved, edition(["ข", "กข"], ["b", "a"])])) == [("a", "ก", "กข", 0)]


def test_blocks_of_another_shape_are_compared_whole_and_told_once() -> None:
    def listed(thai: Sequence[str]) -> Edition:
        items = ItemList(tuple(Item((Paragraph((Line((Run(text),)),)),)) for text in thai))
        english = ItemList(tuple(Item((Paragraph((Line((Run(text),)),)),)) for text in ("a", "b")))
        sections = [(Section("use", (), (block,)),) for block in (items, english)]
        documents = (Document("th", (), sections[0]), Document("en", (), sections[1]))
        return Edition(documents, FACTS)

    assert told(translation_debt([listed(["ก"]), listed(["กข"])])) == [("a", "ก", "กข", 0)]


def test_no_edition_and_no_translation_owe_nothing() -> None:
    assert translation_debt([]) == ()
    alone = Edition((_document("th", ["ก"], None),), FACTS)
    assert translation_debt([alone, alone]) == ()


@given(st.lists(st.tuples(st.sampled_from("กขค"), st.sampled_from("abc")), min_size=1, max_size=6))
def test_one_clause_owes_exactly_when_its_text_differs_from_what_its_words_were_made_for(
    states: list[tuple[str, str]],
) -> None:
    debts = translation_debt([edition([thai], [english]) for thai, english in states])
    thai, english = states[-1]
    first = max((at + 1 for at, (_, then) in enumerate(states) if then != english), default=0)
    made_for = states[first][0]
    assert bool(debts) == (made_for != thai)
    if debts:
        (debt,) = debts
        assert (debt.old.text, debt.new.text) == (made_for, thai)
        assert states[debt.edition - 1][0] == made_for
        assert all(then != made_for for then, _ in states[debt.edition :])
