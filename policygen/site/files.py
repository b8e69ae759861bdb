"""The planned files of a site: what stands at which address, and what it depends on.

A file is made only when it is asked for: its `inputs` are known before, are cheap, and tell whether it must be made.
"""

from collections.abc import Callable
from dataclasses import dataclass

from policygen.site.change_views import ChangeView
from policygen.site.spots import Spot
from policygen.site.views import Template, View

Inputs = tuple[tuple[str, str], ...]
"""What a file is made from: names of its inputs in a fixed order ("version", "state", "site"), each with its digest
or, where it is short, its value. Two plans with equal inputs (and equal code and theme) make equal files."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file that a template makes. `path` is relative to the site's folder (`th/privacy/index.html`)."""

    path: str
    template: Template
    inputs: Inputs
    view: Callable[[], View | ChangeView]


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of bytes that no template makes (`privacy/versions.json`)."""

    path: str
    inputs: Inputs
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page and where it stands, which the sitemap asks for."""

    spot: Spot
    page: Page


PlannedFile = Page | RawFile
