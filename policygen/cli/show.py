"""`policygen show`: one document, as text, Markdown, JSON or HTML."""

from dataclasses import dataclass
from html import escape

import click

from policygen.cli.context import Context, Stop, report
from policygen.cli.policies import PolicyName, find_policy, find_version, sound_ledger, today_of
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual
from policygen.ledger import Record, in_force
from policygen.model.codec import CodecError, decode_edition
from policygen.model.document import Document, plain
from policygen.model.edition import Edition

FORMS = ("text", "markdown", "json", "html")
# A ledger that somebody made up could hold them; a terminal would obey.
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """An edition to show; the draft has no number and no digest."""

    edition: Edition
    number: int | None = None
    digest: str | None = None


@new_command("แสดงเอกสารหนึ่งฉบับ", "Show one document of a policy.")
@click.argument("policy")
@click.argument("version", required=False)
@option("--locale", metavar="LOCALE", th="ภาษาของเอกสาร [ภาษาหลัก]", en="The document's locale [the authoritative one].")
@option("--format", "form", type=click.Choice(FORMS), default="text", th="รูปแบบ [text]", en="The form [text].")
@pass_context
def command(context: Context, policy: str, version: str | None, locale: str | None, form: str) -> int:
    """Show the document."""
    name = find_policy(context, policy)
    shown = _draft(context, name) if version == "draft" else _version(context, name, version)
    document = _document(name, shown.edition, locale or shown.edition.facts.authoritative)
    click.echo(_written(name, shown, document, form).translate(_CONTROLS), nl=False)
    return 0


def _version(context: Context, name: PolicyName, typed: str | None) -> _Shown:
    """The version that was asked for; else the one in force, the latest, or the draft."""
    records = sound_ledger(context, name).records
    if typed is not None:
        return _recorded(name, find_version(context, name, records, typed))
    if not records:
        return _draft(context, name)
    return _recorded(name, in_force(records, today_of(context, name)) or records[-1])


def _recorded(name: PolicyName, record: Record) -> _Shown:
    try:
        edition = decode_edition({"documents": record.documents, "facts": record.facts})
    except CodecError as error:
        number = record.number
        message = Bilingual(f"อ่านฉบับที่ {number} ของ {name} ไม่ได้", f"version {number} of {name} cannot be read")
        raise Stop(message, 1, Bilingual("ดู policygen verify", "see policygen verify")) from error
    return _Shown(edition, record.number, record.digest)


def _draft(context: Context, name: PolicyName) -> _Shown:
    from policygen.publish import load_draft

    draft = load_draft(context.content, name.site, name.policy)
    report(context, draft.diagnostics)
    if draft.edition is None:
        raise Stop(Bilingual(f"ทำฉบับร่างของ {name} ไม่ได้", f"no draft of {name} can be made"), 1)
    return _Shown(draft.edition)


def _document(name: PolicyName, edition: Edition, locale: str) -> Document:
    document = edition.document(locale)
    if document is None:
        there = ", ".join(edition.locales)
        message = Bilingual(f"{name} ไม่มีเอกสารภาษา {locale}", f"{name} has no document in {locale}")
        raise Stop(message, 1, Bilingual(f"ที่มีอยู่: {there}", f"there are: {there}"))
    return document


def _written(name: PolicyName, shown: _Shown, document: Document, form: str) -> str:
    match form:
        case "markdown":
            from policygen.exports.as_markdown import document_as_markdown

            return document_as_markdown(document)
        case "json":
            from policygen.exports.as_json import document_as_json

            return document_as_json(name.site, name.policy, shown.number, shown.digest, document)
        case "html":
            return _as_html(shown.edition, document)
        case _:
            from policygen.exports.as_text import document_as_text

            return document_as_text(document)


def _as_html(edition: Edition, document: Document) -> str:
    """A plain page that stands alone: the document's body as every page has it, without style."""
    from policygen.render.body import render_body, setting, with_language_links
    from policygen.site.body import reading_of
    from policygen.site.words import words_of

    reading = reading_of(edition, words_of(document.locale))
    assert reading is not None
    body = reading.body
    how = setting(document.locale, body.links, body.nowrap, body.buttons)
    article = with_language_links(render_body(document, how), ())
    head = f'<meta charset="utf-8">\n<title>{escape(plain(document.title))}</title>'
    lang = escape(document.locale)
    return f'<!doctype html>\n<html lang="{lang}">\n<head>\n{head}\n</head>\n<body>\n{article}</body>\n</html>\n'
