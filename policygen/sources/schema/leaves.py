"""The values of the sources: ids, words, texts, dates, URLs. Each is read from text, and knows its JSON Schema."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from policygen.model.facts import NOT_STATED, NotStated
from policygen.sources import schema_problems as problems
from policygen.sources.identifiers import ID_PATTERN, LOCALE_PATTERN, MAX_ID, is_id
from policygen.sources.nodes import Scalar
from policygen.sources.schema.data import Context, Data, lost_in_comment
from policygen.sources.urls import SCHEMES, refusal
from policygen.text.countries import ABROAD, countries
from policygen.text.durations import parse_duration

_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
T = TypeVar("T")
JsonSchema = dict[str, Any]
# Editors read YAML's own types: a telephone number is a number to them.
_ANY_SCALAR: JsonSchema = {"type": ["string", "number", "boolean"]}
_LATEST_YEAR = 2400
"""A year after this is a year of the Buddhist era (2562), written by mistake."""


def refuse(code: str, **told: object) -> PydanticCustomError:
    """The error for a value that cannot be; `schema_problems` has its words."""
    return PydanticCustomError(code, "{code}", {"code": code, **told})


# eq=False: pydantic hashes it, and a JSON Schema has no hash.
@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A value that is read from one scalar."""

    read: Callable[[Scalar], object]
    schema: JsonSchema

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return dict(self.schema)

    def _read(self, given: object) -> object:
        return self.read(scalar_of(given))


def scalar_of(given: object) -> Scalar:
    """The value as one text; an error where it is a mapping or a list."""
    if not isinstance(given, Scalar):
        raise refuse("text-expected", given="mapping" if isinstance(given, dict) else "list")
    return given


def word_of(kind: object, *more: str) -> Leaf:
    """One word of a Literal, and of `more`."""
    words = (*get_args(kind), *more)

    def read(scalar: Scalar) -> str:
        if scalar.value not in words:
            raise refuse("word", given=scalar.value, words=" ".join(words))
        return scalar.value

    return Leaf(read, {"enum": list(words)})


def number_of(least: int, most: int) -> Leaf:
    """A whole number in these bounds."""

    def read(scalar: Scalar) -> int:
        digits = scalar.value
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 9 and least <= int(digits) <= most):
            raise refuse("number", given=digits, least=least, most=most)
        return int(digits)

    return Leaf(read, {"type": "integer", "minimum": least, "maximum": most})


def _id(scalar: Scalar) -> Scalar:
    if not is_id(scalar.value):
        raise refuse("id", given=scalar.value)
    return scalar


def _yes_no(scalar: Scalar) -> bool:
    words = {"yes": True, "true": True, "no": False, "false": False}
    if scalar.value not in words:
        raise refuse("word", given=scalar.value, words="yes no")
    return words[scalar.value]


def _date(scalar: Scalar) -> date:
    year = scalar.value[:4]
    if year.isascii() and year.isdigit() and int(year) > _LATEST_YEAR:
        raise refuse("buddhist-year", given=scalar.value, year=int(year) - 543)
    try:
        if not _DAY.fullmatch(scalar.value):  # Python reads weeks (2026-W01-1) too
            raise ValueError
        return date.fromisoformat(scalar.value)
    except ValueError:
        raise refuse("date", given=scalar.value) from None


def _duration(scalar: Scalar) -> str:
    if parse_duration(scalar.value) is None:
        raise refuse("duration", given=scalar.value)
    return scalar.value


def _duration_or_session(scalar: Scalar) -> str:
    return scalar.value if scalar.value == "session" else _duration(scalar)


def _country(scalar: Scalar) -> str:
    if scalar.value != ABROAD and scalar.value not in countries("en"):
        raise refuse("country", given=scalar.value)
    return scalar.value


def _url(scalar: Scalar) -> str:
    if refusal(scalar.value) is not None:
        raise refuse("url", given=scalar.value)
    return scalar.value


def _email(scalar: Scalar) -> str:
    if not _EMAIL.fullmatch(scalar.value):
        raise refuse("email", given=scalar.value)
    return scalar.value


def _web_url(scalar: Scalar) -> str:
    if refusal(scalar.value) is not None or not scalar.value.lower().startswith(("https://", "http://")):
        raise refuse("web-url", given=scalar.value)
    return scalar.value


_DURATION_PATTERN = r"^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$"
Id = Annotated[Scalar, Leaf(_id, {"type": "string", "pattern": ID_PATTERN, "maxLength": MAX_ID})]
YesNo = Annotated[bool, Leaf(_yes_no, {"enum": ["yes", "no", "true", "false", True, False]})]
Date = Annotated[date, Leaf(_date, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
Duration = Annotated[str, Leaf(_duration, {"type": "string", "pattern": _DURATION_PATTERN})]
CookieDuration = Annotated[
    str, Leaf(_duration_or_session, {"anyOf": [{"const": "session"}, {"type": "string", "pattern": _DURATION_PATTERN}]})
]
CountryCode = Annotated[str, Leaf(_country, {"enum": [ABROAD, *countries("en")]})]
_URL_PATTERN = f"^({'|'.join(SCHEMES)}):"
Url = Annotated[str, Leaf(_url, {"type": "string", "pattern": _URL_PATTERN})]
Email = Annotated[str, Leaf(_email, {"type": "string", "format": "email"})]
WebUrl = Annotated[str, Leaf(_web_url, {"type": "string", "pattern": "^https?://"})]


# Texts


# eq=False: pydantic hashes it, and a JSON Schema has no hash.
@dataclass(frozen=True, slots=True, eq=False)
class Free:
    """A value that is read from text of any words, in the light of a context."""

    read: Callable[[object, Context], object]
    schema: JsonSchema

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(lambda given, info: self.read(given, info.context))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return dict(self.schema)


def _words(given: object, context: Context) -> Scalar:
    """A text that is not empty. A comment right after it, where a part of it may be lost, is told."""
    scalar = scalar_of(given)
    if not scalar.value.strip():
        raise refuse("empty")
    if scalar.value == NOT_STATED.value:
        # Else readers would read the word.
        raise refuse("not-stated")
    if scalar.comment is not None:
        context.found.append(lost_in_comment(scalar))
    return scalar


def _line(given: object, context: Context) -> str:
    return " ".join(_words(given, context).value.split("\n")).strip()


def _text(given: object, context: Context) -> Scalar | dict[str, Scalar]:
    if not isinstance(given, Data):
        return _words(given, context)
    return {locale: _words(value, context) for locale, value in _by_locale(given, context)}


def _lists(given: object, context: Context) -> dict[str, tuple[str, ...]]:
    if not isinstance(given, Data):
        raise refuse("by-locale")
    return {
        locale: tuple(_line(item, context) for item in (value if isinstance(value, list) else [value]))
        for locale, value in _by_locale(given, context)
    }


def _by_locale(given: Data, context: Context) -> Iterator[tuple[str, object]]:
    """The values of the site's locales; other keys are told."""
    if not given:
        raise refuse("empty")
    for entry in given.node.entries:
        locale = entry.key.value
        if locale in given and locale in context.locales:
            yield locale, given[locale]
        elif locale in given:
            context.found.append(problems.locale(entry.key.place(), locale, context.locales))


def _locale_key(given: object, context: Context) -> str:
    if given not in context.locales:
        raise refuse("locale", given=given, locales=" ".join(context.locales))
    return str(given)


def _by_locale_schema(value: JsonSchema) -> JsonSchema:
    return {
        "type": "object",
        "properties": {},
        "patternProperties": {LOCALE_PATTERN: value},
        "additionalProperties": False,
    }


_EMPTY_TOO: JsonSchema = {"type": [*_ANY_SCALAR["type"], "null"]}
_TEXT_SCHEMA: JsonSchema = {"anyOf": [_ANY_SCALAR, _by_locale_schema(_EMPTY_TOO)]}
_LISTS_SCHEMA = _by_locale_schema({"anyOf": [_ANY_SCALAR, {"type": "array", "items": _ANY_SCALAR}]})
Text = Annotated[Scalar | dict[str, Scalar], Free(_text, _TEXT_SCHEMA)]
Lists = Annotated[dict[str, tuple[str, ...]], Free(_lists, _LISTS_SCHEMA)]
String = Annotated[str, Free(_line, _ANY_SCALAR)]
Words = Annotated[Scalar, Free(_words, _ANY_SCALAR)]
LocaleKey = Annotated[str, Free(_locale_key, {"type": "string"})]


# What wraps a value


@dataclass(frozen=True, slots=True)
class _StatedMark:
    """`not-stated`, which is read as `absent`, or the value."""

    absent: NotStated | None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = next(kind for kind in get_args(source) if kind not in (NotStated, NoneType))
        return core_schema.no_info_wrap_validator_function(self._read, handler.generate_schema(inner))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return {"anyOf": [{"const": NOT_STATED.value}, handler(schema)]}

    def _read(self, given: object, read: Callable[[object], object]) -> object:
        return self.absent if isinstance(given, Scalar) and given.value == NOT_STATED.value else read(given)


@dataclass(frozen=True, slots=True)
class _ManyMark:
    """One value, or a list of them that is not empty."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}

    def _read(self, given: object) -> object:
        if isinstance(given, list) and not given:
            raise refuse("empty-list")
        return given if isinstance(given, list) else [given]


Stated = Annotated[T | NotStated, _StatedMark(NOT_STATED)]
Perhaps = Annotated[T | None, _StatedMark(None)]
Many = Annotated[tuple[T, ...], _ManyMark()]
