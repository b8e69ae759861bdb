"""From a policy's folder to a policy: policy.yaml, its registers, the site's glossary and the prose."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policygen.diagnostics import Diagnostic, Place
from policygen.model.facts import Facts, LocalText
from policygen.model.house_rule import HouseRule
from policygen.model.policy import Approval, Next, Passage, Policy, Reference, StatedDate, Waiver
from policygen.model.site import Site
from policygen.sources import reference_problems as problems
from policygen.sources.house_rules import read_house_rules
from policygen.sources.loaded import Loaded
from policygen.sources.reading import Folder
from policygen.sources.registers import Registers, read_registers
from policygen.sources.schema.glossary import GlossaryFile, NameShape
from policygen.sources.schema.policy import NextShape, PolicyShape, WaiverShape
from policygen.sources.sections import Sections, read_sections
from policygen.sources.site_loader import read_site
from policygen.sources.texts import TextReader
from policygen.sources.tree import bad_policy_name, check_policy
from policygen.sources.yaml_file import read_shape


def read_policy(folder: Folder, site_id: str, id: str) -> Loaded[Policy]:
    """The policy `id` of a site, None where its site, policy.yaml or a register of it cannot be read."""
    site = read_site(folder, site_id)
    if not site.locales:
        return Loaded(None, site.found)
    refused = bad_policy_name(Place(folder.shown(folder.root / site_id)), id, site.locales)
    if refused is not None:
        return Loaded(None, (*site.found, refused))
    parts, found = _read_parts(folder, folder.root / site_id / id, site.locales)
    found += check_policy(folder, site_id, id)
    # Once: a link that leaves the content is met by who reads it, and by who looks at the names.
    every = tuple(dict.fromkeys((*site.found, *found)))
    if site.value is None or parts is None or not parts.registers.complete:
        return Loaded(None, every)
    return Loaded(replace(_policy(site.value, id, parts), site_passages=site.passages), every)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Everything that the files of a policy say, before it is put together."""

    shape: PolicyShape
    title: LocalText
    stated: StatedDate | None
    next: Next
    registers: Registers
    sections: Sections
    names: tuple[NameShape, ...]
    house_rules: tuple[HouseRule, ...]
    references: tuple[Reference, ...]
    passages: tuple[Passage, ...]
    place: Place


def _read_parts(folder: Folder, home: Path, locales: tuple[str, ...]) -> tuple[_Parts | None, list[Diagnostic]]:
    """What the files say, None where policy.yaml cannot be read; and what is wrong with any of them."""
    path = home / "policy.yaml"
    shape, found = read_shape(folder, path, PolicyShape, locales)
    reader = TextReader(locales, folder.kept)
    registers = read_registers(folder, home, reader)
    names, told = _names(folder, home.parent / "glossary.yaml", locales)
    house_rules, told_of_rules = read_house_rules(folder, home.parent / "rules.yaml", locales)
    found += [*registers.found, *told, *told_of_rules]
    if shape is None:
        return None, [*found, *reader.found]
    sections = read_sections(folder, home, shape.sections, registers.present, reader)
    found += [*sections.found, *_lost_sections(registers, shape)]
    parts = _Parts(
        shape=shape,
        title=reader.text(shape.title),
        stated=_stated(shape, reader),
        next=_next(shape.next, reader),
        registers=registers,
        sections=sections,
        names=names,
        house_rules=house_rules,
        # Last: each text above adds to them.
        references=tuple(reader.references),
        passages=tuple(reader.passages),
        place=Place(folder.shown(path)),
    )
    return parts, [*found, *reader.found]


def _policy(site: Site, id: str, parts: _Parts) -> Policy:
    sections = parts.sections.sections
    translated = parts.shape.translated
    return Policy(
        site=site,
        id=id,
        title=parts.title,
        sections=tuple(sections),
        facts=_facts(site, parts),
        wordings=parts.registers.wordings,
        entry_places={**parts.registers.places, **{section.id: section.place for section in sections}},
        section_of={anchor: told.value for anchor, told in parts.registers.sections.items()},
        references=parts.references,
        passages=tuple(_owned(parts.passages, parts.registers.places)),
        glossary=tuple(dict.fromkeys(name.name for name in parts.names)),
        house_rules=parts.house_rules,
        stated=parts.stated,
        translated={locale: translated[locale] for locale in site.locales if locale in translated},
        next=parts.next,
        waivers=tuple(_waiver(waiver) for waiver in parts.shape.waivers),
        place=parts.place,
    )


def _owned(passages: Iterable[Passage], places: Mapping[str, Place]) -> Iterator[Passage]:
    """Each passage with the entry that it stands in: the last that begins before it in its file."""
    begins = sorted((place.path, place.line, place.column, anchor) for anchor, place in places.items())
    for passage in passages:
        yield passage if passage.anchor else _of_its_owner(passage, begins)


def _of_its_owner(passage: Passage, begins: Sequence[tuple[str, int, int, str]]) -> Passage:
    at = passage.place()
    before = bisect_right(begins, (at.path, at.line, at.column, ""))
    path, _, _, anchor = begins[before - 1] if before else ("", 0, 0, "")
    return replace(passage, anchor=anchor) if path == at.path else passage


def _names(folder: Folder, path: Path, locales: tuple[str, ...]) -> tuple[tuple[NameShape, ...], list[Diagnostic]]:
    """The names and words of the glossary; none where there is no glossary."""
    if not (path.exists() or path.is_symlink()):
        return (), []
    shape, found = read_shape(folder, path, GlossaryFile, locales)
    return () if shape is None else tuple(_name(given) for given in shape.root), found


def _name(given: str | NameShape) -> NameShape:
    return given if isinstance(given, NameShape) else NameShape.model_construct(name=given)


def _stays_whole(name: NameShape) -> bool:
    return name.kind != "word" if name.nowrap is None else name.nowrap


def _facts(site: Site, parts: _Parts) -> Facts:
    return Facts(
        controller=site.controller,
        authoritative=site.authoritative,
        regimes=site.regimes,
        names=tuple(dict.fromkeys(name.name for name in parts.names if _stays_whole(name))),
        was=(*parts.registers.was, *_renamed_sections(parts.shape)),
        **parts.registers.facts,
    )


def _renamed_sections(shape: PolicyShape) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (f"section:{section.id.value}", tuple(id.value for id in section.was))
        for section in shape.sections
        if section.was
    )


def _lost_sections(registers: Registers, shape: PolicyShape) -> list[Diagnostic]:
    """Sections that entries name and the policy does not have."""
    known = [section.id.value for section in shape.sections]
    return [
        problems.unknown_section(told.place(), told.value, known)
        for told in registers.sections.values()
        if told.value not in known
    ]


def _stated(shape: PolicyShape, reader: TextReader) -> StatedDate | None:
    return None if shape.stated is None else StatedDate(shape.stated.date, reader.text(shape.stated.words))


def _next(shape: NextShape, reader: TextReader) -> Next:
    return Next(
        effective=shape.effective,
        published=shape.published,
        summary=reader.optional(shape.summary),
        notice=shape.notice,
        notice_reason=shape.notice_reason,
        approved=tuple(Approval(given.name, given.role, given.date, given.digest) for given in shape.approved),
    )


def _waiver(shape: WaiverShape) -> Waiver:
    return Waiver(shape.rule.value, shape.reason, shape.until, shape.rule.place(), shape.path)
