"""A document as HTML: the article that holds the policy's text, to the letter, and nothing else.

Permalinks and language links are empty elements that the style sheet draws, bullets are the style sheet's too, so the
article's text is the document's. Knows nothing of pages, themes and templates.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import assert_never

from policygen.model.document import (
    Block,
    Document,
    Entry,
    Heading,
    Item,
    ItemList,
    Line,
    Paragraph,
    Register,
    Run,
    Runs,
    Section,
    Table,
    plain,
)
from policygen.render.levels import below, levels
from policygen.render.wrapping import Wrapping, is_kept, wrapped, wrapping
from policygen.text.catalog import catalog

# Content holds no control characters, so this stands for no text.
LANGUAGE_LINKS = "\x00"
# An id attribute, not the same letters in a text: the next angle bracket ends a tag.
_ID = re.compile(r' id="([^"]*)"(?=[^<>]*>)')
# Of the headings that a section's blocks stand under: its title, or the document's where it has none.
TITLED, UNTITLED = 2, 1
# A hundred blocks make a policy: those of its versions are in hand together, those of a thousand policies are not.
MOST_KEPT = 5000


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set.

    `links` give the fragment of each reference (`term:company` -> `#term-company`); `buttons` are the addresses drawn
    as buttons. Only an `anchored` text has ids. `words` are the interface's, for the accessible names of what adds no
    text. `made` has the HTML of blocks that were set so before, by their identity and level: versions of a policy
    share the blocks that did not change.
    """

    locale: str
    wrapping: Wrapping
    links: Mapping[str, str]
    words: Mapping[str, str]
    not_stated: str
    buttons: frozenset[str] = frozenset()
    anchored: bool = True
    made: dict[tuple[int, int], tuple[Block, str]] = field(default_factory=dict, init=False, compare=False, repr=False)


def setting(
    locale: str,
    links: Mapping[str, str],
    nowrap: Iterable[str] = (),
    buttons: Iterable[str] = (),
    anchored: bool = True,
) -> Setting:
    """How a document in `locale` is set; what is in `nowrap` is never broken over two lines if it is short."""
    words = catalog(locale)
    how = wrapping(tuple(nowrap), locale)
    return Setting(locale, how, links, words["page"], words["made"]["not_stated"], frozenset(buttons), anchored)


def render_body(document: Document, how: Setting) -> str:
    """The document as one `<article data-body>`, with `LANGUAGE_LINKS` where a section's language links go."""
    inner = "".join(render_section(section, how) for section in document.sections)
    title = f"<h1>{runs_html(document.title, how)}</h1>\n"
    lang = escape(document.locale)
    return ids_once(article_html(f' lang="{lang}"', title, inner))


def article_html(attributes: str, title: str, sections: str, kind: str = "pg-body") -> str:
    """The article; its sections stand in one element of their own, so that a page may show something before them."""
    inner = f'{title}<div class="pg-sections">\n{sections}</div>\n'
    return f'<article class="{kind}" id="pg-text" data-body{attributes}>\n{inner}</article>\n'


def render_section(section: Section, how: Setting) -> str:
    """One section as HTML; equal sections set in the same way give equal HTML."""
    inner = blocks_html(section.blocks, how, TITLED if section.title else UNTITLED)
    if not section.title:
        return f"<section{id_html(section.id, how)}>\n{inner}</section>\n"
    title = runs_html(section.title, how)
    links = permalink_html(section.id, how)
    if links:
        links += LANGUAGE_LINKS + section.id + LANGUAGE_LINKS
    return f"<section{id_html(section.id, how)}>\n{links}<h2>{title}</h2>\n{inner}</section>\n"


def with_language_links(html: str, links: Sequence[tuple[str, str, str]]) -> str:
    """The body with a link to the same clause in each other language: an address, a language, an accessible name."""
    before, *rest = html.split(LANGUAGE_LINKS)
    parts = [before]
    for index in range(0, len(rest), 2):
        for href, lang, hint in links:
            parts.append(
                f'<a class="pg-switch" href="{escape(href)}#{escape(rest[index])}" lang="{escape(lang)}"'
                f' aria-label="{escape(hint)}"></a>\n'
            )
        parts.append(rest[index + 1])
    return "".join(parts)


def ids_once(html: str) -> str:
    """The HTML without the ids that stand in it before: an entry may be shown in two places, and has one address."""
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        if match[1] in seen:
            return ""
        seen.add(match[1])
        return match[0]

    return _ID.sub(once, html)


# Blocks


def blocks_html(blocks: Sequence[Block], how: Setting, level: int) -> str:
    """Blocks as HTML; `level` is that of the heading that they stand under."""
    each = levels((block if isinstance(block, Heading) else None for block in blocks), level)
    return "".join(block_html(block, how, own) for block, own in zip(blocks, each, strict=True))


def block_html(block: Block, how: Setting, level: int) -> str:
    """One block as HTML; `level` is its own if it is a heading, else that of the heading that it stands under."""
    found = how.made.get((id(block), level))
    if found is None:
        if len(how.made) > MOST_KEPT:
            how.made.clear()
        # The block itself is kept too, so that no other can get its identity.
        found = how.made[id(block), level] = (block, _block(block, how, level))
    return found[1]


def _block(block: Block, how: Setting, level: int) -> str:
    match block:
        case Heading():
            return _heading(block, how, level)
        case Paragraph():
            return _paragraph(block, how, level)
        case ItemList():
            return _item_list(block, how, level)
        case Table():
            return _table(block, how)
        case Register():
            return _register(block, how, level)
        case _:
            assert_never(block)


def _heading(heading: Heading, how: Setting, level: int) -> str:
    text = f"<h{level}>{runs_html(heading.runs, how)}</h{level}>"
    if heading.id is None or not how.anchored:
        return f"{text}\n"
    link = permalink_html(heading.id, how)
    return f'<div class="pg-head"{id_html(heading.id, how)}>{link}{text}</div>\n'


def _paragraph(paragraph: Paragraph, how: Setting, level: int) -> str:
    id = id_html(paragraph.id, how)
    match paragraph.parts:
        case (Line(runs=runs),):
            return f"<p{id}>{runs_html(runs, how)}</p>\n"
        case parts:
            inner = "".join(_part(part, how, level, continues=index > 0) for index, part in enumerate(parts))
            return f'<div class="pg-p"{id}>\n{inner}</div>\n'


def _part(part: Line | ItemList | Register, how: Setting, level: int, continues: bool) -> str:
    if not isinstance(part, Line):
        return _block(part, how, level)
    kind = ' class="pg-continues"' if continues else ""
    return f"<p{kind}>{runs_html(part.runs, how)}</p>\n"


def _item_list(block: ItemList, how: Setting, level: int) -> str:
    labelled = any(item.label for item in block.items)
    items = "".join(_item(item, how, level, labelled) for item in block.items)
    # Safari forgets that it is a list where no marker is drawn: the role says it again.
    return f'<ol class="pg-clauses" role="list">\n{items}</ol>\n' if labelled else f"<ul>\n{items}</ul>\n"


def _item(item: Item, how: Setting, level: int, labelled: bool) -> str:
    inner = flow_html(item.blocks, how, level)
    if not labelled:
        return f"<li{id_html(item.id, how)}>{inner}</li>\n"
    label = f'<span class="pg-label">{escape(item.label)}</span> ' if item.label else ""
    return f'<li{id_html(item.id, how)}>{label}<div class="pg-clause">{inner}</div></li>\n'


def flow_html(blocks: Sequence[Block], how: Setting, level: int) -> str:
    """The blocks of an item; a plain paragraph at the start is not wrapped in an element."""
    match blocks:
        case (Paragraph(parts=(Line(runs=runs),), id=None), *rest):
            after = blocks_html(rest, how, level)
            return f"{runs_html(runs, how)}\n{after}" if after else runs_html(runs, how)
        case _:
            return f"\n{blocks_html(blocks, how, level)}"


def _table(table: Table, how: Setting) -> str:
    head = "".join(f'<th scope="col">{runs_html(cell, how)}</th>\n' for cell in table.head)
    rows = "".join(_row(row, how) for row in table.rows)
    region = f'class="pg-scroll" role="group" tabindex="0" aria-label="{escape(how.words["table"])}"'
    parts = f"<thead><tr>\n{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n"
    return f"<div {region}{id_html(table.id, how)}><table>\n{parts}</table></div>\n"


def _row(row: tuple[Runs, ...], how: Setting) -> str:
    return "<tr>\n" + "".join(f"<td>{runs_html(cell, how)}</td>\n" for cell in row) + "</tr>\n"


# Registers


def _register(block: Register, how: Setting, level: int) -> str:
    match block.layout:
        case "list":
            return _entry_list(block.entries, how, level)
        case "paragraphs":
            return "".join(_entry_paragraphs(entry, how, level) for entry in block.entries)
        case "details":
            return "".join(_entry_details(entry, how, below(level)) for entry in block.entries)
        case _:
            assert_never(block.layout)


def _entry_list(entries: tuple[Entry, ...], how: Setting, level: int) -> str:
    items = "".join(_entry_item(entry, how, level) for entry in entries)
    return f"<ul>\n{items}</ul>\n" if items else ""


def _entry_item(entry: Entry, how: Setting, level: int) -> str:
    inner = flow_html(entry.blocks, how, level)
    nested = _entry_list(entry.entries, how, level)
    if nested:
        inner = f"{inner}\n{nested}"
    return f"<li{id_html(entry.anchor, how)}>{inner}</li>\n"


def _entry_paragraphs(entry: Entry, how: Setting, level: int) -> str:
    match entry:
        case Entry(blocks=(Paragraph(parts=(Line(runs=runs),)),), entries=()):
            return f"<p{id_html(entry.anchor, how)}>{runs_html(runs, how)}</p>\n"
    inner = blocks_html(entry.blocks, how, level)
    nested = "".join(_entry_paragraphs(child, how, level) for child in entry.entries)
    return f"<div{id_html(entry.anchor, how)}>\n{inner}{nested}</div>\n"


def _entry_details(entry: Entry, how: Setting, level: int) -> str:
    title = ""
    if entry.title:
        title = f"{permalink_html(entry.anchor, how)}<h{level}>{runs_html(entry.title, how)}</h{level}>\n"
    facts = "".join(field_html(field.label, field.value, how) for field in entry.fields)
    facts = f'<dl class="pg-facts">\n{facts}</dl>\n' if facts else ""
    nested = "".join(_entry_details(child, how, below(level)) for child in entry.entries)
    inner = blocks_html(entry.blocks, how, level)
    return f'<div class="pg-entry"{id_html(entry.anchor, how)}>\n{title}{inner}{facts}{nested}</div>\n'


def field_html(label: Runs, value: Runs, how: Setting) -> str:
    """One fact: a label and its value, marked where the policy does not state it."""
    absent = ' class="pg-absent"' if plain(value) == how.not_stated else ""
    return f"<div><dt>{runs_html(label, how)}</dt>\n<dd{absent}>{runs_html(value, how)}</dd></div>\n"


# Runs


def id_html(id: str | None, how: Setting) -> str:
    """The id attribute, or nothing where the text has no anchors."""
    return "" if id is None or not how.anchored else f' id="{escape(id)}"'


def permalink_html(id: str, how: Setting) -> str:
    """An empty link to the place itself; nothing where the text has no anchors."""
    if not how.anchored:
        return ""
    return f'<a class="pg-permalink" href="#{escape(id)}" aria-label="{escape(how.words["permalink"])}"></a>\n'


def runs_html(runs: Runs, how: Setting) -> str:
    """Runs as HTML; neighbours that lead to the same place are one link."""
    if len(runs) == 1 and runs[0].href is None and runs[0].ref is None:
        return _styled(runs[0], how)
    return "".join(
        _linked(href, ref, tuple(group), how) for (href, ref), group in groupby(runs, lambda run: (run.href, run.ref))
    )


def _linked(href: str | None, ref: str | None, runs: Runs, how: Setting) -> str:
    if href is not None:
        inner = "".join(_styled(run, how) for run in runs)
        classes = " ".join(_link_classes(href, runs, how))
        kind = f' class="{classes}"' if classes else ""
        # The address of a policy being read is nobody else's business.
        outside = ' rel="noreferrer"' if href.startswith(("https:", "http:")) else ""
        return f'<a{kind} href="{escape(href)}"{outside}>{inner}</a>'
    fragment = how.links.get(ref) if ref is not None else None
    if fragment is None:
        return "".join(_styled(run, how) for run in runs)
    return _reference(fragment, ref or "", runs, how)


def _link_classes(href: str, runs: Runs, how: Setting) -> Iterator[str]:
    if href in how.buttons:
        yield "pg-button"
    if href.endswith(plain(runs)):
        # On paper the address need not be told again.
        yield "pg-url"


def _reference(fragment: str, ref: str, runs: Runs, how: Setting) -> str:
    if not ref.startswith("term:"):
        inner = "".join(_styled(run, how) for run in runs)
        return f'<a href="{escape(fragment)}">{inner}</a>'
    if is_kept(plain(runs)):
        inner = "".join(_emphasised(escape(run.text, quote=False), run) for run in runs)
        return f'<a class="pg-term" href="{escape(fragment)}">{inner}</a>'
    inner = "".join(_styled(run, how) for run in runs)
    return f'<a class="pg-term pg-long" href="{escape(fragment)}">{inner}</a>'


def _styled(run: Run, how: Setting) -> str:
    return _emphasised(wrapped(run.text, how.wrapping), run)


def _emphasised(html: str, run: Run) -> str:
    if run.emphasis:
        html = f"<em>{html}</em>"
    return f"<strong>{html}</strong>" if run.strong else html
