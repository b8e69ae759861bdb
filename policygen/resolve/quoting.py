"""Facts quoted in prose: `<fact:controller.email>` becomes the fact's own text."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, assert_never

from policygen.model.document import (
    Block,
    Entry,
    Field,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Runs,
    Table,
)
from policygen.model.facts import NOT_STATED, Controller, Facts, LocalText, Party
from policygen.text.catalog import catalog

FACT = "fact:"
_CONTROLLER = ("name", "address", "registration", "website", "email", "phone")
_PARTY = ("name", "address", "email", "phone")
QUOTABLE = (
    *(f"controller.{name}" for name in _CONTROLLER),
    *(f"controller.{party}.{name}" for party in ("dpo", "representative") for name in _PARTY),
)
"""Every fact that prose can quote."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Quoting:
    """Replaces the runs that quote a fact of `controller`."""

    controller: Controller

    def facts(self, facts: Facts) -> Facts:
        """The facts with every quotation in their texts filled in."""
        return _over_texts(facts, self._text)

    def _text(self, text: LocalText) -> LocalText:
        return LocalText(tuple((locale, self.runs(runs, locale)) for locale, runs in text.texts))

    def runs(self, runs: Runs, locale: str) -> Runs:
        """The runs with every quotation filled in."""
        if not any(run.ref and run.ref.startswith(FACT) for run in runs):
            return runs
        return tuple(self._run(run, locale) for run in runs)

    def _run(self, run: Run, locale: str) -> Run:
        if run.ref is None or not run.ref.startswith(FACT):
            return run
        text = self._value(run.ref.removeprefix(FACT), locale)
        return replace(run, text=text, ref=None, href=_address(run.ref, text))

    def _value(self, path: str, locale: str) -> str:
        value: Any = self.controller
        for name in path.split(".")[1:]:
            value = getattr(value, name, NOT_STATED)
        if isinstance(value, LocalText):
            value = value.plain(locale)
        not_said = value is NOT_STATED or value is None or isinstance(value, Party)
        return catalog(locale)["made"]["not_stated"] if not_said else str(value)

    def blocks(self, blocks: tuple[Block, ...], locale: str) -> tuple[Block, ...]:
        """The blocks with every quotation filled in."""
        return tuple(self._block(block, locale) for block in blocks)

    def _block(self, block: Block, locale: str) -> Block:
        match block:
            case Heading():
                return replace(block, runs=self.runs(block.runs, locale))
            case Paragraph():
                return replace(block, parts=tuple(self._part(part, locale) for part in block.parts))
            case ItemList():
                return replace(block, items=tuple(self._item(item, locale) for item in block.items))
            case Table():
                rows = tuple(tuple(self.runs(cell, locale) for cell in row) for row in block.rows)
                return replace(block, head=tuple(self.runs(cell, locale) for cell in block.head), rows=rows)
            case Register():
                return replace(block, entries=tuple(self._entry(entry, locale) for entry in block.entries))
            case _:
                assert_never(block)

    def _part(self, part: Line | ItemList | Register, locale: str) -> Line | ItemList | Register:
        if isinstance(part, Line):
            return Line(self.runs(part.runs, locale))
        block = self._block(part, locale)
        assert isinstance(block, ItemList | Register)
        return block

    def _item(self, item: Item, locale: str) -> Item:
        return replace(item, blocks=self.blocks(item.blocks, locale))

    def _entry(self, entry: Entry, locale: str) -> Entry:
        return replace(
            entry,
            title=self.runs(entry.title, locale),
            blocks=self.blocks(entry.blocks, locale),
            fields=tuple(Field(field.label, self.runs(field.value, locale)) for field in entry.fields),
            entries=tuple(self._entry(child, locale) for child in entry.entries),
        )


def _address(ref: str, text: str) -> str | None:
    if ref.endswith(".email") and "@" in text:
        return f"mailto:{text}"
    if ref.endswith(".website") and text.startswith(("https://", "http://")):
        return text
    return None


def _over_texts(value: _T, change: Callable[[LocalText], LocalText]) -> _T:
    """The same frozen value with `change` applied to every LocalText inside it."""
    result: Any = value
    if isinstance(value, LocalText):
        result = change(value)
    elif isinstance(value, tuple):
        result = tuple(_over_texts(part, change) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _over_texts(getattr(value, field.name), change) for field in fields(value)}
        result = type(value)(**changed)
    return result  # type: ignore[no-any-return]
