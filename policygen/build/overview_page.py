"""Writes the page above all sites, and removes what is left there of sites that are no longer in the content."""

from collections.abc import Mapping
from functools import partial

from policygen.build import manifest as manifests
from policygen.build.folder import overview_manifest_path
from policygen.build.job import Built, Job
from policygen.build.manifest import Manifest, Said
from policygen.build.problems import disk_problem
from policygen.build.themes import Themes, rendered
from policygen.build.top import top_sources
from policygen.build.tree import Tree
from policygen.build.update import Wanted, update
from policygen.render.templates import TemplateFault
from policygen.site.overview import ListedSite, overview


def build_top(job: Job, themes: Themes, said: Mapping[str, Said], tree: Tree) -> Built:
    """Write the page above all sites, and remove everything else in `tree`; all stays where it cannot be made."""
    path = overview_manifest_path(job.output)
    before = manifests.read(path)
    try:
        wanted = _wanted(job, themes, said)
        if wanted is None:
            return Built("")
        updated = update(job.output, tree, wanted, before.files if before else {})
    except TemplateFault as fault:
        return Built("", diagnostics=(fault.diagnostic,))
    except OSError as error:
        return Built("", diagnostics=(disk_problem(error, job.output),))
    manifests.write(path, Manifest(top_sources(job, said), updated.files))
    return Built("", len(updated.files), len(updated.files), updated.written, updated.removed)


def _wanted(job: Job, themes: Themes, said: Mapping[str, Said]) -> list[Wanted] | None:
    """The one page, none where no site could be built yet; None where its theme cannot be used.

    It is made with the theme of the first site, whose assets it borrows.
    """
    if not said:
        return []
    theme = themes.ready(said[min(said)].theme)
    if theme.theme is None or theme.renderer is None:
        return None
    sites = [ListedSite(site, one.names) for site, one in sorted(said.items())]
    page = overview(sites, file_links=job.request.file_links)
    inputs = (*page.inputs, ("theme", theme.theme.digest), ("program", job.program))
    return [Wanted(page.path, inputs, partial(rendered, theme.renderer, page))]
