"""YAML as editors read it: version 1.2, in which dates are texts and `yes` is one too."""

import json
from pathlib import Path
from typing import Any

import yaml


def as_an_editor_reads(path: Path) -> Any:
    """What the file says to an editor."""
    return json.loads(json.dumps(yaml.load(path.read_text("utf-8"), Loader=_Editor)))


class _Editor(yaml.CSafeLoader):
    """YAML 1.2 has no dates, and no `yes`."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
