"""What the rules of a rules.yaml name outside of it: policies of the site, and purposes of those policies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from policygen.diagnostics import Diagnostic
from policygen.sources import house_rule_problems as problems
from policygen.sources.nodes import Listing, Mapping, Scalar
from policygen.sources.reading import Folder
from policygen.sources.schema.house_rules import HouseRuleShape
from policygen.sources.tree import policies
from policygen.sources.yaml_file import read_node


def scope_problems(folder: Folder, site: Path, rules: Sequence[HouseRuleShape]) -> Iterator[Diagnostic]:
    """Policies and purposes that the site in the folder `site` does not have, so that a rule never tells anything."""
    if not any(rule.policies or rule.purpose for rule in rules):
        return
    known = policies(folder, site.name)
    for rule in rules:
        named = known if rule.policies is None else tuple(policy.value for policy in rule.policies)
        for policy in rule.policies or ():
            if policy.value not in known:
                yield problems.unknown_policy(policy.place(), policy.value, known)
        yield from _unknown_purpose(folder, [site / policy for policy in named if policy in known], rule)


def _unknown_purpose(folder: Folder, homes: Sequence[Path], rule: HouseRuleShape) -> Iterator[Diagnostic]:
    """A purpose that none of the policies has; nothing where one cannot be read, and so may have it."""
    if rule.purpose is None:
        return
    known: list[str] = []
    for home in homes:
        ids = _purposes(folder, home)
        if ids is None or rule.purpose.value in ids:
            return
        known += ids
    if homes:
        yield problems.unknown_purpose(rule.purpose.place(), rule.purpose.value, known)


def _purposes(folder: Folder, home: Path) -> list[str] | None:
    """The ids in the policy's purposes.yaml, else in the site's; None where the file cannot be read."""
    candidates = (home / "purposes.yaml", home.parent / "purposes.yaml")
    path = next((path for path in candidates if path.exists() or path.is_symlink()), None)
    if path is None:
        return []
    node, _ = read_node(folder, path)
    if not isinstance(node, Listing):
        return None
    ids = (item.get("id") for item in node.items if isinstance(item, Mapping))
    return [id.value for id in ids if isinstance(id, Scalar)]
