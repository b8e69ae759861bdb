"""The registers of a policy: from their files to facts, with the places and own wordings of their entries."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policygen.diagnostics import Diagnostic, Place
from policygen.model.document import ANCHOR_PREFIX, Block, RegisterName, Run
from policygen.model.facts import (
    NOT_STATED,
    ContactChannel,
    Cookie,
    Criterion,
    DataItem,
    Definition,
    LocalText,
    NotStated,
    Period,
    Purpose,
    Recipient,
    Retention,
    Right,
    Stated,
    Tool,
)
from policygen.sources import reference_problems as problems
from policygen.sources.nodes import Scalar
from policygen.sources.reading import Folder
from policygen.sources.schema import registers as shapes
from policygen.sources.texts import TextReader, words_of
from policygen.sources.yaml_file import read_shape

FILES: dict[RegisterName, Any] = {
    "definitions": shapes.DefinitionsFile,
    "data": shapes.DataFile,
    "purposes": shapes.PurposesFile,
    "tools": shapes.ToolsFile,
    "recipients": shapes.RecipientsFile,
    "rights": shapes.RightsFile,
    "contacts": shapes.ContactsFile,
}


@dataclass(slots=True)
class Registers:
    """What the registers of one policy say. `facts` has a tuple of entries by register name."""

    facts: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    wordings: dict[str, Mapping[str, tuple[Block, ...]]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    sections: dict[str, Scalar] = field(default_factory=dict)
    """The section that tells an entry, by the entry's anchor."""
    was: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    """The registers that have a file."""
    complete: bool = True
    """Whether every one of these files could be read."""
    found: list[Diagnostic] = field(default_factory=list)


def read_registers(folder: Folder, home: Path, reader: TextReader) -> Registers:
    """Every register of the policy in `home`: its own file of that name, else the site's."""
    registers = Registers()
    read: dict[RegisterName, tuple[Any, ...]] = {}
    for name, kind in FILES.items():
        path = next((path for path in _candidates(home, name) if path.exists() or path.is_symlink()), None)
        if path is None:
            continue
        registers.present.add(name)
        shape, told = read_shape(folder, path, kind, reader.locales)
        registers.found += told
        if shape is None:
            registers.complete = False
        else:
            read[name] = shape.root
    for name, entries in read.items():
        _Register(name, registers, reader).take(entries)
    registers.found += [*_lost_references(read, registers.present), *_revived_ids(read)]
    return registers


def _candidates(home: Path, name: str) -> tuple[Path, Path]:
    return home / f"{name}.yaml", home.parent / f"{name}.yaml"


@dataclass(frozen=True, slots=True)
class _Register:
    """Turns the entries of one register into facts."""

    name: RegisterName
    registers: Registers
    reader: TextReader

    def take(self, entries: Sequence[shapes.EntryShape]) -> None:
        kept = self._with_ids_once(entries)
        self.registers.facts[self.name] = tuple(self._fact(entry) for entry in kept)

    def _with_ids_once(self, entries: Sequence[shapes.EntryShape]) -> list[shapes.EntryShape]:
        first: dict[str, Scalar] = {}
        for entry in every_entry(entries):
            if entry.id.value in first:
                there = first[entry.id.value].place()
                self.registers.found.append(problems.id_twice(entry.id.place(), entry.id.value, there))
            else:
                first[entry.id.value] = entry.id
        return [entry for entry in entries if first[entry.id.value] is entry.id]

    def _fact(self, entry: shapes.EntryShape) -> object:
        anchor = f"{ANCHOR_PREFIX[self.name]}-{entry.id.value}"
        self.registers.places.setdefault(anchor, entry.id.place())
        if entry.was:
            old = tuple(id.value for id in entry.was)
            self.registers.was.append((f"{ANCHOR_PREFIX[self.name]}:{entry.id.value}", old))
        if entry.section is not None:
            self.registers.sections[anchor] = entry.section
        if entry.wording is not None:
            self.registers.wordings[anchor] = self.reader.wording(entry.wording)
        return self._made(entry, anchor)

    def _made(self, entry: shapes.EntryShape, anchor: str) -> object:
        match entry:
            case shapes.DefinitionShape():
                return self._definition(entry, anchor)
            case shapes.DataShape():
                return self._data(entry)
            case shapes.PurposeShape():
                return self._purpose(entry)
            case shapes.ToolShape():
                return self._tool(entry)
            case shapes.RecipientShape():
                return self._recipient(entry)
            case shapes.RightShape():
                return self._right(entry)
            case shapes.ContactShape():
                return self._contact(entry)
        raise AssertionError(entry)

    def _definition(self, entry: shapes.DefinitionShape, anchor: str) -> Definition:
        return Definition(
            id=entry.id.value,
            term=self.reader.text(entry.term),
            meaning=self._meaning(entry, anchor),
            variants=tuple(
                (locale, entry.variants[locale]) for locale in self.reader.locales if locale in entry.variants
            ),
        )

    def _meaning(self, entry: shapes.DefinitionShape, anchor: str) -> LocalText:
        if entry.meaning is not None:
            return self.reader.text(entry.meaning)
        wording = self.registers.wordings.get(anchor)
        if wording is None:
            self.registers.found.append(problems.no_meaning(entry.id.place(), entry.id.value))
            return LocalText(())
        return LocalText(tuple((locale, (Run(words_of(blocks)),)) for locale, blocks in wording.items()))

    def _data(self, entry: shapes.DataShape) -> DataItem:
        return DataItem(
            id=entry.id.value,
            name=self.reader.text(entry.name),
            group=entry.items is not None,
            items=tuple(self._item(item) for item in entry.items or ()),
            sensitive=entry.sensitive,
            source=entry.source,
            required=entry.required,
            refusal=self.reader.stated(entry.refusal),
        )

    def _item(self, entry: shapes.DataShape) -> DataItem:
        item = self._fact(entry)
        assert isinstance(item, DataItem)
        return item

    def _purpose(self, entry: shapes.PurposeShape) -> Purpose:
        return Purpose(
            id=entry.id.value,
            text=self.reader.text(entry.text),
            name=self.reader.optional(entry.name),
            basis=entry.basis,
            basis_detail=self.reader.stated(entry.basis_detail),
            sensitive_basis=entry.sensitive_basis,
            data=_ids(entry.data),
            retention=self._retention(entry.retention),
            direct_marketing=entry.direct_marketing,
        )

    def _retention(self, given: str | shapes.PeriodShape | shapes.CriterionShape | NotStated) -> Stated[Retention]:
        match given:
            case str():
                return Period(given)
            case shapes.PeriodShape():
                return Period(given.period, self.reader.stated(given.start))
            case shapes.CriterionShape():
                return Criterion(self.reader.text(given.criterion))
            case _:
                return NOT_STATED

    def _tool(self, entry: shapes.ToolShape) -> Tool:
        return Tool(
            id=entry.id.value,
            name=self.reader.text(entry.name),
            text=self.reader.stated(entry.text),
            provider=self.reader.stated(entry.provider),
            countries=entry.country,
            data=_ids(entry.data),
            purposes=_ids(entry.purposes),
            transfer=entry.transfer,
            opt_out=entry.opt_out,
            privacy_url=entry.privacy_url,
            cookie_url=entry.cookie_url,
            processing_url=entry.processing_url,
            technologies=entry.technologies,
            cookies=() if isinstance(entry.cookies, NotStated) else tuple(map(self._cookie, entry.cookies)),
        )

    def _cookie(self, cookie: shapes.CookieShape) -> Cookie:
        return Cookie(cookie.name, cookie.duration, self.reader.stated(cookie.purpose))

    def _recipient(self, entry: shapes.RecipientShape) -> Recipient:
        return Recipient(
            id=entry.id.value,
            name=self.reader.text(entry.name),
            kind=entry.kind,
            text=self.reader.stated(entry.text),
            countries=entry.country,
            data=_ids(entry.data),
            purposes=_ids(entry.purposes),
            transfer=entry.transfer,
        )

    def _right(self, entry: shapes.RightShape) -> Right:
        how = self.reader.stated(entry.how)
        return Right(entry.id.value, entry.right, self.reader.text(entry.text), how, entry.time_limit)

    def _contact(self, entry: shapes.ContactShape) -> ContactChannel:
        label, value = self.reader.text(entry.label), self.reader.text(entry.value)
        return ContactChannel(entry.id.value, entry.kind, label, value, entry.opens)


def every_entry(entries: Sequence[shapes.EntryShape]) -> Iterator[shapes.EntryShape]:
    """The entries, those inside data groups too, in the order of the file."""
    for entry in entries:
        yield entry
        if isinstance(entry, shapes.DataShape):
            yield from every_entry(entry.items or ())


def _ids(given: tuple[Scalar, ...] | NotStated) -> Stated[tuple[str, ...]]:
    return given if isinstance(given, NotStated) else tuple(id.value for id in given)


def _lost_references(
    read: Mapping[RegisterName, Sequence[shapes.EntryShape]], present: AbstractSet[str]
) -> Iterator[Diagnostic]:
    """Ids in one register that another does not have; a register that could not be read is not asked."""
    known: dict[str, list[str]] = {
        name: [entry.id.value for entry in every_entry(entries)] for name, entries in read.items()
    }
    for entries in read.values():
        for entry in every_entry(entries):
            for register in {"data", "purposes"} - (present - read.keys()):
                ids = getattr(entry, register, NOT_STATED)
                yield from _lost_ids(ids if isinstance(ids, tuple) else (), register, known.get(register))


def _lost_ids(ids: tuple[Scalar, ...], register: str, known: list[str] | None) -> Iterator[Diagnostic]:
    for id in ids:
        if known is None:
            yield problems.no_register(id.place(), register)
        elif id.value not in known:
            yield problems.unknown(id.place(), id.value, register, known)


def _revived_ids(read: Mapping[RegisterName, Sequence[shapes.EntryShape]]) -> Iterator[Diagnostic]:
    """Former ids that entries of the same register still have."""
    for entries in read.values():
        ids = {entry.id.value for entry in every_entry(entries)}
        for entry in every_entry(entries):
            yield from (problems.was_in_use(old.place(), old.value) for old in entry.was if old.value in ids)
