"""Whether files say the same before and after: the proof that formatting changes no meaning.

Knows what sites and policies are made of; nothing of how the canonical form comes about.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass

from policygen.diagnostics import Place
from policygen.diagnostics.text_file import Excerpt, TextFile
from policygen.model.policy import Passage
from policygen.sources.canonical.comments import read_comments
from policygen.sources.nodes import Listing, Node, Scalar
from policygen.sources.policy_loader import read_policy
from policygen.sources.reading import Folder
from policygen.sources.site_loader import read_site
from policygen.sources.yaml_door import read_yaml

# What a file in canonical form no longer has, because its letters are the same.
_MENDED = ("file.byte-order-mark", "file.line-ends")


def loaded(folder: Folder, site: str, policies: Collection[str]) -> object:
    """What a site and these policies of it say, and which rules were told how often: all of it without its places."""
    reading = read_site(folder, site)
    read = [read_policy(folder, site, policy) for policy in policies]
    told = Counter(one.rule for found in (reading.found, *(each.diagnostics for each in read)) for one in found)
    rules = {rule: number for rule, number in told.items() if rule not in _MENDED}
    return bare(reading.value), [bare(each.value) for each in read], rules


def says_the_same(before: TextFile, after: TextFile) -> bool:
    """Whether two YAML files have the same texts under the same keys, notes too, and the same comments."""
    one, other = _said(before), _said(after)
    return one is not None and one == other


def _said(file: TextFile) -> object:
    node, _ = read_yaml(file)
    return None if node is None else (_words(node), sorted(comment.text for comment in read_comments(file, node)))


def _words(node: Node) -> object:
    """The texts of a node, spaces and line breaks counting as one space."""
    if isinstance(node, Scalar):
        return " ".join(node.value.split())
    if isinstance(node, Listing):
        return [_words(item) for item in node.items]
    return {entry.key.value: _words(entry.value) for entry in node.entries}


def bare(value: object) -> object:
    """A value of the model without the places of its parts."""
    if isinstance(value, Place | TextFile):
        return None
    if isinstance(value, Excerpt):
        return value.text
    if isinstance(value, Passage):
        # Which entry it belongs to is told from its place.
        return value.text, value.locale
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [bare(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Mapping):
        return {key: bare(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [bare(part) for part in value]
    return value
