"""Findings as annotations of a pull request: the workflow commands that GitHub Actions reads from a job's output."""

from collections.abc import Sequence

from policygen.diagnostics import Diagnostic, in_order

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(findings: Sequence[Diagnostic], language: str) -> str:
    """One line for each finding in `language`, in the order of their places; empty where there is none."""
    return "".join(_line(one, language) for one in in_order(findings))


def _line(one: Diagnostic, language: str) -> str:
    place = one.place
    where = {"file": place.path}
    if place.line:
        where |= {"line": str(place.line), "col": str(place.column), "endColumn": str(place.end_column)}
    properties = ",".join(f"{key}={_property(value)}" for key, value in (where | {"title": one.rule}).items())
    said = [one.message.in_language(language)] + ([one.hint.in_language(language)] if one.hint else [])
    return f"::{_COMMANDS[one.severity]} {properties}::{_data(chr(10).join(said))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
