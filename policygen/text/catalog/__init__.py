"""The interface words of each language: one TOML file a language, the same tables and keys in each."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

Table = Mapping[str, str]
Catalog = Mapping[str, Table]


@cache
def languages() -> tuple[str, ...]:
    """The locales that have a catalog, in alphabetical order."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("*.toml")))


@cache
def catalog(locale: str) -> Catalog:
    """The words of `locale`: tables by name, each from key to text. KeyError where there is no such catalog."""
    if locale not in languages():
        raise KeyError(locale)
    return tomllib.loads((Path(__file__).parent / f"{locale}.toml").read_text("utf-8"))
