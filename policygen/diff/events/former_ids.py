"""An old edition as the new one refers to its parts: a part under another id is no other part.

The parts themselves keep their own ids, so that what is gone is found in the old text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from policygen.diff.events.pairing import HasId, data_items, former_ids, pair_entries
from policygen.model.document import ANCHOR_PREFIX, Run
from policygen.model.edition import Edition
from policygen.model.facts import Facts, Purpose, Recipient, Tool


def under_new_ids(old: Edition, new: Edition) -> Edition:
    """The old edition, in which links and lists of data and purposes name renamed parts by their new ids."""
    renamed = {before: after for before, after in kept_parts(old, new).items() if before != after}
    found: Edition = _renamed(old, renamed) if renamed else old
    return found


def kept_parts(old: Edition, new: Edition) -> dict[str, str]:
    """The new reference of each part that both editions have, by its old one (`purpose:billing`: `purpose:charges`)."""
    entries = {prefix: (_entries(old.facts, name), _entries(new.facts, name)) for name, prefix in ANCHOR_PREFIX.items()}
    entries["section"] = (_sections(old), _sections(new))
    return {
        f"{prefix}:{pair.old.id}": f"{prefix}:{pair.new.id}"
        for prefix, (before, after) in entries.items()
        for pair in pair_entries(before, after, former_ids(new.facts, prefix))
        if pair.old and pair.new
    }


def _entries(facts: Facts, register: str) -> tuple[HasId, ...]:
    return tuple(data_items(facts.data)) if register == "data" else getattr(facts, register)


def _sections(edition: Edition) -> tuple[HasId, ...]:
    """The sections of every document, each id once."""
    return tuple({section.id: section for document in edition.documents for section in document.sections}.values())


def _renamed(value: Any, renamed: Mapping[str, str]) -> Any:
    """A value with the references inside it renamed."""
    match value:
        case Run():
            return replace(value, ref=renamed.get(value.ref, value.ref)) if value.ref else value
        case tuple():
            return tuple(_renamed(part, renamed) for part in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _with_renamed_members(value, renamed)
        case _:
            return value


def _with_renamed_members(value: Any, renamed: Mapping[str, str]) -> Any:
    changed = {field.name: _renamed(getattr(value, field.name), renamed) for field in fields(value)}
    if isinstance(value, Purpose | Tool | Recipient):
        changed |= dict(_renamed_lists(value, renamed))
    return replace(value, **changed)


def _renamed_lists(value: Purpose | Tool | Recipient, renamed: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """The lists of ids of data and purposes, which are told from other words by where they stand."""
    for name, prefix in (("data", "data"), ("purposes", "purpose")):
        ids = getattr(value, name, None)
        if isinstance(ids, tuple):
            yield name, _ids(ids, prefix, renamed)


def _ids(ids: Iterable[str], prefix: str, renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(renamed.get(f"{prefix}:{id}", f"{prefix}:{id}").partition(":")[2] for id in ids)
