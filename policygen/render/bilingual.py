"""Two documents of one edition as one article, clause beside clause.

Each heading, item and entry is one element that holds both languages, each in a cell with its `lang`, so that a list
is one list and a heading one heading to who hears the page. Knows nothing of pages, themes and templates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import zip_longest

from policygen.model.alignment import AlignedSection, align_blocks, same_shape
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
    Runs,
)
from policygen.render.body import (
    LANGUAGE_LINKS,
    MOST_KEPT,
    TITLED,
    UNTITLED,
    Setting,
    article_html,
    block_html,
    field_html,
    id_html,
    ids_once,
    permalink_html,
    runs_html,
)
from policygen.render.levels import below, levels

Part = Block | Line


@dataclass(frozen=True, slots=True)
class Sides:
    """How the left and the right text are set, and what an empty cell is called, in the page's language.

    `made` has the HTML of pairs that were set so before, by their identity and level.
    """

    left: Setting
    right: Setting
    unpaired: str
    made: dict[tuple[int, int, int], tuple[Part | None, Part | None, str]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def anchored(self) -> Setting:
        """How the text is set whose ids the page has."""
        return self.left if self.left.anchored else self.right


def render_bilingual(left: Document, right: Document, sections: Iterable[AlignedSection], how: Sides) -> str:
    """Both documents as one `<article data-body>`, with `LANGUAGE_LINKS` where a section's language links go."""
    title = _heading(1, left.title, right.title, how)
    inner = "".join(_section(section, how) for section in sections)
    return ids_once(article_html("", title, inner, "pg-body pg-both"))


def _section(section: AlignedSection, how: Sides) -> str:
    left, right = (side.title if side else () for side in (section.first, section.second))
    heading = ""
    if left or right:
        links = permalink_html(section.id, how.anchored) + LANGUAGE_LINKS + section.id + LANGUAGE_LINKS
        heading = links + _heading(2, left, right, how)
    inner = _pairs(section.pairs, how, TITLED if heading else UNTITLED)
    return f'<section id="{escape(section.id)}">\n{heading}{inner}</section>\n'


def _pairs(pairs: Iterable[tuple[Part | None, Part | None]], how: Sides, level: int) -> str:
    pairs = tuple(pairs)
    headings = (next((side for side in pair if isinstance(side, Heading)), None) for pair in pairs)
    each = levels(headings, level)
    return "".join(_set_once(*pair, how, own) for pair, own in zip(pairs, each, strict=True))


def _set_once(left: Part | None, right: Part | None, how: Sides, level: int) -> str:
    key = (id(left), id(right), level)
    found = how.made.get(key)
    if found is None:
        if len(how.made) > MOST_KEPT:
            how.made.clear()
        # The parts themselves are kept too, so that no others can get their identities.
        found = how.made[key] = (left, right, _pair(left, right, how, level))
    return found[2]


def _pair(left: Part | None, right: Part | None, how: Sides, level: int) -> str:
    """Two blocks side by side; those of one shape are aligned within, too."""
    match left, right:
        case Heading(), Heading():
            return _heading(level, left.runs, right.runs, how, left.id or right.id)
        case Paragraph(parts=[Line(), _, *_]), Paragraph() if same_shape(left, right):
            inner = _pairs(zip(left.parts, right.parts, strict=True), how, level)
            return f'<div class="pg-p"{id_html(left.id or right.id, how.anchored)}>\n{inner}</div>\n'
        case ItemList(), ItemList() if len(left.items) == len(right.items):
            return _items(left, right, how, level)
        case Register(), Register() if same_shape(left, right) and left.layout == right.layout:
            return _entries(left.entries, right.entries, left.layout, how, level)
    if left is None or right is None:
        how = _both_anchored(how)
    return _row(_part(left, how.left, level), _part(right, how.right, level), how)


def _both_anchored(how: Sides) -> Sides:
    """For a block without a partner: its ids are nobody else's, whichever side it stands on."""
    return replace(how, left=replace(how.left, anchored=True), right=replace(how.right, anchored=True))


def _part(part: Part | None, how: Setting, level: int) -> str:
    if part is None:
        return ""
    return f"<p>{runs_html(part.runs, how)}</p>\n" if isinstance(part, Line) else block_html(part, how, level)


# Rows and cells


def _row(left: str, right: str, how: Sides) -> str:
    return f'<div class="pg-row">\n{_cell("div", left, how.left, how)}{_cell("div", right, how.right, how)}</div>\n'


def _cell(tag: str, inner: str, side: Setting, how: Sides) -> str:
    if inner:
        return f'<{tag} class="pg-cell" lang="{escape(side.locale)}">{inner}</{tag}>\n'
    return f'<{tag} class="pg-cell pg-unpaired" role="note" aria-label="{escape(how.unpaired)}"></{tag}>\n'


def _heading(level: int, left: Runs, right: Runs, how: Sides, id: str | None = None) -> str:
    cells = (_cell("span", runs_html(runs, side), side, how) for runs, side in ((left, how.left), (right, how.right)))
    return f'<h{level} class="pg-row"{id_html(id, how.anchored)}>\n{"".join(cells)}</h{level}>\n'


# Lists


def _items(left: ItemList, right: ItemList, how: Sides, level: int) -> str:
    items = "".join(_item(*pair, how, level) for pair in zip(left.items, right.items, strict=True))
    labelled = any(item.label for item in (*left.items, *right.items))
    return f'<ol class="pg-clauses" role="list">\n{items}</ol>\n' if labelled else f"<ul>\n{items}</ul>\n"


def _item(left: Item, right: Item, how: Sides, level: int) -> str:
    id = id_html(left.id or right.id, how.anchored)
    first = _row(_opening(left, how.left), _opening(right, how.right), how)
    rest = _pairs(align_blocks(_after_opening(left.blocks), _after_opening(right.blocks)), how, level)
    return f"<li{id}>\n{first}{rest}</li>\n"


def _opening(item: Item, how: Setting) -> str:
    """The item's label and its first line."""
    label = f'<span class="pg-label">{escape(item.label)}</span> ' if item.label else ""
    text = _first_line(item.blocks, how)
    return f'{label}<div class="pg-clause">{text}</div>' if label else text


def _first_line(blocks: Sequence[Block], how: Setting) -> str:
    match blocks:
        case (Paragraph(parts=(Line(runs=runs),)), *_):
            return runs_html(runs, how)
    return ""


def _after_opening(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    match blocks:
        case (Paragraph(parts=(Line(),)), *_):
            return blocks[1:]
    return blocks


# Registers


def _entries(left: Sequence[Entry], right: Sequence[Entry], layout: str, how: Sides, level: int) -> str:
    pairs = tuple(zip_longest(left, right))
    match layout:
        case "list":
            return f"<ul>\n{''.join(_entry_item(a, b, how, level) for a, b in pairs)}</ul>\n" if pairs else ""
        case "details":
            return "".join(_entry_details(a, b, how, below(level)) for a, b in pairs)
    return "".join(_entry_paragraphs(a, b, how, level) for a, b in pairs)


def _entry_item(left: Entry | None, right: Entry | None, how: Sides, level: int) -> str:
    first = _row(_first_line(_blocks(left), how.left), _first_line(_blocks(right), how.right), how)
    rest = align_blocks(_after_opening(_blocks(left)), _after_opening(_blocks(right)))
    nested = _entries(_nested(left), _nested(right), "list", how, level)
    return f"<li{_anchor(left, right, how)}>\n{first}{_pairs(rest, how, level)}{nested}</li>\n"


def _entry_paragraphs(left: Entry | None, right: Entry | None, how: Sides, level: int) -> str:
    inner = _pairs(align_blocks(_blocks(left), _blocks(right)), how, level)
    nested = _entries(_nested(left), _nested(right), "paragraphs", how, level)
    return f"<div{_anchor(left, right, how)}>\n{inner}{nested}</div>\n"


def _entry_details(left: Entry | None, right: Entry | None, how: Sides, level: int) -> str:
    titles = (left.title if left else (), right.title if right else ())
    heading = _heading(level, *titles, how) if any(titles) else ""
    inner = _pairs(align_blocks(_blocks(left), _blocks(right)), how, level)
    facts = (_facts(left, how.left), _facts(right, how.right))
    row = _row(*facts, how) if any(facts) else ""
    nested = _entries(_nested(left), _nested(right), "details", how, level)
    return f'<div class="pg-entry"{_anchor(left, right, how)}>\n{heading}{inner}{row}{nested}</div>\n'


def _facts(entry: Entry | None, how: Setting) -> str:
    if entry is None or not entry.fields:
        return ""
    fields = "".join(field_html(field.label, field.value, how) for field in entry.fields)
    return f'<dl class="pg-facts">\n{fields}</dl>\n'


def _anchor(left: Entry | None, right: Entry | None, how: Sides) -> str:
    entry = left or right
    return id_html(entry.anchor if entry else None, how.anchored)


def _blocks(entry: Entry | None) -> tuple[Block, ...]:
    return entry.blocks if entry else ()


def _nested(entry: Entry | None) -> tuple[Entry, ...]:
    return entry.entries if entry else ()
