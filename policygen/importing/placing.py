"""Files written aside, in the content folder but unseen, and put in place with one renaming."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from policygen.diagnostics import Diagnostic
from policygen.model.document import RegisterName

_REGISTERS = tuple(f"{register}.yaml" for register in get_args(RegisterName))
# What stands in a site's folder and says something about each of its policies.
_SHARED = ("site.yaml", "glossary.yaml", *_REGISTERS)
# What the other policies of a site share, the text of this one does not say.
_OWN_AND_EMPTY = "[]\n"


@dataclass(frozen=True, slots=True)
class Aside:
    """A content folder of its own with one policy in it, and the one that this is to be put into."""

    content: Path
    site: str
    policy: str
    target: Path

    def write(self, site_files: Mapping[str, str], policy_files: Mapping[str, str]) -> None:
        """Write the files of the site, if it is to be made, and of the policy; what was written before goes."""
        home = self.content / self.site
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        for name in _SHARED:
            if (self.target / self.site / name).is_file():
                shutil.copyfile(self.target / self.site / name, home / name)
        shared = {name: _OWN_AND_EMPTY for name in _REGISTERS if (home / name).is_file()}
        for folder, files in ((home, site_files), (home / self.policy, {**shared, **policy_files})):
            for path, text in files.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(text, encoding="utf-8", newline="\n")

    def put_in_place(self) -> tuple[str, ...]:
        """Move the policy, or the site with it where there is none, to its place; gives the paths of its files."""
        policy, site_file = f"{self.site}/{self.policy}", f"{self.site}/site.yaml"
        made = [policy] if (self.target / self.site).exists() else [self.site]
        if made == [policy] and not (self.target / site_file).exists():
            # A folder with a logo, say: it becomes a site last, when all of it is there.
            made.append(site_file)
        written = [path for one in made for path in _files_in(self.content / one)]
        for one in made:
            os.rename(self.content / one, self.target / one)
        return tuple(sorted((self.target / path.relative_to(self.content)).as_posix() for path in written))

    def as_in_place(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The diagnostics with the paths that their files would have."""
        here, there = self.content.as_posix(), self.target.as_posix()
        return tuple(
            replace(found, place=replace(found.place, path=found.place.path.replace(here, there)))
            for found in diagnostics
        )


def _files_in(path: Path) -> list[Path]:
    """The file, or all files in the folder."""
    return [path] if path.is_file() else [inner for inner in path.rglob("*") if inner.is_file()]


@contextmanager
def set_aside(content: Path, site: str, policy: str) -> Iterator[Aside]:
    """A place aside; whatever is left in it goes, and a content folder that had to be made and stayed empty too."""
    missing = [folder for folder in (content, *content.parents) if not folder.exists()]
    content.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".policygen-import-", dir=content))
    try:
        yield Aside(folder, site, policy, content)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for empty in missing:
            if not any(empty.iterdir()):
                empty.rmdir()
