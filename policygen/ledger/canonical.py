"""The door to canonical JSON (RFC 8785), and the digests over it.

A record's file is its canonical form and a line feed. Canonical members are sorted, so `"digest"` comes first, and
the digest can be checked on the bytes alone: reading needs no library.
"""

import hashlib
import re
from dataclasses import replace
from typing import Any, TypeVar

from policygen.ledger.act import Redaction, Withdrawal, act_as_json
from policygen.ledger.record import Entry, Record, record_as_json
from policygen.model.codec import encode_edition
from policygen.model.edition import Edition

_DIGEST = re.compile(rb'\{"digest":"([0-9a-f]{64})",')
_EntryT = TypeVar("_EntryT", Record, Withdrawal, Redaction)


def canonical(value: object) -> bytes:
    """The canonical form; raises ValueError or RecursionError for what has none."""
    import rfc8785

    return rfc8785.dumps(value)  # type: ignore[arg-type]


def sealed(entry: _EntryT) -> _EntryT:
    """The record with its digest."""
    members = _as_json(entry)
    del members["digest"]
    return replace(entry, digest=hashlib.sha256(canonical(members)).hexdigest())


def file_of(entry: Entry) -> bytes:
    """The bytes of the record's file."""
    return canonical(_as_json(entry)) + b"\n"


def edition_digest(edition: Edition) -> str:
    """The digest of what an edition says, in every language and every fact: what approvals of a draft name."""
    return hashlib.sha256(canonical(encode_edition(edition))).hexdigest()


def digest_in(file: bytes) -> str | None:
    """The digest that the file of a record names, or None where it does not begin as such a file does."""
    found = _DIGEST.match(file)
    return found.group(1).decode() if found else None


def digest_of(file: bytes) -> str:
    """The digest that the file of a record should name: over its bytes without the digest and the line feed."""
    found = _DIGEST.match(file)
    rest = file[found.end() :] if found else file[1:]
    return hashlib.sha256(b"{" + rest.removesuffix(b"\n")).hexdigest()


def _as_json(entry: Entry) -> dict[str, Any]:
    return record_as_json(entry) if isinstance(entry, Record) else act_as_json(entry)
