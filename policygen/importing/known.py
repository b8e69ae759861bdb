"""The words that the import knows, from `known.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KnownTool:
    """A third-party service: its id, its name, and where its people can opt out (empty: not known)."""

    id: str
    name: str
    opt_out: str
    named: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        """Whether the text names it, as a name of its own."""
        return self.named.search(text) is not None


@dataclass(frozen=True, slots=True)
class Known:
    """All of it. Names of data are without white space and in small letters."""

    heading_starts: tuple[str, ...]
    english_headings: frozenset[str]
    small_words: frozenset[str]
    title: re.Pattern[str]
    title_start: re.Pattern[str]
    sections: tuple[tuple[str, str], ...]
    """Phrases of headings, each with the id of its section."""
    data: dict[str, str]
    terms: dict[str, str]
    tools: tuple[KnownTool, ...]


@cache
def known() -> Known:
    """What stands in the file."""
    given = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return Known(
        heading_starts=tuple(given["heading_starts"]),
        english_headings=frozenset(given["english_headings"]),
        small_words=frozenset(given["small_words"]),
        title=re.compile(given["title"], re.IGNORECASE),
        title_start=re.compile(given["title_start"], re.IGNORECASE),
        sections=tuple((phrase, entry["id"]) for entry in given["sections"] for phrase in entry["phrases"]),
        data={name: entry["id"] for entry in given["data"] for name in entry["names"]},
        terms={name: entry["id"] for entry in given["terms"] for name in entry["names"]},
        tools=tuple(_tool(tool) for tool in given["tools"]),
    )


def _tool(given: dict[str, str]) -> KnownTool:
    named = re.compile(rf"(?<![A-Za-z0-9]){re.escape(given['name'])}(?![A-Za-z0-9])", re.IGNORECASE)
    return KnownTool(given["id"], given["name"], given.get("opt_out", ""), named)
