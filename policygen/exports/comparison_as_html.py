"""A comparison as one HTML file that stands alone: its style inside, no script, nothing loaded."""

from html import escape
from typing import Any

from policygen.diff.redline import Pair, TextRun
from policygen.exports.comparison import Comparison, event_lines, notice_words
from policygen.exports.redline_as_text import change_words
from policygen.text.catalog import catalog

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --quiet: #595959; --gone: #b3261e; --come: #1b5e20; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161a18; --ink: #ececec; --quiet: #b0b0b0; --gone: #ffb4ab; --come: #a5d6a7; }
}
html { background: var(--paper); color: var(--ink); }
body { font: 1.05rem/1.8 Sarabun, "Noto Sans Thai", system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.4; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin-block-start: 2rem; }
p, li { overflow-wrap: anywhere; }
del { color: var(--gone); text-decoration: line-through; }
ins { color: var(--come); text-decoration: underline; }
del::before { content: "−"; } ins::before { content: "+"; }
.moved::before { content: "⇄"; }
.place { font-size: .85rem; color: var(--quiet); margin: 1.5rem 0 0; }
.place + p { margin-block-start: .2rem; }
@media print { :root { --paper: #fff; --ink: #000; --quiet: #444; } del, ins { color: inherit; } }
"""
_TAGS = {"delete": "del", "moved_from": "del", "insert": "ins", "moved_to": "ins"}


def comparison_as_html(comparison: Comparison, language: str) -> str:
    """The whole file."""
    words = catalog(language)["comparison"]
    body = _body(comparison, language) if comparison.differs else f"<p>{escape(words['nothing'])}</p>\n"
    return page(f"{comparison.old.label} → {comparison.new.label}", body, language)


def page(title: str, body: str, language: str) -> str:
    """A page that stands alone, given its title as text and its body as HTML."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}</main>\n</body>\n</html>\n"
    )


def _body(comparison: Comparison, language: str) -> str:
    parts = "".join(_part(comparison, pair, language) for pair in comparison.redline.pairs if pair.op != "same")
    redline = f'<div lang="{escape(comparison.locale)}">\n{parts}</div>\n'
    if comparison.notice is None:
        return redline
    words = catalog(language)["comparison"]
    events = "".join(f"<li>{escape(line)}</li>\n" for _, line in event_lines(comparison, language))
    return (
        f"<p><strong>{escape(words['notice'])}:</strong> {escape(notice_words(comparison.notice, language))}</p>\n"
        f"<h2>{escape(words['events'])}</h2>\n<ul>\n{events}</ul>\n<h2>{escape(words['redline'])}</h2>\n{redline}"
    )


def _part(comparison: Comparison, pair: Pair[Any], language: str) -> str:
    place = escape(comparison.address(pair.new or pair.old))
    head = f'<p class="place" lang="{escape(language)}">{place} · {escape(change_words(pair, language))}</p>\n'
    return f"{head}<p>{''.join(map(_marked, pair.runs))}</p>\n"


def _marked(run: TextRun) -> str:
    tag = _TAGS.get(run.op)
    if tag is None:
        return escape(run.text)
    moved = ' class="moved"' if run.move is not None else ""
    return f"<{tag}{moved}>{escape(run.text)}</{tag}>"
