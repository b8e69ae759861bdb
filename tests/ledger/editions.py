"""Any edition at all, for property tests; and one small edition whose text a test may choose."""

from dataclasses import fields
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from policygen.model.document import (
    Block,
    Document,
    Entry,
    Field,
    Heading,
    Item,
    ItemList,
    Layout,
    Line,
    Paragraph,
    Register,
    RegisterName,
    Run,
    Section,
    Table,
)
from policygen.model.edition import Edition
from policygen.model.facts import (
    NOT_STATED,
    ContactChannel,
    Controller,
    DataItem,
    Definition,
    Facts,
    LocalText,
    Purpose,
    Recipient,
    Right,
    Tool,
)

LOCALES = ("th", "en")


def _by_locale(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Pairs of locale and value, in the order of the locales, where any may be missing."""
    members = st.fixed_dictionaries({}, optional=dict.fromkeys(LOCALES, values))
    return members.map(lambda by: tuple((locale, by[locale]) for locale in LOCALES if locale in by))


def _few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=2).map(tuple)


_TEXT = st.text(max_size=6)
_URL = st.builds("{}:{}".format, st.sampled_from(["https", "HTTP", "mailto", "tel", "line"]), _TEXT)
_STATED_URL = st.just(NOT_STATED) | _URL
_RUN = st.builds(Run, _TEXT, st.booleans(), st.booleans(), st.none() | _URL, st.none() | _TEXT) | st.builds(Run, _TEXT)
_RUNS = _few(_RUN)
_ID = st.none() | _TEXT
st.register_type_strategy(LocalText, st.builds(LocalText, _by_locale(_RUNS)))
st.register_type_strategy(Run, _RUN)
_SPELLINGS = _by_locale(_few(_TEXT))


def _all_of(kind: type, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of the class with all its fields drawn, those that may be left out too."""
    return st.builds(kind, **{**{field.name: ... for field in fields(kind)}, **known})  # type: ignore[arg-type]


def _blocks(depth: int) -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks that nest at most `depth` times."""
    heading = st.builds(Heading, st.integers(3, 6), _RUNS, _ID)
    table = st.builds(Table, _few(_RUNS), _few(_few(_RUNS)), _ID)
    if not depth:
        return _few(heading | table)
    item_list = st.builds(ItemList, _few(st.builds(Item, _blocks(depth - 1), _TEXT, _ID)))
    register = st.builds(
        Register,
        st.sampled_from(get_args(RegisterName)),
        st.sampled_from(get_args(Layout)),
        _few(_entry(depth - 1)),
    )
    paragraph = st.builds(Paragraph, _few(st.builds(Line, _RUNS) | item_list | register), _ID)
    return _few(st.one_of(heading, table, paragraph, item_list, register))


def _entry(depth: int) -> st.SearchStrategy[Entry]:
    fields = _few(st.builds(Field, _RUNS, _RUNS))
    inner = _few(_entry(depth - 1)) if depth else st.just(())
    return st.builds(Entry, _TEXT, _blocks(depth), _RUNS, fields, inner)


_SECTIONS = st.lists(
    st.builds(Section, _TEXT, _RUNS, _blocks(2)), max_size=2, unique_by=lambda section: section.id
).map(tuple)
_FACTS = st.builds(
    Facts,
    controller=_all_of(Controller, short_names=_SPELLINGS, website=_STATED_URL),
    regimes=st.just(("pdpa", "gdpr")),
    definitions=_few(_all_of(Definition, variants=_SPELLINGS)),
    data=_few(st.from_type(DataItem)),
    purposes=_few(st.from_type(Purpose)),
    tools=_few(
        _all_of(Tool, opt_out=_STATED_URL, privacy_url=_STATED_URL, cookie_url=_STATED_URL, processing_url=_STATED_URL)
    ),
    recipients=_few(st.from_type(Recipient)),
    rights=_few(st.from_type(Right)),
    contacts=_few(_all_of(ContactChannel, opens=_STATED_URL)),
    names=_few(_TEXT),
    places=_few(st.tuples(_TEXT, _TEXT)),
    was=_few(st.tuples(_TEXT, _few(_TEXT))),
)


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Any edition in Thai and English."""
    documents = tuple(
        Document(locale, draw(_RUNS), draw(_SECTIONS), draw(st.none() | st.dates())) for locale in LOCALES
    )
    return Edition(documents, draw(_FACTS))


def edition(thai: str = "ข้อความ", english: str = "Text", *, translated: date | None = None) -> Edition:
    """An edition of one section, with one paragraph in each language."""
    controller = Controller(LocalText((("th", (Run("บริษัท"),)), ("en", (Run("Company"),)))))

    def document(locale: str, text: str) -> Document:
        intro = Section("intro", (Run("Intro"),), (Paragraph((Line((Run(text),)),)),))
        end = Section("end", (), (Paragraph((Line((Run("-"),)),)),))
        return Document(locale, (Run("Privacy"),), (intro, end), translated if locale == "en" else None)

    documents = (document("th", thai), document("en", english))
    return Edition(documents, Facts(controller, "th", ("pdpa",)))
