"""A theme's assets as they are served: style sheets made small, names with the hash of the content.

Nothing that is served may ask another host for anything: an address in a style sheet leads to a file of the theme.
Knows nothing of templates and pages.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.theme import ThemeSettings, Variables
from policygen.render.themes import Theme, ThemeFile
from policygen.text.nearest import nearest

STYLE_SHEET = "style.css"
# 40 bits: a clash among a theme's files, or with one that a browser still holds, is not to be met.
_HASH_LENGTH = 10
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)""")
_IMPORT = re.compile(r"@import\b")
_VARIABLE = re.compile(r"--pg-([a-z][a-z0-9-]*)")
_TOKEN = re.compile(
    r"""(?P<licence>/\*!.*?\*/)|(?P<comment>/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
    r"""|(?P<space>\s+)|(?P<mark>[{};,])""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Assets:
    """`names` lead from an asset's path (`style.css`) to the name it is served under (`style.1f2e3d4c5b.css`).

    `files` are the contents by served name.
    """

    names: Mapping[str, str]
    files: Mapping[str, bytes]


def make_assets(theme: Theme) -> tuple[Assets, tuple[Diagnostic, ...]]:
    """The theme's assets; an address in a style sheet that leads to none of them is an error."""
    maker = _Maker(theme.assets(), {}, {}, [])
    if STYLE_SHEET in maker.sources:
        maker.sources[STYLE_SHEET] = _with_variables(maker.sources[STYLE_SHEET], theme)
    for path in sorted(maker.sources):
        maker.make(path)
    return Assets(maker.names, maker.files), (*maker.found, *_unknown_variables(theme))


def _unknown_variables(theme: Theme) -> Iterator[Diagnostic]:
    """Variables that a theme sets and no style sheet of its own, or of those that it extends, has."""
    for position, layer in enumerate(theme.layers):
        if layer.settings.places:
            known = _variables_in(Theme(theme.layers[position:], theme.digest))
            yield from (_no_variable(place, name, known) for name, place in layer.settings.places if name not in known)


def _variables_in(theme: Theme) -> set[str]:
    sheets = (file.content.decode("utf-8", "replace") for path, file in theme.assets().items() if path.endswith(".css"))
    return {name for sheet in sheets for name in _VARIABLE.findall(minified(sheet))}


@dataclass(frozen=True, slots=True)
class _Maker:
    sources: dict[str, ThemeFile]
    names: dict[str, str]
    files: dict[str, bytes]
    found: list[Diagnostic]

    def make(self, path: str) -> str:
        """The name under which an asset is served; makes it, and before it what it leads to."""
        if path not in self.names:
            content = self._content(path)
            hashed = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
            stem, extension = posixpath.splitext(path)
            self.names[path] = name = f"{stem}.{hashed}{extension}"
            self.files[name] = content
        return self.names[path]

    def _content(self, path: str) -> bytes:
        file = self.sources[path]
        if not path.endswith(".css"):
            return file.content
        text = file.content.decode("utf-8", "replace")
        for match in _IMPORT.finditer(text):
            self.found.append(_imports(_place(file.shown, text, match)))
        linked = _URL.sub(lambda match: self._url(path, file, match), text)
        return minified(linked).encode()

    def _url(self, path: str, file: ThemeFile, match: re.Match[str]) -> str:
        """An address in the style sheet at `path`, leading to where that asset is served."""
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(folder, match[1] or match[2] or match[3] or ""))
        if target.endswith(".css") or target not in self.sources:
            self.found.append(_leads_nowhere(_place(file.shown, match.string, match), target))
            return match[0]
        return f"url({posixpath.relpath(self.make(target), folder or '.')})"


def _with_variables(file: ThemeFile, theme: Theme) -> ThemeFile:
    """The style sheet with the variables that the themes of the chain set, the farthest first."""
    rules = "".join(_variables(layer.settings) for layer in reversed(theme.layers))
    return ThemeFile(file.shown, file.content + b"\n" + rules.encode())


def _variables(settings: ThemeSettings) -> str:
    return (
        _rule("", settings.variables)
        + _rule("@media not (prefers-color-scheme:dark)", settings.colours)
        + _rule("@media (prefers-color-scheme:dark)", settings.dark_colours)
    )


def _rule(query: str, variables: Variables) -> str:
    if not variables:
        return ""
    rule = ":root{" + "".join(f"--pg-{name}:{value};" for name, value in variables) + "}"
    return f"{query}{{{rule}}}\n" if query else f"{rule}\n"


def minified(css: str) -> str:
    """The style sheet without comments (but those of licences, `/*! … */`) and without needless space."""
    parts: list[str] = []
    done = 0
    for match in _TOKEN.finditer(css):
        parts.append(css[done : match.start()])
        done = match.end()
        if match["comment"] is None:
            parts.append(" " if match["space"] else match[0])
    joined = "".join([*parts, css[done:]])
    return _tightened(joined)


def _tightened(css: str) -> str:
    """Without the space around marks; strings are left alone."""
    pieces = re.split(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*!.*?\*/)""", css, flags=re.DOTALL)
    for index in range(0, len(pieces), 2):
        text = re.sub(r"\s+", " ", pieces[index])
        text = re.sub(r" ?([{};,]) ?", r"\1", text)
        text = text.replace(": ", ":")
        pieces[index] = text.replace(";}", "}")
    return "".join(pieces).strip() + "\n"


# What can be wrong


def _place(shown: str, text: str, match: re.Match[str]) -> Place:
    first = text.rfind("\n", 0, match.start()) + 1
    column = match.start() - first + 1
    source = text[first:].partition("\n")[0]
    return Place(shown, text.count("\n", 0, first) + 1, column, column + len(match[0]), source)


def _leads_nowhere(place: Place, target: str) -> Diagnostic:
    message = Bilingual(f"ธีมไม่มีไฟล์ {target} ใน assets/", f"the theme has no {target} in assets/")
    hint = Bilingual(
        "หน้าเว็บต้องไม่เรียกไฟล์จากที่อื่น และไม่ใช้ data:", "pages ask no other host for anything and use no data: addresses"
    )
    return Diagnostic("theme.asset", "error", place, message, hint)


def _no_variable(place: Place, name: str, known: set[str]) -> Diagnostic:
    message = Bilingual(f"สไตล์ชีตของธีมไม่มีตัวแปร --pg-{name}", f"the theme's style sheets have no variable --pg-{name}")
    close = nearest(name, sorted(known))
    listed = ", ".join(sorted(known)) or "–"
    hint = (
        Bilingual(f"หมายถึง {close} หรือไม่", f"did you mean {close}?")
        if close
        else Bilingual(f"ที่มี: {listed}", f"there are: {listed}")
    )
    return Diagnostic("theme.variable", "error", place, message, hint)


def _imports(place: Place) -> Diagnostic:
    message = Bilingual("ธีมใช้ @import ไม่ได้", "a theme's style sheets cannot use @import")
    hint = Bilingual("รวมไว้ในไฟล์เดียว หรือเพิ่มลิงก์ในเทมเพลต", "put it in one file, or link both in a template")
    return Diagnostic("theme.import", "error", place, message, hint)
