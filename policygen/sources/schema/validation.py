"""Checking a file's nodes against its model: every error at once, each at its place."""

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from policygen.diagnostics import Diagnostic, Place
from policygen.sources import schema_problems as problems
from policygen.sources.nodes import Listing, Mapping, Node, Scalar
from policygen.sources.schema.data import Context, data_of
from policygen.sources.urls import SCHEMES


def validated(kind: type[BaseModel], node: Node, locales: tuple[str, ...]) -> tuple[Any, list[Diagnostic]]:
    """The file as `kind` describes it, None where an error stands in the way, and every problem."""
    context = Context(locales)
    data = data_of(node, context.found)
    try:
        value = kind.model_validate(data, context=context)
    except ValidationError as error:
        told = [_problem(node, detail) for detail in error.errors(include_url=False, include_input=False)]
        return None, [*context.found, *told]
    return value, context.found


def _problem(root: Node, error: ErrorDetails) -> Diagnostic:
    loc = error["loc"]
    match error["type"]:
        case "missing":
            return problems.missing(_node_at(root, loc[:-1]).place(), str(loc[-1]), "…")
        case "model_type" | "model_attributes_type" | "dict_type":
            return _wrong_kind(_node_at(root, loc), "mapping")
        case "tuple_type" | "list_type":
            return _wrong_kind(_node_at(root, loc), "list")
        case "too_short":
            return problems.no_entries(_node_at(root, loc).place())
    return _leaf_problem(_node_at(root, loc).place(), error["type"], error.get("ctx", {}))


def _leaf_problem(place: Place, code: str, told: dict[str, Any]) -> Diagnostic:
    given = told.get("given", "")
    match code:
        case "text-expected":
            return problems.wrong_kind(place, given, "text")
        case "word":
            return problems.word(place, given, told["words"].split())
        case "number":
            return problems.number(place, given, told["least"], told["most"])
        case "buddhist-year":
            return problems.buddhist_year(place, given, told["year"])
        case "country":
            return problems.country(place, given)
        case "url" | "web-url":
            schemes = SCHEMES if code == "url" else ("https", "http")
            return problems.url(place, given, " ".join(f"{scheme}:" for scheme in schemes))
        case "locale":
            return problems.locale(place, given, told["locales"].split())
        case "locale-unknown":
            return problems.locale_without_words(place, given, told["known"].split())
        case "time-zone":
            return problems.time_zone(place, given, told["known"].split())
        case "id" | "date" | "duration" | "locale-form" | "email":
            tell = {
                "id": problems.id_form,
                "date": problems.date,
                "duration": problems.duration,
                "locale-form": problems.locale_form,
                "email": problems.email,
            }[code]
            return tell(place, given)
        case "empty" | "empty-list" | "by-locale" | "not-stated":
            tell_place = {
                "empty": problems.no_value,
                "empty-list": problems.empty_list,
                "by-locale": problems.by_locale,
                "not-stated": problems.not_stated_here,
            }[code]
            return tell_place(place)
    return problems.unreadable_value(place)


def _wrong_kind(node: Node, wanted: str) -> Diagnostic:
    given = {Mapping: "mapping", Listing: "list", Scalar: "text"}[type(node)]
    return problems.wrong_kind(node.place(), given, wanted)


def _node_at(root: Node, loc: tuple[int | str, ...]) -> Node:
    """The node that a path of pydantic leads to, as far as it can be followed; tags of unions lead nowhere."""
    node = root
    for step in loc:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step) or node
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node
