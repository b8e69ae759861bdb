"""A file of the sources without some of its locales, for a site that does not have them."""

from dataclasses import replace

from policygen.diagnostics.text_file import TextFile
from policygen.sources.canonical.guide import guide_of
from policygen.sources.canonical.rewriting import rewritten
from policygen.sources.canonical.writing import Branch, Part, write_tree
from policygen.sources.nodes import Listing, Mapping
from policygen.sources.yaml_door import read_yaml


def without_locales(kind: str, text: str, dropped: tuple[str, ...]) -> str:
    """The YAML file `text`, in canonical form as it must be, without the texts in `dropped` locales."""
    file = TextFile("", text)
    root, _ = read_yaml(file)
    if not dropped or not isinstance(root, Mapping | Listing):
        return text
    whole = rewritten(file, root, guide_of(kind), (), lambda prose: prose)
    return write_tree(_without(whole.tree, dropped), whole.top)


def _without(branch: Branch, dropped: tuple[str, ...]) -> Branch:
    parts = (_kept(part, dropped) for part in branch.parts if part.key not in dropped)
    return replace(branch, parts=tuple(part for part in parts if part is not None))


def _kept(part: Part, dropped: tuple[str, ...]) -> Part | None:
    """The part without its texts in these locales, None where it held nothing else."""
    if isinstance(part.value, str) or not part.value.parts:
        return part
    value = _without(part.value, dropped)
    return replace(part, value=value) if value.parts else None
