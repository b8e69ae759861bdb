"""Editions as JSON: nothing is lost, canonical bytes are stable, equal sections are the same objects."""

import dataclasses
import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings

from policygen.model import facts_codec
from policygen.model.codec import CodecError, decode_edition, encode_edition
from policygen.model.document import Run
from policygen.model.edition import Edition
from policygen.model.runs_codec import URL_STARTS, decode_runs, encode_runs
from policygen.sources.urls import SCHEMES
from tests.ledger.editions import edition, editions


@settings(max_examples=30)
@given(editions())
def test_an_edition_comes_back_from_its_canonical_json(any_edition: Edition) -> None:
    canonical = rfc8785.dumps(encode_edition(any_edition))
    back = decode_edition(json.loads(canonical))
    assert back == any_edition
    assert rfc8785.dumps(encode_edition(back)) == canonical


def test_every_field_of_every_fact_has_a_form() -> None:
    for kind, forms in facts_codec._FORMS.items():
        assert list(forms) == [field.name for field in dataclasses.fields(kind)]


def test_runs_take_the_shortest_form_that_is_not_another() -> None:
    look = Run("b", strong=True, ref="term:b")
    assert encode_runs((Run("a"),)) == "a"
    assert encode_runs((Run("a"), look)) == ["a", {"text": "b", "strong": True, "ref": "term:b"}]
    for runs in ((), (Run(""),), (look,), (Run("a"), Run("b"))):
        assert decode_runs(encode_runs(runs)) == runs


def test_ledgers_may_link_where_sources_may() -> None:
    assert tuple(f"{scheme}:" for scheme in SCHEMES) == URL_STARTS


def test_sections_that_say_the_same_are_the_same_object() -> None:
    old_data, new_data = encode_edition(edition("ก")), encode_edition(edition("ข"))
    old = decode_edition(old_data)
    new = decode_edition(new_data, old_data, old)
    assert new == decode_edition(new_data)
    assert new.facts is old.facts
    assert new.documents[0].sections[0] is not old.documents[0].sections[0]
    assert new.documents[0].sections[1] is old.documents[0].sections[1]
    assert new.documents[1].sections[0] is old.documents[1].sections[0]
    assert encode_edition(new) != encode_edition(old)


def _broken() -> dict[str, Any]:
    good = encode_edition(edition())
    documents, facts = good["documents"], good["facts"]
    return {
        "empty": {},
        "documents a list": {**good, "documents": []},
        "a locale without a document": {**good, "documents": {"th": documents["th"]}},
        "no sections": {**good, "documents": {**documents, "th": {"title": "x"}}},
        "a number for a text": {**good, "documents": {**documents, "th": {"title": 7, "sections": []}}},
        "no such block": _with_block(good, {"type": "video"}),
        "a script for a link": _with_block(
            good, {"type": "heading", "level": 3, "text": [{"text": "x", "href": " javascript:alert(1)"}]}
        ),
        "a script in the facts": {**good, "facts": {**facts, "tools": [{"id": "x", "name": {}, "opt_out": "data:x"}]}},
        "no such register": _with_block(good, {"type": "register", "register": "x", "layout": "list", "entries": []}),
        "no such regime": {**good, "facts": {**facts, "regimes": ["ccpa"]}},
        "regimes that cannot be": {**good, "facts": {**facts, "regimes": [{}]}},
        "no controller": {**good, "facts": {"locales": ["th"]}},
    }


def _with_block(good: dict[str, Any], block: dict[str, Any]) -> dict[str, Any]:
    section = {"id": "intro", "blocks": [block]}
    return {**good, "documents": {**good["documents"], "th": {"title": "x", "sections": [section]}}}


@pytest.mark.parametrize("case", sorted(_broken()))
def test_what_is_no_edition_is_refused(case: str) -> None:
    with pytest.raises(CodecError):
        decode_edition(_broken()[case])
