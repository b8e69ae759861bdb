"""What is wrong with the files, on top of the page: each with its place, the line, and what to type instead.

Unfolded without a script, and folded by a press on its head.
"""

from collections.abc import Sequence
from html import escape

from policygen.diagnostics import Diagnostic, Place, in_order, line_around
from policygen.serve import words

# More are read by nobody; the first is mostly why there are others.
_MOST_SHOWN = 12


def problem_panel(problems: Sequence[Diagnostic], lang: str, *, page: bool) -> str:
    """The panel, or nothing where there is no problem; `page` says that a last good page stands below."""
    found = in_order(problems)
    if not found:
        return ""
    shown = "".join(f"<li>{finding_html(one, lang)}</li>\n" for one in found[:_MOST_SHOWN])
    rest = len(found) - _MOST_SHOWN
    more = f'<p class="pp-more">{escape(words.MORE.in_language(lang).format(n=rest))}</p>\n' if rest > 0 else ""
    title = words.PROBLEMS if len(found) == 1 else words.PROBLEMS_MANY
    below = f' <span class="pp-below">{escape(words.LAST_GOOD.in_language(lang))}</span>' if page else ""
    head = f'<strong class="pp-title">{escape(title.in_language(lang).format(n=len(found)))}</strong>{below}'
    label = escape(words.PROBLEMS.in_language(lang))
    items = f'<div class="pp-list" role="group" aria-label="{label}" tabindex="0">\n<ol>\n{shown}</ol>\n{more}</div>\n'
    return (
        f'<section class="pp-problems" id="pp-problems" lang="{lang}" aria-label="{label}" aria-live="polite">\n'
        f"<details open>\n<summary>{head}</summary>\n{items}</details>\n</section>\n"
    )


def finding_html(found: Diagnostic, lang: str) -> str:
    """One finding: its place, the message, the line with its mark, the hint."""
    hint = ""
    if found.hint:
        label = escape(words.HINT.in_language(lang))
        hint = f'<p class="pp-hint"><b>{label}</b> {escape(found.hint.in_language(lang))}</p>\n'
    place, rule = escape(place_text(found.place)), escape(found.rule)
    return (
        f'<p class="pp-place"><code>{place}</code> <code class="pp-rule">{rule}</code></p>\n'
        f'<p class="pp-message">{escape(found.message.in_language(lang))}</p>\n{_line(found.place)}{hint}'
    )


def place_text(place: Place) -> str:
    """The place as it is typed: `path:line:column`, or the path alone."""
    return f"{place.path}:{place.line}:{place.column}" if place.line else place.path


def _line(place: Place) -> str:
    if not place.source.strip():
        return ""
    before, marked, after = map(escape, line_around(place))
    number = f'<span class="pp-number">{place.line}</span>'
    return f'<pre class="pp-line">{number}<code>{before}<mark>{marked or " "}</mark>{after}</code></pre>\n'
