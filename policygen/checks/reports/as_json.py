"""Findings as the JSON of the contract."""

import json
from collections.abc import Sequence
from typing import Any

from policygen.diagnostics import Bilingual, Diagnostic, in_order


def as_json(findings: Sequence[Diagnostic]) -> str:
    """One list with an object for each finding, in the order of their places, ending in a newline."""
    return json.dumps([_finding(one) for one in in_order(findings)], ensure_ascii=False, indent=2) + "\n"


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "severity": one.severity,
        "path": one.place.path,
        "line": one.place.line,
        "column": one.place.column,
        "end_column": one.place.end_column,
        "message": _both(one.message),
        "hint": _both(one.hint) if one.hint else None,
        "policy": one.policy,
        "locale": one.locale,
        "reference": one.reference,
    }


def _both(text: Bilingual) -> dict[str, str]:
    return {"th": text.th, "en": text.en}
