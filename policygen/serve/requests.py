"""Which requests are answered at all: from this machine's browser, for a page of ours, in sound letters.

A page elsewhere on the web can make a browser ask 127.0.0.1, also under a name of its own (DNS rebinding): the Host
and Origin tell, and whoever sent neither as we know them gets nothing. Pure functions of what was asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

METHODS = ("GET", "HEAD")
HOSTS = ("127.0.0.1", "localhost")
# The longest address of a site has some 200 letters.
LONGEST_TARGET = 2048
_PRINTABLE = re.compile("[!-~]+")
_ESCAPES = re.compile("%(?![0-9A-Fa-f]{2})")
# What a browser says of a request that no page of another site made.
_OWN_SITES = ("same-origin", "none")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request line and its headers, as they came."""

    method: str
    target: str
    headers: Sequence[tuple[str, str]]

    def all(self, name: str) -> list[str]:
        """The values of a header, which has many or none."""
        return [value.strip() for key, value in self.headers if key.lower() == name]


@dataclass(frozen=True, slots=True)
class Refusal:
    """The status that says no."""

    status: HTTPStatus


def refusal(asked: Asked, port: int) -> Refusal | None:
    """Why a request is not answered, or None where it is."""
    if asked.method not in METHODS:
        return Refusal(HTTPStatus.METHOD_NOT_ALLOWED)
    hosts = asked.all("host")
    if len(hosts) > 1:
        return Refusal(HTTPStatus.BAD_REQUEST)
    if not hosts or hosts[0].lower() not in _ours(port):
        return Refusal(HTTPStatus.MISDIRECTED_REQUEST)
    origins = {f"http://{host}" for host in _ours(port)}
    if any(origin.lower() not in origins for origin in asked.all("origin")):
        return Refusal(HTTPStatus.FORBIDDEN)
    if _from_elsewhere(asked):
        return Refusal(HTTPStatus.FORBIDDEN)
    if asked.all("transfer-encoding") or any(length != "0" for length in asked.all("content-length")):
        return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return None


def address_of(target: str) -> str | Refusal:
    """The address that a request asks for, decoded, without its query; it begins with a slash."""
    if len(target) > LONGEST_TARGET:
        return Refusal(HTTPStatus.REQUEST_URI_TOO_LONG)
    if not target.startswith("/") or not _PRINTABLE.fullmatch(target) or _ESCAPES.search(target):
        return Refusal(HTTPStatus.BAD_REQUEST)
    path = target.partition("?")[0].partition("#")[0]
    try:
        address = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return Refusal(HTTPStatus.BAD_REQUEST)
    if any(not char.isprintable() for char in address) or "\\" in address:
        return Refusal(HTTPStatus.BAD_REQUEST)
    # No page has such a step; a browser takes them away before it asks.
    if any(step in ("", ".", "..") for step in address.split("/")[1:-1]) or address.endswith(("/.", "/..")):
        return Refusal(HTTPStatus.NOT_FOUND)
    return address


def query_of(target: str) -> str:
    """What follows the question mark, as it came."""
    return target.partition("?")[2].partition("#")[0]


def _ours(port: int) -> set[str]:
    """The Host of a request to this server; a browser leaves out the port that is usual."""
    bare = set(HOSTS) if port == 80 else set()
    return bare | {f"{host}:{port}" for host in HOSTS}


def _from_elsewhere(asked: Asked) -> bool:
    """Whether a page of another site wants something of ours in itself; following a link to us is fine."""
    sites, modes = asked.all("sec-fetch-site"), asked.all("sec-fetch-mode")
    return any(site not in _OWN_SITES for site in sites) and modes != ["navigate"]
