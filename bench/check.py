"""The rules tried on real policies: python3 run.py bench check FOLDER writes docs/benchmarks-check.md.

FOLDER holds policies as Markdown, named NAME.LOCALE.md, in folders of any depth. Each is checked as a policy of one
section of prose, so that a finding's line is the file's; NAME.th.md and NAME.en.md together are checked for parity.
The page has figures and what check_judged.toml says of findings, none of their texts. `--show` prints the findings at
level error with their lines instead, for judging.
"""

import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.timing import machine
from policygen.checks import RULES, check_draft
from policygen.diagnostics import Diagnostic
from policygen.drafts import Draft, load_draft

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks-check.md"
JUDGED = Path(__file__).with_name("check_judged.toml")
NOT_A_POLICY = ("README.md",)
TODAY = date(2026, 11, 24)
SEVERITIES = ("error", "warning", "info")
# What one section of prose cannot be, however it is written: findings of these families are about the wrapping.
LOADING = ("file.", "prose.", "schema.", "yaml.", "tree.", "section.", "reference.", "site.")
_UNREADABLE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]*(.*)")
_RULE_LINE = re.compile(r"\s*([-*_=][ \t]*){3,}|\s*(```|~~~).*")
_NOT_SHOWN = re.compile(r"!\[[^\]]*\]\([^)]*\)|</?[A-Za-z][^<>]{0,300}>|^(?:\s*>)+ ?|:::")
_OWN_LINK = re.compile(r"\]\((?!https?:|mailto:)[^)]*\)")
_NAME = re.compile(r"(?P<name>.+)\.(?P<locale>th|en|th-en)\.md")


@dataclass(frozen=True)
class Trial:
    """One file, or two that are each other's translation, and what was found; None where it could not be read."""

    name: str
    found: tuple[Diagnostic, ...] | None


@dataclass(frozen=True)
class Verdict:
    """What a person said of one finding: whether it is right by its rule's page. `of` is the word that is found wrong,
    or the message where it is about the whole text.
    """

    rule: str
    file: str
    line: int
    of: str
    right: bool

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What tells one finding from another."""
        return self.rule, self.file, self.line, self.of


def main(arguments: Sequence[str]) -> int:
    """Check every file, and write the page or print the findings."""
    folder = Path(arguments[0]) if arguments else Path()
    show = list(arguments[1:]) == ["--show"]
    if not arguments or not folder.is_dir() or not (show or len(arguments) == 1):
        print("usage: python3 run.py bench check FOLDER [--show]", file=sys.stderr)
        return 2
    trials = list(trials_of(folder))
    if show:
        print("".join(shown(trials)), end="")
        return 0
    PAGE.write_text("\n".join(page(trials, verdicts())) + "\n", encoding="utf-8", newline="\n")
    return 0 if all(one.found is not None for one in trials) else 1


# The trials


def trials_of(folder: Path) -> Iterator[Trial]:
    """Each file alone; then what is found in pairs only."""
    texts: dict[str, dict[str, str]] = {}
    for path in sorted(folder.rglob("*.md")):
        name = _NAME.fullmatch(path.name)
        if path.name in NOT_A_POLICY or name is None:
            continue
        locale = name["locale"][:2]
        text = path.read_text(encoding="utf-8")
        texts.setdefault(name["name"], {})[locale] = text
        yield Trial(path.name.removesuffix(".md"), found_in({locale: text}))
    for called, both in texts.items():
        if len(both) > 1:
            found = found_in(both)
            parity = None if found is None else tuple(one for one in found if one.rule.startswith("parity."))
            yield Trial(called, parity)


def found_in(texts: Mapping[str, str]) -> tuple[Diagnostic, ...] | None:
    """What is found in a policy of these texts by locale."""
    with tempfile.TemporaryDirectory() as place:
        draft = wrapped(texts, Path(place))
        if draft.edition is None:
            return None
        return tuple(one for one in check_draft(draft, (), TODAY) if not one.rule.startswith(LOADING))


def wrapped(texts: Mapping[str, str], content: Path) -> Draft:
    """The draft of a site with one policy of one section."""
    locales = sorted(texts, key=lambda locale: locale != "th")
    policy = content / "corpus" / "privacy"
    (policy / "sections").mkdir(parents=True)
    listed = ", ".join(locales)
    site = f"name: Corpus\ncontroller: {{name: Corpus}}\nlocales: [{listed}]\nauthoritative: {locales[0]}\n"
    (policy.parent / "site.yaml").write_text(site, encoding="utf-8")
    (policy / "policy.yaml").write_text("title: Policy\nsections:\n  - {id: text, title: Text}\n", encoding="utf-8")
    for locale, text in texts.items():
        (policy / "sections" / f"text.{locale}.md").write_text(as_prose(text), encoding="utf-8")
    return load_draft(content, "corpus", "privacy")


def as_prose(text: str) -> str:
    """Markdown of any kind as the prose of a section, line for line."""
    lines = _UNREADABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")).split("\n")
    if lines[0].strip() == "---" and "---" in lines[1:]:
        end = lines.index("---", 1)
        lines[: end + 1] = [""] * (end + 1)
    return "\n".join(map(_as_prose_line, lines))


def _as_prose_line(line: str) -> str:
    if _RULE_LINE.fullmatch(line):
        return ""
    line = _OWN_LINK.sub("](https://example.com/)", _NOT_SHOWN.sub("", line)).replace("{#", "(#")
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return line
    return f"{'#' * min(6, len(heading[1]) + 2)} {heading[2]}" if heading[2].strip() else ""


# The page


def page(trials: Sequence[Trial], judged: Sequence[Verdict]) -> Iterator[str]:
    """The page of docs."""
    read = [one for one in trials if one.found is not None]
    yield "# The rules, tried on real policies"
    yield ""
    yield "Made by `python3 run.py bench check FOLDER` from the shared folder of real policies, Thai and English, and"
    yield f"their revisions: {len(read)} of {len(trials)} texts and pairs could be read. {machine()}."
    yield ""
    yield "A text is checked as one section of prose without registers: so rules of law that ask for facts find them in"
    yield "the prose or not at all. The page holds figures only, none of the texts."
    yield ""
    yield from _precision(trials, judged)
    yield ""
    yield "## Findings by rule"
    yield ""
    yield f"| rule | texts | {' | '.join(SEVERITIES)} |"
    yield f"|---|---{'|---' * len(SEVERITIES)}|"
    counts = Counter((one.rule, str(one.severity)) for trial in read for one in trial.found or ())
    for rule in [rule.name for rule in RULES] + sorted({rule for rule, _ in counts} - {rule.name for rule in RULES}):
        texts = sum(any(one.rule == rule for one in trial.found or ()) for trial in read)
        yield f"| `{rule}` | {texts} | " + " | ".join(str(counts[rule, level] or "–") for level in SEVERITIES) + " |"


def _precision(trials: Sequence[Trial], judged: Sequence[Verdict]) -> Iterator[str]:
    """How many of the findings at level error a person judged, and found right."""
    standing = {key_of(trial, one) for trial in trials for one in trial.found or () if one.severity == "error"}
    current = [one for one in judged if one.key in standing]
    mended = [one for one in judged if one.key not in standing and not one.right]
    yield "## Precision at level error, judged by hand"
    yield ""
    yield f"{len(current)} findings at level error were judged by reading them in their context"
    yield "(`bench/check_judged.toml`); the goal is fewer than one false alarm in twenty."
    yield ""
    yield "| rule | judged | right | precision |"
    yield "|---|---|---|---|"
    for rule in sorted({one.rule for one in current}):
        yield _precision_row(f"`{rule}`", [one for one in current if one.rule == rule])
    yield _precision_row("all", current)
    yield ""
    yield f"Judged false, and no longer told since the rules were mended: {len(mended)}."


def key_of(trial: Trial, one: Diagnostic) -> tuple[str, str, int, str]:
    """What tells one finding from another: rule, file, line, and the word or, where there is none, the message."""
    place = one.place
    word = (place.source or "")[place.column - 1 : place.end_column - 1] if place.line and place.column else ""
    return one.rule, trial.name, place.line, word or one.message.en


def _precision_row(name: str, judged: Sequence[Verdict]) -> str:
    right = sum(one.right for one in judged)
    share = f"{100 * right / len(judged):.1f} %" if judged else "–"
    return f"| {name} | {len(judged)} | {right} | {share} |"


def verdicts() -> list[Verdict]:
    """What was judged."""
    rows = tomllib.loads(JUDGED.read_text("utf-8"))["judged"]
    return [Verdict(row["rule"], row["file"], row["line"], row["of"], row["verdict"] == "right") for row in rows]


def shown(trials: Sequence[Trial]) -> Iterator[str]:
    """Findings at level error, for judging."""
    for trial in trials:
        for one in trial.found or ():
            if one.severity == "error":
                rule, name, line, of = key_of(trial, one)
                source, column = one.place.source or "", one.place.column
                yield f"{rule}\t{name}\t{line}\t{of}\t{source[max(0, column - 60) : column + 90]}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
