"""Which URLs may be published: an allow-list of schemes, on the URL as a browser would read it."""

import html
import re
from typing import Literal
from urllib.parse import unquote

SCHEMES = ("https", "http", "mailto", "tel", "line")
Refusal = Literal["scheme", "characters", "host"]
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# White space and controls, which browsers drop inside a scheme; a backslash, which they take for a slash.
_ODD = re.compile(r"[\s\x00-\x20\x7f-\x9f\\<>\"`{}|^]")
_HOST = re.compile(r"https?://(?:[^/?#@\s:]+)(?::\d{1,5})?(?:[/?#]|$)", re.IGNORECASE)
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
    if url.lower().startswith("http") and not _HOST.match(url):
        return "host"
    return None


def _decoded_forms(url: str) -> list[str]:
    """The URL as typed, and as it reads after each round of decoding entities and percent signs."""
    forms = [url]
    for _ in range(_ROUNDS):
        decoded = unquote(html.unescape(forms[-1]))
        if decoded == forms[-1]:
            break
        forms.append(decoded)
    return forms
