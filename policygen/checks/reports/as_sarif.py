"""Findings as SARIF 2.1.0, the form that code hosts and editors read."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from policygen import __version__
from policygen.checks.pages import page_of
from policygen.checks.rule import Rule
from policygen.diagnostics import Diagnostic, in_order

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(findings: Sequence[Diagnostic], rules: Sequence[Rule], language: str) -> str:
    """One run with every finding, its messages in `language`, ending in a newline.

    `rules` are described where something was found; a finding of another rule, such as one of the loader's, has its
    name alone. Both languages stand in each result's properties.
    """
    found = in_order(findings)
    names = sorted({one.rule for one in found})
    known = {rule.name: rule for rule in rules}
    driver = {
        "name": "policygen",
        "version": __version__,
        "rules": [_rule(name, known.get(name), language) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, names.index(one.rule), language) for one in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, rule: Rule | None, language: str) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    page = page_of(rule).parts[language]
    return {
        "id": name,
        "shortDescription": {"text": rule.title.in_language(language)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Diagnostic, index: int, language: str) -> dict[str, Any]:
    said = [one.message.in_language(language)] + ([one.hint.in_language(language)] if one.hint else [])
    both = {"th": one.message.th, "en": one.message.en}
    told = {"policy": one.policy, "locale": one.locale, "reference": one.reference}
    return {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": "\n".join(said)},
        "locations": [{"physicalLocation": _location(one)}],
        "properties": {"messages": both, **{key: value for key, value in told.items() if value}},
    }


def _location(one: Diagnostic) -> dict[str, Any]:
    place = one.place
    artifact: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if not place.line:
        return artifact
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.end_column}
    return {**artifact, "region": {**region, "snippet": {"text": place.source}}}
