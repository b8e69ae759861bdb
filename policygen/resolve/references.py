"""Checks that every reference of a policy leads somewhere, and says where each entry stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.document import ANCHOR_PREFIX, Block, Heading, Item, ItemList, Line, Paragraph, Table
from policygen.model.facts import DataItem
from policygen.model.policy import Continuation, Placement, Policy, ProseBlock, Reference
from policygen.resolve.entries import RegisterEntry, find_entry
from policygen.resolve.quoting import FACT, QUOTABLE
from policygen.text.nearest import nearest


def check_references(policy: Policy) -> tuple[Diagnostic, ...]:
    """Unknown references, unknown entries in blocks, entries shown twice, ids used twice."""
    known = frozenset(_known_refs(policy))
    return (
        *(_unknown(policy, reference, known) for reference in policy.references if reference.ref not in known),
        *(_unknown_entry(policy, lost) for lost in _lost_entries(policy)),
        *_shown_twice(policy),
        *_used_twice(policy),
    )


def places_of(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Where each entry stands: its anchor, then the anchor or the section that shows it; absent where none does."""
    shown = {anchor for section in policy.sections for anchor, _ in _placed(policy, section.prose.values())}
    places = []
    for register, prefix in ANCHOR_PREFIX.items():
        for entry in every_entry(getattr(policy.facts, register)):
            anchor = f"{prefix}-{entry.id}"
            place = anchor if anchor in shown else policy.section_of.get(anchor)
            places += [(anchor, place)] if place else []
    return tuple(places)


def every_entry(entries: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
    """The entries of a register, those inside data groups included, in reading order."""
    for entry in entries:
        yield entry
        if isinstance(entry, DataItem):
            yield from every_entry(entry.items)


def _known_refs(policy: Policy) -> Iterator[str]:
    for register, prefix in ANCHOR_PREFIX.items():
        yield from (f"{prefix}:{entry.id}" for entry in every_entry(getattr(policy.facts, register)))
    for section in policy.sections:
        yield f"section:{section.id}"
        yield from (f"section:{id}" for blocks in section.prose.values() for id in _own_ids(blocks))
    yield from (f"{FACT}{path}" for path in QUOTABLE)


def _unknown(policy: Policy, reference: Reference, known: frozenset[str]) -> Diagnostic:
    kind = reference.ref.partition(":")[0]
    close = nearest(reference.ref, sorted(ref for ref in known if ref.startswith(f"{kind}:")))
    hint = Bilingual(f"หมายถึง {close} หรือไม่", f"did you mean {close}?") if close else _what_there_is(kind, known)
    message = Bilingual(
        f"อ้างถึง {reference.ref} ซึ่งไม่มีอยู่ในนโยบายนี้",
        f"{reference.ref} is referred to, but this policy has no such part",
    )
    return Diagnostic(
        "reference.unknown",
        "error",
        reference.place,
        message,
        hint,
        policy=policy.name,
        locale=reference.locale,
    )


def _what_there_is(kind: str, known: frozenset[str]) -> Bilingual:
    there = sorted(ref for ref in known if ref.startswith(f"{kind}:"))[:8]
    listed = ", ".join(there)
    if not there:
        return Bilingual(f"ยังไม่มีรายการชนิด {kind}: ในนโยบายนี้", f"this policy has nothing of the kind {kind}: yet")
    return Bilingual(f"ที่มีอยู่ ได้แก่ {listed}", f"there is {listed}")


@dataclass(frozen=True, slots=True)
class _Lost:
    placement: Placement
    id: str
    candidates: tuple[str, ...]


def _lost_entries(policy: Policy) -> Iterator[_Lost]:
    for _, placement in _placements(policy):
        entries: Sequence[RegisterEntry] = getattr(policy.facts, placement.register)
        for id in placement.only or ():
            if find_entry(entries, id) is None:
                yield _Lost(placement, id, tuple(entry.id for entry in every_entry(entries)))


def _unknown_entry(policy: Policy, lost: _Lost) -> Diagnostic:
    close = nearest(lost.id, lost.candidates)
    listed = ", ".join(lost.candidates[:8]) or "–"
    hint = (
        Bilingual(f"หมายถึง {close} หรือไม่", f"did you mean {close}?")
        if close
        else Bilingual(f"รายการที่มีอยู่ ได้แก่ {listed}", f"the entries are {listed}")
    )
    register = lost.placement.register
    message = Bilingual(f"ไม่มีรายการ {lost.id} ใน {register}.yaml", f"{register}.yaml has no entry {lost.id}")
    return Diagnostic("reference.unknown-entry", "error", lost.placement.place, message, hint, policy=policy.name)


def _placements(policy: Policy) -> Iterator[tuple[str, Placement]]:
    for section in policy.sections:
        for locale, blocks in section.prose.items():
            yield from ((locale, block) for block in blocks if isinstance(block, Placement))


def _placed(policy: Policy, proses: Iterable[Sequence[ProseBlock]]) -> Iterator[tuple[str, Placement]]:
    """The anchor of every entry that the blocks show, with the placement that shows it."""
    for blocks in proses:
        for block in blocks:
            if isinstance(block, Placement):
                yield from ((anchor, block) for anchor in _anchors(policy, block))


def _anchors(policy: Policy, placement: Placement) -> Iterator[str]:
    entries: Sequence[RegisterEntry] = getattr(policy.facts, placement.register)
    if placement.only is not None:
        entries = [found for id in placement.only if (found := find_entry(entries, id))]
    prefix = ANCHOR_PREFIX[placement.register]
    yield from (f"{prefix}-{entry.id}" for entry in every_entry(entries))


def _shown_twice(policy: Policy) -> Iterator[Diagnostic]:
    for locale in policy.site.locales:
        seen: dict[str, Placement] = {}
        for placement in (one for at, one in _placements(policy) if at == locale):
            anchors = list(_anchors(policy, placement))
            shown = Counter(anchors)
            for anchor in anchors:
                first = seen.setdefault(anchor, placement)
                if first is not placement or shown[anchor] > 1:
                    yield _shown_twice_at(policy, anchor, first, placement)


def _shown_twice_at(policy: Policy, anchor: str, first: Placement, second: Placement) -> Diagnostic:
    kind, _, id = anchor.partition("-")
    message = Bilingual(
        f"แสดงรายการ {id} ซ้ำ (ครั้งแรกที่ {_at(first.place)})",
        f"the entry {id} is shown twice (first at {_at(first.place)})",
    )
    hint = Bilingual(
        f"แสดงครั้งเดียว แล้วที่อื่นให้ลิงก์ถึงด้วย ({kind}:{id})",
        f"show it once, and link to it elsewhere with ({kind}:{id})",
    )
    return Diagnostic("reference.shown-twice", "error", second.place, message, hint, policy=policy.name)


def _used_twice(policy: Policy) -> Iterator[Diagnostic]:
    sections = [section.id for section in policy.sections]
    used: dict[str, Counter[str]] = {}
    for section in policy.sections:
        for locale, blocks in section.prose.items():
            used.setdefault(locale, Counter(sections)).update(_own_ids(blocks))
    for section in policy.sections:
        for locale, blocks in section.prose.items():
            for id in dict.fromkeys(_own_ids(blocks)):
                if used[locale][id] > 1:
                    yield _used_twice_at(policy, section.place, id, locale)


def _used_twice_at(policy: Policy, place: Place, id: str, locale: str) -> Diagnostic:
    message = Bilingual(f"ใช้ id {id} ซ้ำในนโยบายนี้", f"the id {id} is used twice in this policy")
    hint = Bilingual(f"ตั้งชื่อใหม่ให้ไม่ซ้ำ เช่น {{#{id}-2}}", f"choose another, such as {{#{id}-2}}")
    return Diagnostic("reference.id-used-twice", "error", place, message, hint, policy=policy.name, locale=locale)


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _own_ids(blocks: Iterable[ProseBlock]) -> Iterator[str]:
    """The `{#id}`s inside prose."""
    for block in blocks:
        match block:
            case Heading() | Table():
                yield from _given(block.id)
            case Paragraph():
                yield from _given(block.id)
                yield from _own_ids(part for part in block.parts if not isinstance(part, Line))
            case ItemList():
                for item in block.items:
                    yield from _item_ids(item)
            case Continuation() | Placement() | _:
                pass


def _item_ids(item: Item) -> Iterator[str]:
    yield from _given(item.id)
    blocks: tuple[Block, ...] = item.blocks
    yield from _own_ids(blocks)


def _given(id: str | None) -> Iterator[str]:
    if id is not None:
        yield id
