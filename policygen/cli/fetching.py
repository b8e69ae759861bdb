"""Reading a file, or what a web address serves, for comparing with."""

from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, Request, build_opener

from policygen.cli.context import Stop
from policygen.diagnostics import Bilingual

_PATIENCE_IN_SECONDS = 15.0
# Larger than any list of versions; a record is some 100 KB.
_LARGEST = 32 * 1024 * 1024


def fetched(where: str) -> bytes:
    """The bytes of a file, or of an http(s) address; stops with exit code 2 where there are none."""
    scheme = urlsplit(where).scheme if "://" in where else ""
    if scheme in ("http", "https"):
        return _from_web(where)
    if scheme:
        raise Stop(
            Bilingual(f"{where}: รับเฉพาะไฟล์และ http(s)", f"{where}: only files and http(s) addresses are read"), 2
        )
    with Path(where).open("rb") as file:
        return _small_enough(where, file.read(_LARGEST + 1))


def _from_web(address: str) -> bytes:
    try:
        with _opener().open(Request(address), timeout=_PATIENCE_IN_SECONDS) as answer:
            return _small_enough(address, answer.read(_LARGEST + 1))
    except (URLError, HTTPException, OSError, ValueError) as error:
        told = getattr(error, "reason", None) or error
        raise Stop(Bilingual(f"เปิด {address} ไม่ได้: {told}", f"{address} cannot be fetched: {told}"), 2) from error


def _opener() -> OpenerDirector:
    """Opens http and https only, wherever an address may redirect to."""
    return build_opener(HTTPHandler, HTTPSHandler)


def _small_enough(where: str, data: bytes) -> bytes:
    if len(data) > _LARGEST:
        raise Stop(Bilingual(f"{where} ใหญ่เกินไป", f"{where} is far too large"), 2)
    return data
