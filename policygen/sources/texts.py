"""Texts of registers: from what YAML holds to texts by locale, with what they refer to.

Knows the site's locales, and nothing of what a text is for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policygen.diagnostics import Diagnostic
from policygen.diagnostics.text_file import Excerpt
from policygen.model.document import Block, Run, Runs, block_lines
from policygen.model.facts import NOT_STATED, LocalText, NotStated, Stated
from policygen.model.policy import Passage, Reference
from policygen.sources import parity_problems
from policygen.sources import prose_problems as problems
from policygen.sources.kept import Kept
from policygen.sources.nodes import Scalar

if TYPE_CHECKING:
    # It brings markdown-it, which no public build needs.
    from policygen.sources.inline import Inline

Text = Scalar | dict[str, Scalar]
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


def plain_text(text: Text, locales: tuple[str, ...]) -> LocalText:
    """A text that is not Markdown, in each of its locales."""
    return LocalText(
        tuple((locale, (Run(scalar.value.replace("\n", " ").strip()),)) for locale, scalar in each(text, locales))
    )


def each(text: Text, locales: tuple[str, ...]) -> Iterator[tuple[str, Scalar]]:
    """The text of each locale that has one; a text given once stands for all."""
    for locale in locales:
        scalar = text if isinstance(text, Scalar) else text.get(locale)
        if scalar is not None:
            yield locale, scalar


@dataclass(slots=True)
class TextReader:
    """Reads the texts of one policy; gathers its passages, references and diagnostics on the way."""

    locales: tuple[str, ...]
    kept: Kept = field(default_factory=Kept)
    references: list[Reference] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def text(self, text: Text) -> LocalText:
        """A text of inline Markdown in each of its locales; a missing translation is told."""
        self.check_translated(text)
        if isinstance(text, Scalar):
            runs = self._inline(text, None)
            return LocalText(tuple((locale, runs) for locale in self.locales))
        return LocalText(tuple((locale, self._inline(scalar, locale)) for locale, scalar in each(text, self.locales)))

    def stated(self, text: Stated[Text]) -> Stated[LocalText]:
        """A text that may be not stated."""
        return NOT_STATED if isinstance(text, NotStated) else self.text(text)

    def optional(self, text: Text | None) -> LocalText | None:
        """A text that may be left out."""
        return None if text is None else self.text(text)

    def of_section(self, text: Text | None, id: str) -> LocalText | None:
        """A text of a section, which may be left out."""
        first = len(self.passages)
        read = self.optional(text)
        self.passages[first:] = [replace(passage, anchor=id) for passage in self.passages[first:]]
        return read

    def wording(self, text: Text) -> dict[str, tuple[Block, ...]]:
        """Block Markdown in each of its locales."""
        self.check_translated(text)
        return {locale: self._blocks(scalar, locale) for locale, scalar in each(text, self.locales)}

    def check_translated(self, text: Text) -> None:
        """Tell which of the site's locales the text lacks."""
        if isinstance(text, Scalar):
            return
        lacking = [locale for locale in self.locales if locale not in text]
        place = next(iter(text.values())).place() if text else None
        if place is not None:
            self.found += [parity_problems.text(place, locale) for locale in lacking]

    def _inline(self, scalar: Scalar, locale: str | None) -> Runs:
        # The scalar is kept with what is made of it: nothing else can get its identity.
        made_from = ("inline", id(scalar), locale)
        _, inline, found = self.kept.of(made_from, lambda: (scalar, *_read_inline(scalar, locale)))
        self.found += found
        self.passages.append(Passage(inline.unmarked, locale))
        self.references += inline.references
        self.found += inline.diagnostics
        return inline.runs

    def _blocks(self, scalar: Scalar, locale: str) -> tuple[Block, ...]:
        from policygen.sources.blocks import read_prose

        made_from = ("wording", id(scalar), locale)
        _, prose = self.kept.of(made_from, lambda: (scalar, read_prose(scalar.excerpt(), locale, placements=False)))
        self.passages += prose.passages
        self.references += prose.references
        self.found += prose.found
        return tuple(block for block in prose.blocks if isinstance(block, Block))


def _read_inline(scalar: Scalar, locale: str | None) -> "tuple[Inline, list[Diagnostic]]":
    """One paragraph of inline Markdown, and what is wrong if it is more than one."""
    from policygen.sources.inline import read_inline

    excerpt = scalar.excerpt().stripped()
    broken = _PARAGRAPH_BREAK.search(excerpt.text)
    found = [problems.several_paragraphs(excerpt.place(broken.end(), len(excerpt.text)))] if broken else []
    return read_inline(Excerpt(excerpt.file, excerpt.text.replace("\n", " "), excerpt.offsets), locale), found


def words_of(blocks: tuple[Block, ...]) -> str:
    """The text of blocks as one line."""
    return " ".join(block_lines(blocks))
