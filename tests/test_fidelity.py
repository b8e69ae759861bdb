"""The two real policies say in version 1 what their originals say, to the letter and in order, and nothing else.

The originals are in fixtures/seeds. Only bullets and runs of white space are set aside.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from policygen.build.building import build
from policygen.build.job import Request
from policygen.diff.events import Side, change_events, notice_floor
from policygen.diff.events.text_judge import text_judge
from policygen.drafts import load_draft
from policygen.ledger import Record, editions_of, read_ledger
from policygen.model.alignment import align, same_shape
from policygen.model.document import Document, lines_of
from policygen.model.edition import Edition
from policygen.model.facts import NOT_STATED, Facts, LocalText, Period

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)
SITES = ("clusterkit", "ztrus")
URLS = re.compile(r"https?://[^\s,)]+")
ADDRESSES = re.compile(r"[\w.]+@[\w.]+|(?<![/\w@])[\w-]+\.ztrus\.com")
NUMBERS = re.compile(r"\d+")
BUDDHIST_ERA = 543
LINE_ELEMENTS = {
    "article", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "section", "table", "td",
    "th", "tr", "ul",
}  # fmt: skip


class Article(HTMLParser):
    """The text of a page's `<article data-body>` as a reader sees it, line by line."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.count = 0
        self._inside = False
        self._lines = [""]
        self.feed(html)

    @property
    def lines(self) -> list[str]:
        """Its lines that hold text."""
        return [line for line in map(squeezed, self._lines) if line]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article" and "data-body" in given:
            self.count += 1
            self._inside = True
        # A clause stands on the line of its number.
        if tag in LINE_ELEMENTS and given.get("class") != "pg-clause":
            self._lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in LINE_ELEMENTS:
            self._lines.append("")
        if tag == "article":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._lines[-1] += data


def seed_lines(site: str) -> list[str]:
    """The original, a string for each line that holds text."""
    text = (ROOT / "tests" / "fixtures" / "seeds" / f"{site}.th.txt").read_text(encoding="utf-8")
    return [line for line in map(squeezed, text.replace("•", " ").splitlines()) if line]


def squeezed(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


@cache
def first_version(site: str) -> tuple[Record, Edition]:
    """Version 1 of the site's policy as its ledger has it."""
    ledger = read_ledger(ROOT / "content" / site, "privacy")
    assert not ledger.diagnostics
    return ledger.records[0], editions_of(ledger.records)[0]


def document(site: str, locale: str) -> Document:
    """Version 1 in one language."""
    found = first_version(site)[1].document(locale)
    assert found is not None
    return found


def lines(site: str, locale: str) -> list[str]:
    """Version 1 in one language, line by line."""
    return [squeezed(line) for line in lines_of(document(site, locale))]


def texts_in(value: object) -> Iterator[LocalText]:
    """Every text in some languages inside a value."""
    if isinstance(value, LocalText):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


@pytest.mark.parametrize("site", SITES)
def test_the_thai_document_is_the_original_line_by_line(site: str) -> None:
    assert lines(site, "th") == seed_lines(site)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both sites as they are served."""
    output = tmp_path_factory.mktemp("fidelity") / "output"
    built = build(Request(ROOT / "content", output, lambda _: TODAY, SITES))
    assert not built.diagnostics
    return output


@pytest.mark.parametrize("site", SITES)
def test_the_thai_page_is_the_original_line_by_line(built: Path, site: str) -> None:
    article = Article((built / site / "th/privacy/v1/index.html").read_text(encoding="utf-8"))
    assert article.count == 1
    assert article.lines == seed_lines(site)


@pytest.mark.parametrize("site", SITES)
def test_the_english_page_is_the_translation_line_by_line(built: Path, site: str) -> None:
    article = Article((built / site / "en/privacy/v1/index.html").read_text(encoding="utf-8"))
    assert article.lines == lines(site, "en")


@pytest.mark.parametrize("site", SITES)
def test_the_draft_mends_spelling_and_spacing_and_nothing_else(site: str) -> None:
    draft = load_draft(ROOT / "content", site, "privacy")
    assert draft.edition is not None
    assert draft.diagnostics == ()
    _, version = first_version(site)
    pages = {"th": "/th/", "en": "/en/"}
    judge = text_judge(version.facts, draft.edition.facts)
    events = change_events(Side(version, pages), Side(draft.edition, pages), judge)
    assert {event.type for event in events} == {"spelling-only", "spacing-only"}
    assert notice_floor(events, draft.edition.facts) == "editorial"


@pytest.mark.parametrize("site", SITES)
def test_every_thai_word_of_the_registers_is_the_originals(site: str) -> None:
    original = " ".join(seed_lines(site))
    words = [text.plain("th") for text in texts_in(first_version(site)[1].facts)]
    assert words
    assert [word for word in words if word is None or squeezed(word) not in original] == []


@pytest.mark.parametrize("site", SITES)
def test_the_translation_is_whole_and_has_the_shape_of_the_original(site: str) -> None:
    edition = first_version(site)[1]
    assert [text for text in texts_in(edition.facts) if text.plain("en") is None] == []
    sections = align(document(site, "th"), document(site, "en"))
    assert len(sections) == len(document(site, "th").sections) == len(document(site, "en").sections)
    apart = [(section.id, pair) for section in sections for pair in section.pairs if not same_shape(*pair)]
    assert apart == []
    assert document(site, "en").translated == TODAY
    assert re.findall("[ก-๛]", "".join(lines(site, "en"))) == []


@pytest.mark.parametrize("site", SITES)
def test_no_number_or_address_is_lost_in_translation(site: str) -> None:
    original, translation = " ".join(seed_lines(site)), " ".join(lines(site, "en"))
    for pattern in (URLS, ADDRESSES):
        assert sorted(pattern.findall(translation)) == sorted(pattern.findall(original))
    years = original.replace("2562", str(2562 - BUDDHIST_ERA))
    assert sorted(NUMBERS.findall(translation)) == sorted(NUMBERS.findall(years))


def test_what_the_policies_do_not_say_is_not_stated() -> None:
    clusterkit, ztrus = (first_version(site)[1].facts for site in SITES)
    assert {purpose.basis for purpose in clusterkit.purposes} == {NOT_STATED}
    assert {(tool.provider, tool.countries, tool.transfer) for tool in clusterkit.tools} == {(NOT_STATED,) * 3}
    assert {right.time_limit for right in (*clusterkit.rights, *ztrus.rights)} == {NOT_STATED}
    assert {recipient.transfer for recipient in ztrus.recipients} == {NOT_STATED}
    for facts in (clusterkit, ztrus):
        assert (facts.controller.registration, facts.controller.dpo) == (NOT_STATED, NOT_STATED)
    assert (ztrus.controller.address, ztrus.controller.phone, ztrus.controller.email) == (NOT_STATED,) * 3


def test_what_the_policies_do_say_is_in_the_facts() -> None:
    clusterkit, ztrus = (first_version(site)[1].facts for site in SITES)
    periods = {one.id: one.retention for one in clusterkit.purposes if isinstance(one.retention, Period)}
    assert periods == {"tax-evidence": Period("P5Y")}
    assert {right.right for right in clusterkit.rights} == {
        "access", "copy", "rectification", "withdraw-consent", "erasure",
    }  # fmt: skip
    assert [recipient.countries for recipient in ztrus.recipients if recipient.id == "cloud-servers"] == [("abroad",)]
    assert _advertising(clusterkit) == {"news-and-promotions", "suitable-advertising", "customer-segments"}
    assert _advertising(ztrus) == {"service-publicity", "marketing-and-training", "contact-and-news"}


def _advertising(facts: Facts) -> set[str]:
    return {purpose.id for purpose in facts.purposes if purpose.direct_marketing is True}


def test_the_day_in_the_text_is_stated_and_nothing_is_known_to_bind() -> None:
    clusterkit, ztrus = (first_version(site)[0] for site in SITES)
    assert clusterkit.stated is None
    assert ztrus.stated is not None
    assert ztrus.stated.date == date(2019, 9, 30)
    assert ztrus.stated.words.plain("th") in seed_lines("ztrus")
    for record in (clusterkit, ztrus):
        assert (record.published, record.effective) == (None, None)
