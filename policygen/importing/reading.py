"""One file of another program as an original: read with limits, by the reader of its form."""

from pathlib import Path

from policygen.importing.decoding import MAX_DOCX_MEGABYTES, decode, form_of
from policygen.importing.original import Original
from policygen.importing.plain import read_plain
from policygen.importing.refusals import no_text, too_big, too_long

_MEGABYTE = 1024 * 1024
# The longest policies known have 70,000; a section's file holds this many Thai letters.
_MOST_LETTERS = 500_000


def read_original(path: Path) -> Original:
    """What the file says; raises Refused where it cannot be imported, and OSError where it cannot be read."""
    shown = path.as_posix()
    with path.open("rb") as file:
        data = file.read(MAX_DOCX_MEGABYTES * _MEGABYTE + 1)
    if len(data) > MAX_DOCX_MEGABYTES * _MEGABYTE:
        raise too_big(shown, MAX_DOCX_MEGABYTES)
    original = _read(data, shown)
    if not original.letters:
        raise no_text(shown)
    if len(original.letters) > _MOST_LETTERS:
        raise too_long(shown, _MOST_LETTERS)
    return original


def _read(data: bytes, shown: str) -> Original:
    match form_of(data, shown):
        case "docx":
            from policygen.importing.docx import read_docx

            return read_docx(data, shown)
        case "html":
            from policygen.importing.html_pages import read_html

            return read_html(decode(data, shown), shown)
        case "markdown":
            from policygen.importing.markdown import read_markdown

            return read_markdown(decode(data, shown), shown)
        case _:
            return read_plain(decode(data, shown))
