"""Facts as JSON values and back, from one table of forms: a member for each field of each class of fact.

A field that has its default value is left out, so a fact that is not there is not stated.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from policygen.model.facts import (
    ContactChannel,
    ContactKind,
    Controller,
    Cookie,
    Criterion,
    DataItem,
    DataSource,
    Definition,
    Facts,
    LawfulBasis,
    NotRequired,
    Party,
    Period,
    Purpose,
    Recipient,
    Regime,
    Required,
    Right,
    SensitiveBasis,
    SensitiveKind,
    StatutoryRight,
    Tool,
    TransferGround,
)
from policygen.model.runs_codec import decode_local, decode_url, encode_local

Locales = Sequence[str]


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of value is written, and read back (in the order of the locales)."""

    write: Callable[[Any], Any]
    read: Callable[[Any, Locales], Any]


def encode_facts(facts: Facts, locales: Locales) -> dict[str, Any]:
    """The facts as one object, with the order of the edition's `locales` among them."""
    return {"locales": list(locales), **_write_members(facts)}


def decode_facts(data: Mapping[str, Any]) -> Facts:
    """The facts; raises KeyError, TypeError or ValueError where `data` are none."""
    facts = _read_members(Facts, data, data["locales"])
    assert isinstance(facts, Facts)
    return facts


def _write_members(value: Any) -> dict[str, Any]:
    defaults = _DEFAULTS[type(value)]
    members = ((name, form, getattr(value, name)) for name, form in _FORMS[type(value)].items())
    return {name: form.write(member) for name, form, member in members if member != defaults[name]}


def _read_members(kind: type, data: Mapping[str, Any], locales: Locales) -> Any:
    forms = _FORMS[kind]
    return kind(**{name: form.read(data[name], locales) for name, form in forms.items() if name in data})


# One form for each kind of value.


def _read_text(data: Any, _: Locales) -> str:
    if not isinstance(data, str):
        raise TypeError(f"not a text: {data!r:.60}")
    return data


def _read_flag(data: Any, _: Locales) -> bool:
    if not isinstance(data, bool):
        raise TypeError(f"neither true nor false: {data!r:.60}")
    return data


def _choice(*words: str) -> Form:
    allowed = frozenset(words)

    def read(data: Any, _: Locales) -> Any:
        if data not in allowed:
            raise ValueError(f"{data!r:.60} is none of {sorted(allowed)}")
        return data

    return Form(lambda value: value, read)


def _list(form: Form) -> Form:
    return Form(
        lambda values: [form.write(value) for value in values],
        lambda data, locales: tuple([form.read(one, locales) for one in data]),
    )


def _pairs(form: Form) -> Form:
    """Pairs whose order counts: `[["purpose-billing", "purposes"], …]`."""
    return Form(
        lambda pairs: [[key, form.write(value)] for key, value in pairs],
        lambda data, locales: tuple([(_read_text(key, locales), form.read(v, locales)) for key, v in data]),
    )


def _by_locale(form: Form) -> Form:
    def read(data: Any, locales: Locales) -> Any:
        order = [*locales, *sorted(data.keys() - set(locales))]
        return tuple([(locale, form.read(data[locale], locales)) for locale in order if locale in data])

    return Form(lambda pairs: {locale: form.write(value) for locale, value in pairs}, read)


def _object(kind: type) -> Form:
    return Form(_write_members, lambda data, locales: _read_members(kind, data, locales))


def _either(**kinds: type) -> Form:
    """One of several classes, told apart by a member that only one of them has; the last is for all others."""
    *marked, (_, last) = kinds.items()

    def read(data: Any, locales: Locales) -> Any:
        kind = next((kind for member, kind in marked if member in data), last)
        return _read_members(kind, data, locales)

    return Form(_write_members, read)


_TEXT = Form(lambda value: value, _read_text)
_URL = Form(lambda value: value, lambda data, _: decode_url(data))
_FLAG = Form(lambda value: value, _read_flag)
_LOCAL = Form(encode_local, decode_local)
_TEXTS = _list(_TEXT)
_TRANSFER = _list(_choice(*get_args(TransferGround)))
_PARTY = _either(because=NotRequired, name=Party)

# The forms of every class, field by field in the order of the class; the test of the codec knows if one is missing.
_FORMS: dict[type, dict[str, Form]] = {
    Definition: {"id": _TEXT, "term": _LOCAL, "meaning": _LOCAL, "variants": _by_locale(_TEXTS)},
    DataItem: {
        "id": _TEXT,
        "name": _LOCAL,
        "group": _FLAG,
        "items": _list(_object(DataItem)),
        "sensitive": _choice("no", *get_args(SensitiveKind)),
        "source": _list(_choice(*get_args(DataSource))),
        "required": _choice(*get_args(Required)),
        "refusal": _LOCAL,
    },
    Period: {"duration": _TEXT, "start": _LOCAL},
    Criterion: {"text": _LOCAL},
    Purpose: {
        "id": _TEXT,
        "text": _LOCAL,
        "name": _LOCAL,
        "basis": _list(_choice(*get_args(LawfulBasis))),
        "basis_detail": _LOCAL,
        "sensitive_basis": _list(_choice(*get_args(SensitiveBasis))),
        "data": _TEXTS,
        "retention": _either(duration=Period, text=Criterion),
        "direct_marketing": _FLAG,
    },
    Cookie: {"name": _TEXT, "duration": _TEXT, "purpose": _LOCAL},
    Tool: {
        "id": _TEXT,
        "name": _LOCAL,
        "text": _LOCAL,
        "provider": _LOCAL,
        "countries": _TEXTS,
        "data": _TEXTS,
        "purposes": _TEXTS,
        "transfer": _TRANSFER,
        "opt_out": _URL,
        "privacy_url": _URL,
        "cookie_url": _URL,
        "processing_url": _URL,
        "technologies": _TEXTS,
        "cookies": _list(_object(Cookie)),
    },
    Recipient: {
        "id": _TEXT,
        "name": _LOCAL,
        "kind": _choice("category", "named"),
        "text": _LOCAL,
        "countries": _TEXTS,
        "data": _TEXTS,
        "purposes": _TEXTS,
        "transfer": _TRANSFER,
    },
    Right: {
        "id": _TEXT,
        "right": _choice(*get_args(StatutoryRight)),
        "text": _LOCAL,
        "how": _LOCAL,
        "time_limit": _TEXT,
    },
    ContactChannel: {
        "id": _TEXT,
        "kind": _choice(*get_args(ContactKind)),
        "label": _LOCAL,
        "value": _LOCAL,
        "opens": _URL,
    },
    Party: {"name": _LOCAL, "address": _LOCAL, "email": _TEXT, "phone": _TEXT},
    NotRequired: {"because": _LOCAL},
    Controller: {
        "name": _LOCAL,
        "short_names": _by_locale(_TEXTS),
        "address": _LOCAL,
        "registration": _TEXT,
        "website": _URL,
        "email": _TEXT,
        "phone": _TEXT,
        "representative": _PARTY,
        "dpo": _PARTY,
    },
    Facts: {
        "controller": _object(Controller),
        "authoritative": _TEXT,
        "regimes": _list(_choice(*get_args(Regime))),
        "definitions": _list(_object(Definition)),
        "data": _list(_object(DataItem)),
        "purposes": _list(_object(Purpose)),
        "tools": _list(_object(Tool)),
        "recipients": _list(_object(Recipient)),
        "rights": _list(_object(Right)),
        "contacts": _list(_object(ContactChannel)),
        "names": _TEXTS,
        "places": _pairs(_TEXT),
        "was": _pairs(_TEXTS),
    },
}
_DEFAULTS = {kind: {field.name: field.default for field in dataclasses.fields(kind)} for kind in _FORMS}
