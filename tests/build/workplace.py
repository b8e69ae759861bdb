"""A folder to build in: content of two small sites with ledgers, a theme of a few lines, and what a test may do."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygen.build.building import Outcome, build
from policygen.build.folder import STATE
from policygen.build.job import Request
from policygen.build.reasons import Reason
from policygen.drafts import load_draft
from policygen.ledger import append, read_ledger
from policygen.publish import Options, Planned, plan_version

FIXTURES = Path(__file__).parent.parent / "fixtures" / "build"
TODAY = date(2026, 11, 24)


@dataclass
class Workplace:
    """`content/`, `themes/` and `output/` in a folder, and the day on which it is built."""

    folder: Path
    today: date = TODAY

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def build(self, *sites: str, output: Path | None = None, drafts: bool = False, jobs: int = 1) -> Outcome:
        """Build, as the command does."""
        return build(self.request(*sites, output=output, drafts=drafts, jobs=jobs))

    def request(
        self,
        *sites: str,
        output: Path | None = None,
        drafts: bool = False,
        file_links: bool = False,
        jobs: int = 1,
    ) -> Request:
        """What the command asks for."""
        return Request(self.content, output or self.output, Today(self.today), sites, drafts, file_links, jobs)

    def write(self, path: str, text: str) -> None:
        """Write a file, below the folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text, which must be there, in a file below the folder."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def publish(self, site: str, effective: date, words: str, policy: str = "privacy") -> None:
        """Publish a version that says `words` in both languages; their first line is its summary too."""
        home = self.content / site / policy
        locales = ("th", "en") if site == "shop" else ("th",)
        for locale in locales:
            (home / "sections" / f"intro.{locale}.md").write_text(words + "\n", encoding="utf-8")
        head = (home / "policy.yaml").read_text(encoding="utf-8").partition("next:")[0]
        first = words.partition("\n")[0]
        summary = ", ".join(f"{locale}: {first} {effective}" for locale in locales)
        told = f"next:\n  effective: {effective}\n  notice: publish\n  summary: {{{summary}}}\n"
        (home / "policy.yaml").write_text(head + told, encoding="utf-8")
        site_folder = self.content / site
        ledger = read_ledger(site_folder, policy)
        # These small policies lack most of what the law asks for: they begin as found, and then lack no more.
        options = Options(as_found=None if ledger.records else "as it stood")
        planned = plan_version(load_draft(self.content, site, policy), ledger, options, self.today)
        assert isinstance(planned, Planned), planned
        append(site_folder, policy, planned.record)

    def files(self, output: Path | None = None) -> dict[str, bytes]:
        """Every file of the output but for the program's own state."""
        root = output or self.output
        paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
        return {path.as_posix(): (root / path).read_bytes() for path in paths if path.parts[0] != STATE}

    def stand(self) -> dict[str, tuple[int, int, int]]:
        """How everything in the output stands: inode, size and time of change, of the program's state too."""
        found = {path.relative_to(self.output).as_posix(): path.stat() for path in self.output.rglob("*")}
        return {path: (seen.st_ino, seen.st_size, seen.st_mtime_ns) for path, seen in found.items()}

    def clean_build(self, *, drafts: bool = False) -> dict[str, bytes]:
        """What a build into a new folder gives."""
        output = self.folder / "clean"
        shutil.rmtree(output, ignore_errors=True)
        self.build(output=output, drafts=drafts)
        return self.files(output)


@dataclass(frozen=True)
class Today:
    """The same day in every time zone."""

    day: date

    def __call__(self, timezone: str) -> date:
        return self.day


def written(outcome: Outcome) -> Mapping[str, Reason]:
    """What was written and why, by path below the output."""
    return {f"{one.site}/{path}".lstrip("/"): reason for one in outcome.folders for path, reason in one.written}


def removed(outcome: Outcome) -> set[str]:
    """What was removed, by path below the output."""
    return {f"{one.site}/{path}".lstrip("/") for one in outcome.folders for path in one.removed}


def workplace_in(folder: Path) -> Workplace:
    """A copy of the fixtures, with a first version of each site's policy in force."""
    shutil.copytree(FIXTURES, folder, dirs_exist_ok=True)
    place = Workplace(folder)
    place.publish("shop", date(2026, 1, 1), "หนึ่ง one")
    place.publish("lab", date(2026, 2, 1), "หนึ่ง")
    return place
