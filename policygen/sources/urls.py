"""Which URLs may be published: an allow-list of schemes, on the URL as a browser would read it."""

import html
import re
from typing import Literal
from urllib.parse import unquote, urlsplit

SCHEMES = ("https", "http", "mailto", "tel", "line")
Refusal = Literal["scheme", "characters", "host", "nobody"]
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# White space and controls, which browsers drop inside a scheme; a backslash, which they take for a slash.
_ODD = re.compile(r"[\s\x00-\x20\x7f-\x9f\\<>\"`{}|^]")
_HOST = re.compile(r"https?://(?:[^/?#@\s:]+)(?::(?P<port>\d{1,5}))?(?:[/?#]|$)", re.IGNORECASE | re.ASCII)
_LAST_PORT = 65535
# `%2525` needs a round for each `25`; more rounds than this is no link of a person.
_ROUNDS = 4


def refusal(url: str) -> Refusal | None:
    """Why a URL must not be published, or None where it may."""
    for form in _decoded_forms(url):
        match = _SCHEME.match(form)
        if match is None or match[1].lower() not in SCHEMES:
            return "scheme"
    if _ODD.search(url):
        return "characters"
    if url.lower().startswith("http"):
        host = _HOST.match(url)
        return None if host and int(host["port"] or 0) <= _LAST_PORT else "host"
    return None if _names_somebody(url) else "nobody"


def has_dot_segments(url: str) -> bool:
    """Whether the path has a `.` or `..` in it, however often encoded: browsers take those away, and lead elsewhere."""
    paths = (urlsplit(form).path for form in _decoded_forms(url))
    return any(part in (".", "..") for path in paths for part in path.split("/"))


def _names_somebody(url: str) -> bool:
    """Whether an address, a number or a name follows the scheme, and not only a subject."""
    return unquote(re.split("[?#]", url.partition(":")[2])[0]).strip(" /") != ""


def _decoded_forms(url: str) -> list[str]:
    """The URL as typed, and as it reads after each round of decoding entities and percent signs."""
    forms = [url]
    for _ in range(_ROUNDS):
        decoded = unquote(html.unescape(forms[-1]))
        if decoded == forms[-1]:
            break
        forms.append(decoded)
    return forms
