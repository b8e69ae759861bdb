"""`heads.json`: how many records each ledger of a site has, and the digest of its last one.

The heads tell when the end of a ledger has gone missing, which the chain alone cannot.
"""

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEADS_NAME = "heads.json"
_NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_DIGEST = re.compile("[0-9a-f]{64}")


class HeadsError(ValueError):
    """`heads.json` is not what `publish` writes."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one ledger: the count of its records and the digest of the last."""

    count: int
    digest: str


Heads = Mapping[str, Head]
"""By policy id."""


def read_heads(site_folder: Path) -> Heads:
    """The heads of the site's ledgers, none where there is no file yet; raises HeadsError or OSError."""
    path = site_folder / HEADS_NAME
    try:
        # A link could lead anywhere, and reading a pipe would never end.
        if not stat.S_ISREG(path.lstat().st_mode):
            raise HeadsError("no ordinary file")
        text = path.read_bytes()
    except FileNotFoundError:
        return {}
    try:
        data = json.loads(text)
        return {_policy(name): _head(member) for name, member in data.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise HeadsError(str(error)) from error


def heads_as_bytes(heads: Heads) -> bytes:
    """The bytes of `heads.json`: sorted, a line for each value, so that a version control system can merge them."""
    members = {policy: {"count": head.count, "digest": head.digest} for policy, head in heads.items()}
    return json.dumps(members, indent=2, sort_keys=True).encode() + b"\n"


def _policy(name: str) -> str:
    """The name of a policy, which is that of a folder and nothing that could lead out of it."""
    if not _NAME.fullmatch(name):
        raise ValueError("no name of a policy")
    return name


def _head(data: dict[str, Any]) -> Head:
    count, digest = data["count"], data["digest"]
    if not isinstance(count, int) or isinstance(count, bool) or count < 1 or len(data) != 2:
        raise ValueError("no count")
    if not _DIGEST.fullmatch(digest):
        raise ValueError("no digest")
    return Head(count, digest)
