"""What one build is asked to do, and what it gives back. Plain values, so that they can go to other processes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygen.build.manifest import NextChange, Said
from policygen.build.reasons import Reason
from policygen.diagnostics import Diagnostic, has_errors


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: `sites`, or all where it is empty. `today_in` gives the day in a time zone."""

    content: Path
    output: Path
    today_in: Callable[[str], date]
    sites: tuple[str, ...] = ()
    drafts: bool = False
    file_links: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Job:
    """What all sites of a build share.

    `output` is the real path of the output folder. `program` and `themes` are digests of the program and of all
    themes there are, taken before any of them was read.
    """

    request: Request
    output: str
    program: str
    themes: str

    def site_folder(self, site: str) -> str:
        """Where the site's sources are."""
        return f"{self.request.content}/{site}"

    def output_folder(self, site: str) -> str:
        """Where the site is written."""
        return f"{self.output}/{site}"


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a folder: its pages and all files, those that were written and why, those that were removed.

    `said` is None where the site's settings could not be used: the folder was then left as it was.
    """

    site: str
    pages: int = 0
    files: int = 0
    written: tuple[tuple[str, Reason], ...] = ()
    removed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    next_change: NextChange | None = None
    said: Said | None = None

    @property
    def failed(self) -> bool:
        """Whether errors were found."""
        return has_errors(self.diagnostics)
