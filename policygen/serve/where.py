"""An address of the preview taken apart: which site, which policy, which page of it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_VERSION = re.compile("v([1-9][0-9]{0,8})/")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the preview; parts that the address does not have are empty.

    `path` is relative to the site's folder. `rest` is what follows the policy: `draft/`, `v3/changes/`, or nothing.
    """

    site: str = ""
    path: str = ""
    tongue: str = ""
    policy: str = ""
    rest: str = ""

    @property
    def version(self) -> int | None:
        """The number of the version that the page is about, where its address names one."""
        found = _VERSION.match(self.rest)
        return int(found[1]) if found else None

    @property
    def draft(self) -> bool:
        """Whether the page shows the draft, alone or against the latest version."""
        return self.rest.startswith("draft/")

    @property
    def redline(self) -> bool:
        """Whether the page compares two texts."""
        return self.rest.endswith("changes/") or "changes/from-" in self.rest


def where_is(address: str, tongues: Collection[str]) -> Where:
    """The place at an address that begins with a slash; `tongues` are the site's locales and `bilingual`."""
    site, _, path = address.removeprefix("/").partition("/")
    first, _, after = path.partition("/")
    if first in tongues:
        policy, slash, rest = after.partition("/")
        return Where(site, path, first, policy if slash else "", rest)
    return Where(site, path, "", first if after else "", after)
