"""What pages show of one document: its text with its references, its contents, its summary and its picture.

Made once for an edition and a locale and shared by all pages that show it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from policygen.model.document import Document, Heading, plain
from policygen.model.edition import Edition
from policygen.model.facts import Facts, NotStated
from policygen.site.flow import flow_of
from policygen.site.glance import glance_of
from policygen.site.views import Body, ContentsEntry, Flow, Glance
from policygen.site.words import Words


@dataclass(frozen=True)
class Reading:
    """One document of an edition, and what is made from it; each part is made when it is first asked for."""

    document: Document
    facts: Facts
    words: Words

    @cached_property
    def body(self) -> Body:
        """The text, ready to be set."""
        return Body(self.document, _links(self.document, self.facts), self._nowrap(), tuple(_buttons(self.facts)))

    @cached_property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The table of contents."""
        return tuple(_contents(self.document))

    @cached_property
    def glance(self) -> Glance:
        """The summary."""
        return glance_of(self.facts, _fragments(self.facts), self.words)

    @cached_property
    def flow(self) -> Flow | None:
        """The picture of the data flow, or None where there is nothing to draw."""
        return flow_of(self.facts, _fragments(self.facts), self.words)

    def _nowrap(self) -> tuple[str, ...]:
        """Names, and defined terms as they are written in this locale."""
        locale = self.words.locale
        terms = [term for one in self.facts.definitions if (term := one.term.plain(locale))]
        variants = [
            text for one in self.facts.definitions for name, texts in one.variants if name == locale for text in texts
        ]
        return tuple(sorted({*self.facts.names, *terms, *variants}, key=lambda text: (-len(text), text)))


def reading_of(edition: Edition, words: Words) -> Reading | None:
    """What pages show of the edition in the words' locale, or None where it has no such document."""
    document = edition.document(words.locale)
    return None if document is None else Reading(document, edition.facts, words)


def _fragments(facts: Facts) -> Mapping[str, str]:
    """From an anchor (`purpose-billing`) to the place that shows the entry (`#billing`)."""
    return {anchor: f"#{shown}" for anchor, shown in facts.places}


def _links(document: Document, facts: Facts) -> Mapping[str, str]:
    """From a reference (`purpose:billing`) to its place in the text."""
    sections = {f"section:{section.id}": f"#{section.id}" for section in document.sections}
    return sections | {anchor.replace("-", ":", 1): f"#{shown}" for anchor, shown in facts.places}


def _buttons(facts: Facts) -> Iterator[str]:
    """The addresses at which a tool is told to stop: drawn as buttons, so that nobody has to look for them."""
    for tool in facts.tools:
        if not isinstance(tool.opt_out, NotStated):
            yield tool.opt_out


def _contents(document: Document) -> Iterator[ContentsEntry]:
    for section in document.sections:
        if section.title:
            headings = [block for block in section.blocks if isinstance(block, Heading) and block.id]
            yield ContentsEntry(f"#{section.id}", plain(section.title), _nested(headings))


def _nested(headings: list[Heading]) -> tuple[ContentsEntry, ...]:
    """Headings as a tree: each holds the deeper ones that follow it."""
    entries = []
    while headings:
        first, rest = headings[0], headings[1:]
        end = next((index for index, one in enumerate(rest) if one.level <= first.level), len(rest))
        entries.append(ContentsEntry(f"#{first.id}", plain(first.runs), _nested(rest[:end])))
        headings = rest[end:]
    return tuple(entries)
