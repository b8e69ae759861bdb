"""Comparing two documents: what has an id is paired by it, the rest by content."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from types import MappingProxyType

from policygen.diff.compare import compared, compared_pairs
from policygen.diff.folding import BLANKS, squeezed
from policygen.diff.leaves import Leaf, leaves_of
from policygen.diff.pairing import Group, Side, pair_parts
from policygen.diff.parts import Parted, Span
from policygen.diff.redline import Pair, Redline
from policygen.diff.words import same_thai
from policygen.model.document import Document, plain
from policygen.text.segmentation import ThaiWords


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be compared with others: its leaves, and its text with a line for each."""

    leaves: tuple[Leaf, ...]
    text: str
    spans: tuple[Span, ...]
    keys: tuple[str, ...]
    """Of leaves without their labels, for a number may change with its place."""

    def parted(self, thai: ThaiWords) -> Parted[Leaf]:
        """The leaves as parts whose words are cut with `thai`."""
        return Parted(self.text, self.leaves, self.spans, self.keys, thai)


def prepared(document: Document) -> Prepared:
    """The document, ready to be compared."""
    leaves = leaves_of(document)
    texts = [leaf.text.strip(BLANKS) for leaf in leaves]
    ends = list(accumulate(len(text) + 1 for text in texts))
    spans = tuple((end - 1 - len(text), end - 1) for text, end in zip(texts, ends, strict=True))
    keys = tuple(squeezed(plain(leaf.runs)) or squeezed(leaf.label) for leaf in leaves)
    return Prepared(leaves, "\n".join(texts), spans, keys)


Former = Mapping[str, Sequence[str]]
"""The former ids of what was renamed, as facts have them: `{"section:contact": ["contact-us"]}`."""
_NOTHING: Former = MappingProxyType({})


def compare_documents(old: Document, new: Document, thai: ThaiWords, was: Former = _NOTHING) -> Redline[Leaf]:
    """The redline of two documents; its pairs are of leaves, its runs tile their texts, a line each."""
    return compared(*_paired(prepared(old), prepared(new), thai, was))


def compare_prepared(old: Prepared, new: Prepared, thai: ThaiWords, was: Former = _NOTHING) -> tuple[Pair[Leaf], ...]:
    """The pairs of the redline of two documents."""
    return compared_pairs(*_paired(old, new, thai, was))


def _paired(
    old: Prepared, new: Prepared, thai: ThaiWords, was: Former
) -> tuple[Parted[Leaf], Parted[Leaf], Sequence[Group]]:
    """Both documents as parts, and which of them belong together."""
    old_names, new_names = _names(old.leaves, new.leaves, _renamed(was, new.leaves))
    old_parts, new_parts = old.parted(thai), new.parted(thai)
    if same_thai(old.text, new.text):
        old_parts, new_parts = replace(old_parts, thai=None), replace(new_parts, thai=None)
    return old_parts, new_parts, pair_parts(_side(old_parts, old_names), _side(new_parts, new_names))


def _side(parts: Parted[Leaf], names: Sequence[str | None]) -> Side:
    keys = tuple(f"\0{name}" if name else key for name, key in zip(names, parts.keys, strict=True))
    by_id = frozenset(at for at, name in enumerate(names) if name)
    return Side(keys, parts.keys, lambda part: parts.words(part).keys, by_id)


# Names: by what a leaf is paired, in the words of the new document


def _renamed(was: Former, new: Sequence[Leaf]) -> dict[str, str]:
    """Today's id of a section or anchor of an entry, by the former one, if nothing new has taken that over."""
    taken = {leaf.section for leaf in new} | {leaf.entry for leaf in new}
    today: dict[str, str] = {}
    for name, formers in was.items():
        kind, _, own = name.partition(":")
        prefix = "" if kind == "section" else f"{kind}-"
        today |= {f"{prefix}{former}": f"{prefix}{own}" for former in formers if f"{prefix}{former}" not in taken}
    return today


def _names(
    old: Sequence[Leaf], new: Sequence[Leaf], renamed: Mapping[str, str]
) -> tuple[list[str | None], list[str | None]]:
    """The names of all leaves: of sections, entries and fields always; of others where both documents have them."""
    old = [_today(leaf, renamed) for leaf in old]
    old_count, new_count = _entry_sizes(old), _entry_sizes(new)
    settled = {entry for entry in old_count | new_count if _same_or_none(old_count[entry], new_count[entry])}
    shared = {leaf.name for leaf in old} & {leaf.name for leaf in new}
    return list(_leaf_names(old, settled, shared)), list(_leaf_names(new, settled, shared))


def _same_or_none(old: int, new: int) -> bool:
    """Whether an entry has as many leaves in both documents, or is in one only: then they are its first, second …"""
    return old == new or not old or not new


def _leaf_names(leaves: Sequence[Leaf], settled: set[str], shared: set[str | None]) -> Iterator[str | None]:
    seen: Counter[str] = Counter()
    for leaf in leaves:
        if leaf.name and (leaf.name in shared or not leaf.name.startswith("#")):
            yield leaf.name
        elif leaf.entry in settled and leaf.entry:
            seen[leaf.entry] += 1
            yield f"{leaf.entry}/{seen[leaf.entry]}"
        else:
            yield None


def _entry_sizes(leaves: Sequence[Leaf]) -> Counter[str]:
    """How many leaves without a name of their own each entry has."""
    return Counter(leaf.entry for leaf in leaves if leaf.entry and not leaf.name)


def _today(leaf: Leaf, renamed: Mapping[str, str]) -> Leaf:
    """An old leaf under today's ids."""
    if leaf.kind == "section" and leaf.section in renamed:
        return replace(leaf, name=f"section:{renamed[leaf.section]}")
    if leaf.entry in renamed and leaf.entry:
        anchor = renamed[leaf.entry]
        name = leaf.name and leaf.name.replace(f"{leaf.entry}:", f"{anchor}:", 1)
        return replace(leaf, entry=anchor, name=name)
    return leaf
