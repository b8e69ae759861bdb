"""The door to canonical JSON (RFC 8785), and the digests over it.

A record's file is its canonical form and a line feed. Canonical members are sorted, so `"digest"` comes first, and
the digest can be checked on the bytes alone: reading needs no library.
"""

import hashlib
import re
from dataclasses import replace

from policygen.ledger.record import Record, record_as_json

_DIGEST = re.compile(rb'\{"digest":"([0-9a-f]{64})",')


def canonical(value: object) -> bytes:
    """The canonical form; raises ValueError or RecursionError for what has none."""
    import rfc8785

    return rfc8785.dumps(value)  # type: ignore[arg-type]


def sealed(record: Record) -> Record:
    """The record with its digest."""
    members = record_as_json(record)
    del members["digest"]
    return replace(record, digest=hashlib.sha256(canonical(members)).hexdigest())


def file_of(record: Record) -> bytes:
    """The bytes of the record's file."""
    return canonical(record_as_json(record)) + b"\n"


def digest_in(file: bytes) -> str | None:
    """The digest that the file of a record names, or None where it does not begin as such a file does."""
    found = _DIGEST.match(file)
    return found.group(1).decode() if found else None


def digest_of(file: bytes) -> str:
    """The digest that the file of a record should name: over its bytes without the digest and the line feed."""
    found = _DIGEST.match(file)
    rest = file[found.end() :] if found else file[1:]
    return hashlib.sha256(b"{" + rest.removesuffix(b"\n")).hexdigest()
