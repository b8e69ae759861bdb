"""A redline as text, in signs that need no colour.

`[-removed-]` `{+added+}`, moved `[<from<]` `{>to>}`, and of spacing only `[~removed~]` `{~added~}`.
"""

from collections.abc import Iterator
from typing import TypeVar

from policygen.diff.redline import NEW_OPS, Pair, Redline, TextRun, TextRuns
from policygen.exports.redline_as_json import Address
from policygen.text.catalog import catalog

P = TypeVar("P")
_SIGNS = {
    "equal": ("", ""),
    "delete": ("[-", "-]"),
    "insert": ("{+", "+}"),
    "moved_from": ("[<", "<]"),
    "moved_to": ("{>", ">}"),
}
_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def redline_as_text(redline: Redline[P], address: Address[P], language: str, *, colour: bool = False) -> str:
    """The parts that changed, each under the place where it was and is; the signs stay where colours are added."""
    changed = (pair for pair in redline.pairs if pair.op != "same")
    return "".join(line for pair in changed for line in _pair_lines(pair, address, language, colour))


def change_words(pair: Pair[P], language: str) -> str:
    """What became of a part, in words."""
    words = catalog(language)["redline"]
    spaces = all(run.spacing for run in pair.runs if run.op != "equal")
    return words["spacing"] if pair.op == "edited" and spaces else words[pair.op]


def _pair_lines(pair: Pair[P], address: Address[P], language: str, colour: bool) -> Iterator[str]:
    old, new = (address(parts) if parts else "–" for parts in (pair.old, pair.new))
    yield f"{change_words(pair, language)}: {old} → {new}\n"
    yield runs_as_text(pair.runs, colour=colour) + "\n\n"


def runs_as_text(runs: TextRuns, *, colour: bool = False) -> str:
    """The runs as one text with signs around what changed."""
    return "".join(_marked(run, colour) for run in runs)


def _marked(run: TextRun, colour: bool) -> str:
    before, after = _SIGNS[run.op]
    if run.spacing:
        before, after = f"{before[0]}~", f"~{after[-1]}"
    if run.op == "equal" or not colour:
        return f"{before}{run.text}{after}"
    return f"{_GREEN if run.op in NEW_OPS else _RED}{before}{run.text}{after}{_PLAIN}"
