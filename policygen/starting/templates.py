"""The templates that the package carries: files of the sources in canonical form, by the kind of policy.

`site` has what all policies of a site share, `shared` the sections that all kinds have in the same words.
"""

import re
from dataclasses import dataclass
from pathlib import Path

GENERAL = "privacy"
KINDS = (GENERAL, "cookies", "employees", "cctv", "recruitment")
"""The policies that have a template of their own; every other one begins as the general privacy policy."""
REGISTERS_OF_SITE = ("contacts", "rights")
"""What all policies of a new site share."""
_TEMPLATES = Path(__file__).parent / "templates"
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


def template_of(policy: str) -> Template:
    """The files of a policy of this name."""
    own = _files(_TEMPLATES / kind_of(policy))
    sections = _SECTION.findall(own["policy.yaml"])
    shared = {path: text for path, text in _files(_TEMPLATES / "shared").items() if _section(path) in sections}
    files = {**shared, **own}
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
