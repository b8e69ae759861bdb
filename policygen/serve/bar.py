"""The author's bar."""

from policygen.serve.preview import Seen


def author_bar(seen: Seen, lang: str) -> str:
    """The bar of the page."""
    return f'<aside id="pp" class="pp-bar" lang="{lang}" data-settled data-token="{seen.token}"></aside>\n'
