"""The sections of a policy: prose from their files, or the one placement that their kind asks for."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import cast

from policygen.diagnostics import Diagnostic, Place
from policygen.diagnostics.text_file import whole_text
from policygen.model.document import RegisterName
from policygen.model.policy import Placement, PolicySection, ProseBlock
from policygen.sources import file_problems, parity_problems
from policygen.sources import reference_problems as problems
from policygen.sources.blocks import read_prose
from policygen.sources.identifiers import reserved_prefix
from policygen.sources.reading import Folder
from policygen.sources.schema.policy import SectionShape
from policygen.sources.texts import TextReader
from policygen.sources.tree import of_editor


@dataclass(slots=True)
class Sections:
    """The sections in reading order, and what is wrong with them."""

    sections: list[PolicySection] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Home:
    """Where the prose of a policy is, and which registers the policy has."""

    folder: Folder
    path: Path
    registers: AbstractSet[str]
    reader: TextReader

    def prose(self, id: str, locale: str) -> Path:
        return self.path / "sections" / f"{id}.{locale}.md"


def read_sections(
    folder: Folder, home: Path, shapes: Sequence[SectionShape], registers: AbstractSet[str], reader: TextReader
) -> Sections:
    """The sections of the policy in `home`; their references and texts go to `reader`."""
    at = _Home(folder, home, registers, reader)
    read = Sections()
    first: dict[str, Place] = {}
    ids = [shape.id.value for shape in shapes]
    for shape in shapes:
        id, place = shape.id.value, shape.id.place()
        if id in first:
            read.found.append(problems.id_twice(place, id, first[id]))
            continue
        first[id] = place
        prefix = reserved_prefix(id)
        if prefix is not None:
            read.found.append(problems.reserved_id(place, id, prefix))
        read.found += [problems.was_in_use(old.place(), old.value) for old in shape.was if old.value in ids]
        prose = _prose(shape, at, read) if shape.kind == "prose" else _placed(shape, at, read)
        read.sections.append(PolicySection(id, reader.of_section(shape.title, id), prose, place))
    read.found += _unused_files(at, ids)
    return read


def _unused_files(at: _Home, ids: Sequence[str]) -> Iterator[Diagnostic]:
    """Files of prose that belong to no section or to no locale of the site."""
    folder = at.path / "sections"
    for path in () if at.folder.leaves(folder) else sorted(folder.glob("*.md")):
        if of_editor(path):
            continue
        id, _, locale = path.name.removesuffix(".md").rpartition(".")
        place = Place(at.folder.shown(path))
        if id not in ids:
            yield file_problems.unused_section(place, id or path.name, ids)
        elif locale not in at.reader.locales:
            yield file_problems.unknown_locale_file(place, locale, at.reader.locales)


def _placed(shape: SectionShape, at: _Home, read: Sections) -> dict[str, tuple[ProseBlock, ...]]:
    """The same placement in every locale."""
    place, id = shape.id.place(), shape.id.value
    register = "tools" if shape.kind == "tool" else shape.kind
    if shape.kind == "tool" and len(shape.only or ()) != 1:
        read.found.append(problems.one_tool(place))
    if register not in at.registers:
        read.found.append(problems.no_register(place, register))
    read.found += [
        problems.prose_and_kind(place, id, f"sections/{id}.{locale}.md")
        for locale in at.reader.locales
        if at.prose(id, locale).exists()
    ]
    only = None if shape.only is None else tuple(entry.value for entry in shape.only)
    where = shape.only[0].place() if shape.only else place
    placement = Placement(cast("RegisterName", register), where, only, shape.layout)
    return dict.fromkeys(at.reader.locales, (placement,))


def _prose(shape: SectionShape, at: _Home, read: Sections) -> dict[str, tuple[ProseBlock, ...]]:
    """The blocks of each locale that has a file."""
    place, id = shape.id.place(), shape.id.value
    read.found += [problems.not_for_prose(place, key) for key in _only_for_kinds(shape)]
    prose: dict[str, tuple[ProseBlock, ...]] = {}
    lacking = []
    for locale in at.reader.locales:
        path = at.prose(id, locale)
        blocks = _blocks(path, locale, at, read) if path.exists() or path.is_symlink() else ()
        if blocks:
            prose[locale] = blocks
        elif blocks is not None:
            lacking.append(locale)
    if lacking == list(at.reader.locales):
        read.found.append(problems.no_prose(place, id, at.reader.locales))
    else:
        read.found += [parity_problems.section(place, id, locale) for locale in lacking]
    return prose


def _only_for_kinds(shape: SectionShape) -> Iterator[str]:
    if shape.only is not None:
        yield "only"
    if shape.layout is not None:
        yield "as"


def _blocks(path: Path, locale: str, at: _Home, read: Sections) -> tuple[ProseBlock, ...] | None:
    """The blocks of a file, None where it cannot be read."""
    file, found = at.folder.read(path)
    read.found += found
    if file is None:
        return None
    make = partial(read_prose, whole_text(file), locale, placements=True)
    prose = at.folder.kept.of(("prose", file.path, file.text, locale), make)
    read.found += prose.found
    id = path.name.removesuffix(f".{locale}.md")
    at.reader.passages += [replace(passage, anchor=id) for passage in prose.passages]
    at.reader.references += prose.references
    read.found += [
        problems.no_register(block.place, block.register)
        for block in prose.blocks
        if isinstance(block, Placement) and block.register not in at.registers
    ]
    return tuple(prose.blocks)
