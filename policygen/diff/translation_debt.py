"""Translation debt: clauses whose translation stayed as it was while the text that prevails changed.

Told from editions alone. A translated clause is followed back, by its own words, to the edition that gave it them;
the prevailing clause that stood beside it there is compared with the one that stands beside it now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policygen.diff.folding import squeezed
from policygen.diff.leaves import Leaf, leaves_of
from policygen.model.alignment import BlockPair, align_blocks
from policygen.model.document import Block, Document, Run, Section
from policygen.model.edition import Edition
from policygen.model.identity import ById

_Name = tuple[str, str, int]
"""What a clause is known by: where it stands (or nothing), what it says, and its number among those equal in that."""


@dataclass(frozen=True, slots=True)
class Debt:
    """A clause whose translation is behind.

    `translation` is the clause in `locale` as it stands; `old` is the prevailing clause that it translates, `new` what
    became of that. `edition` is the place, among the editions, of the one that brought the change; `behind` counts
    the editions after it (0: it is the last).
    """

    locale: str
    translation: Leaf
    old: Leaf
    new: Leaf
    edition: int
    behind: int

    @property
    def anchor(self) -> str:
        """Where it stands in either language: its own id, else its entry's, else its section's."""
        own = self.translation.name
        return own[1:] if own and own.startswith("#") else self.translation.entry or self.translation.section


def translation_debt(editions: Sequence[Edition]) -> tuple[Debt, ...]:
    """The debts of the last of these editions, which are in order of time, in the reading order of each translation.

    A difference of spaces, or of a spelling that was mended, is none. An edition that names a later day of translation
    (`translated:`) has all of its translation looked through: nothing before it counts.
    """
    return _debts_of_last(ById(tuple(editions))) if editions else ()


@lru_cache(maxsize=16)
def _debts_of_last(known: ById[Edition]) -> tuple[Debt, ...]:
    editions = known.values
    prevails = editions[-1].facts.authoritative
    others = [locale for locale in editions[-1].locales if locale != prevails]
    return tuple(debt for locale in others for debt in _debts(editions, prevails, locale))


# One translation


@dataclass(frozen=True, slots=True)
class _Clause:
    """A translated clause and the prevailing one beside it, and what each says."""

    translation: Leaf
    beside: Leaf
    says: str
    beside_says: str

    @property
    def where(self) -> str:
        """The place in which it is looked for first."""
        return self.translation.name or self.translation.entry or self.translation.section


@dataclass(frozen=True, slots=True)
class _SectionAbreast:
    """A section in both languages: its clauses, and all that the prevailing text says."""

    clauses: tuple[_Clause, ...]
    prevailing: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Abreast:
    """The clauses of one edition by section, and by what a translated one is known by."""

    sections: Mapping[str, _SectionAbreast]
    named: Mapping[_Name, _Clause]

    def find(self, names: tuple[_Name, _Name]) -> _Clause | None:
        """The clause of that place and words or, where it was elsewhere, of those words."""
        return self.named.get(names[0]) or self.named.get(names[1])


def _debts(editions: Sequence[Edition], prevails: str, locale: str) -> Iterator[Debt]:
    history = _History(editions, prevails, locale)
    last = history.abreast(len(editions) - 1)
    if last is None:
        return
    told: set[tuple[str, str, str]] = set()
    for clause, names in _numbered(last.sections.values()):
        way = history.way_back(names)
        made_for = way[0][1]
        key = (clause.translation.section, made_for.beside_says, clause.beside_says)
        if made_for.beside_says == clause.beside_says or key in told or _still_stands(made_for, last):
            continue
        told.add(key)
        since = _last_run([at for at, then in way if then.beside_says != made_for.beside_says])
        if _matters(made_for.beside, clause.beside, prevails, editions[way[0][0]], editions[-1]):
            yield Debt(locale, clause.translation, made_for.beside, clause.beside, since, len(editions) - 1 - since)


def _still_stands(made_for: _Clause, last: _Abreast) -> bool:
    """Whether the prevailing clause is there as it was, and only stands beside another now."""
    section = last.sections.get(made_for.beside.section)
    return section is not None and made_for.beside_says in section.prevailing


def _matters(old: Leaf, new: Leaf, locale: str, before: Edition, now: Edition) -> bool:
    """Whether the change is more than one of spaces or of spelling, which no translation has to follow."""
    from policygen.diff.events.text_judge import text_judge

    return text_judge(before.facts, now.facts)(old.text, new.text, locale) in ("wording", "meaning")


def _last_run(places: Sequence[int]) -> int:
    """The first of the consecutive places at the end."""
    first = places[-1]
    for at in reversed(places):
        if at < first - 1:
            break
        first = at
    return first


class _History:
    """The editions from the last back, each read when it is asked for; equal sections are read once."""

    def __init__(self, editions: Sequence[Edition], prevails: str, locale: str) -> None:
        self._editions = editions
        self._prevails = prevails
        self._locale = locale
        self._read: dict[int, _Abreast | None] = {}
        self._sections: dict[str, list[tuple[Section, Section, _SectionAbreast]]] = {}

    def abreast(self, at: int) -> _Abreast | None:
        """The clauses of an edition, None where it lacks one of the languages."""
        if at not in self._read:
            edition = self._editions[at]
            translation, prevailing = edition.document(self._locale), edition.document(self._prevails)
            self._read[at] = self._abreast(translation, prevailing) if translation and prevailing else None
        return self._read[at]

    def way_back(self, names: tuple[_Name, _Name]) -> list[tuple[int, _Clause]]:
        """The clause in each edition since the translation has its words, the earliest first; the last has it."""
        way: list[tuple[int, _Clause]] = []
        for at in range(len(self._editions) - 1, -1, -1):
            abreast = self.abreast(at)
            clause = abreast.find(names) if abreast else None
            if clause is None:
                break
            way.append((at, clause))
            if self._looked_through(at):
                break
        return way[::-1]

    def _looked_through(self, at: int) -> bool:
        """Whether the edition names another day of translation than the one before it."""
        if at == 0:
            return False
        now, before = (self._editions[one].document(self._locale) for one in (at, at - 1))
        return now is not None and before is not None and now.translated not in (None, before.translated)

    def _abreast(self, translation: Document, prevailing: Document) -> _Abreast:
        title = Section("", translation.title, ()), Section("", prevailing.title, ())
        others = {section.id: section for section in prevailing.sections}
        both = [(section, others[section.id]) for section in translation.sections if section.id in others]
        sections = {mine.id: self._section(mine, theirs) for mine, theirs in (title, *both)}
        named: dict[_Name, _Clause] = {}
        for clause, names in _numbered(sections.values()):
            named |= dict.fromkeys(names, clause)
        return _Abreast(sections, named)

    def _section(self, translation: Section, prevailing: Section) -> _SectionAbreast:
        known = self._sections.setdefault(translation.id, [])
        for mine, theirs, abreast in known:
            if mine == translation and theirs == prevailing:
                return abreast
        known.append((translation, prevailing, _side_by_side(ById((translation, prevailing)))))
        return known[-1][2]


def _numbered(sections: Iterable[_SectionAbreast]) -> Iterator[tuple[_Clause, tuple[_Name, _Name]]]:
    """All clauses, each with its two names; equal ones are told apart by their number."""
    seen: dict[tuple[str, str], int] = {}
    for section in sections:
        for clause in section.clauses:
            keys = (clause.where, clause.says), ("", clause.says)
            first, second = ((*key, seen.get(key, 0)) for key in keys)
            seen |= {key: seen.get(key, 0) + 1 for key in keys}
            yield clause, (first, second)


# One section in both languages


@lru_cache(maxsize=512)
def _side_by_side(both: ById[Section]) -> _SectionAbreast:
    """A section in two languages; those of versions, and most of a draft's, stay the same objects while one edits."""
    translation, prevailing = both.values
    mine, theirs = _by_block(translation), _by_block(prevailing)
    pairs = [*zip(mine.get(None, ()), theirs.get(None, ()), strict=False)]
    for pair in align_blocks(translation.blocks, prevailing.blocks):
        pairs += _block_pairs(pair, mine, theirs)
    clauses = tuple(_Clause(own, other, _says(own), _says(other)) for own, other in pairs)
    return _SectionAbreast(clauses, frozenset(_says(leaf) for leaves in theirs.values() for leaf in leaves))


def _by_block(section: Section) -> Mapping[int | None, Sequence[Leaf]]:
    """The leaves of each block, by its identity; the title stands under None."""
    found: dict[int | None, list[Leaf]] = {}
    for leaf in leaves_of(Document("", (), (section,))):
        found.setdefault(id(leaf.block) if leaf.block is not None else None, []).append(leaf)
    return found


def _block_pairs(
    pair: BlockPair, mine: Mapping[int | None, Sequence[Leaf]], theirs: Mapping[int | None, Sequence[Leaf]]
) -> Iterator[tuple[Leaf, Leaf]]:
    own, other = _leaves(pair[0], mine), _leaves(pair[1], theirs)
    if not own or not other:
        return
    if [_kind(leaf) for leaf in own] == [_kind(leaf) for leaf in other]:
        yield from zip(own, other, strict=True)
    else:
        # Of another shape: each clause has the whole of the other language's block beside it.
        whole = replace(other[0], runs=(Run(" ".join(leaf.text for leaf in other)),), label="")
        yield from ((leaf, whole) for leaf in own)


def _leaves(block: Block | None, leaves: Mapping[int | None, Sequence[Leaf]]) -> Sequence[Leaf]:
    return () if block is None else leaves.get(id(block), ())


def _kind(leaf: Leaf) -> tuple[str, int, str | None]:
    return leaf.kind, leaf.depth, leaf.entry


def _says(leaf: Leaf) -> str:
    return squeezed(leaf.text)
