"""The templates that the package carries: files of the sources in canonical form, by the kind of policy.

`site` has what all policies of a site share, `shared` the sections that all kinds have in the same words, and
`english-prevails` those that read otherwise where the English text prevails.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("th", "en")
"""The locales that the templates are written in. The first one prevails in a new site."""
GENERAL = "privacy"
KINDS = (GENERAL, "cookies", "employees", "cctv", "recruitment")
"""The policies that have a template of their own; every other one begins as the general privacy policy."""
REGISTERS_OF_SITE = ("contacts", "rights")
"""What all policies of a new site share."""
_TEMPLATES = Path(__file__).parent / "templates"
# The section that names both languages, and the one that prevails.
_OF_LANGUAGE = "language"
_ENTRY_OF_LANGUAGE = re.compile(rf"^  - id: {_OF_LANGUAGE}\n(?:    .*\n)*", re.MULTILINE)
_SECTION = re.compile(r"^  - id: (\S+)$", re.MULTILINE)
_REFERENCE = re.compile(r"\((contact|right):([a-z0-9-]+)\)")
_REGISTER_OF = {"contact": "contacts", "right": "rights"}


@dataclass(frozen=True, slots=True)
class Template:
    """The files of one policy by their path inside its folder, and the shared entries that they refer to."""

    files: dict[str, str]
    mentioned: dict[str, set[str]]
    """The ids by the register of the site that must have them."""


def kind_of(policy: str) -> str:
    """The kind of template for a policy of this name."""
    return policy if policy in KINDS else GENERAL


def template_of(policy: str, locales: Sequence[str], authoritative: str) -> Template:
    """The files of a policy of this name, for a site of these locales."""
    own = _files(_TEMPLATES / kind_of(policy))
    if set(locales) != set(LANGUAGES):
        own["policy.yaml"] = _ENTRY_OF_LANGUAGE.sub("", own["policy.yaml"])
    sections = _SECTION.findall(own["policy.yaml"])
    common = _files(_TEMPLATES / "shared")
    if authoritative == "en":
        common |= _files(_TEMPLATES / "english-prevails")
    files = {**{path: text for path, text in common.items() if _section(path) in sections}, **own}
    mentioned: dict[str, set[str]] = {register: set() for register in REGISTERS_OF_SITE}
    for text in (*files.values(), *files_of_site().values()):
        for prefix, id in _REFERENCE.findall(text):
            mentioned[_REGISTER_OF[prefix]].add(id)
    return Template(files, mentioned)


def files_of_site() -> dict[str, str]:
    """The files that stand in the folder of a new site."""
    return _files(_TEMPLATES / "site")


def _section(path: str) -> str:
    return Path(path).name.partition(".")[0]


def _files(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".md"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
