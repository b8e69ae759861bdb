"""What a site that is there already shares with its policies."""

from pathlib import Path

from policygen.sources.nodes import Listing, Mapping, Scalar
from policygen.sources.reading import Folder
from policygen.sources.yaml_file import read_node


def ids_in_register(content: Path, site: str, register: str) -> set[str] | None:
    """The ids in a register of the site itself, None where it has no such register or it cannot be read."""
    path = content / site / f"{register}.yaml"
    if not path.exists():
        return None
    node, _ = read_node(Folder(content), path)
    if not isinstance(node, Listing):
        return None
    ids = (item.get("id") for item in node.items if isinstance(item, Mapping))
    return {id.value for id in ids if isinstance(id, Scalar)}
