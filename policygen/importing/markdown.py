"""Markdown of other people, as CommonMark with tables reads it: made HTML, and read like a page.

A file that is called Markdown and has no markup in it is read as the plain text that it is.
"""

import re
from dataclasses import replace
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from policygen.diagnostics import Bilingual
from policygen.importing.decoding import Decoded
from policygen.importing.html_blocks import LINE_MARK
from policygen.importing.html_frames import LABEL_MARK
from policygen.importing.html_pages import read_html
from policygen.importing.original import LeftOut, Original
from policygen.importing.plain import read_plain
from policygen.importing.refusals import refuse

# Deeper than any text; markdown-it drops what stands deeper than its limit without a word.
_MAX_NESTING = 60
_MARKUP = re.compile(
    r"^ {0,3}>|^ {0,3}#{1,6}\s|^ {0,3}(?:=+|-+)\s*$|\*\*|\]\(|^\s*\|.*\||<[A-Za-z/!]|`"
    r"|(?<![*\w])\*[^*\s]|\\[!-/:-@\[-`{-~]|&\w+;",
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<inside>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TITLE = re.compile(r"^title:\s*[\"']?(?P<title>[^\n\"']+)", re.MULTILINE)


def read_markdown(decoded: Decoded, shown: str) -> Original:
    """What the Markdown says."""
    matter = _FRONT_MATTER.match(decoded.text)
    body = decoded.text
    if matter is not None:
        # The lines stay, so that places are those of the file.
        body = "\n" * matter[0].count("\n") + body[matter.end() :]
    decoded = replace(decoded, text=body)
    original = read_html(_as_html(decoded, shown), shown, "markdown") if _MARKUP.search(body) else read_plain(decoded)
    if matter is None:
        return original
    title = _TITLE.search(matter["inside"])
    what = LeftOut(Bilingual("ส่วนหัวของไฟล์ (front matter)", "front matter"), matter["inside"], 1)
    return replace(
        original, left_out=(*original.left_out, what), title=title["title"].strip() if title else original.title
    )


def _as_html(decoded: Decoded, shown: str) -> Decoded:
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])
    known: dict[str, Any] = {}
    tokens = parser.parse(decoded.text, known)
    if any(token.level >= _MAX_NESTING - 1 for token in tokens):
        raise refuse("too-deep", shown, Bilingual("ข้อความซ้อนกันลึกเกินไป", "the text is nested too deep"))
    for token in tokens:
        _mark(token)
    html = parser.renderer.render(tokens, parser.options, {})
    unused = [link["href"] for link in known.get("references", {}).values() if escape(link["href"]) not in html]
    what = Bilingual("ที่อยู่ลิงก์ที่ไม่มีข้อความใดใช้", "address of a link that no text has")
    return replace(decoded, text=html, left_out=(*decoded.left_out, *(LeftOut(what, href) for href in unused)))


def _mark(token: Token) -> None:
    """Keep the line of a block, and the number of an item as typed."""
    if token.map and token.nesting >= 0:
        token.attrSet(LINE_MARK, str(token.map[0] + 1))
    if token.type == "list_item_open" and token.info:
        token.attrSet(LABEL_MARK, f"{token.info}{token.markup}")
