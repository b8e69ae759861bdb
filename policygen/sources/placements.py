"""The line that places a register in prose: `::: purposes {only="a b" as="details"}`."""

import re
from collections.abc import Iterator
from typing import cast, get_args

from policygen.diagnostics import Diagnostic
from policygen.diagnostics.text_file import Excerpt
from policygen.model.document import Layout, RegisterName
from policygen.model.policy import Placement
from policygen.sources import prose_problems as problems

FENCE = ":::"
REGISTERS: tuple[str, ...] = get_args(RegisterName)
LAYOUTS: tuple[str, ...] = get_args(Layout)
# Longer lines are not read: the pattern would take minutes for 60 KB of spaces.
_MAX_LINE = 2000
_OPENING = re.compile(r":{3,}\s*([^\s{]*)\s*(?:\{([^{}]*)\})?$")
_OPTION = re.compile(r"\s*([A-Za-z_-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")


def read_placement(line: Excerpt) -> tuple[Placement | None, list[Diagnostic]]:
    """The placement that a line opens, None where no register can be told, and what is wrong with it."""
    match = _OPENING.match(line.text) if len(line.text) <= _MAX_LINE else None
    if match is None:
        return None, [problems.placement_options(line.place())]
    name = match[1]
    if name not in REGISTERS:
        return None, [problems.placement_name(line.place(match.start(1), match.end(1)), name, REGISTERS)]
    options: dict[str, str] = {}
    found = list(_read_options(line, match, options))
    only = tuple(options["only"].split()) if "only" in options else None
    layout = cast("Layout | None", options.get("as"))
    return Placement(cast("RegisterName", name), line.place(), only, layout), found


def _read_options(line: Excerpt, opening: re.Match[str], options: dict[str, str]) -> Iterator[Diagnostic]:
    at, end = (opening.start(2), opening.end(2)) if opening[2] is not None else (0, 0)
    while line.text[at:end].strip():
        match = _OPTION.match(line.text, at, end)
        if match is None:
            yield problems.placement_options(line.place(at, end))
            return
        at = match.end()
        name, value = match[1], match[2] or match[3] or match[4] or ""
        place = line.place(match.start(1), match.end())
        if name not in ("only", "as"):
            yield problems.placement_option(place, name, ("only", "as"))
        elif name == "as" and value not in LAYOUTS:
            yield problems.placement_option(place, value, LAYOUTS)
        elif name == "only" and not value.strip():
            yield problems.placement_options(place)
        else:
            options[name] = value
