"""Well-known services whose providers are outside Thailand, from `foreign_tools.toml`.

Knows names and providers; nothing of laws. Where a service keeps data is for the policy to say.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ForeignTool:
    """A service: its usual name, its provider, and the provider's country.

    `names` finds any of its names in a text. A `common` one is a word too, or a place where people
    meet, and proves nothing in prose.
    """

    name: str
    provider: str
    country: str
    names: re.Pattern[str]
    spelled: tuple[str, ...]
    """Its names in small letters."""
    common: bool


def foreign_tools_named(text: str) -> list[ForeignTool]:
    """The known services that the text names."""
    # Most texts name none: plain search finds that out ten times as fast as the patterns.
    lowered = text.lower()
    return [tool for tool in _tools() if any(one in lowered for one in tool.spelled) and tool.names.search(text)]


@cache
def _tools() -> tuple[ForeignTool, ...]:
    given = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(_tool(one) for one in given["tools"])


def _tool(given: dict[str, str]) -> ForeignTool:
    names = given["names"].split(", ")
    pattern = "|".join(re.escape(name) for name in names)
    return ForeignTool(
        name=names[0],
        provider=given["provider"],
        country=given["country"],
        names=re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])", re.IGNORECASE),
        spelled=tuple(name.lower() for name in names),
        common=given.get("common") == "yes",
    )
