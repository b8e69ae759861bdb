"""What a rule wants, why, and an example, as text for a terminal."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from policygen.checks.pages import page_of
from policygen.checks.rule import Rule
from policygen.text.dates import date_in_words

_EXAMPLE = {"th": "ตัวอย่าง (ใน ⟦ ⟧ คือสิ่งที่กฎพบ)", "en": "Example (in ⟦ ⟧ is what the rule finds)"}
_SEVERITY = {
    "th": {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "info": "ข้อสังเกต"},
    "en": {"error": "error", "warning": "warning", "info": "note"},
}
_BINDS = {"th": "บังคับตั้งแต่", "en": "binds from"}
_FENCE = re.compile(r"^```\w+ (?P<file>\S+)[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def explanation(name: str, rules: Sequence[Rule], language: str) -> str | None:
    """The page of the rule of that name in `language`, None where there is no such rule.

    What loading and publishing tell has no page: a line says what is wrong.
    """
    rule = next((one for one in rules if one.name == name), None)
    if rule is not None:
        return "\n\n".join((*_head(rule, language), *_page(rule, language)))
    told = _told_in_a_line().get(name)
    return None if told is None else _line(name, told, language)


def explained(rules: Sequence[Rule]) -> tuple[str, ...]:
    """The names that can be explained, in order."""
    return (*(rule.name for rule in rules), *_told_in_a_line())


@cache
def _told_in_a_line() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("policygen.checks").joinpath("loading.toml").read_text("utf-8"))


def _line(name: str, told: dict[str, Any], language: str) -> str:
    severity = ", ".join(_SEVERITY[language][level] for level in told["severity"])
    return f"{name} · {severity}\n\n{told[language]}"


def _head(rule: Rule, language: str) -> list[str]:
    told = [rule.name, _SEVERITY[language][rule.severity]]
    if rule.reference:
        told.append(rule.reference)
    if rule.applies_from:
        told.append(f"{_BINDS[language]} {date_in_words(rule.applies_from, language)}")
    return [" · ".join(told), rule.title.in_language(language)]


def _page(rule: Rule, language: str) -> list[str]:
    page = page_of(rule)
    text = re.sub(r"^### (.*)$", r"[\1]", page.parts[language], flags=re.MULTILINE)
    example = "\n\n".join(f"{block['file']}\n{_indented(block['text'])}" for block in _first_example(page.cases))
    return [text, f"[{_EXAMPLE[language]}]", example]


def _first_example(cases: str) -> list[re.Match[str]]:
    """The blocks of the first case in which something is found."""
    marked = next((case for case in f"\n{cases}".split("\n### ") if "⟦" in case), "")
    return list(_FENCE.finditer(marked))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.rstrip("\n").split("\n"))
