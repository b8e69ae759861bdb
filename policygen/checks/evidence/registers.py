"""What the registers say together: which data a purpose uses, which purposes use an item.

Groups stand for all that is in them. Knows nothing of laws and of texts.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from policygen.model.facts import NOT_STATED, DataItem, Facts, Purpose, Stated
from policygen.model.identity import ById


def items_of(data: Iterable[DataItem]) -> Iterator[DataItem]:
    """Every item, and every group that lists none, in order."""
    for item in data:
        if item.items:
            yield from items_of(item.items)
        else:
            yield item


def every_entry(data: Iterable[DataItem]) -> Iterator[DataItem]:
    """Every item and every group, in order."""
    for item in data:
        yield item
        yield from every_entry(item.items)


def items_named(ids: Stated[tuple[str, ...]], facts: Facts) -> tuple[DataItem, ...]:
    """The items that are named, or stand in a group that is; none where that is not stated."""
    return () if ids is NOT_STATED else _items_named(ids, ById(facts.data))


@lru_cache(maxsize=512)
def _items_named(ids: tuple[str, ...], data: ById[DataItem]) -> tuple[DataItem, ...]:
    return tuple(items_of(entry for entry in every_entry(data.values) if entry.id in ids))


def purposes_using(item: DataItem, facts: Facts) -> tuple[Purpose, ...]:
    """The purposes that use the item, by its own name or by that of a group around it."""
    return tuple(purpose for purpose in facts.purposes if item in items_named(purpose.data, facts))
