"""Redlines scored beside the peers: python3 run.py bench diff FOLDER writes docs/benchmarks-diff.md.

FOLDER holds the pairs, the scorer and the peers' stored figures; it is copied, because the scorer writes beside itself.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.timing import machine, timed

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks-diff.md"
PROGRAM = Path(sys.executable).parent / "policygen"
PEERS = ("wikidiff2", "git_regex", "jsdiff_intl_line", "fastdmp_semantic", "redlines", "difflib_newmm", "oracle")
SPACING_KINDS = {"split", "merge", "space-only"}
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Figure:
    """A line of the table: what it tells, on which groups of pairs, and the goal."""

    name: str
    groups: tuple[str, ...]
    goal: str
    value: Callable[[dict[str, Any], Rows], str]


def per_cent(key: str) -> Callable[[dict[str, Any], Rows], str]:
    """A share of the scorer's as per cent."""
    return lambda sums, _: "–" if sums.get(key) is None else f"{100 * sums[key]:.1f}"


def number(key: str) -> Callable[[dict[str, Any], Rows], str]:
    """A number of the scorer's."""
    return lambda sums, _: "–" if sums.get(key) is None else f"{sums[key]:.2f}"


def milliseconds(share: float) -> Callable[[dict[str, Any], Rows], str]:
    """The time that so large a share of the pairs does not exceed."""

    def value(_sums: dict[str, Any], rows: Rows) -> str:
        times = sorted(row["ms"] for row in rows if row.get("ms"))
        return f"{times[min(len(times) - 1, int(share * len(times)))]:.2f}" if times else "–"

    return value


def marked(_sums: dict[str, Any], rows: Rows) -> str:
    """How many characters are marked."""
    return str(sum(row["marked"] for row in rows))


THAI, ENGLISH, MADE_THAI, MADE_ENGLISH = ("th", "thprose"), ("en",), ("synth",), ("synen",)
EVERY = (*THAI, *ENGLISH, *MADE_THAI, *MADE_ENGLISH)
ALL_THAI = (*THAI, *MADE_THAI)
FIGURES = (
    Figure("both texts recovered byte for byte, %", EVERY, "100", per_cent("exact")),
    Figure("made Thai edits: F1", MADE_THAI, "≥ 99.7", per_cent("F1")),
    Figure("… shown as exactly one edit, %", MADE_THAI, "≥ 98", per_cent("one")),
    Figure("… fragments each", MADE_THAI, "≤ 1.01", number("fpe")),
    Figure("made English edits: F1", MADE_ENGLISH, "≥ 99.7", per_cent("F1")),
    Figure("… shown as exactly one edit, %", MADE_ENGLISH, "≥ 97", per_cent("one")),
    Figure("moves flagged, Thai, %", MADE_THAI, "100", per_cent("move")),
    Figure("moves flagged, English, %", MADE_ENGLISH, "100", per_cent("move")),
    Figure("split, merged, re-spaced only: characters marked", ("spacing",), "0", marked),
    Figure("natural Thai: chaff, %", THAI, "≤ 3", per_cent("chaff")),
    Figure("… characters marked for each that must be", THAI, "≤ 1.30", number("over")),
    Figure("natural English: chaff, %", ENGLISH, "≤ 5", per_cent("chaff")),
    Figure("… characters marked for each that must be", ENGLISH, "≤ 1.33", number("over")),
    Figure("Thai boundaries inside a cluster, %", ALL_THAI, "0", per_cent("THclus")),
    Figure("Thai boundaries inside a word, %", ALL_THAI, "≤ 0.1", per_cent("THword")),
    Figure("boundaries inside a Latin word or number, %", EVERY, "0", per_cent("midw")),
    Figure("boundaries inside a URL or e-mail address, a pair", EVERY, "0", number("url")),
    Figure("in process, Thai: median ms", ALL_THAI, "≤ 1.5", milliseconds(0.5)),
    Figure("in process, English: median ms", (*ENGLISH, *MADE_ENGLISH), "≤ 0.6", milliseconds(0.5)),
    Figure("… 95 % of English", (*ENGLISH, *MADE_ENGLISH), "≤ 25", milliseconds(0.95)),
    Figure("… the slowest pair of all", EVERY, "≤ 250", milliseconds(1)),
)


def main(arguments: Sequence[str]) -> int:
    """Score, and write the page."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "score.py").is_file():
        print("usage: python3 run.py bench diff FOLDER, a folder with score.py and pairs", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(arguments[0], Path(place) / "diff"))
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | 0o200)
        os.environ |= {"PYTHAINLP_READ_ONLY": "1", "PYTHAINLP_DATA": place}
        PAGE.write_text("".join(page(folder)), encoding="utf-8", newline="\n")
    return 0


def page(folder: Path) -> Iterator[str]:
    """The page of docs."""
    batch = f"{PROGRAM} diff --batch {{list}}"
    command = [sys.executable, "score.py", "--batch", batch, "--save", "policygen", "--store", "--json"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    scorer = loaded(folder / "score.py")
    pairs = scorer.load_pairs()
    groups = {name: group_of(pair) for name, pair in pairs.items()}
    columns = {name: stored(folder, name) for name in ("policygen", *PEERS)}
    yield "# Redlines beside the peers\n\n"
    yield "Made by `python3 run.py bench diff FOLDER` from the shared folder of pairs: consecutive revisions of real\n"
    yield "policies, and legal edits made to known texts. `oracle` plays the true edits back. Peers' figures are\n"
    yield f"stored ones, each over the pairs that it was run on. {machine()}.\n\n"
    yield f"| figure | goal | {' | '.join(columns)} |\n|---{'|---' * (len(columns) + 1)}|\n"
    for figure in FIGURES:
        cells = [cell(scorer, figure, rows, groups) for rows in columns.values()]
        yield f"| {figure.name} | {figure.goal} | {' | '.join(cells)} |\n"
    yield from whole_commands(pairs)


def group_of(pair: dict[str, Any]) -> str:
    """The pair's group; pairs that differ in spacing only are one more, in `spacing:` and their own."""
    kinds = {edit["kind"] for edit in pair["truth"]["edits"]} if pair["truth"] else set()
    only = kinds and kinds <= SPACING_KINDS and not pair["truth"]["moves"]
    return f"spacing:{pair['group']}" if only else str(pair["group"])


def cell(scorer: Any, figure: Figure, rows: dict[str, Any], groups: dict[str, str]) -> str:
    """One figure of one system; a dash where it was run on no such pair."""
    chosen = [
        row
        for name, row in rows.items()
        if row and name in groups and set(groups[name].split(":")) & set(figure.groups)
    ]
    return figure.value(scorer.agg(chosen), chosen) if chosen else "–"


def stored(folder: Path, name: str) -> dict[str, Any]:
    """The figures of one system, by pair."""
    data: dict[str, Any] = json.loads((folder / "scores" / f"{name}.json").read_text(encoding="utf-8"))
    return data


def loaded(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def whole_commands(pairs: dict[str, Any]) -> Iterator[str]:
    """The time of whole commands, from start to end."""
    thai = min((pair for name, pair in pairs.items() if name.startswith("th")), key=lambda it: abs(size(it) - 26_000))
    address = next(pair for name, pair in pairs.items() if name.endswith("-email"))
    yield "\n| whole command, median of 9 | goal | policygen |\n|---|---|---|\n"
    for name, goal, pair in (("one Thai pair of 26 KB", "350", thai), ("a Thai pair, no Thai changed", "150", address)):
        files = [str(Path(pair["dir"]) / side) for side in ("old.md", "new.md")]
        took = timed([str(PROGRAM), "diff", "--files", *files, "--format", "json"], ROOT, 9).wall
        yield f"| {name} | ≤ {goal} ms | {took * 1000:.0f} ms |\n"


def size(pair: dict[str, Any]) -> int:
    """The size of a pair's old text in bytes."""
    return len(pair["old"].encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
