"""One YAML file of the content folder: read, checked against its model, with all that is wrong with it."""

from functools import partial
from pathlib import Path
from typing import Any

from policygen.diagnostics import Diagnostic
from policygen.sources.nodes import Node
from policygen.sources.reading import Folder
from policygen.sources.schema.validation import validated
from policygen.sources.yaml_door import read_yaml


def read_node(folder: Folder, path: Path) -> tuple[Node | None, list[Diagnostic]]:
    """What the file says, None where it cannot be read."""
    file, found = folder.read(path)
    if file is None:
        return None, found
    node, told = folder.kept.of(("yaml", file.path, file.text), partial(read_yaml, file))
    return node, [*found, *told]


def read_shape(folder: Folder, path: Path, kind: Any, locales: tuple[str, ...]) -> tuple[Any, list[Diagnostic]]:
    """The file as its model `kind` describes it, None where it cannot be."""
    node, found = read_node(folder, path)
    if node is None:
        return None, found
    # The node is kept with what is made of it: nothing else can get its identity.
    made_from = ("shape", id(node), kind, locales)
    _, shape, told = folder.kept.of(made_from, lambda: (node, *validated(kind, node, locales)))
    return shape, [*found, *told]
