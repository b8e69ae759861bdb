"""Files to import: DOCX made part by part, and sites to import them into."""

import io
import zipfile
from pathlib import Path

from policygen.drafts import load_draft
from policygen.importing import Imported, import_policy
from policygen.model.document import Document, lines_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our clause"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="List Number"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="(%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="ข้อ %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def docx(body: str, **parts: str) -> bytes:
    """A DOCX with this body; `parts` are others beside it, by name without `.xml`, each as its root's inside."""
    head = f'<?xml version="1.0" encoding="UTF-8"?><w:{{0}} xmlns:w="{W}" xmlns:r="{R}">{{1}}</w:{{0}}>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="out" '
        f'Type="{R}/hyperlink" Target="https://example.com/" TargetMode="External"/></Relationships>',
        "word/document.xml": head.format("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": head.format("styles", STYLES),
        "word/numbering.xml": head.format("numbering", NUMBERING),
        **{f"word/{name}.xml": head.format(name.rstrip("0123456789"), inside) for name, inside in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def p(text: str, *, style: str = "", number: tuple[int, int] | None = None, runs: str = "") -> str:
    """A paragraph: its text or its runs, its style, and the list and level of its number."""
    numbered = ""
    if number:
        numbered = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = runs or f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{inside}</w:p>"


def imported(folder: Path, name: str, data: str | bytes) -> Imported:
    """Import a file of that name and content as acme/privacy under `folder`/content."""
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return import_policy(file, folder / "content", "acme", "privacy")


def document(folder: Path, locale: str = "th") -> Document:
    """The draft that was imported under `folder`/content, in a locale."""
    edition = load_draft(folder / "content", "acme", "privacy").edition
    assert edition is not None
    return next(document for document in edition.documents if document.locale == locale)


def lines(folder: Path, locale: str = "th") -> list[str]:
    """What a reader reads of it, without the title."""
    return list(lines_of(document(folder, locale)))[1:]


def entries(found: Imported, register: str) -> dict[str, str]:
    """The ids of the entries of a register, each with its words."""
    return {entry.id: entry.words for entry in found.draft.recognition.entries if entry.register == register}


def sections(found: Imported) -> list[str]:
    """The ids of the sections."""
    return [section.id for section in found.draft.recognition.sections]
