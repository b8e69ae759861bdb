"""Writes the page above all sites, and removes what is left there of sites that are no longer in the content."""

from collections.abc import Mapping
from functools import partial

from policygen.build import manifest as manifests
from policygen.build.folder import overview_manifest_path
from policygen.build.job import Built, Job
from policygen.build.manifest import Manifest, Said
from policygen.build.themes import Themes, rendered
from policygen.build.top import top_sources
from policygen.build.tree import Tree
from policygen.build.update import Wanted, update
from policygen.site.overview import ListedSite, overview


def build_top(job: Job, themes: Themes, said: Mapping[str, Said], tree: Tree) -> Built:
    """Write the page above all sites, and remove everything else in `tree`."""
    path = overview_manifest_path(job.output)
    before = manifests.read(path)
    updated = update(job.output, tree, _wanted(job, themes, said), before.files if before else {})
    manifests.write(path, Manifest(top_sources(job, said), updated.files))
    return Built("", len(updated.files), len(updated.files), updated.written, updated.removed)


def _wanted(job: Job, themes: Themes, said: Mapping[str, Said]) -> list[Wanted]:
    """The one page; none where no site could be built yet. It is made with the theme of the first site, whose assets
    it borrows."""
    first = next((themes.ready(said[site].theme) for site in sorted(said)), None)
    if first is None or first.theme is None or first.renderer is None:
        return []
    sites = [ListedSite(site, one.names) for site, one in sorted(said.items())]
    page = overview(sites, file_links=job.request.file_links)
    inputs = (*page.inputs, ("theme", first.theme.digest), ("program", job.program))
    return [Wanted(page.path, inputs, partial(rendered, first.renderer, page))]
