"""The texts of an edition as passages, of its documents and of its facts: what a version has instead of sources."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import assert_never

from policygen.diagnostics.text_file import TextFile, whole_text
from policygen.model.document import (
    ANCHOR_PREFIX,
    Block,
    Entry,
    Heading,
    ItemList,
    Line,
    Paragraph,
    Register,
    Runs,
    Table,
    plain,
)
from policygen.model.edition import Edition
from policygen.model.facts import LocalText
from policygen.model.policy import Passage


def passages_of(edition: Edition) -> Iterator[Passage]:
    """Every text of every document in reading order, then of every fact, with the entry or section that it is of.

    What an entry says is in both where the document shows it.
    """
    for document in edition.documents:
        yield _passage(document.title, document.locale, "")
        for section in document.sections:
            if section.title:
                yield _passage(section.title, document.locale, section.id)
            yield from _of_blocks(section.blocks, document.locale, section.id)
    for register, prefix in ANCHOR_PREFIX.items():
        for entry in getattr(edition.facts, register):
            yield from _of_fact(entry, prefix, "")


def _of_fact(fact: object, prefix: str, anchor: str) -> Iterator[Passage]:
    """The texts of an entry and of the entries inside it, each in all its locales."""
    if isinstance(fact, LocalText):
        yield from (_passage(runs, locale, anchor) for locale, runs in fact.texts)
    elif isinstance(fact, tuple):
        for part in fact:
            yield from _of_fact(part, prefix, anchor)
    elif is_dataclass(fact):
        own = f"{prefix}-{id}" if (id := getattr(fact, "id", None)) else anchor
        for field in fields(fact):
            yield from _of_fact(getattr(fact, field.name), prefix, own)


def _of_blocks(blocks: tuple[Block, ...], locale: str, anchor: str) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Heading():
                yield _passage(block.runs, locale, anchor)
            case Paragraph():
                for part in block.parts:
                    if isinstance(part, Line):
                        yield _passage(part.runs, locale, anchor)
                    else:
                        yield from _of_blocks((part,), locale, anchor)
            case ItemList():
                for item in block.items:
                    yield from _of_blocks(item.blocks, locale, anchor)
            case Table():
                yield from (_passage(cell, locale, anchor) for row in (block.head, *block.rows) for cell in row)
            case Register():
                for entry in block.entries:
                    yield from _of_entry(entry, locale)
            case _:
                assert_never(block)


def _of_entry(entry: Entry, locale: str) -> Iterator[Passage]:
    if entry.title:
        yield _passage(entry.title, locale, entry.anchor)
    yield from _of_blocks(entry.blocks, locale, entry.anchor)
    yield from (_passage(field.value, locale, entry.anchor) for field in entry.fields)
    for inner in entry.entries:
        yield from _of_entry(inner, locale)


def _passage(runs: Runs, locale: str, anchor: str) -> Passage:
    return Passage(whole_text(TextFile("", plain(runs))), locale, anchor)
