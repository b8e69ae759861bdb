"""What changed between two states of one entry, beside its words: bases, periods, countries, links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policygen.diff.events import values
from policygen.diff.events.judging import TextJudge, told_apart
from policygen.diff.events.telling import Subject, Teller
from policygen.model.event import ChangeEvent
from policygen.model.facts import (
    ContactChannel,
    Criterion,
    DataItem,
    NotStated,
    Period,
    Purpose,
    Recipient,
    Retention,
    Right,
    Stated,
    Tool,
)
from policygen.text.durations import days_of

_OBLIGATORY = ("yes", "law", "contract")


@dataclass(frozen=True, slots=True)
class FactChanges:
    """Tells the changed facts of one pair of entries. `items` are the data items of both editions by id.

    Facts that are texts count as changed where they say something else; mended spelling is told with the entry's words.
    """

    teller: Teller
    judge: TextJudge
    items: Mapping[str, DataItem] = field(hash=False)

    def data_item(self, old: DataItem, new: DataItem, subject: Subject) -> Iterator[ChangeEvent]:
        """Sensitive, obligatory, source, effect of refusing."""
        if old.sensitive != new.sensitive:
            yield from self._sensitive(old, new, subject)
        was, now = (item.required in _OBLIGATORY for item in (old, new))
        if was != now:
            type = "data-item-became-obligatory" if now else "data-item-became-voluntary"
            yield self.teller.tell(type, subject, _scalar(old.required), _scalar(new.required))
        if old.source != new.source:
            yield self._listed("data-source-changed", subject, "source", old.source, new.source)
        if told_apart(old.refusal, new.refusal, self.judge):
            before, after = values.text_value(old.refusal), values.text_value(new.refusal)
            yield self.teller.tell("refusal-effect-changed", subject, before, after)

    def _sensitive(self, old: DataItem, new: DataItem, subject: Subject) -> Iterator[ChangeEvent]:
        now = new.sensitive not in ("no", values.NOT_STATED_WORD) and not isinstance(new.sensitive, NotStated)
        was = old.sensitive != "no" and not isinstance(old.sensitive, NotStated)
        before, after = _scalar(old.sensitive), _scalar(new.sensitive)
        if now:
            words = values.catalog_words("sensitive", (after,))
            yield self.teller.tell("data-item-became-sensitive", subject, before, after, words=(None, words))
        elif was:
            yield self.teller.tell("data-item-no-longer-sensitive", subject, before, after)

    def purpose(self, old: Purpose, new: Purpose, subject: Subject) -> Iterator[ChangeEvent]:
        """Basis, data, retention, direct marketing."""
        if old.basis != new.basis:
            yield self._listed("lawful-basis-changed", subject, "basis", old.basis, new.basis)
        if old.sensitive_basis != new.sensitive_basis:
            yield self._listed(
                "sensitive-basis-changed", subject, "sensitive_basis", old.sensitive_basis, new.sensitive_basis
            )
        yield from self._data_used(old, new, subject)
        if self._other_retention(old.retention, new.retention):
            yield self._retention(old.retention, new.retention, subject)
        if (old.direct_marketing is True) != (new.direct_marketing is True):
            type = "direct-marketing-began" if new.direct_marketing is True else "direct-marketing-ended"
            yield self.teller.tell(type, subject, _yes_no(old.direct_marketing), _yes_no(new.direct_marketing))

    def _data_used(self, old: Purpose, new: Purpose, subject: Subject) -> Iterator[ChangeEvent]:
        before, after = (_ids(purpose.data) for purpose in (old, new))
        more = [id for id in after if id not in before]
        less = [id for id in before if id not in after]
        if more:
            words = values.entry_words(self.items[id] for id in more)
            yield self.teller.tell("purpose-uses-more-data", subject, None, ", ".join(more), words=(None, words))
        if less:
            words = values.entry_words(self.items[id] for id in less)
            yield self.teller.tell("purpose-uses-less-data", subject, ", ".join(less), None, words=(words, None))

    def _other_retention(self, old: Stated[Retention], new: Stated[Retention]) -> bool:
        match old, new:
            case Period(), Period():
                return old.duration != new.duration or told_apart(old.start, new.start, self.judge)
            case Criterion(), Criterion():
                return told_apart(old.text, new.text, self.judge)
            case _:
                return old != new

    def _retention(self, old: Stated[Retention], new: Stated[Retention], subject: Subject) -> ChangeEvent:
        words = (values.retention_words(old), values.retention_words(new))
        before, after = values.retention_value(old), values.retention_value(new)
        return self.teller.tell(retention_change(old, new), subject, before, after, words=words)

    def tool(self, old: Tool, new: Tool, subject: Subject) -> Iterator[ChangeEvent]:
        """Provider, countries, ground, uses, technologies, links."""
        if old.provider != new.provider:
            yield self._texts("provider-changed", subject, old.provider, new.provider)
        yield from self._countries("tool", old.countries, new.countries, subject)
        if old.transfer != new.transfer:
            yield self._listed("transfer-ground-changed", subject, "transfer", old.transfer, new.transfer)
        if (old.data, old.purposes) != (new.data, new.purposes):
            yield self._uses(old, new, subject)
        if (old.technologies, old.cookies) != (new.technologies, new.cookies):
            before, after = (values.listed(tool.technologies) for tool in (old, new))
            yield self.teller.tell("technologies-changed", subject, before, after)
        yield from self._link("opt-out", old.opt_out, new.opt_out, subject)
        for name in ("privacy_url", "cookie_url", "processing_url"):
            yield from self._link("policy-url", getattr(old, name), getattr(new, name), subject)

    def recipient(self, old: Recipient, new: Recipient, subject: Subject) -> Iterator[ChangeEvent]:
        """Countries, ground, uses."""
        yield from self._countries("recipient", old.countries, new.countries, subject)
        if old.transfer != new.transfer:
            yield self._listed("transfer-ground-changed", subject, "transfer", old.transfer, new.transfer)
        if (old.data, old.purposes) != (new.data, new.purposes):
            yield self._uses(old, new, subject)

    def right(self, old: Right, new: Right, subject: Subject) -> Iterator[ChangeEvent]:
        """How to use it, and its time limit."""
        if told_apart(old.how, new.how, self.judge):
            before, after = values.text_value(old.how), values.text_value(new.how)
            yield self.teller.tell("right-way-changed", subject, before, after)
        if old.time_limit != new.time_limit:
            words = (values.duration_words(old.time_limit), values.duration_words(new.time_limit))
            type = _time_limit_change(old.time_limit, new.time_limit)
            before, after = _scalar(old.time_limit), _scalar(new.time_limit)
            yield self.teller.tell(type, subject, before, after, words=words)

    def contact(self, old: ContactChannel, new: ContactChannel, subject: Subject) -> Iterator[ChangeEvent]:
        """Where it leads."""
        if old.opens != new.opens:
            yield self.teller.tell("contact-address-changed", subject, _scalar(old.opens), _scalar(new.opens))

    def _countries(
        self, kind: str, old: Stated[Sequence[str]], new: Stated[Sequence[str]], subject: Subject
    ) -> Iterator[ChangeEvent]:
        before, after = _ids(old), _ids(new)
        more = [country for country in after if country not in before]
        less = [country for country in before if country not in after]
        if more:
            words = values.country_words(more)
            yield self.teller.tell(f"{kind}-in-new-country", subject, None, ", ".join(more), words=(None, words))
        if less:
            words = values.country_words(less)
            yield self.teller.tell(f"{kind}-left-country", subject, ", ".join(less), None, words=(words, None))

    def _link(self, kind: str, old: Stated[str], new: Stated[str], subject: Subject) -> Iterator[ChangeEvent]:
        if old != new:
            what = "added" if isinstance(old, NotStated) else "removed" if isinstance(new, NotStated) else "changed"
            yield self.teller.tell(f"{kind}-{what}", subject, _scalar(old), _scalar(new))

    def _uses(self, old: Tool | Recipient, new: Tool | Recipient, subject: Subject) -> ChangeEvent:
        before, after = (f"{values.listed(entry.data)}; {values.listed(entry.purposes)}" for entry in (old, new))
        return self.teller.tell("uses-changed", subject, before, after)

    def _listed(
        self, type: str, subject: Subject, table: str, old: Stated[Sequence[str]], new: Stated[Sequence[str]]
    ) -> ChangeEvent:
        words = (values.catalog_words(table, old), values.catalog_words(table, new))
        return self.teller.tell(type, subject, values.listed(old), values.listed(new), words=words)

    def _texts(self, type: str, subject: Subject, old: object, new: object) -> ChangeEvent:
        before, after = values.text_value(old), values.text_value(new)  # type: ignore[arg-type]
        words = (values.text_words(old), values.text_words(new))  # type: ignore[arg-type]
        return self.teller.tell(type, subject, before, after, words=words)


def retention_change(old: Stated[Retention], new: Stated[Retention]) -> str:
    """The type of event that a changed retention is.

    A period that gives way to a criterion or to silence has lost its end; a first period, or a first criterion after
    silence, states it. Two periods of one length, or two criteria, changed in some other way.
    """
    match old, new:
        case Period(), Period():
            before, after = days_of(old.duration), days_of(new.duration)
            return (
                "retention-changed"
                if before == after
                else "retention-lengthened"
                if after > before
                else "retention-shortened"
            )
        case Period(), _:
            return "retention-made-open-ended"
        case _, Period():
            return "retention-stated"
        case NotStated(), _:
            return "retention-stated"
        case _, NotStated():
            return "retention-made-open-ended"
        case _:
            return "retention-changed"


def _time_limit_change(old: Stated[str], new: Stated[str]) -> str:
    if isinstance(old, NotStated):
        return "time-limit-stated"
    if isinstance(new, NotStated):
        return "time-limit-removed"
    return "time-limit-longer" if days_of(new) > days_of(old) else "time-limit-shorter"


def _scalar(value: Stated[str]) -> str:
    return values.NOT_STATED_WORD if isinstance(value, NotStated) else value


def _yes_no(value: Stated[bool]) -> str:
    return values.NOT_STATED_WORD if isinstance(value, NotStated) else "yes" if value else "no"


def _ids(value: Stated[Sequence[str]]) -> tuple[str, ...]:
    return () if isinstance(value, NotStated) else tuple(value)
