"""One site as it is shown: its settings, its theme and its own files, as they last were good."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from policygen.build.looking import theme_folders
from policygen.build.static_files import FOLDER, static_files
from policygen.build.themes import Ready, Themes
from policygen.diagnostics import Diagnostic, has_errors
from policygen.model.site import Site
from policygen.serve.policy_state import unreadable
from policygen.serve.stamps import Stamp, stamp_below, stamp_beside
from policygen.site.chrome import Setting
from policygen.sources import load_site, place_of_theme

TodayIn = Callable[[str], date]
"""The present day in a time zone."""


@dataclass(frozen=True, slots=True)
class SiteStamps:
    """How the files in a site's folder itself stand, its static files, and all themes."""

    beside: Stamp
    static: Stamp
    themes: Stamp


@dataclass(frozen=True, slots=True)
class SiteState:
    """A site on a day. `site` and `theme` are the last that were good, None where there was none yet."""

    stamps: SiteStamps
    today: date
    site: Site | None
    theme: Ready | None
    static: frozenset[str]
    problems: tuple[Diagnostic, ...]

    @property
    def setting(self) -> Setting | None:
        """What pages are made with."""
        return Setting(self.site, self.today, self.static) if self.site else None


@dataclass(slots=True)
class ThemeShelf:
    """The themes as they are on the disk, and the last of each name that was good."""

    content: Path
    stamp: Stamp = ()
    themes: Themes = field(default_factory=lambda: Themes(()))
    good: dict[str, Ready] = field(default_factory=dict)

    def look(self) -> Stamp:
        """How all files of all themes stand now."""
        folders = dict.fromkeys(os.path.realpath(folder) for folder in theme_folders(self.content))
        return tuple(one for folder in folders for one in stamp_below(folder))

    def ready(self, name: str, stamp: Stamp) -> tuple[Ready | None, Ready]:
        """The theme of that name as it last was good, and as it is now."""
        if stamp != self.stamp or not self.themes.folders:
            self.stamp, self.themes = stamp, Themes(theme_folders(self.content))
        ready = self.themes.ready(name)
        if ready.renderer is not None:
            self.good[name] = ready
        return self.good.get(name), ready


def site_stamps(content: Path, site: str, themes: Stamp) -> SiteStamps:
    """How the site's files stand; those of its policies are another matter."""
    folder = str(content / site)
    return SiteStamps(stamp_beside(folder), stamp_below(f"{folder}/{FOLDER}"), themes)


def read_site(
    content: Path, name: str, stamps: SiteStamps, today_in: TodayIn, shelf: ThemeShelf, *, before: SiteState | None
) -> SiteState:
    """The site as its files are now, given how it was `before`."""
    if before is not None and before.stamps == stamps and before.today == _today(before.site, today_in):
        return before
    try:
        site, told = _settings(content, name, before)
        names, refused = _own_files(content, name, stamps.static, before)
        theme, faults = _theme(content, site, stamps.themes, shelf) if site else (None, ())
    except OSError as error:
        site, names, theme = (before.site, before.static, before.theme) if before else (None, frozenset(), None)
        told, refused, faults = (unreadable(content / name, error),), (), ()
    theme = theme or (before.theme if before else None)
    return SiteState(stamps, _today(site, today_in), site, theme, names, (*told, *refused, *faults))


def _today(site: Site | None, today_in: TodayIn) -> date:
    return today_in(site.timezone if site else "UTC")


def _theme(content: Path, site: Site, stamp: Stamp, shelf: ThemeShelf) -> tuple[Ready | None, tuple[Diagnostic, ...]]:
    """The site's theme, the last good one where it has errors; and the errors."""
    theme, latest = shelf.ready(site.theme, stamp)
    return theme, () if latest.renderer else latest.told_at(place_of_theme(content, site.id))


def _settings(content: Path, name: str, before: SiteState | None) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """The site's settings, the last good ones where they have errors; and the errors."""
    loaded = load_site(content, name)
    errors = tuple(one for one in loaded.diagnostics if one.severity == "error")
    if loaded.value is not None and not errors:
        return loaded.value, ()
    last = before.site if before else None
    return last or loaded.value, errors


def _own_files(
    content: Path, name: str, stamp: Stamp, before: SiteState | None
) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    if before is not None and before.stamps.static == stamp and not has_errors(before.problems):
        return before.static, ()
    own = static_files(content, name)
    return own.names, own.diagnostics
