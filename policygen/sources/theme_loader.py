"""From theme.yaml to what a theme states about itself."""

from collections.abc import Iterator
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place, has_errors
from policygen.model.theme import ThemeSettings
from policygen.sources.loaded import Loaded
from policygen.sources.nodes import Entry, Mapping, Node, Scalar
from policygen.sources.reading import Folder
from policygen.sources.schema.theme import NAME, ThemeShape, is_value
from policygen.sources.schema.validation import validated
from policygen.sources.yaml_file import read_node

_GROUPS = ("colours", "dark_colours", "variables")


def read_theme_settings(path: Path) -> Loaded[ThemeSettings]:
    """What the `theme.yaml` at `path` states; the file may not lead out of its folder."""
    node, found = read_node(Folder(path.parent), path)
    if node is None:
        return Loaded(None, tuple(found))
    shape, told = validated(ThemeShape, node, ())
    found = [*found, *told, *_wrong_variables(node)]
    if shape is None or has_errors(found):
        return Loaded(None, tuple(found))
    return Loaded(
        ThemeSettings(
            shape.extends and shape.extends.value,
            colours=tuple(sorted(shape.colours.items())),
            dark_colours=tuple(sorted(shape.dark_colours.items())),
            variables=tuple(sorted(shape.variables.items())),
            places=tuple(_places(node)),
        ),
        tuple(found),
    )


def _entries(node: Node) -> Iterator[Entry]:
    for group in _GROUPS:
        variables = node.get(group) if isinstance(node, Mapping) else None
        yield from variables.entries if isinstance(variables, Mapping) else ()


def _places(node: Node) -> Iterator[tuple[str, Place]]:
    return ((entry.key.value, entry.key.place()) for entry in _entries(node))


def _wrong_variables(node: Node) -> Iterator[Diagnostic]:
    for entry in _entries(node):
        if not NAME.fullmatch(entry.key.value):
            yield Diagnostic("theme.variable", "error", entry.key.place(), _NO_NAME)
        if isinstance(entry.value, Scalar) and not is_value(entry.value.value):
            yield Diagnostic("theme.variable", "error", entry.value.place(), _NO_VALUE)


_NO_NAME = Bilingual(
    "ชื่อตัวแปรใช้ได้เฉพาะ a-z 0-9 และ - โดยไม่ต้องมี --pg- นำหน้า",
    "a variable's name is made of a-z, 0-9 and -, without its leading --pg-",
)
_NO_VALUE = Bilingual(
    "ค่านี้เป็นค่าของสไตล์ชีตไม่ได้ ใช้ได้เฉพาะสี ความยาว และชื่อแบบอักษร ไม่มี url() หรือเครื่องหมายคำพูด",
    "this is no value for a style sheet: a colour, a length or names of fonts, without url() and quotes",
)
