"""The whole build: which sites there are, which of them changed, and what became of each."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from policygen.build import manifest as manifests
from policygen.build.asking import asked_sites
from policygen.build.collection import without_collection
from policygen.build.folder import SITES, STATE, Refused, claim, manifest_path
from policygen.build.inputs import digest_of_folder
from policygen.build.job import Built, Job, Request
from policygen.build.looking import as_it_stands, stands, theme_folders
from policygen.build.manifest import Manifest, NextChange, Said
from policygen.build.problems import disk_words
from policygen.build.program import digest_of_program
from policygen.build.top import look_at_top, top_stands
from policygen.build.tree import Tree
from policygen.diagnostics import Bilingual, Diagnostic

# Two changes of a file within one tick of a kernel's clock have the same time: a file that is altered right after a
# build must get a later one than the build gave it. Ticks are 1 to 16 ms.
_TICK_IN_SECONDS = 0.016
OnBuilt = Callable[[int, int, Built], None]
"""Told how many sites are done, of how many, and what became of the last."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each site that was asked for, in order, and of the folder above them (`top`).

    `next_change` is the first state change of all sites in the output, those that were not asked for among them.
    """

    sites: tuple[Built, ...]
    top: Built
    next_change: NextChange | None

    @property
    def folders(self) -> tuple[Built, ...]:
        """Everything that was built."""
        return (*self.sites, self.top)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that was found."""
        return tuple(found for built in self.folders for found in built.diagnostics)


def build(request: Request, on_built: OnBuilt = lambda done, of, built: None) -> Outcome:
    """Bring the output folder up to date; raises Refused where it cannot be begun at all.

    Nothing is written, not even a lock, where everything stands as it would be built.
    """
    try:
        sites = _sites(request)
        chosen = tuple(site for site in sites if not request.sites or site in request.sites)
        output = str(claim(request.output, request.content))
        job = Job(request, output, digest_of_program(), _digest_of_themes(request.content))
        with without_collection():
            return _Building(job, sites, chosen, on_built).outcome()
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        words = disk_words(error)
        raise Refused(Bilingual(named + words.th, named + words.en)) from error


@dataclass(frozen=True, slots=True)
class _Building:
    """One run: `sites` are all there are, `chosen` those that were asked for."""

    job: Job
    sites: Sequence[str]
    chosen: Sequence[str]
    on_built: OnBuilt

    @property
    def whole(self) -> bool:
        """Whether everything is being built, and what belongs to no site must go."""
        return not self.job.request.sites

    def outcome(self) -> Outcome:
        """Look first; take the lock only if something must be done."""
        built = {site: found for site in self.chosen if (found := self._standing(site)) is not None}
        if len(built) < len(self.chosen) or not self._top_stands(built):
            with _locked(self.job.output):
                self._build_sites(built)
                top = self._build_top(built)
                self._forget_gone_sites()
            if any(one.written for one in (top, *built.values())):
                time.sleep(_TICK_IN_SECONDS)
        else:
            top = Built("", 1, 1)
        return Outcome(tuple(built[site] for site in self.chosen), top, self._next_change(built))

    def _standing(self, site: str) -> Built | None:
        """The site as it stands, None where it must be built."""
        manifest = self._manifest(site)
        if manifest is None or not stands(self.job, site, manifest):
            return None
        return as_it_stands(self.job, site, manifest)

    def _build_sites(self, built: dict[str, Built]) -> None:
        waiting = [site for site in self.chosen if site not in built]
        if not waiting:
            return
        from policygen.build.pool import build_sites

        for done, one in enumerate(build_sites(self.job, waiting), start=1):
            built[one.site] = one
            self.on_built(done, len(waiting), one)

    def _top_stands(self, built: Mapping[str, Built]) -> bool:
        return top_stands(self.job, self._said(built), self._top_tree())

    def _build_top(self, built: Mapping[str, Built]) -> Built:
        said, tree = self._said(built), self._top_tree()
        if top_stands(self.job, said, tree):
            return Built("", 1, 1)
        from policygen.build.overview_page import build_top
        from policygen.build.themes import themes_in

        themes = themes_in(theme_folders(self.job.request.content), self.job.themes)
        return build_top(self.job, themes, said, tree)

    def _top_tree(self) -> Tree:
        return look_at_top(self.job.output, self.sites, whole=self.whole)

    def _said(self, built: Mapping[str, Built]) -> dict[str, Said]:
        """What the settings of all sites say that have pages in the output, be they of an earlier build."""
        told = {site: built[site].said if site in built else None for site in self.sites}
        earlier = {site: self._manifest(site) for site in told if told[site] is None}
        both = {
            site: said or (manifest.said if (manifest := earlier.get(site)) else None) for site, said in told.items()
        }
        return {site: said for site, said in both.items() if said is not None}

    def _next_change(self, built: Mapping[str, Built]) -> NextChange | None:
        elsewhere = [self._manifest(site) for site in self.sites if site not in built]
        changes = [one.next_change for one in (*built.values(), *elsewhere) if one and one.next_change]
        return min(changes, key=lambda change: (change.day, change.policy), default=None)

    def _manifest(self, site: str) -> Manifest | None:
        return manifests.read(manifest_path(self.job.output, site))

    def _forget_gone_sites(self) -> None:
        folder = f"{self.job.output}/{STATE}/{SITES}"
        if self.whole:
            for name in set(os.listdir(folder)) - {f"{site}.json" for site in self.sites}:
                os.unlink(f"{folder}/{name}")


def _sites(request: Request) -> tuple[str, ...]:
    """All sites of the content folder. One that was built and has lost its site.yaml is among them: it is broken."""
    known = request.output / STATE / SITES
    lost = frozenset(path.stem for path in known.glob("*.json") if (request.content / path.stem).is_dir())
    return asked_sites(request.content, request.sites, lost)


def _digest_of_themes(content: Path) -> str:
    """One digest of all themes there are. In a checkout both folders of themes are the same one."""
    folders = dict.fromkeys(os.path.realpath(folder) for folder in theme_folders(content))
    return " ".join(digest_of_folder(folder) for folder in folders)


@contextmanager
def _locked(output: str) -> Iterator[None]:
    from policygen.ledger import LedgerBusy
    from policygen.ledger.lock import site_lock

    try:
        with site_lock(Path(output, STATE)):
            yield
    except LedgerBusy as busy:
        raise Refused(_BUSY) from busy


_BUSY = Bilingual(
    "มีการ build อื่นกำลังเขียนโฟลเดอร์ผลลัพธ์นี้อยู่ โปรดลองใหม่", "another build is writing to this output folder; try again"
)
