"""A guide of docs/authors as what its reader does, in order: types into files, gives commands, looks at pictures.

How a page says so: a file's name in bold, alone on a line, and under it what to type there: a block of `diff` (lines
with `-` become those with `+`), a table of blanks and words, or any other block, which is the whole file. A block of
`console` has commands after `$ ` and what they print, where `…` stands for any text, and for any lines where it is
alone. Between `<!-- try -->` and `<!-- put back -->` the reader tries things out, and then undoes them.

Knows nothing of what the commands do.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CAPTION = re.compile(r"\*\*`([^`]+)`\*\*")
_FENCE = re.compile(r"```(\w*)")
_ROW = re.compile(r"\| `(?P<blank>\[[^`]+\])` \| (?P<words>.+?) \|")
_PICTURE = re.compile(r"!\[[^\]]*\]\(\.\./pictures/([\w-]+)\.png\)")
_PROMPT = "$ "
_ANYTHING = "…"
TRY, PUT_BACK = "<!-- try -->", "<!-- put back -->"


@dataclass(frozen=True, slots=True)
class Edit:
    """Some lines of a file become others; those of `new` may say `…` for a digest that was printed before."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A blank of a file becomes words, wherever it stands in it."""

    file: str
    blank: str
    words: str


@dataclass(frozen=True, slots=True)
class Write:
    """A file is made."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """Something is typed in the terminal, and something is printed."""

    arguments: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The reader sees what a picture shows."""

    name: str


@dataclass(frozen=True, slots=True)
class Trying:
    """From here on things are only tried (`begins`), or what was tried is undone."""

    begins: bool


Step = Edit | Fill | Write | Command | Picture | Trying


def steps(page: str) -> Iterator[Step]:
    """What the reader of the page does, in order."""
    lines = iter(page.splitlines())
    file = ""
    for line in lines:
        if caption := _CAPTION.fullmatch(line):
            file = caption[1]
        elif fence := _FENCE.match(line):
            yield from _block(fence[1], file, list(iter(lambda: next(lines), "```")))
            file = ""
        elif row := _ROW.match(line):
            yield Fill(file, row["blank"], row["words"])
        elif picture := _PICTURE.fullmatch(line):
            yield Picture(picture[1])
        elif line in (TRY, PUT_BACK):
            yield Trying(line == TRY)


def _block(language: str, file: str, lines: list[str]) -> Iterator[Step]:
    if language == "console":
        yield from _commands(lines)
    elif file and language == "diff":
        old = [line[1:] for line in lines if line[0] in " -"]
        new = [line[1:] for line in lines if line[0] in " +"]
        yield Edit(file, _joined(old), _joined(new))
    elif file:
        yield Write(file, _joined(lines))


def _commands(lines: list[str]) -> Iterator[Command]:
    starts = [number for number, line in enumerate(lines) if line.startswith(_PROMPT)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        program, *arguments = shlex.split(lines[start].removeprefix(_PROMPT))
        if program != "policygen":
            raise ValueError(f"not a command of policygen: {lines[start]}")
        yield Command(tuple(arguments), tuple(lines[start + 1 : end]))


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def type_in(step: Edit | Fill | Write, folder: Path, digest: str) -> None:
    """Do with a file in the folder what the step says; AssertionError where the file has not what it speaks of."""
    path = folder / step.file
    match step:
        case Write():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, "utf-8")
        case Fill():
            _replace(path, step.blank, step.words, once=False)
        case Edit():
            _replace(path, step.old, step.new.replace(_ANYTHING, digest), once=True)


def _replace(path: Path, old: str, new: str, *, once: bool) -> None:
    text = path.read_text("utf-8")
    count = text.count(old)
    assert count == 1 or (count and not once), f"{path.name} has it {count} times:\n{old}"
    path.write_text(text.replace(old, new), "utf-8")


def fits(said: tuple[str, ...], printed: str) -> bool:
    """Whether a command printed what the guide says; how long it took, and on which port, is left open."""
    pattern = "".join(r"(?:.*\n)*?" if line == _ANYTHING else _pattern(line) for line in said)
    return re.fullmatch(pattern, printed) is not None


def _pattern(line: str) -> str:
    text = ".*".join(re.escape(part) for part in line.split(_ANYTHING))
    text = re.sub(r"(?:\\ ){2,}", " +", text)
    text = re.sub(r"\d+\\\.\d+(?=\\ (s|วินาที)$)", r"\\d+\\.\\d+", text)
    return re.sub(r"127\\\.0\\\.0\\\.1:\d+", r"127\\.0\\.0\\.1:\\d+", text) + r" *\n"
