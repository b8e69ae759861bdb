"""The output folder above the sites: what stands there, and whether it is as it was left.

Nothing heavy is imported here: a folder that stands needs nothing more.
"""

import os
from collections.abc import Collection, Mapping

from policygen.build import manifest as manifests
from policygen.build.folder import overview_manifest_path
from policygen.build.job import Job
from policygen.build.looking import is_as_left
from policygen.build.manifest import Inputs, Said
from policygen.build.tree import Standing, Tree, look

PAGE = "index.html"


def look_at_top(output: str, sites: Collection[str], *, whole: bool) -> Tree:
    """What stands in the output folder beside the sites; hidden files are the host's own, and left out.

    Where not the `whole` output is being built, only its own page counts.
    """
    tree = Tree()
    with os.scandir(output) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name in sites or not (whole or name == PAGE):
                continue
            if entry.is_dir(follow_symlinks=False):
                tree.folders.add(name)
                _add(tree, name, look(entry.path))
            elif entry.is_file(follow_symlinks=False):
                seen = entry.stat(follow_symlinks=False)
                tree.files[name] = Standing(seen.st_size, seen.st_mtime_ns)
            else:
                tree.others.add(name)
    return tree


def _add(tree: Tree, folder: str, below: Tree) -> None:
    tree.files |= {f"{folder}/{path}": standing for path, standing in below.files.items()}
    tree.folders |= {f"{folder}/{path}" for path in below.folders}
    tree.others |= {f"{folder}/{path}" for path in below.others}


def top_sources(job: Job, said: Mapping[str, Said]) -> Inputs:
    """What the page above all sites is made from: which sites there are, and what they are called."""
    listed = [(site, one.theme, one.names) for site, one in sorted(said.items())]
    return (
        ("program", job.program),
        ("themes", job.themes),
        ("file links", "yes" if job.request.file_links else "no"),
        ("sites", repr(listed)),
    )


def top_stands(job: Job, said: Mapping[str, Said], tree: Tree) -> bool:
    """Whether the page is there as it would be made now, and nothing stands beside it."""
    before = manifests.read(overview_manifest_path(job.output))
    return before is not None and before.sources == top_sources(job, said) and is_as_left(tree, before)
