"""A file of the sources without some of its locales, for a site that does not have them."""

from dataclasses import replace

from policygen.diagnostics.text_file import TextFile
from policygen.sources.canonical.guide import guide_of
from policygen.sources.canonical.rewriting import rewritten
from policygen.sources.canonical.writing import Branch, Tree, write_tree
from policygen.sources.nodes import Listing, Mapping
from policygen.sources.yaml_door import read_yaml


def without_locales(kind: str, text: str, dropped: tuple[str, ...]) -> str:
    """The YAML file `text`, in canonical form as it must be, without the texts in `dropped` locales."""
    file = TextFile("", text)
    root, _ = read_yaml(file)
    if not dropped or not isinstance(root, Mapping | Listing):
        return text
    whole = rewritten(file, root, guide_of(kind), (), lambda prose: prose)
    tree = _without(whole.tree, dropped)
    assert isinstance(tree, Branch)
    return write_tree(tree, whole.top)


def _without(tree: Tree, dropped: tuple[str, ...]) -> Tree:
    if isinstance(tree, str):
        return tree
    kept = (part for part in tree.parts if part.key not in dropped)
    return replace(tree, parts=tuple(replace(part, value=_without(part.value, dropped)) for part in kept))
