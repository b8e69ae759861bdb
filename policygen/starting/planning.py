"""Which files a new site or policy gets, and where they go. Writes nothing."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.model.site import Site
from policygen.sources import list_policies, load_site
from policygen.sources.canonical.locales import without_locales
from policygen.starting.naming import refused_name
from policygen.starting.schemas import with_modeline
from policygen.starting.standing import ids_in_register
from policygen.starting.templates import (
    GENERAL,
    KINDS,
    LANGUAGES,
    REGISTERS_OF_SITE,
    Template,
    files_of_site,
    template_of,
)


@dataclass(frozen=True, slots=True)
class Start:
    """A folder that is to be made, inside the content folder, and the texts of its files by their path in it."""

    folder: Path
    files: Mapping[str, str]
    policy: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing can be made, what to do instead, and what was found on the way."""

    message: Bilingual
    hint: Bilingual
    found: tuple[Diagnostic, ...] = ()


def plan_start(content: Path, site: str, policy: str | None) -> Start | Refused:
    """A new site with one policy (the general one for `policy` None), or a new policy of a site that is there."""
    refused = refused_name(site, policy, LANGUAGES)
    if refused is not None:
        return Refused(*refused)
    if not os.path.lexists(content / site):
        return _new_site(site, policy or GENERAL)
    if not (content / site / "site.yaml").exists():
        return _stands_already(content / site, site, _another_name(f"{site}-2"))
    if policy is None:
        return _stands_already(content / site, site, _add_a_policy(content, site))
    if os.path.lexists(content / site / policy):
        return _stands_already(content / site / policy, f"{site}/{policy}", _go_on(content, site, policy))
    return _new_policy(content, site, policy)


def _new_site(site: str, policy: str) -> Start:
    own = {f"{policy}/{path}": text for path, text in template_of(policy, LANGUAGES, LANGUAGES[0]).files.items()}
    return Start(Path(site), _finished({**files_of_site(), **own}, LANGUAGES, 1), f"{site}/{policy}")


def _new_policy(content: Path, site: str, policy: str) -> Start | Refused:
    loaded = load_site(content, site)
    if loaded.value is None:
        return Refused(
            Bilingual(f"อ่าน site.yaml ของ {site} ไม่ได้", f"site.yaml of {site} cannot be read"),
            Bilingual("แก้ไขไฟล์นี้ก่อน แล้วสั่งอีกครั้ง", "mend that file first, then try again"),
            loaded.diagnostics,
        )
    refused = refused_name(site, policy, loaded.value.locales)
    if refused is not None:
        return Refused(*refused)
    kept = _shared(loaded.value)
    if not kept:
        return _no_language(loaded.value)
    template = template_of(policy, loaded.value.locales, loaded.value.authoritative)
    files = {**_lacking_registers(content, site, template), **template.files}
    return Start(Path(site) / policy, _finished(files, kept, 2), f"{site}/{policy}")


def _shared(site: Site) -> tuple[str, ...]:
    """The site's locales that the templates have."""
    return tuple(locale for locale in site.locales if locale in LANGUAGES)


def _lacking_registers(content: Path, site: str, template: Template) -> dict[str, str]:
    """The registers that the policy needs and its site does not have, or not with all that the policy mentions."""
    files = files_of_site()
    lacking = {}
    for register in REGISTERS_OF_SITE:
        there = ids_in_register(content, site, register)
        if there is None or not template.mentioned[register] <= there:
            lacking[f"{register}.yaml"] = files[f"{register}.yaml"]
    return lacking


def _finished(files: Mapping[str, str], kept: tuple[str, ...], depth: int) -> dict[str, str]:
    """The files in the locales of the site, with the lines that point editors to the schemas.

    `depth` is the number of folders between the new folder's files and the content folder.
    """
    dropped = tuple(locale for locale in LANGUAGES if locale not in kept)
    finished = {}
    for path, text in sorted(files.items()):
        name = Path(path).name
        if name.endswith(".md"):
            if name.split(".")[-2] in kept:
                finished[path] = text
        else:
            kind = name.removesuffix(".yaml")
            finished[path] = with_modeline(without_locales(kind, text, dropped), kind, depth + path.count("/"))
    return finished


def _stands_already(path: Path, name: str, hint: Bilingual) -> Refused:
    return Refused(
        Bilingual(
            f"มี {name} อยู่แล้วที่ {path.as_posix()} จึงไม่เขียนทับ",
            f"{name} is there already, at {path.as_posix()}; nothing is overwritten",
        ),
        hint,
    )


def _another_name(other: str) -> Bilingual:
    return Bilingual(f"ใช้ชื่ออื่น เช่น policygen new {other}", f"choose another name, such as policygen new {other}")


def _add_a_policy(content: Path, site: str) -> Bilingual:
    """What to type for the first policy with a template that the site does not have."""
    for kind in KINDS:
        if not os.path.lexists(content / site / kind):
            other = f"{site}/{kind}"
            return Bilingual(f"หากต้องการเพิ่มนโยบาย: policygen new {other}", f"to add a policy: policygen new {other}")
    return Bilingual(
        f"นโยบายที่มีแบบมีครบแล้ว แก้ไขไฟล์ที่มีอยู่ หรือเพิ่มนโยบายชื่ออื่นด้วย policygen new {site}/…",
        f"every policy that has a template is there: edit those, or add one of another name: policygen new {site}/…",
    )


def _go_on(content: Path, site: str, policy: str) -> Bilingual:
    """What to do with a policy that is there; another kind of policy would not be what was asked for."""
    if policy not in list_policies(content, site):
        return Bilingual("สิ่งที่อยู่ตรงนั้นไม่ใช่นโยบาย ย้ายออกก่อน แล้วสั่งอีกครั้ง", "it is no policy: move it away, then try again")
    name = f"{site}/{policy}"
    return Bilingual(
        f"แก้ไขไฟล์ที่มีอยู่ แล้วสั่ง policygen check {name}", f"go on with it: edit its files, then policygen check {name}"
    )


def _no_language(site: Site) -> Refused:
    locales = " ".join(site.locales)
    return Refused(
        Bilingual(
            f"แบบมีเฉพาะภาษาไทยและอังกฤษ แต่เว็บไซต์ {site.id} ใช้ภาษา {locales}",
            f"templates are in Thai and English only, and the site {site.id} is in {locales}",
        ),
        Bilingual("เพิ่ม th หรือ en ใน locales ของ site.yaml", "add th or en to the locales of site.yaml"),
    )
