"""Puts the preview's own parts into pages: a style, a script, the panel of problems, the author's bar.

The page itself stays as its theme made it, and as `build` would write it.
"""

from html import escape

from policygen.serve.server import OWN

_HEAD = f'<link rel="stylesheet" href="{OWN}preview.css">\n<script src="{OWN}preview.js" defer></script>\n'


def framed(html: str, parts: str) -> str:
    """The page with the preview's own parts; one that has no end (a fragment) is left alone."""
    head, body = html.find("</head>"), html.rfind("</body>")
    if head < 0 or body < head:
        return html
    return f"{html[:head]}{_HEAD}{html[head:body]}{parts}{html[body:]}"


def own_page(title: str, main: str, lang: str, *, before: str = "", after: str = "", style: str = "") -> str:
    """A page of the preview itself, with parts before and after its text, and one style sheet more."""
    kind = "pp-main pp-wide" if style else "pp-main"
    more = f'<link rel="stylesheet" href="{OWN}{style}">\n' if style else ""
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(title)}</title>\n'
        f'<link rel="icon" href="{OWN}favicon.svg">\n{_HEAD}{more}</head>\n<body class="pp-page">\n{before}'
        f'<main class="{kind}">\n<h1>{escape(title)}</h1>\n{main}</main>\n{after}</body>\n</html>\n'
    )
