"""The content folder as a whole: which sites and policies there are, and what must not stand in it."""

from policygen.sources.reading import Folder


def sites(folder: Folder) -> tuple[str, ...]:
    """The folders with a site.yaml, sorted."""
    return tuple(sorted(path.parent.name for path in folder.root.glob("*/site.yaml")))


def policies(folder: Folder, site: str) -> tuple[str, ...]:
    """A site's folders with a policy.yaml or versions, sorted."""
    home = folder.root / site
    return tuple(sorted({path.parent.name for name in ("policy.yaml", "versions") for path in home.glob(f"*/{name}")}))
