"""Files that are served as they are: a theme's assets, and what stands in a site's `static/`."""

import os
from pathlib import Path

from policygen.build.static_files import FOLDER
from policygen.serve.answer import File
from policygen.serve.site_state import SiteState
from policygen.serve.where import Where

ASSETS = "assets"


def own_file(content: Path, where: Where, site: SiteState) -> File | None:
    """The file that the place means, None where it means none."""
    folder, _, name = where.path.partition("/")
    if folder == ASSETS and site.theme:
        found = next((one for one in site.theme.assets if one.path == where.path), None)
        return File(found.make(), name) if found else None
    if folder == FOLDER and name in site.static:
        return _static(content, content / where.site / FOLDER / name)
    return None


def _static(content: Path, path: Path) -> File | None:
    """The file, if it is still an ordinary one inside the content folder: links may have been laid since."""
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(content)) or not real.is_file():
        return None
    return File(real.read_bytes(), path.name)
