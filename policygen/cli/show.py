"""`policygen show`: one document, as text, Markdown, JSON or HTML."""

from html import escape

import click

from policygen.cli.context import Context
from policygen.cli.editions import Found, document_in, find_edition
from policygen.cli.policies import PolicyName, find_policy
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.model.document import Document, plain
from policygen.model.edition import Edition

FORMS = ("text", "markdown", "json", "html")
# A ledger that somebody made up could hold them; a terminal would obey.
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


@new_command("แสดงเอกสารหนึ่งฉบับ", "Show one document of a policy.")
@click.argument("policy")
@click.argument("version", required=False)
@option("--locale", metavar="LOCALE", th="ภาษาของเอกสาร [ภาษาหลัก]", en="The document's locale [the authoritative one].")
@option("--format", "form", type=click.Choice(FORMS), default="text", th="รูปแบบ [text]", en="The form [text].")
@pass_context
def command(context: Context, policy: str, version: str | None, locale: str | None, form: str) -> int:
    """Show the document."""
    name = find_policy(context, policy)
    shown = find_edition(context, name, version)
    document = document_in(name, shown.edition, locale or shown.edition.facts.authoritative)
    click.echo(_written(name, shown, document, form).translate(_CONTROLS), nl=False)
    return 0


def _written(name: PolicyName, shown: Found, document: Document, form: str) -> str:
    match form:
        case "markdown":
            from policygen.exports.as_markdown import document_as_markdown

            return document_as_markdown(document)
        case "json":
            from policygen.exports.as_json import document_as_json

            digest = shown.record.digest if shown.record else None
            return document_as_json(name.site, name.policy, shown.number, digest, document)
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
