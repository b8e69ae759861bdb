"""What stands where a text was redacted: a mark in the record, and words around its digest for readers.

A mark is a part of a string, so a record keeps its form. No draft with a mark in it can be published.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

_BEGINNING = b"[[redacted sha256:"
_MARK = re.compile(r"\[\[redacted sha256:([0-9a-f]{64})\]\]")
# An address with a mark in it leads nowhere.
_ADDRESSES = frozenset(("href", "opens", "opt_out", "privacy_url", "cookie_url", "processing_url", "website"))


def digest_of_text(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def mark(digest: str) -> str:
    """What a record holds in the place of the text with that digest."""
    return f"[[redacted sha256:{digest}]]"


def marks_in(file: bytes) -> frozenset[str]:
    """The digests of all texts that were redacted from a record's file."""
    return frozenset(_MARK.findall(file.decode("utf-8", "replace"))) if _BEGINNING in file else frozenset()


def is_mark(text: str) -> bool:
    """Whether the text is a mark and nothing else."""
    return _MARK.fullmatch(text) is not None


def holds_mark(text: str) -> bool:
    """Whether there is a mark in the text."""
    return _MARK.search(text) is not None


def worded(data: Any, locale: str) -> Any:
    """The JSON with words in the place of marks, in the language of each text, elsewhere in `locale`."""
    from policygen.text.catalog import languages

    match data:
        case str():
            return _MARK.sub(lambda found: _words(found[1], locale), data)
        case list():
            return [worded(one, locale) for one in data]
        case dict():
            known = languages()
            return {key: worded(value, key if key in known else locale) for key, value in _members(data)}
        case _:
            return data


def _words(digest: str, locale: str) -> str:
    from policygen.text.catalog import catalog, languages

    return catalog(locale if locale in languages() else "en")["made"]["redacted"].format(digest=digest)


def _members(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The members, without addresses that hold a mark."""
    for key, value in data.items():
        if not (key in _ADDRESSES and isinstance(value, str) and holds_mark(value)):
            yield key, value
