"""A comparison as the JSON object of the contract."""

from typing import Any

from policygen.exports.comparison import Comparison, Named
from policygen.exports.redline_as_json import comparison_as_json as redline_as_json
from policygen.model.event import ChangeEvent, event_as_json


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """The object that `diff POLICY … --format json` prints."""
    old, new = _named(comparison.old), _named(comparison.new)
    whole = redline_as_json(comparison.redline, comparison.address, old, new, comparison.locale)
    return {**whole, "events": [_event(event) for event in comparison.events], "notice": comparison.notice}


def _named(named: Named) -> dict[str, Any]:
    return {"label": named.label, "digest": named.digest}


def _event(event: ChangeEvent) -> dict[str, Any]:
    return {**event_as_json(event), "reference": event.reference}
