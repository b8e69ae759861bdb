"""A site's own rules, from its rules.yaml."""

from collections.abc import Iterator
from pathlib import Path

from policygen.diagnostics import Diagnostic, Place
from policygen.model.house_rule import Demand, ForbiddenPhrase, HouseRule, RequiredTerm, RetentionBounds
from policygen.sources import house_rule_problems as problems
from policygen.sources import reference_problems
from policygen.sources.house_rule_scope import scope_problems
from policygen.sources.reading import Folder
from policygen.sources.schema.house_rules import BoundsShape, HouseRulesFile, HouseRuleShape
from policygen.sources.texts import plain_text
from policygen.sources.yaml_file import read_shape
from policygen.text.durations import days_of


def read_house_rules(
    folder: Folder, path: Path, locales: tuple[str, ...]
) -> tuple[tuple[HouseRule, ...], list[Diagnostic]]:
    """The rules of the file, none where there is no file; and what is wrong with it."""
    if not (path.exists() or path.is_symlink()):
        return (), []
    shape, found = read_shape(folder, path, HouseRulesFile, locales)
    given: tuple[HouseRuleShape, ...] = () if shape is None else shape.root
    first: dict[str, Place] = {}
    for rule in given:
        if rule.id.value in first:
            found.append(reference_problems.id_twice(rule.id.place(), rule.id.value, first[rule.id.value]))
        first.setdefault(rule.id.value, rule.id.place())
    found += [problem for rule in given for problem in _shape_problems(rule)]
    found += scope_problems(folder, path.parent, given)
    return tuple(_rule(rule, demand, locales) for rule in given for demand in _demands(rule, locales)), found


def _shape_problems(rule: HouseRuleShape) -> Iterator[Diagnostic]:
    """A rule demands one thing, and bounds come with their purpose."""
    kinds = [rule.forbid is not None, rule.require is not None, rule.purpose is not None or rule.retention is not None]
    if sum(kinds) != 1:
        yield problems.one_demand(rule.id.place(), rule.id.value)
    elif kinds[2] and (rule.purpose is None or rule.retention is None or not _bounded(rule)):
        yield problems.bounds(rule.id.place(), rule.id.value)
    elif rule.retention is not None and (crossed := _crossed(rule.retention)) is not None:
        yield problems.crossed_bounds(rule.id.place(), rule.id.value, *crossed)


def _bounded(rule: HouseRuleShape) -> bool:
    return rule.retention is not None and (rule.retention.at_least or rule.retention.at_most) is not None


def _crossed(bounds: BoundsShape) -> tuple[str, str] | None:
    """The least and the most, where the least is the longer one."""
    if bounds.at_least is None or bounds.at_most is None or days_of(bounds.at_least) <= days_of(bounds.at_most):
        return None
    return bounds.at_least, bounds.at_most


def _demands(rule: HouseRuleShape, locales: tuple[str, ...]) -> Iterator[Demand]:
    if rule.forbid is not None:
        yield ForbiddenPhrase(plain_text(rule.forbid, locales))
    elif rule.require is not None:
        yield RequiredTerm(plain_text(rule.require, locales))
    elif rule.purpose is not None and rule.retention is not None:
        yield RetentionBounds(rule.purpose.value, rule.retention.at_least, rule.retention.at_most)


def _rule(rule: HouseRuleShape, demand: Demand, locales: tuple[str, ...]) -> HouseRule:
    return HouseRule(
        id=rule.id.value,
        demand=demand,
        place=rule.id.place(),
        severity=rule.severity,
        message=None if rule.message is None else plain_text(rule.message, locales),
        policies=None if rule.policies is None else tuple(policy.value for policy in rule.policies),
    )
