"""A DOCX as blocks, read from its own XML: what Word shows, its numbers included.

Its own reader and no library, because a policy's numbers are made by Word from the document's numbering, and a clause
"3." that comes back as "1." is another contract (docs/decisions/072).
"""

from policygen.importing.docx.archive import open_archive
from policygen.importing.docx.body import BodyReader
from policygen.importing.docx.numbering import Numbering
from policygen.importing.docx.styles import Styles
from policygen.importing.docx.surroundings import left_out_around, refuse_tracked
from policygen.importing.original import Original


def read_docx(data: bytes, shown: str) -> Original:
    """What the document says; raises Refused where it is no DOCX, or has changes that nobody has accepted yet."""
    archive = open_archive(data, shown)
    document = archive.document()
    refuse_tracked(document, shown)
    styles = Styles.of(archive.beside("styles.xml"))
    numbering = Numbering.of(archive.beside("numbering.xml"), styles)
    reader = BodyReader(styles, numbering, archive.targets())
    reader.read(document)
    return Original(
        "docx",
        "UTF-8",
        tuple(reader.pieces()),
        reader.letters(),
        (*reader.left_out(), *left_out_around(archive)),
        reader.remarks(),
    )
