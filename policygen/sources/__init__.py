"""Content files become sites and policies; everything that is wrong with them comes out as diagnostics.

Knows files, YAML and Markdown; nothing of editions, ledgers or pages. What each function needs is imported when it is
called: a build that needs no content loads no parser.
"""

from pathlib import Path

from policygen.diagnostics import Diagnostic, Place
from policygen.model.policy import Policy
from policygen.model.site import Site
from policygen.model.theme import ThemeSettings
from policygen.sources.kept import Kept
from policygen.sources.loaded import Loaded
from policygen.sources.reading import Folder

__all__ = [
    "Kept",
    "Loaded",
    "check_tree",
    "list_policies",
    "list_sites",
    "load_policy",
    "load_site",
    "load_theme_settings",
    "place_of_theme",
]


def load_site(content: Path, site: str) -> Loaded[Site]:
    """The site of that folder, from its site.yaml alone."""
    from policygen.sources.site_loader import read_site

    reading = read_site(Folder(content), site)
    return Loaded(reading.value, reading.found)


def place_of_theme(content: Path, site: str) -> Place:
    """Where the site.yaml of that folder names its theme; the file as a whole where it names none."""
    from policygen.sources.site_loader import place_of

    return place_of(Folder(content), site, "theme")


def load_policy(content: Path, site: str, policy: str, kept: Kept | None = None) -> Loaded[Policy]:
    """The policy of that folder as its sources state it; what its site.yaml has to say is told too.

    `kept` has what was made when the same policy was loaded before, and gets what is made now.
    """
    from policygen.sources.policy_loader import read_policy

    if kept is None:
        return read_policy(Folder(content), site, policy)
    kept.begin()
    return read_policy(Folder(content, kept=kept), site, policy)


def load_theme_settings(path: Path) -> Loaded[ThemeSettings]:
    """What the theme.yaml at `path` states; it may not lead out of its folder."""
    from policygen.sources.theme_loader import read_theme_settings

    return read_theme_settings(path)


def list_sites(content: Path) -> tuple[str, ...]:
    """The names of the folders with a site.yaml, sorted."""
    from policygen.sources.tree import sites

    return sites(Folder(content))


def list_policies(content: Path, site: str) -> tuple[str, ...]:
    """The names of a site's folders with a policy.yaml or versions, sorted."""
    from policygen.sources.tree import policies

    return policies(Folder(content), site)


def check_tree(content: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the tree as a whole: links that leave it, names that collide, files nobody reads."""
    from policygen.sources.tree import check

    return tuple(check(Folder(content)))
