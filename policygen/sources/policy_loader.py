"""From a policy's folder to a policy: policy.yaml, its registers, the site's glossary and the prose."""

from dataclasses import dataclass, field
from pathlib import Path

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
from policygen.sources.tree import bad_policy_name
from policygen.sources.yaml_file import read_shape


def read_policy(folder: Folder, site_id: str, id: str) -> Loaded[Policy]:
    """The policy `id` of a site, None where its site, policy.yaml or a register of it cannot be read."""
    site = read_site(folder, site_id)
    if site.value is None:
        return Loaded(None, site.diagnostics)
    refused = bad_policy_name(folder, site_id, id, site.value.locales)
    if refused is not None:
        return Loaded(None, (*site.diagnostics, refused))
    reading = _Reading(site.value, id, folder, folder.root / site_id / id)
    policy = reading.policy()
    return Loaded(policy, (*site.diagnostics, *reading.found))


@dataclass(slots=True)
class _Reading:
    """One reading of a policy: what is known from the start, and what is found."""

    site: Site
    id: str
    folder: Folder
    home: Path
    found: list[Diagnostic] = field(default_factory=list)

    def policy(self) -> Policy | None:
        """The policy; everything that can be read is read before it is told that something cannot."""
        path = self.home / "policy.yaml"
        shape, found = read_shape(self.folder, path, PolicyShape, self.site.locales)
        self.found += found
        reader = TextReader(self.site.locales)
        registers = read_registers(self.folder, self.home, reader)
        names = self._names()
        policy = None
        if shape is not None:
            sections = read_sections(self.folder, self.home, shape.sections, registers.present, reader)
            self.found += [*sections.found, *_lost_sections(registers, shape)]
            policy = self._assembled(shape, registers, sections, names, reader)
        self.found += [*registers.found, *reader.found]
        return policy if registers.complete else None

    def _assembled(
        self,
        shape: PolicyShape,
        registers: Registers,
        sections: Sections,
        names: tuple[str, ...],
        reader: TextReader,
    ) -> Policy:
        site = self.site
        return Policy(
            site=site,
            id=self.id,
            title=reader.text(shape.title),
            sections=tuple(sections.sections),
            facts=_facts(site, shape, registers, names),
            wordings=registers.wordings,
            entry_places={**registers.places, **{section.id: section.place for section in sections.sections}},
            section_of={anchor: told.value for anchor, told in registers.sections.items()},
            stated=_stated(shape, reader),
            translated={locale: shape.translated[locale] for locale in site.locales if locale in shape.translated},
            next=_next(shape.next, reader),
            waivers=tuple(_waiver(waiver) for waiver in shape.waivers),
            # Last: each text above adds to them.
            references=tuple(reader.references),
            place=Place(self.folder.shown(self.home / "policy.yaml")),
        )

    def _names(self) -> tuple[str, ...]:
        """The names of the glossary that stay on one line; none where there is no glossary."""
        path = self.home.parent / "glossary.yaml"
        if not (path.exists() or path.is_symlink()):
            return ()
        shape, found = read_shape(self.folder, path, GlossaryFile, self.site.locales)
        self.found += found
        names = [] if shape is None else [_name(given) for given in shape.root]
        return tuple(dict.fromkeys(name.name for name in names if _stays_whole(name)))


def _name(given: str | NameShape) -> NameShape:
    return given if isinstance(given, NameShape) else NameShape.model_construct(name=given)


def _stays_whole(name: NameShape) -> bool:
    return name.kind != "word" if name.nowrap is None else name.nowrap


def _facts(site: Site, shape: PolicyShape, registers: Registers, names: tuple[str, ...]) -> Facts:
    return Facts(
        controller=site.controller,
        authoritative=site.authoritative,
        regimes=site.regimes,
        names=names,
        was=(*registers.was, *_renamed_sections(shape)),
        **registers.facts,
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
