"""Any edition at all, for property tests; and one small edition whose text a test may choose."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from policygen.model.document import Block, Document, Item, ItemList, Line, Paragraph, Register, Run, Section
from policygen.model.edition import Edition
from policygen.model.facts import NOT_STATED, Controller, Definition, Facts, LocalText

LOCALES = ("th", "en")


def _by_locale(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Pairs of locale and value, in the order of the locales, where any may be missing."""
    members = st.fixed_dictionaries({}, optional=dict.fromkeys(LOCALES, values))
    return members.map(lambda by: tuple((locale, by[locale]) for locale in LOCALES if locale in by))


def _few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=3).map(tuple)


_RUN = st.builds(
    Run, st.text(), st.booleans(), st.booleans(), st.none() | st.text(), st.none() | st.text()
) | st.builds(Run, st.text())
_RUNS = _few(_RUN)
st.register_type_strategy(LocalText, st.builds(LocalText, _by_locale(_RUNS)))
st.register_type_strategy(Run, _RUN)
_SPELLINGS = _by_locale(_few(st.text()))
st.register_type_strategy(
    Definition,
    st.builds(Definition, st.text(), st.from_type(LocalText), st.from_type(LocalText), variants=_SPELLINGS),
)
st.register_type_strategy(
    Controller,
    st.builds(
        Controller,
        st.from_type(LocalText),
        short_names=_SPELLINGS,
        website=st.just(NOT_STATED) | st.text(),
    ),
)
_BLOCK: st.SearchStrategy[Block] = st.deferred(
    lambda: st.from_type(Register) | st.builds(ItemList, _few(_ITEM)) | _PARAGRAPH
)
_ITEM: st.SearchStrategy[Item] = st.builds(Item, _few(_BLOCK), st.text(), st.none() | st.text())
_PARAGRAPH: st.SearchStrategy[Paragraph] = st.builds(
    Paragraph,
    _few(st.builds(Line, _RUNS) | st.builds(ItemList, _few(_ITEM)) | st.from_type(Register)),
    st.none() | st.text(),
)
_SECTIONS = st.lists(
    st.builds(Section, st.text(), _RUNS, _few(_BLOCK | st.from_type(Block))),  # type: ignore[arg-type]
    max_size=3,
    unique_by=lambda section: section.id,
).map(tuple)


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Any edition in Thai and English."""
    documents = tuple(
        Document(locale, draw(_RUNS), draw(_SECTIONS), draw(st.none() | st.dates())) for locale in LOCALES
    )
    return Edition(documents, draw(st.from_type(Facts)))


def edition(thai: str = "ข้อความ", english: str = "Text", *, translated: date | None = None) -> Edition:
    """An edition of one section, with one paragraph in each language."""
    controller = Controller(LocalText((("th", (Run("บริษัท"),)), ("en", (Run("Company"),)))))

    def document(locale: str, text: str) -> Document:
        intro = Section("intro", (Run("Intro"),), (Paragraph((Line((Run(text),)),)),))
        end = Section("end", (), (Paragraph((Line((Run("-"),)),)),))
        return Document(locale, (Run("Privacy"),), (intro, end), translated if locale == "en" else None)

    documents = (document("th", thai), document("en", english))
    return Edition(documents, Facts(controller, "th", ("pdpa",)))
