"""The import tried on real policies: python3 run.py bench import FOLDER writes docs/benchmarks-import.md.

FOLDER holds policies as text, Markdown, HTML or DOCX, in folders of any depth. The page has figures only, none of their
texts. `--show ID` prints the report of one file instead, for judging; import_judged.toml has what was judged wrong.
"""

import re
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.timing import machine
from policygen.importing import Imported, import_policy, report_as_text
from policygen.importing.refusals import Refused

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks-import.md"
JUDGED = Path(__file__).with_name("import_judged.toml")
SUFFIXES = (".md", ".txt", ".html", ".htm", ".docx")
REGISTERS = ("definitions", "data", "purposes", "tools", "contacts")
NOT_A_POLICY = ("README.md",)


@dataclass(frozen=True)
class Trial:
    """One file: what came of it, or why it was refused, and in how many milliseconds of processor time."""

    name: str
    imported: Imported | None
    refusal: str
    ms: float

    def found(self, register: str) -> int:
        """How many entries of a register were recognised, those in data groups not counted."""
        entries = self.imported.draft.recognition.entries if self.imported else ()
        return sum(entry.register == register for entry in entries)


def main(arguments: Sequence[str]) -> int:
    """Try every file, and write the page or print one report."""
    folder = Path(arguments[0]) if arguments else Path()
    shown = arguments[2] if len(arguments) == 3 and arguments[1] == "--show" else None
    if not folder.is_dir() or not (len(arguments) == 1 or shown):
        print("usage: python3 run.py bench import FOLDER [--show ID]", file=sys.stderr)
        return 2
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES and path.name not in NOT_A_POLICY]
    with tempfile.TemporaryDirectory() as place:
        trials = [trial(path, Path(place)) for path in files if shown in (None, name_of(path))]
    if shown:
        print("".join(report_as_text(one.imported, shown, "en") if one.imported else one.refusal for one in trials))
        return 0
    PAGE.write_text("\n".join(page(trials)) + "\n", encoding="utf-8", newline="\n")
    return 0 if all(one.imported for one in trials) else 1


def name_of(path: Path) -> str:
    """The file's name as an id."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")


def trial(path: Path, content: Path) -> Trial:
    """Import one file into a site of its own."""
    began = time.process_time()
    try:
        imported, refusal = import_policy(path, content, name_of(path), "privacy"), ""
    except Refused as refused:
        imported, refusal = None, refused.diagnostics[0].message.en
    return Trial(name_of(path), imported, refusal, 1000 * (time.process_time() - began))


# The page


def page(trials: Sequence[Trial]) -> Iterator[str]:
    """The page of docs."""
    wrong = judged()
    yield "# The import, tried on real policies"
    yield ""
    yield "Made by `python3 run.py bench import FOLDER` from the shared folder of real policies, Thai and English,"
    yield f"and their revisions. {machine()}. The page holds figures only, none of the texts."
    yield ""
    yield from totals(trials, wrong)
    yield ""
    yield "| file | form | language | letters | back to the letter | sections | to look at |"
    yield f"{'|---' * 7}|"
    yield from (row(one) for one in trials)
    yield ""
    yield "| recognised in | " + " | ".join(REGISTERS) + " |"
    yield f"{'|---' * (len(REGISTERS) + 1)}|"
    for one in trials:
        if any(one.found(register) for register in REGISTERS):
            yield f"| {one.name} | " + " | ".join(str(one.found(register) or "–") for register in REGISTERS) + " |"


def totals(trials: Sequence[Trial], wrong: Mapping[str, int]) -> Iterator[str]:
    """The figures over all files."""
    done = [one for one in trials if one.imported]
    times = sorted(one.ms for one in trials)
    yield "| figure | goal | policygen |"
    yield "|---|---|---|"
    yield f"| files imported | all | {len(done)} of {len(trials)} |"
    yield f"| texts given back to the letter, in order | all | {len(done)} of {len(trials)} |"
    yield f"| sections with a title | – | {sum(titled(one.imported) for one in done if one.imported)} |"
    for register in REGISTERS:
        found = sum(one.found(register) for one in trials)
        bad = wrong.get(register, 0)
        share = f"{100 * (found - bad) / found:.1f} %" if found else "–"
        yield f"| {register}: entries recognised, of these right as judged by hand | ≥ 95 % | {found}, {share} |"
    yield f"| median, slowest import, processor time | – | {times[len(times) // 2]:.0f} ms, {times[-1]:.0f} ms |"


def titled(imported: Imported) -> int:
    """How many sections have a title."""
    return sum(bool(section.title) for section in imported.draft.recognition.sections)


def row(one: Trial) -> str:
    """The line of one file."""
    if one.imported is None:
        return f"| {one.name} | | | | refused: {one.refusal} | | |"
    original, draft = one.imported.original, one.imported.draft
    remarks = len(original.remarks) + len(one.imported.sectioned.remarks)
    sections = len(draft.recognition.sections)
    return f"| {one.name} | {original.form} | {draft.locale} | {len(original.letters)} | yes | {sections} | {remarks} |"


def judged() -> dict[str, int]:
    """How many entries of each register were judged wrong."""
    wrong = tomllib.loads(JUDGED.read_text("utf-8"))["wrong"]
    return {register: sum(one["register"] == register for one in wrong) for register in REGISTERS}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
