"""Compares the documents of two editions, each pair once while its pages are made.

The heavy work of a redline happens here, and only when a page asks for it.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from policygen.diff.leaves import Leaf
from policygen.diff.redline import Pair
from policygen.model.document import Document
from policygen.model.facts import Facts

if TYPE_CHECKING:
    from policygen.diff.documents import Prepared

_K = TypeVar("_K")
_V = TypeVar("_V")
LeafPairs = tuple[Pair[Leaf], ...]
# The pages of one version follow one another: two languages, both side by side, and the way from the ones before.
_KEPT = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One document of an edition, with the edition's facts."""

    document: Document
    facts: Facts


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The last comparisons that were made, and the documents that were made ready for them."""

    _made: OrderedDict[tuple[int, int], tuple[Document, Document, LeafPairs]] = field(default_factory=OrderedDict)
    _ready: OrderedDict[int, tuple[Document, "Prepared"]] = field(default_factory=OrderedDict)

    def pairs(self, old: Side, new: Side, others: Callable[[], tuple[str, ...]] = tuple) -> LeafPairs:
        """What became of each leaf of the old document, in the reading order of the new.

        `others` gives the terms of all editions that will be compared: one dictionary then serves them all. The
        comparison depends on its two editions alone.
        """
        # The documents are kept too, so that no others can get their identities.
        key = (id(old.document), id(new.document))
        if key not in self._made:
            _keep(self._made, key, (old.document, new.document, self._compared(old, new, others())))
        return self._made[key][2]

    def _compared(self, old: Side, new: Side, others: tuple[str, ...]) -> LeafPairs:
        from policygen.diff.documents import compare_prepared
        from policygen.diff.events.text_judge import terms_of
        from policygen.text.segmentation import ThaiWords

        thai = ThaiWords(terms_of((old.facts, new.facts)), others)
        return compare_prepared(self._prepared(old), self._prepared(new), thai, dict(new.facts.was))

    def _prepared(self, side: Side) -> "Prepared":
        from policygen.diff.documents import prepared

        key = id(side.document)
        if key not in self._ready:
            _keep(self._ready, key, (side.document, prepared(side.document)))
        return self._ready[key][1]


def _keep(kept: OrderedDict[_K, _V], key: _K, value: _V) -> None:
    """Keep one more, and not too many."""
    kept[key] = value
    if len(kept) > _KEPT:
        kept.popitem(last=False)
