"""The data files of spelling, read when first needed."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def thai_misspellings() -> dict[str, str]:
    """Thai forms that are always wrong, lost marks among them, with the right ones."""
    return {**_table("thai_lost_marks.toml"), **_table("thai_misspellings.toml")}


@lru_cache(maxsize=1)
def english_misspellings() -> dict[str, str]:
    """English words in small letters that are always wrong, with the right ones."""
    return _table("english_misspellings.toml")


@lru_cache(maxsize=1)
def thai_modern_words() -> frozenset[str]:
    """Thai words that the cutter's list lacks."""
    return _words("thai_modern_words.txt")


@lru_cache(maxsize=1)
def english_modern_words() -> frozenset[str]:
    """English words in small letters that the dictionary's list lacks."""
    return _words("english_modern_words.txt")


@dataclass(frozen=True, slots=True)
class Variants:
    """Spellings of one word that are in use side by side; `preferred` where the first of them is the right one."""

    forms: tuple[str, ...]
    preferred: bool


@lru_cache(maxsize=1)
def thai_variants() -> tuple[Variants, ...]:
    """Thai words with more than one spelling."""
    return _variants("thai_variants.toml")


@lru_cache(maxsize=1)
def english_variants() -> tuple[Variants, ...]:
    """Beginnings of English words, in small letters, with more than one spelling."""
    return _variants("english_variants.toml")


def _variants(name: str) -> tuple[Variants, ...]:
    rows = _toml(name)
    kinds = ("preferred", "accepted")
    return tuple(Variants(tuple(row), kind == "preferred") for kind in kinds for row in rows.get(kind, ()))


def _table(name: str) -> dict[str, str]:
    return dict(_toml(name)["words"])


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _words(name: str) -> frozenset[str]:
    return frozenset(line for line in _text(name).splitlines() if line and not line.startswith("#"))


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
