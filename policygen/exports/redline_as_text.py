"""A redline as text, in signs that need no colour.

`[-removed-]` `{+added+}`, moved `[<from<]` `{>to>}`, and of spacing only `[~removed~]` `{~added~}`.
"""

from collections.abc import Iterator

from policygen.diff.redline import Pair, Redline, TextRun, TextRuns
from policygen.exports.redline_as_json import line_address

_SIGNS = {
    "equal": ("", ""),
    "delete": ("[-", "-]"),
    "insert": ("{+", "+}"),
    "moved_from": ("[<", "<]"),
    "moved_to": ("{>", ">}"),
}


def redline_as_text(redline: Redline[int]) -> str:
    """The lines that changed, each under the place where it was and is."""
    return "".join(line for pair in redline.pairs if pair.op != "same" for line in _pair_lines(pair))


def _pair_lines(pair: Pair[int]) -> Iterator[str]:
    old, new = (line_address(lines) if lines else "–" for lines in (pair.old, pair.new))
    yield f"{pair.op}: {old} → {new}\n"
    yield runs_as_text(pair.runs) + "\n\n"


def runs_as_text(runs: TextRuns) -> str:
    """The runs as one text with signs around what changed."""
    return "".join(map(_marked, runs))


def _marked(run: TextRun) -> str:
    before, after = _SIGNS[run.op]
    if run.spacing:
        before, after = f"{before[0]}~", f"~{after[-1]}"
    return f"{before}{run.text}{after}"
