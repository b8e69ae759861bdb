"""The tricky cases as a table and as a page of docs: python -m tests.diff.tricky writes docs/tricky-cases.md."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policygen.diff.files import compare_texts
from policygen.exports.redline_as_text import runs_as_text
from policygen.text.segmentation import ThaiWords

FOLDER = Path(__file__).parent / "cases"
PAGE = Path(__file__).parents[2] / "docs" / "tricky-cases.md"
LANGUAGES = {"thai": "Thai", "english": "English"}
INTRODUCTION = """# Tricky cases of the redline

Made from the table of the tests (`tests/diff/cases`) by `python -m tests.diff.tricky`. For each case: the two texts,
what a reader should see, and what is shown where that is something else. The signs: `[-removed-]`, `{+added+}`,
`[<moved from here<]`, `{>moved here>}`, and for a change of spacing only `[~removed~]`, `{~added~}`. `⏎` is a line end,
`⍽` a no-break space, `·0·` a zero-width space, `◌́` an accent of its own character.
"""
VISIBLE = {"\n": "⏎", "\u00a0": "⍽", "\u200b": "·0·", "e\u0301": "e◌́"}


@dataclass(frozen=True)
class Case:
    """Two texts, what a reader should see, and what is shown if that differs."""

    name: str
    old: str
    new: str
    desired: str
    actual: str | None = None
    why: str = ""

    @property
    def shown(self) -> str:
        """What the comparison shows today."""
        return runs_as_text(compare_texts(self.old, self.new, ThaiWords()).runs)


def cases(language: str) -> list[Case]:
    """The table of one language, in order."""
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return [Case(**case) for case in table["case"]]


def page() -> str:
    """The page of docs."""
    return INTRODUCTION + "".join(part for name, title in LANGUAGES.items() for part in _section(name, title))


def _section(language: str, title: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    for case in cases(language):
        yield f"\n### {case.name}\n\n"
        if case.why:
            yield f"{case.why}\n\n"
        rows = {"old": case.old, "new": case.new, "desired": case.desired}
        if case.shown != case.desired:
            rows["shown"] = case.shown
        yield "".join(f"    {name:8} {_visible(text)}\n" for name, text in rows.items())


def _visible(text: str) -> str:
    for sign, instead in VISIBLE.items():
        text = text.replace(sign, instead)
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
