"""Whether a site still stands as it was built: told from digests and from the disk alone, without reading a word.

This is all that a build does for a site that did not change, so nothing heavy is imported here.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from policygen.build.inputs import inputs_of_site
from policygen.build.job import Built, Job
from policygen.build.manifest import Inputs, Manifest
from policygen.build.tree import Tree, look, parents
from policygen.diagnostics import Diagnostic
from policygen.render.themes import builtin_folder


def theme_folders(content: Path) -> tuple[Path, ...]:
    """Where themes are looked for, the nearest first: beside the content, then among those of the program."""
    return content.parent / "themes", builtin_folder()


def sources_of(job: Job, day: date, inputs: Inputs) -> Inputs:
    """What a site as a whole is made from, on its day, with the digests of its own files."""
    return (
        ("program", job.program),
        ("themes", job.themes),
        ("day", day.isoformat()),
        ("drafts", "yes" if job.request.drafts else "no"),
        ("file links", "yes" if job.request.file_links else "no"),
        *inputs,
    )


def stands(job: Job, site: str, manifest: Manifest) -> bool:
    """Whether the site's folder holds what building it would make now."""
    if manifest.said is None or dict(manifest.sources).get("program") != job.program:
        return False
    day = job.request.today_in(manifest.said.timezone)
    inputs = inputs_of_site(job.site_folder(site), job.request.drafts)
    return manifest.sources == sources_of(job, day, inputs) and is_as_left(look(job.output_folder(site)), manifest)


def is_as_left(tree: Tree, manifest: Manifest) -> bool:
    """Whether the folder holds the manifest's files as they were left, and nothing else."""
    files = manifest.files
    return (
        not tree.others
        and tree.files.keys() == files.keys()
        and all(made.standing == tree.files[path] for path, made in files.items())
        and tree.folders == parents(files)
    )


def as_it_stands(job: Job, site: str, manifest: Manifest) -> Built:
    """What became of a site that was left as it was."""
    return Built(
        site,
        pages=sum(path.endswith(".html") for path in manifest.files),
        files=len(manifest.files),
        diagnostics=tuple(as_typed(one, site, job.request.content) for one in manifest.diagnostics),
        next_change=manifest.next_change,
        said=manifest.said,
    )


def as_typed(found: Diagnostic, site: str, content: Path) -> Diagnostic:
    """The diagnostic with its place below the content folder as the user types that; as it is where it is elsewhere."""
    if not found.place.path.startswith(f"{site}/"):
        return found
    return replace(found, place=replace(found.place, path=(content / found.place.path).as_posix()))


def as_recorded(found: Diagnostic, site: str, content: Path) -> Diagnostic:
    """The diagnostic with its place relative to the content folder: no path of a machine is recorded."""
    folder = f"{content.as_posix()}/"
    if not found.place.path.startswith(f"{folder}{site}/"):
        return found
    return replace(found, place=replace(found.place, path=found.place.path.removeprefix(folder)))
