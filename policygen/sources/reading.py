"""Reading content files: limits, encoding, line ends and characters that must not be there.

The only module of `sources` that opens files. A problem is a diagnostic, and the text is None where there is none.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from policygen.diagnostics import Diagnostic, Place
from policygen.diagnostics.text_file import TextFile
from policygen.sources import file_problems as problems
from policygen.sources.kept import Kept

# The longest policies known are 200 KB; more is a mistake, and keeps a check from running for minutes.
MAX_FILE_BYTES = 2 * 1024 * 1024
# Told one by one up to here: a binary file would give thousands.
_MAX_TOLD = 20
# C0 and C1 controls except tab and LF, separators that YAML takes for line ends, interlinear and tag characters,
# a byte order mark inside the text, non-characters.
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDI}]")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Folder:
    """A content folder, and how the user typed its path.

    `instead` has texts that are read in the place of files, `kept` what was made of files when they were read before.
    """

    root: Path
    instead: Mapping[Path, str] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)
    real: str = field(init=False, compare=False, repr=False)
    """The folder's path with all links followed, as it was when this was made."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "real", os.path.realpath(self.root))

    def shown(self, path: Path) -> str:
        """The path as the user would type it, with forward slashes."""
        return path.as_posix()

    def read(self, path: Path) -> tuple[TextFile | None, list[Diagnostic]]:
        """The text of a file under this folder, None where it cannot be read."""
        place = Place(self.shown(path))
        refused = self.refusal(path, place)
        if refused is not None:
            return None, [refused]
        if path in self.instead:
            return decoded(self.instead[path].encode("utf-8"), place.path)
        try:
            with path.open("rb") as file:
                content = file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            return None, [problems.unreadable(place, os.strerror(error.errno or 0))]
        text, found = self.kept.of(("file", place.path, content), partial(decoded, content, place.path))
        return text, [*found]

    def refusal(self, path: Path, place: Place) -> Diagnostic | None:
        """Why a path must not be read: it leaves the folder, is not there, or is no ordinary file."""
        if self.leaves(path):
            return problems.symbolic_link(place)
        try:
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return problems.missing(place)
        except OSError as error:
            return problems.unreadable(place, os.strerror(error.errno or 0))
        return None if stat.S_ISREG(mode) else problems.not_a_file(place)

    def leaves(self, path: Path) -> bool:
        """Whether the path, its links followed, is outside the folder, or is reached by a link to a folder."""
        try:
            return not path.resolve().is_relative_to(self.real) or self._by_linked_folder(path)
        except (OSError, RuntimeError):
            # A circle of links.
            return True

    def _by_linked_folder(self, path: Path) -> bool:
        """Whether the path, or a folder on the way to it, is a link to a folder: a build does not look behind one."""
        for step in (path, *path.parents):
            if step == self.root:
                return False
            if os.path.islink(step) and os.path.isdir(step):
                return True
        return False


def decoded(content: bytes, shown: str) -> tuple[TextFile | None, list[Diagnostic]]:
    """The text of these bytes, and what is wrong with them."""
    place = Place(shown)
    if len(content) > MAX_FILE_BYTES:
        return None, [problems.too_big(place, MAX_FILE_BYTES)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [problems.not_utf8(_bad_byte(content, error.start, shown))]
    found = []
    if text.startswith("\ufeff"):
        text = text[1:]
        found.append(problems.byte_order_mark(Place(shown, 1, 1, 2)))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        found.append(problems.line_ends(place))
    file = TextFile(shown, text)
    forbidden = list(_forbidden(file))
    found += forbidden or _not_nfc(file)
    return (None if forbidden else file), found


def forbidden_character(text: str) -> tuple[int, str] | None:
    """The offset of the first control or bidi character of a text, with that character."""
    match = _FORBIDDEN.search(text)
    return (match.start(), match[0]) if match else None


def character_problem(place: Place, char: str) -> Diagnostic:
    """The diagnostic of a control or bidi character."""
    tell = problems.bidi_character if re.fullmatch(f"[{_BIDI}]", char) else problems.control_character
    return tell(place, ord(char))


def _forbidden(file: TextFile) -> Iterator[Diagnostic]:
    for told, match in enumerate(_FORBIDDEN.finditer(file.text)):
        if told == _MAX_TOLD:
            return
        yield character_problem(file.place(match.start(), match.end()), match[0])


def _not_nfc(file: TextFile) -> list[Diagnostic]:
    """The first words that are not in NFC."""
    if unicodedata.is_normalized("NFC", file.text):
        return []
    words = (word for word in _WORD.finditer(file.text) if not unicodedata.is_normalized("NFC", word[0]))
    return [
        problems.not_nfc(file.place(word.start(), word.end())) for word, _ in zip(words, range(_MAX_TOLD), strict=False)
    ]


def _bad_byte(content: bytes, start: int, shown: str) -> Place:
    """The place of the first byte that is not UTF-8, with its line as far as it can be read."""
    first = content.rfind(b"\n", 0, start) + 1
    last = content.find(b"\n", start)
    line = content[first : last if last >= 0 else len(content)].rstrip(b"\r")
    column = len(content[first:start].decode("utf-8", "replace")) + 1
    return Place(shown, content.count(b"\n", 0, start) + 1, column, column + 1, line.decode("utf-8", "replace"))
