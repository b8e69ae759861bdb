"""A comparison as Markdown, for a comment on a pull request."""

import re
from typing import Any

from policygen.diff.redline import Pair, TextRun
from policygen.exports.comparison import Comparison, event_lines, notice_words
from policygen.exports.redline_as_text import change_words
from policygen.text.catalog import catalog

_MARKS = {"equal": ("", ""), "delete": ("<del>", "</del>"), "insert": ("<ins>", "</ins>")}
_MOVES = {"moved_from": ("<del>", "</del>"), "moved_to": ("<ins>", "</ins>")}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def comparison_as_markdown(comparison: Comparison, language: str) -> str:
    """Headings, the notice class, a list of events, and the parts that differ as quotations; of files, no events."""
    words = catalog(language)["comparison"]
    title = f"## {_plain(comparison.old.label)} → {_plain(comparison.new.label)} ({comparison.locale})\n\n"
    if not comparison.differs:
        return f"{title}{words['nothing']}\n"
    parts = "\n".join(_part(comparison, pair, language) for pair in comparison.redline.pairs if pair.op != "same")
    if comparison.notice is None:
        return f"{title}{parts}"
    events = "".join(f"- {_plain(line)}\n" for _, line in event_lines(comparison, language))
    notice = f"**{words['notice']}:** {notice_words(comparison.notice, language)}\n"
    return f"{title}{notice}\n### {words['events']}\n\n{events}\n### {words['redline']}\n\n{parts}"


def _part(comparison: Comparison, pair: Pair[Any], language: str) -> str:
    place = comparison.address(pair.new or pair.old)
    text = "".join(map(_marked, pair.runs)).replace("\n", "\n> ")
    return f"`{place}` · {change_words(pair, language)}\n\n> {text}\n"


def _marked(run: TextRun) -> str:
    before, after = {**_MARKS, **_MOVES}[run.op]
    return f"{before}{_plain(run.text)}{after}"


def _plain(text: str) -> str:
    """The text as itself: nothing of it is markup."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
