"""From a policy's folder to a policy: policy.yaml, its registers, the site's glossary and the prose."""

from policygen.diagnostics import Diagnostic, Place
from policygen.model.facts import Facts
from policygen.model.policy import Approval, Next, Policy, StatedDate, Waiver
from policygen.model.site import Site
from policygen.sources import reference_problems as problems
from policygen.sources.loaded import Loaded
from policygen.sources.reading import Folder
from policygen.sources.registers import Registers, read_registers
from policygen.sources.schema.glossary import GlossaryFile, NameShape
from policygen.sources.schema.policy import NextShape, PolicyShape, WaiverShape
from policygen.sources.sections import Sections, read_sections
from policygen.sources.site_loader import read_site
from policygen.sources.texts import TextReader
from policygen.sources.yaml_file import read_shape


def read_policy(folder: Folder, site_id: str, id: str) -> Loaded[Policy]:
    """The policy `id` of a site, None where its site, title or sections cannot be read."""
    site = read_site(folder, site_id)
    if site.value is None:
        return Loaded(None, site.diagnostics)
    locales = site.value.locales
    home = folder.root / site_id / id
    shape, found = read_shape(folder, home / "policy.yaml", PolicyShape, locales)
    found = [*site.diagnostics, *found]
    reader = TextReader(locales)
    registers = read_registers(folder, home, reader)
    names = _names(folder, site_id, locales, found)
    if shape is None:
        return Loaded(None, (*found, *registers.found, *reader.found))
    sections = read_sections(folder, home, shape.sections, registers.present, reader)
    found += _lost_sections(registers, shape)
    policy = _policy(
        site.value, id, shape, registers, sections, names, reader, Place(folder.shown(home / "policy.yaml"))
    )
    return Loaded(policy, (*found, *registers.found, *sections.found, *reader.found))


def _policy(
    site: Site,
    id: str,
    shape: PolicyShape,
    registers: Registers,
    sections: Sections,
    names: tuple[str, ...],
    reader: TextReader,
    place: Place,
) -> Policy:
    facts = Facts(
        controller=site.controller,
        authoritative=site.authoritative,
        regimes=site.regimes,
        names=names,
        was=(*registers.was, *_renamed_sections(shape)),
        **registers.facts,
    )
    known = {section.id for section in sections.sections}
    return Policy(
        site=site,
        id=id,
        title=reader.text(shape.title),
        sections=tuple(sections.sections),
        facts=facts,
        wordings=registers.wordings,
        entry_places={**registers.places, **{section.id: section.place for section in sections.sections}},
        section_of={anchor: told.value for anchor, told in registers.sections.items() if told.value in known},
        stated=None if shape.stated is None else StatedDate(shape.stated.date, reader.text(shape.stated.words)),
        translated={locale: shape.translated[locale] for locale in site.locales if locale in shape.translated},
        next=_next(shape.next, reader),
        waivers=tuple(_waiver(waiver) for waiver in shape.waivers),
        # Read last: every text above adds to them.
        references=tuple(reader.references),
        place=place,
    )


def _names(folder: Folder, site: str, locales: tuple[str, ...], found: list[Diagnostic]) -> tuple[str, ...]:
    """The names of the glossary that stay on one line; none where there is no glossary."""
    path = folder.root / site / "glossary.yaml"
    if not path.exists():
        return ()
    shape, told = read_shape(folder, path, GlossaryFile, locales)
    found += told
    if shape is None:
        return ()
    names = [name if isinstance(name, NameShape) else NameShape.model_construct(name=name) for name in shape.root]
    return tuple(dict.fromkeys(name.name for name in names if _stays_whole(name)))


def _stays_whole(name: NameShape) -> bool:
    return name.kind != "word" if name.nowrap is None else name.nowrap


def _renamed_sections(shape: PolicyShape) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (f"section:{section.id.value}", tuple(id.value for id in section.was))
        for section in shape.sections
        if section.was
    )


def _lost_sections(registers: Registers, shape: PolicyShape) -> list[Diagnostic]:
    known = [section.id.value for section in shape.sections]
    return [
        problems.unknown_section(told.place(), told.value, known)
        for told in registers.sections.values()
        if told.value not in known
    ]


def _next(shape: NextShape, reader: TextReader) -> Next:
    return Next(
        effective=shape.effective,
        published=shape.published,
        summary=reader.optional(shape.summary),
        notice=shape.notice,
        notice_reason=shape.notice_reason,
        approved=tuple(Approval(a.name, a.role, a.date, a.digest) for a in shape.approved),
    )


def _waiver(shape: WaiverShape) -> Waiver:
    return Waiver(shape.rule.value, shape.reason, shape.until, shape.rule.place(), shape.path)
