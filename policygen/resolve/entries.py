"""The words of registers: what a reader reads for each entry, made from its fields or from its own wording."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from policygen.model.document import (
    ANCHOR_PREFIX,
    Block,
    Entry,
    Field,
    Layout,
    Line,
    Paragraph,
    Register,
    RegisterName,
    Run,
    Runs,
)
from policygen.model.facts import (
    ContactChannel,
    DataItem,
    Definition,
    LocalText,
    NotStated,
    Purpose,
    Recipient,
    Right,
    Stated,
    Tool,
)
from policygen.model.policy import Policy
from policygen.resolve.fact_lines import FactLines
from policygen.text.catalog import catalog

RegisterEntry = Definition | DataItem | Purpose | Tool | Recipient | Right | ContactChannel

OWN_LAYOUT: dict[RegisterName, Layout] = {
    "definitions": "paragraphs",
    "data": "list",
    "purposes": "list",
    "tools": "details",
    "recipients": "list",
    "rights": "list",
    "contacts": "list",
}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """Makes the words of one policy in one locale."""

    policy: Policy
    locale: str

    def text(self, text: LocalText) -> Runs:
        """The text in this locale, or words that say that it is not translated yet."""
        runs = text.runs(self.locale)
        return self._made("untranslated") if runs is None else runs

    def untranslated_paragraph(self) -> Paragraph:
        """A paragraph that says that this part is not translated yet."""
        return Paragraph((Line(self._made("untranslated")),))

    def register(self, name: RegisterName, only: Sequence[str] | None, layout: Layout | None) -> Register:
        """A register as a block: all its entries, or those of `only` in that order."""
        entries: tuple[RegisterEntry, ...] = getattr(self.policy.facts, name)
        chosen = entries if only is None else [found for id in only if (found := find_entry(entries, id))]
        layout = layout or OWN_LAYOUT[name]
        return Register(name, layout, tuple(self._entry(name, entry, layout) for entry in chosen))

    def _entry(self, register: RegisterName, entry: RegisterEntry, layout: Layout) -> Entry:
        anchor = f"{ANCHOR_PREFIX[register]}-{entry.id}"
        children = entry.items if isinstance(entry, DataItem) else ()
        nested = tuple(self._entry(register, child, layout) for child in children)
        wording = self.policy.wordings.get(anchor)
        if wording is not None:
            return Entry(anchor, wording.get(self.locale) or (self.untranslated_paragraph(),), entries=nested)
        if layout == "details":
            return Entry(anchor, *self._details(entry), entries=nested)
        return Entry(anchor, (Paragraph((Line(self._line(entry)),)),), entries=nested)

    def _line(self, entry: RegisterEntry) -> Runs:
        """The entry's words where it is one line or item."""
        match entry:
            case Definition():
                return self._definition(entry)
            case DataItem():
                return self.text(entry.name)
            case Purpose() | Right():
                return self.text(entry.text)
            case Tool() | Recipient():
                return self._named(entry.name, entry.text)
            case ContactChannel():
                return self._contact(entry)
            case _:
                assert_never(entry)

    def _details(self, entry: RegisterEntry) -> tuple[tuple[Block, ...], Runs, tuple[Field, ...]]:
        """The entry's text, title and fact lines where everything about it is shown."""
        lines = FactLines(self.policy.facts, self.locale)
        match entry:
            case Definition():
                return self._paragraph(entry.meaning), self.text(entry.term), ()
            case DataItem():
                return (), self.text(entry.name), () if entry.group else lines.data_item(entry)
            case Purpose():
                title = self.text(entry.name) if entry.name else ()
                return self._paragraph(entry.text), title, lines.purpose(entry)
            case Tool():
                return self._paragraph(entry.text), self.text(entry.name), lines.tool(entry)
            case Recipient():
                return self._paragraph(entry.text), self.text(entry.name), lines.recipient(entry)
            case Right():
                title = (Run(catalog(self.locale)["right"][entry.right]),) if entry.right != "other" else ()
                return self._paragraph(entry.text), title, lines.right(entry)
            case ContactChannel():
                return (Paragraph((Line(self._contact(entry)),)),), (), ()
            case _:
                assert_never(entry)

    def _paragraph(self, text: Stated[LocalText]) -> tuple[Block, ...]:
        return () if isinstance(text, NotStated) else (Paragraph((Line(self.text(text)),)),)

    def _definition(self, entry: Definition) -> Runs:
        term = tuple(Run(run.text, strong=True) for run in self.text(entry.term))
        return self._fill("definition", term=term, meaning=self.text(entry.meaning))

    def _named(self, name: LocalText, text: Stated[LocalText]) -> Runs:
        if isinstance(text, NotStated):
            return self.text(name)
        return self._fill("named", name=self.text(name), text=self.text(text))

    def _contact(self, entry: ContactChannel) -> Runs:
        value = self.text(entry.value)
        if not isinstance(entry.opens, NotStated):
            value = tuple(Run(run.text, run.strong, run.emphasis, entry.opens) for run in value)
        return self._fill("contact", label=self.text(entry.label), value=value)

    def _made(self, key: str) -> Runs:
        return (Run(catalog(self.locale)["made"][key]),)

    def _fill(self, key: str, **slots: Runs) -> Runs:
        """The made words of `key` with its {slots} filled by runs."""
        filled: list[Run] = []
        for index, piece in enumerate(_SLOT.split(catalog(self.locale)["made"][key])):
            filled += slots[piece] if index % 2 else [Run(piece)] if piece else []
        return joined(filled)


def find_entry(entries: Iterable[RegisterEntry], id: str) -> RegisterEntry | None:
    """The entry of that id, looked for in data groups too."""
    for entry in entries:
        if entry.id == id:
            return entry
        inner = find_entry(entry.items, id) if isinstance(entry, DataItem) else None
        if inner is not None:
            return inner
    return None


def joined(runs: Iterable[Run]) -> Runs:
    """The runs with neighbours of one look made into one."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if last and (last.strong, last.emphasis, last.href, last.ref) == (
            run.strong,
            run.emphasis,
            run.href,
            run.ref,
        ):
            result[-1] = Run(last.text + run.text, run.strong, run.emphasis, run.href, run.ref)
        else:
            result.append(run)
    return tuple(result)
