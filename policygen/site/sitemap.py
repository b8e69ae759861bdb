"""sitemap.xml: the pages that search engines may list, each with its equals in other languages."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from policygen.site.addresses import SITEMAP
from policygen.site.chrome import Setting
from policygen.site.files import RawFile
from policygen.site.spots import Spot


def sitemap(setting: Setting, spots: Sequence[Spot]) -> Iterator[RawFile]:
    """The sitemap; none where the site has no address, or where no page may be listed (an empty one is invalid)."""
    listed = [spot for spot in spots if spot.listed]
    if setting.base_url is None or not listed:
        return
    pages = hashlib.sha256(repr([(spot.address, spot.alternates) for spot in listed]).encode()).hexdigest()
    inputs = (("pages", pages), ("address", setting.base_url))
    yield RawFile(SITEMAP, inputs, partial(_sitemap, setting.base_url, listed))


def _sitemap(base_url: str, spots: Sequence[Spot]) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for spot in spots:
        lines += ["  <url>", f"    <loc>{escape(base_url + spot.address)}</loc>"]
        lines += [
            f'    <xhtml:link rel="alternate" hreflang="{escape(hreflang)}" href="{escape(base_url + address)}"/>'
            for hreflang, address in spot.alternates
        ]
        lines.append("  </url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
