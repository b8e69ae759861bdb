"""A redline of two plain files as text, in signs that need no colour: `[-removed-]` and `{+added+}`."""

from collections.abc import Iterator

from policygen.diff.redline import Pair, Redline, TextRun
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
    yield "".join(map(_marked, pair.runs)) + "\n\n"


def _marked(run: TextRun) -> str:
    before, after = _SIGNS[run.op]
    return f"{before}{run.text}{after}"
