"""The facts of an entry as labelled lines, "not stated in this policy" included."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policygen.model.document import Field, Run, Runs
from policygen.model.facts import (
    NOT_STATED,
    Cookie,
    Criterion,
    DataItem,
    Facts,
    LocalText,
    NotStated,
    Period,
    Purpose,
    Recipient,
    Retention,
    Right,
    Stated,
    Tool,
    TransferGround,
)
from policygen.text.catalog import catalog
from policygen.text.countries import country_name
from policygen.text.durations import duration_in_words

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class FactLines:
    """Makes fact lines in one locale; names of entries are looked up in `facts`."""

    facts: Facts
    locale: str

    def data_item(self, item: DataItem) -> tuple[Field, ...]:
        """Sensitive or not, from whom, must it be given, and what happens if not."""
        return (
            self._line("sensitive", item.sensitive, self._word("sensitive")),
            self._line("source", item.source, self._listed("source")),
            self._line("required", item.required, self._word("required")),
            *self._if_stated("refusal", item.refusal, self._text),
        )

    def purpose(self, purpose: Purpose) -> tuple[Field, ...]:
        """Lawful basis, data, retention, direct marketing."""
        return (
            self._line("basis", purpose.basis, self._bases),
            *self._if_stated("basis_detail", purpose.basis_detail, self._text),
            *self._if_stated("sensitive_basis", purpose.sensitive_basis, self._listed("sensitive_basis")),
            self._line("data", purpose.data, self._names("data")),
            self._retention(purpose.retention),
            self._line("direct_marketing", purpose.direct_marketing, self._yes_or_no),
        )

    def tool(self, tool: Tool) -> tuple[Field, ...]:
        """Provider, country, data, purposes, technologies, cookies and links."""
        return (
            self._line("provider", tool.provider, self._text),
            *self._destination(tool.countries, tool.transfer),
            self._line("data", tool.data, self._names("data")),
            self._line("purposes", tool.purposes, self._names("purposes")),
            *self._if_stated("technologies", tool.technologies, self._listed("technology")),
            *self._if_stated("cookies", tool.cookies or NOT_STATED, self._cookies),
            *(
                line
                for key in ("opt_out", "privacy_url", "cookie_url", "processing_url")
                for line in self._if_stated(key, getattr(tool, key), _link)
            ),
        )

    def recipient(self, recipient: Recipient) -> tuple[Field, ...]:
        """Country and ground, data, purposes."""
        return (
            *self._destination(recipient.countries, recipient.transfer),
            *self._if_stated("data", recipient.data, self._names("data")),
            self._line("purposes", recipient.purposes, self._names("purposes")),
        )

    def right(self, right: Right) -> tuple[Field, ...]:
        """How to use it, and by when it is answered."""
        return (
            self._line("how", right.how, self._text),
            self._line("time_limit", right.time_limit, self._duration),
        )

    def _destination(
        self, countries: Stated[tuple[str, ...]], transfer: Stated[tuple[TransferGround, ...]]
    ) -> tuple[Field, ...]:
        """Country, and the ground of the transfer unless the data stays in Thailand."""
        country = self._line("country", countries, self._countries)
        at_home = countries == ("TH",) and transfer is NOT_STATED
        return (country,) if at_home else (country, self._line("transfer", transfer, self._listed("transfer")))

    def _line(self, key: str, value: Stated[_T], words: Callable[[_T], Runs]) -> Field:
        said = self._made("not_stated") if isinstance(value, NotStated) else words(value)
        return self._field(key, said)

    def _field(self, key: str, said: Runs) -> Field:
        return Field((Run(catalog(self.locale)["field"][key]),), said)

    def _if_stated(self, key: str, value: Stated[_T], words: Callable[[_T], Runs]) -> tuple[Field, ...]:
        return () if isinstance(value, NotStated) else (self._line(key, value, words),)

    def _made(self, key: str) -> Runs:
        return (Run(catalog(self.locale)["made"][key]),)

    def _text(self, text: LocalText) -> Runs:
        runs = text.runs(self.locale)
        return self._made("untranslated") if runs is None else runs

    def _word(self, table: str) -> Callable[[str], Runs]:
        return lambda key: (Run(catalog(self.locale)[table][key]),)

    def _listed(self, table: str) -> Callable[[Sequence[str]], Runs]:
        return lambda keys: self._joined([(Run(catalog(self.locale)[table][key]),) for key in keys])

    def _bases(self, bases: Sequence[str]) -> Runs:
        words = catalog(self.locale)
        return self._joined([(Run(f"{words['basis'][key]} ({words['basis_reference'][key]})"),) for key in bases])

    def _names(self, register: str) -> Callable[[Sequence[str]], Runs]:
        names = {entry.id: entry for entry in _all_entries(getattr(self.facts, register))}
        prefix = {"data": "data", "purposes": "purpose"}[register]
        # An id that is in no register was told when the sources were read.
        return lambda ids: self._joined([self._name(names[id], f"{prefix}:{id}") for id in ids if id in names])

    def _name(self, entry: DataItem | Purpose, ref: str) -> Runs:
        name = entry.name or (entry.text if isinstance(entry, Purpose) else None)
        assert name is not None
        return tuple(Run(run.text, run.strong, run.emphasis, ref=ref) for run in self._text(name))

    def _joined(self, parts: Sequence[Runs]) -> Runs:
        separator = Run(catalog(self.locale)["made"]["list_separator"])
        runs: list[Run] = []
        for index, part in enumerate(parts):
            runs += [separator, *part] if index else part
        return tuple(runs)

    def _countries(self, countries: Sequence[str]) -> Runs:
        return self._joined([(Run(country_name(country, self.locale)),) for country in countries])

    def _yes_or_no(self, value: bool) -> Runs:
        return self._made("yes" if value else "no")

    def _duration(self, duration: str) -> Runs:
        return (Run(duration_in_words(duration, self.locale)),)

    def _retention(self, retention: Stated[Retention]) -> Field:
        match retention:
            case Period():
                said = self._period(retention)
            case Criterion():
                said = self._text(retention.text)
            case _:
                said = self._made("not_stated")
        return self._field("retention", said)

    def _period(self, period: Period) -> Runs:
        length = self._duration(period.duration)
        return length if isinstance(period.start, NotStated) else (*length, Run(" "), *self._text(period.start))

    def _cookies(self, cookies: Sequence[Cookie]) -> Runs:
        return self._joined([(Run(self._cookie(cookie)),) for cookie in cookies])

    def _cookie(self, cookie: Cookie) -> str:
        if isinstance(cookie.duration, NotStated):
            return cookie.name
        session = cookie.duration == "session"
        made = catalog(self.locale)["made"]
        return f"{cookie.name} ({made['session'] if session else duration_in_words(cookie.duration, self.locale)})"


def _link(address: str) -> Runs:
    return (Run(address, href=address),)


def _all_entries(entries: Sequence[DataItem | Purpose]) -> Sequence[DataItem | Purpose]:
    found: list[DataItem | Purpose] = []
    for entry in entries:
        found.append(entry)
        if isinstance(entry, DataItem):
            found += _all_entries(entry.items)
    return found
