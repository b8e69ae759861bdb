"""From site.yaml to a site. Imports no other schema: the public build reads this file and no more."""

from collections.abc import Iterator
from dataclasses import dataclass

from policygen.diagnostics import Diagnostic, Place
from policygen.model.facts import NOT_STATED, Controller, LocalText, NotRequired, NotStated, Party, Stated
from policygen.model.policy import Passage
from policygen.model.site import Site
from policygen.sources import schema_problems as problems
from policygen.sources.identifiers import is_locale
from policygen.sources.nodes import Listing, Mapping, Node, Scalar
from policygen.sources.reading import Folder
from policygen.sources.schema.data import NOTE
from policygen.sources.schema.site import ControllerShape, NotRequiredShape, PartyShape, SiteShape
from policygen.sources.schema.validation import validated
from policygen.sources.texts import Text, TextReader, plain_text
from policygen.sources.tree import bad_site_name
from policygen.sources.urls import has_dot_segments
from policygen.sources.yaml_file import read_node


@dataclass(frozen=True, slots=True)
class SiteReading:
    """What site.yaml gives; `locales` are those that it names, even where no site can be built of it.

    `passages` are the texts by which the site names itself and its controller.
    """

    value: Site | None
    locales: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    passages: tuple[Passage, ...] = ()


def read_site(folder: Folder, id: str) -> SiteReading:
    """The site of that folder name, None where it cannot be built."""
    refused = bad_site_name(Place(folder.shown(folder.root)), id)
    if refused is not None:
        return SiteReading(None, (), (refused,))
    node, found = read_node(folder, folder.root / id / "site.yaml")
    if node is None:
        return SiteReading(None, (), tuple(found))
    locales = _locales_of(node)
    shape, told = validated(SiteShape, node, locales)
    found += told
    if shape is None:
        return SiteReading(None, locales, tuple(found))
    across = _across(shape, node)
    site = None if across else _site(id, shape)
    passages = [passage for key in ("name", "controller") for passage in _passages(_value(node, key), locales)]
    return SiteReading(site, locales, (*found, *across, *_untranslated(shape)), tuple(passages))


def place_of(folder: Folder, id: str, key: str) -> Place:
    """Where the value of a key stands in the site.yaml, or the file as a whole."""
    path = folder.root / id / "site.yaml"
    node, _ = read_node(folder, path)
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.place() if value else Place(folder.shown(path))


def _locales_of(node: Node) -> tuple[str, ...]:
    """The locales that the file names, each once, before anything else of it is read."""
    given = node.get("locales") if isinstance(node, Mapping) else None
    items = given.items if isinstance(given, Listing) else (given,)
    named = [item.value for item in items if isinstance(item, Scalar)]
    return tuple(dict.fromkeys(locale for locale in named if is_locale(locale)))


def _across(shape: SiteShape, node: Node) -> list[Diagnostic]:
    """What only several keys together can show."""
    found = []
    if shape.authoritative not in shape.locales:
        found.append(problems.authoritative(_at(node, "authoritative"), shape.authoritative, list(shape.locales)))
    for position, locale in enumerate(shape.locales):
        if locale in shape.locales[:position]:
            found.append(problems.told_twice(_at(node, "locales"), locale))
    if shape.base_url and ("?" in shape.base_url or "#" in shape.base_url):
        found.append(problems.base_url(_at(node, "base_url")))
    if shape.base_url and has_dot_segments(shape.base_url):
        found.append(problems.base_url_dots(_at(node, "base_url")))
    return found


def _at(node: Node, key: str) -> Place:
    return (_value(node, key) or node).place()


def _value(node: Node, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None


def _passages(node: Node | None, locales: tuple[str, ...], locale: str | None = None) -> Iterator[Passage]:
    """Every text in a value, with its locale where it stands under one; notes are nobody's to read."""
    match node:
        case Scalar():
            yield Passage(node.excerpt(), locale)
        case Listing():
            for item in node.items:
                yield from _passages(item, locales, locale)
        case Mapping():
            for entry in node.entries:
                key = entry.key.value
                if key != NOTE:
                    yield from _passages(entry.value, locales, key if key in locales else locale)


def _site(id: str, shape: SiteShape) -> Site:
    return Site(
        id=id,
        name=plain_text(shape.name, shape.locales),
        controller=_controller(shape.controller, shape.locales),
        locales=shape.locales,
        authoritative=shape.authoritative,
        base_url=shape.base_url and shape.base_url.rstrip("/") + "/",
        theme=shape.theme.value if shape.theme else "default",
        timezone=shape.timezone,
        regimes=shape.regimes,
        notice_days=shape.notice_days,
        approvals=shape.approvals,
        last_visit=shape.last_visit,
        unofficial=shape.unofficial,
    )


def _controller(shape: ControllerShape, locales: tuple[str, ...]) -> Controller:
    return Controller(
        name=plain_text(shape.name, locales),
        short_names=tuple((locale, shape.short_names[locale]) for locale in locales if locale in shape.short_names),
        address=_stated(shape.address, locales),
        registration=shape.registration,
        website=shape.website,
        email=shape.email,
        phone=shape.phone,
        representative=_party(shape.representative, locales),
        dpo=_party(shape.dpo, locales),
    )


def _party(shape: PartyShape | NotRequiredShape | NotStated, locales: tuple[str, ...]) -> Stated[Party | NotRequired]:
    match shape:
        case PartyShape():
            return Party(_stated(shape.name, locales), _stated(shape.address, locales), shape.email, shape.phone)
        case NotRequiredShape():
            return NotRequired(plain_text(shape.not_required, locales))
        case _:
            return NOT_STATED


def _stated(text: Stated[Text], locales: tuple[str, ...]) -> Stated[LocalText]:
    return NOT_STATED if isinstance(text, NotStated) else plain_text(text, locales)


def _untranslated(shape: SiteShape) -> list[Diagnostic]:
    reader = TextReader(shape.locales)
    texts: list[Stated[Text]] = [shape.name, shape.controller.name, shape.controller.address]
    for party in (shape.controller.representative, shape.controller.dpo):
        if isinstance(party, PartyShape):
            texts += [party.name, party.address]
        elif isinstance(party, NotRequiredShape):
            texts.append(party.not_required)
    for text in texts:
        if not isinstance(text, NotStated):
            reader.check_translated(text)
    return reader.found
