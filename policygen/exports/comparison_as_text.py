"""A comparison as text for a terminal."""

from policygen.exports.comparison import Comparison, event_lines, notice_words
from policygen.exports.redline_as_text import redline_as_text
from policygen.text.catalog import catalog


def comparison_as_text(comparison: Comparison, language: str, *, colour: bool = False) -> str:
    """What changed: the two sides, the notice class, the events, then the parts that differ."""
    words = catalog(language)["comparison"]
    head = f"{comparison.old.label} → {comparison.new.label} ({comparison.locale})\n"
    if not comparison.differs:
        return f"{head}\n{words['nothing']}\n"
    events = "".join(f"- {line}\n" for _, line in event_lines(comparison, language))
    notice = f"{words['notice']}: {notice_words(comparison.notice, language)}\n" if comparison.notice else ""
    redline = redline_as_text(comparison.redline, comparison.address, language, colour=colour)
    return f"{head}{notice}\n{words['events']}\n{events}\n{words['redline']}\n\n{redline}"
