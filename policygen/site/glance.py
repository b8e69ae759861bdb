"""The policy at a glance: five questions answered from the facts, and what the policy does not say.

Knows facts and words only, no documents and no pages.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from policygen.model.facts import (
    ContactChannel,
    Country,
    Criterion,
    DataItem,
    Facts,
    NotStated,
    Period,
    Purpose,
    Recipient,
    Right,
    Stated,
    Tool,
    TransferGround,
)
from policygen.site.views import Glance, GlanceCell, GlanceRow, GlanceTable, GlanceValue, Link, TableKind
from policygen.site.words import Words
from policygen.text.countries import country_name
from policygen.text.durations import duration_in_words

_TOOL_LINKS = ("opt_out", "privacy_url", "cookie_url", "processing_url")


def glance_of(facts: Facts, fragments: Mapping[str, str], words: Words) -> Glance:
    """The summary of `facts`; `fragments` lead from an anchor (`purpose-billing`) to where the text tells it."""
    teller = _Teller(facts, fragments, words)
    return Glance((
        teller.data(),
        teller.purposes(),
        teller.recipients(),
        teller.rights(),
        teller.contacts(),
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Teller:
    facts: Facts
    fragments: Mapping[str, str]
    words: Words

    def data(self) -> GlanceTable:
        return self._table("data", (self._say("items"),), [self._data_row(item) for item in self.facts.data])

    def purposes(self) -> GlanceTable:
        heads = self._fields("basis", "retention", "direct_marketing")
        return self._table("purposes", heads, [self._purpose_row(purpose) for purpose in self.facts.purposes])

    def recipients(self) -> GlanceTable:
        heads = self._fields("country", "transfer")
        entries: tuple[Recipient | Tool, ...] = (*self.facts.recipients, *self.facts.tools)
        return self._table("recipients", heads, [self._recipient_row(entry) for entry in entries])

    def rights(self) -> GlanceTable:
        heads = (*self._fields("time_limit"), *((self._say("law"),) if self._under_pdpa else ()))
        return self._table("rights", heads, [self._right_row(right) for right in self.facts.rights])

    def contacts(self) -> GlanceTable:
        heads = (self._say("contact"),)
        return self._table("contacts", heads, [self._contact_row(contact) for contact in self.facts.contacts])

    # Rows

    def _data_row(self, item: DataItem) -> GlanceRow:
        leaves = tuple(_leaves(item))
        name, href = self.words.text(item.name), self._fragment("data", item.id)
        if item.group and not leaves:
            return GlanceRow(name, href, (self._absent,), flag=self._flag(item))
        values = tuple(self._data_value(leaf, href) for leaf in leaves)
        return GlanceRow(name, href, (GlanceCell(values),), flag=self._flag(item))

    def _data_value(self, item: DataItem, group: str) -> GlanceValue:
        """The item, linked unless the text tells it in the place where it tells its group."""
        href = self._fragment("data", item.id)
        return GlanceValue(self.words.text(item.name), href if href != group else "", self._flag(item))

    def _flag(self, item: DataItem) -> str:
        """Which kind of sensitive data it is, or nothing."""
        sensitive = item.sensitive
        if isinstance(sensitive, NotStated) or sensitive == "no":
            return ""
        return self.words.say("sensitive", sensitive)

    def _purpose_row(self, purpose: Purpose) -> GlanceRow:
        return GlanceRow(
            self.words.text(purpose.name or purpose.text),
            self._fragment("purpose", purpose.id),
            (self._basis(purpose), self._retention(purpose), self._yes_or_no(purpose.direct_marketing)),
        )

    def _basis(self, purpose: Purpose) -> GlanceCell:
        bases = () if isinstance(purpose.basis, NotStated) else purpose.basis
        special = () if isinstance(purpose.sensitive_basis, NotStated) else purpose.sensitive_basis
        said = [self._basis_words(basis) for basis in bases]
        said += [self.words.say("sensitive_basis", basis) for basis in special]
        return self._cell(said)

    def _basis_words(self, basis: str) -> str:
        name = self.words.say("basis", basis)
        if not self._under_pdpa:
            return name
        reference = self.words.say("basis_reference", basis)
        return self._say("basis_with_reference", basis=name, reference=reference)

    def _retention(self, purpose: Purpose) -> GlanceCell:
        match purpose.retention:
            case NotStated():
                return self._absent
            case Criterion(text):
                return self._cell([self.words.text(text)])
            case Period(duration, start):
                period = duration_in_words(duration, self.words.locale)
                if isinstance(start, NotStated):
                    return self._cell([period])
                return self._cell([self._say("retention_from", period=period, start=self.words.text(start))])
            case _:
                assert_never(purpose.retention)

    def _recipient_row(self, entry: Recipient | Tool) -> GlanceRow:
        register = "tool" if isinstance(entry, Tool) else "recipient"
        return GlanceRow(
            self.words.text(entry.name),
            self._fragment(register, entry.id),
            (self._countries(entry.countries), self._transfer(entry.countries, entry.transfer)),
            tuple(self._tool_links(entry)) if isinstance(entry, Tool) else (),
        )

    def _countries(self, countries: Stated[tuple[Country, ...]]) -> GlanceCell:
        if isinstance(countries, NotStated):
            return self._absent
        return self._cell([country_name(country, self.words.locale) for country in countries])

    def _transfer(
        self, countries: Stated[tuple[Country, ...]], transfer: Stated[tuple[TransferGround, ...]]
    ) -> GlanceCell:
        """The ground of the transfer; data that stays in Thailand needs none."""
        if countries == ("TH",) and isinstance(transfer, NotStated):
            return GlanceCell(())
        return self._words_of("transfer", () if isinstance(transfer, NotStated) else transfer)

    def _tool_links(self, tool: Tool) -> Iterator[Link]:
        for key in _TOOL_LINKS:
            address = getattr(tool, key)
            if not isinstance(address, NotStated):
                yield Link(address, self.words.say("field", key))

    def _right_row(self, right: Right) -> GlanceRow:
        other = right.right == "other"
        name = self.words.text(right.text) if other else self.words.say("right", right.right)
        limit = right.time_limit
        cells = [self._cell([] if isinstance(limit, NotStated) else [duration_in_words(limit, self.words.locale)])]
        if self._under_pdpa:
            reference = self.words.say("right_reference", right.right)
            cells.append(GlanceCell((GlanceValue(reference),) if reference else ()))
        return GlanceRow(name, self._fragment("right", right.id), tuple(cells))

    def _contact_row(self, contact: ContactChannel) -> GlanceRow:
        opens = "" if isinstance(contact.opens, NotStated) else contact.opens
        value = GlanceValue(self.words.text(contact.value), opens)
        return GlanceRow(self.words.text(contact.label), self._fragment("contact", contact.id), (GlanceCell((value,)),))

    # Cells and words

    def _table(self, kind: TableKind, heads: tuple[str, ...], rows: list[GlanceRow]) -> GlanceTable:
        """The table without the columns that hold nothing; facts that no row states are told in one sentence."""
        title, name_head = self._say(kind), self._say(f"{kind}_name")
        if not rows:
            return GlanceTable(kind, title, name_head, (), (), self._say("none"))
        columns = [[row.cells[column] for row in rows] for column in range(len(heads))]
        kept = [index for index, cells in enumerate(columns) if any(cell.stated and cell.values for cell in cells)]
        lost = tuple(
            head
            for index, head in enumerate(heads)
            if index not in kept and not all(cell.stated for cell in columns[index])
        )
        if len(kept) < len(heads):
            rows = [replace(row, cells=tuple(row.cells[index] for index in kept)) for row in rows]
        absent = self._say("absent", facts=self.words.listed(lost)) if lost else ""
        return GlanceTable(kind, title, name_head, tuple(heads[index] for index in kept), tuple(rows), absent)

    def _words_of(self, table: str, keys: Iterable[str]) -> GlanceCell:
        return self._cell([self.words.say(table, key) for key in keys])

    def _yes_or_no(self, fact: Stated[bool]) -> GlanceCell:
        return self._cell([] if isinstance(fact, NotStated) else [self.words.say("made", "yes" if fact else "no")])

    def _cell(self, texts: list[str]) -> GlanceCell:
        """A cell of the texts; with none, the fact is not stated."""
        return GlanceCell(tuple(GlanceValue(text) for text in texts)) if texts else self._absent

    @property
    def _absent(self) -> GlanceCell:
        return GlanceCell((GlanceValue(self.words.say("made", "not_stated")),), stated=False)

    @property
    def _under_pdpa(self) -> bool:
        return "pdpa" in self.facts.regimes

    def _fragment(self, prefix: str, id: str) -> str:
        return self.fragments.get(f"{prefix}-{id}", "")

    def _fields(self, *keys: str) -> tuple[str, ...]:
        return tuple(self.words.say("field", key) for key in keys)

    def _say(self, key: str, **slots: object) -> str:
        return self.words.say("glance", key, **slots)


def _leaves(item: DataItem) -> Iterator[DataItem]:
    """The items of a group at any depth; a group inside it that has no items stands for itself."""
    for inner in item.items:
        if inner.items:
            yield from _leaves(inner)
        else:
            yield inner
