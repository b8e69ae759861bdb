"""Compares the documents of two editions, each pair once while its pages are made.

The heavy work of a redline happens here, and only when a page asks for it.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from policygen.diff.leaves import Leaf
from policygen.diff.redline import Pair
from policygen.model.document import Document
from policygen.model.facts import Facts

LeafPairs = tuple[Pair[Leaf], ...]
# The pages of one version follow one another: two languages, both side by side, and the way from the one before.
_KEPT = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One document of an edition, with the edition's facts."""

    document: Document
    facts: Facts


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The last comparisons that were made."""

    _made: OrderedDict[tuple[int, int], tuple[Document, Document, LeafPairs]] = field(default_factory=OrderedDict)

    def pairs(self, old: Side, new: Side, others: Callable[[], Iterable[Facts]] = tuple) -> LeafPairs:
        """What became of each leaf of the old document, in the reading order of the new.

        `others` gives the facts of all editions that will be compared: one dictionary then serves them all.
        """
        key = (id(old.document), id(new.document))
        if key not in self._made:
            # The documents are kept too, so that no others can get their identities.
            self._made[key] = (old.document, new.document, compare(old, new, others()))
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return self._made[key][2]


def compare(old: Side, new: Side, others: Iterable[Facts] = ()) -> LeafPairs:
    """The comparison itself; it depends on the two editions alone, whatever the `others`."""
    from policygen.diff.documents import compare_documents
    from policygen.diff.events.text_judge import terms_of
    from policygen.text.segmentation import ThaiWords

    thai = ThaiWords(terms_of((old.facts, new.facts)), terms_of(others))
    return compare_documents(old.document, new.document, thai, dict(new.facts.was)).pairs
