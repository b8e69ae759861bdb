"""Markdown that a policy does not have, at the start of a line: told, and shown as typed."""

import re
from collections.abc import Iterator

from policygen.diagnostics import Diagnostic
from policygen.diagnostics.text_file import Excerpt
from policygen.sources import prose_problems as problems
from policygen.sources.clauses import glued_number

_GLUED_HEADING = re.compile(r"#{3,6}(?:[^#\s]|$)")
RULE_LINE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
CODE = re.compile(r"`{3,}|~{3,}")
_DEFINITION = re.compile(r"\[[^\]]{1,200}\]:\s")


def slips_of(text: Excerpt) -> Iterator[Diagnostic]:
    """What is told of a line by itself."""
    for pattern, problem in (
        (_GLUED_HEADING, problems.heading_space),
        (CODE, problems.code_fence),
        (_DEFINITION, problems.link_definition),
    ):
        if pattern.match(text.text):
            yield problem(text.place())
    if glued_number(text.text):
        yield problems.clause_space(text.place())
    if RULE_LINE.match(text.text):
        yield problems.rule_line(text.place())
    if text.text.startswith(">"):
        yield problems.block_quote(text.place(0, 1))
