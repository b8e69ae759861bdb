"""A redline as the JSON values of `policygen diff`."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from policygen.diff.redline import Pair, Redline, TextRun, TextRuns

P = TypeVar("P")
Address = Callable[[Sequence[P]], str]
"""Parts in a row as one address."""


def comparison_as_json(
    redline: Redline[P], address: Address[P], old: dict[str, Any], new: dict[str, Any], locale: str
) -> dict[str, Any]:
    """The object that `diff --format json` prints, without events; `old` and `new` are what was compared."""
    return {
        "old": old,
        "new": new,
        "locale": locale,
        "runs": runs_as_json(redline.runs),
        "blocks": blocks_as_json(redline, address),
        "events": [],
        "notice": None,
    }


def blocks_as_json(redline: Redline[P], address: Address[P]) -> list[dict[str, Any]]:
    """The pairs in reading order; a moved one stands once, at its new place, with the runs of both its sides."""
    away = {_parts(pair): pair for pair in redline.pairs if pair.away}
    return [_block(pair, away.get(_parts(pair)), address) for pair in redline.pairs if not pair.away]


def runs_as_json(runs: TextRuns) -> list[dict[str, Any]]:
    """The runs, each with `move` and `spacing` where it has them."""
    return [_run(run) for run in runs]


def line_address(lines: Sequence[int]) -> str:
    """Lines of a plain file as an address: `line/3`, or `line/3-7`."""
    return f"line/{lines[0]}" if len(lines) == 1 else f"line/{lines[0]}-{lines[-1]}"


def _parts(pair: Pair[P]) -> tuple[tuple[P, ...], tuple[P, ...]]:
    return pair.old, pair.new


def _block(pair: Pair[P], away: Pair[P] | None, address: Address[P]) -> dict[str, Any]:
    runs = (*away.runs, *pair.runs) if away else pair.runs
    return {
        "op": pair.op,
        "old": address(pair.old) if pair.old else None,
        "new": address(pair.new) if pair.new else None,
        "runs": runs_as_json(runs),
    }


def _run(run: TextRun) -> dict[str, Any]:
    value: dict[str, Any] = {"op": run.op, "text": run.text}
    if run.move is not None:
        value["move"] = run.move
    if run.spacing:
        value["spacing"] = True
    return value
