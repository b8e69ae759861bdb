"""Sections of a policy with what was recognised in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from policygen.model.document import Block, Layout, RegisterName, Runs
from policygen.sources.canonical.writing import Values


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of a register: its values in the order of its file, without `id`; `words` are for the report."""

    register: RegisterName
    id: str
    values: Mapping[str, Values]
    words: str
    line: int = 0
    plain: str = ""
    """The value of a contact as its letters are, without Markdown."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A register's entries instead of the blocks that say the same."""

    register: RegisterName
    only: tuple[str, ...]
    layout: Layout
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a section, or entries in its place; `line` is the file's."""

    what: Block | Placed
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its id, its title (none before the first heading) and its parts."""

    id: str
    title: Runs
    parts: tuple[Part, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Recognition:
    """The sections, and the entries of all registers in the order of the text."""

    sections: tuple[Section, ...]
    entries: tuple[Found, ...]
