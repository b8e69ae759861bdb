"""Events of the controller and of the policy as a whole: who is responsible, which language and law apply."""

from collections.abc import Iterator
from dataclasses import fields

from policygen.diff.events.judging import EDITORIAL, TextJudge, compare_texts
from policygen.diff.events.telling import Subject, Teller
from policygen.diff.events.values import catalog_words, language_words, not_stated, text_value, text_words
from policygen.model.event import ChangeEvent
from policygen.model.facts import Controller, LocalText, NotRequired, NotStated, Party

_NOT_PARTICULARS = ("representative", "dpo", "short_names")


def party_events(teller: Teller, judge: TextJudge) -> Iterator[ChangeEvent]:
    """The controller, its officer and representative, the authoritative locale, the regimes, the stated date."""
    old, new = teller.old.edition.facts, teller.new.edition.facts
    subject = Subject("section:", new.controller.name)
    changed = _changed_particulars(old.controller, new.controller, judge)
    if changed:
        listed = ", ".join(changed)
        name = catalog_words("particular", changed)
        yield teller.tell("controller-changed", Subject("section:", LocalText(())), listed, listed, words=(name, name))
    if _party_changed(old.controller.dpo, new.controller.dpo, judge):
        yield teller.tell("dpo-changed", subject, _party(old.controller.dpo), _party(new.controller.dpo))
    if _party_changed(old.controller.representative, new.controller.representative, judge):
        before, after = _party(old.controller.representative), _party(new.controller.representative)
        yield teller.tell("representative-changed", subject, before, after)
    if old.authoritative != new.authoritative:
        words = (language_words([old.authoritative]), language_words([new.authoritative]))
        before, after = old.authoritative, new.authoritative
        yield teller.tell("authoritative-locale-changed", subject, before, after, words=words)
    if old.regimes != new.regimes:
        words = (catalog_words("regime", old.regimes), catalog_words("regime", new.regimes))
        yield teller.tell("regimes-changed", subject, ", ".join(old.regimes), ", ".join(new.regimes), words=words)
    yield from _stated_date(teller, judge)


def _stated_date(teller: Teller, judge: TextJudge) -> Iterator[ChangeEvent]:
    """The date that a version says of itself; another spelling of the same date is only mended."""
    old, new = teller.old.stated, teller.new.stated
    if old == new:
        return
    if old and new and old.date == new.date:
        change = compare_texts([(old.words, new.words)], judge)
        if change.most in EDITORIAL:
            yield teller.tell(EDITORIAL[change.most], Subject("section:", new.words), locales=change.locales)
            return
    words = tuple(text_words(one.words) if one else not_stated for one in (old, new))
    before, after = (one.date.isoformat() if one else None for one in (old, new))
    yield teller.tell("stated-date-changed", Subject("section:", None), before, after, words=(words[0], words[1]))


def _changed_particulars(old: Controller, new: Controller, judge: TextJudge) -> list[str]:
    names = (field.name for field in fields(Controller) if field.name not in _NOT_PARTICULARS)
    return [name for name in names if _differs(getattr(old, name), getattr(new, name), judge)]


def _differs(old: object, new: object, judge: TextJudge) -> bool:
    """Whether two values differ by more than spacing and spelling."""
    if isinstance(old, LocalText) and isinstance(new, LocalText):
        return compare_texts([(old, new)], judge).most in ("wording", "meaning")
    return old != new


def _party_changed(old: object, new: object, judge: TextJudge) -> bool:
    if isinstance(old, Party) and isinstance(new, Party):
        return any(_differs(getattr(old, field.name), getattr(new, field.name), judge) for field in fields(Party))
    if isinstance(old, NotRequired) and isinstance(new, NotRequired):
        return _differs(old.because, new.because, judge)
    return old != new


def _party(value: Party | NotRequired | NotStated) -> str:
    match value:
        case Party():
            return ", ".join(text_value(getattr(value, field.name)) for field in fields(Party))
        case NotRequired():
            return text_value(value.because)
        case NotStated():
            return "not-stated"
