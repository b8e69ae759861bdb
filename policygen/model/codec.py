"""Editions as JSON values and back: the form that ledgers keep and sites publish as `document.json`.

Members that have their default value are left out, so a fact that is not there is not stated. A stretch of plain
text is a bare string. Knows nothing of files, digests or canonical bytes; `format` 1 is the only form so far.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, assert_never, get_args

from policygen.model.document import (
    Block,
    Document,
    Entry,
    Field,
    Heading,
    Item,
    ItemList,
    Layout,
    Line,
    Paragraph,
    Register,
    RegisterName,
    Section,
    Table,
)
from policygen.model.edition import Edition
from policygen.model.facts_codec import decode_facts, encode_facts
from policygen.model.runs_codec import decode_runs, encode_runs

FORMAT = 1
Json = Mapping[str, Any]

_REGISTERS = frozenset(get_args(RegisterName))
_LAYOUTS = frozenset(get_args(Layout))


class CodecError(ValueError):
    """The JSON is not an edition in this format."""


def encode_edition(edition: Edition) -> dict[str, Any]:
    """`{"documents": {<locale>: …}, "facts": {…}}`; the order of the locales is in `facts.locales`."""
    return {
        "documents": {document.locale: encode_document(document) for document in edition.documents},
        "facts": encode_facts(edition.facts, edition.locales),
    }


def decode_edition(data: Json, previous_data: Json | None = None, previous: Edition | None = None) -> Edition:
    """The edition that `data` (a record, or what `encode_edition` gave) holds; raises CodecError.

    Where `previous_data` says the same of a section, a block or the facts, the values of `previous`, decoded from
    it, are used again, so that what was made from them can be found again by identity.
    """
    try:
        before = previous_data if previous_data is not None and previous is not None else {"documents": {}}
        documents = tuple(
            decode_document(
                locale,
                data["documents"][locale],
                before["documents"].get(locale),
                None if previous is None else previous.document(locale),
            )
            for locale in data["facts"]["locales"]
        )
        same_facts = previous is not None and data["facts"] == before.get("facts")
        facts = previous.facts if previous is not None and same_facts else decode_facts(data["facts"])
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise CodecError(f"{type(error).__name__}: {error}") from error
    return Edition(documents, facts)


def encode_document(document: Document) -> dict[str, Any]:
    """`{"title", "sections", "translated"}`; the locale is the key under which it stands."""
    data: dict[str, Any] = {
        "title": encode_runs(document.title),
        "sections": [_encode_section(section) for section in document.sections],
    }
    if document.translated:
        data["translated"] = document.translated.isoformat()
    return data


def encode_named_document(
    site: str, policy: str, number: int | None, digest: str | None, document: Document
) -> dict[str, Any]:
    """The document with where it is from, as sites publish it; the draft has no `number` and no `digest`."""
    return {**named_document(site, policy, number, digest, document.locale), **encode_document(document)}


def named_document(site: str, policy: str, number: int | None, digest: str | None, locale: str) -> dict[str, Any]:
    """Where a document is from; the members of `encode_document` stand beside these."""
    return {"site": site, "policy": policy, "number": number, "digest": digest, "locale": locale}


def decode_document(
    locale: str, data: Json, previous_data: Json | None = None, previous: Document | None = None
) -> Document:
    """The document in `locale`, with the sections of `previous` (from `previous_data`) that are the same."""
    known: dict[str, tuple[Json, Section]] = {}
    if previous_data is not None and previous is not None:
        pairs = zip(previous_data["sections"], previous.sections, strict=True)
        known = {section.id: (raw, section) for raw, section in pairs}
    translated = data.get("translated")
    return Document(
        locale=locale,
        title=decode_runs(data["title"]),
        sections=tuple(_decode_section(section, known) for section in data["sections"]),
        translated=date.fromisoformat(translated) if translated else None,
    )


def _encode_section(section: Section) -> dict[str, Any]:
    data: dict[str, Any] = {"id": section.id}
    if section.title:
        data["title"] = encode_runs(section.title)
    data["blocks"] = _encode_blocks(section.blocks)
    return data


def _decode_section(data: Json, known: Mapping[str, tuple[Json, Section]]) -> Section:
    before = known.get(data["id"])
    if before is not None and before[0] == data:
        return before[1]
    title = decode_runs(data.get("title", []))
    if before is None:
        return Section(data["id"], title, _decode_blocks(data["blocks"]))
    return Section(data["id"], title, _decode_changed(data["blocks"], before[0]["blocks"], before[1].blocks))


def _decode_changed(data: Sequence[Json], before: Sequence[Json], known: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a section that changed; those that it had before, in the same order, are the same values."""
    blocks: list[Block] = []
    done = 0
    for raw in data:
        there = next((index for index in range(done, len(before)) if before[index] == raw), None)
        blocks.append(_decode_block(raw) if there is None else known[there])
        done = done if there is None else there + 1
    return tuple(blocks)


def _encode_blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [_encode_block(block) for block in blocks]


def _encode_block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            data: dict[str, Any] = {
                "type": "heading",
                "level": block.level,
                "text": encode_runs(block.runs),
            }
        case Paragraph():
            return _with_id({"type": "paragraph", "parts": [_encode_part(p) for p in block.parts]}, block.id)
        case ItemList():
            return {"type": "list", "items": [_encode_item(item) for item in block.items]}
        case Table():
            rows = [[encode_runs(cell) for cell in row] for row in block.rows]
            data = {"type": "table", "head": [encode_runs(cell) for cell in block.head], "rows": rows}
        case Register():
            entries = [_encode_entry(entry) for entry in block.entries]
            return {
                "type": "register",
                "register": block.register,
                "layout": block.layout,
                "entries": entries,
            }
        case _:
            assert_never(block)
    return _with_id(data, block.id)


def _encode_part(part: Line | ItemList | Register) -> Any:
    return encode_runs(part.runs) if isinstance(part, Line) else _encode_block(part)


def _encode_item(item: Item) -> dict[str, Any]:
    data: dict[str, Any] = {"label": item.label} if item.label else {}
    data["blocks"] = _encode_blocks(item.blocks)
    return _with_id(data, item.id)


def _encode_entry(entry: Entry) -> dict[str, Any]:
    data: dict[str, Any] = {"anchor": entry.anchor}
    if entry.title:
        data["title"] = encode_runs(entry.title)
    if entry.blocks:
        data["blocks"] = _encode_blocks(entry.blocks)
    if entry.fields:
        data["fields"] = [{"label": encode_runs(f.label), "value": encode_runs(f.value)} for f in entry.fields]
    if entry.entries:
        data["entries"] = [_encode_entry(inner) for inner in entry.entries]
    return data


def _with_id(data: dict[str, Any], identifier: str | None) -> dict[str, Any]:
    return data if identifier is None else {**data, "id": identifier}


def _decode_blocks(data: Sequence[Json]) -> tuple[Block, ...]:
    return tuple([_decode_block(block) for block in data])


def _decode_block(data: Json) -> Block:
    match data["type"]:
        case "paragraph":
            return Paragraph(tuple([_decode_part(part) for part in data["parts"]]), data.get("id"))
        case "list":
            return _decode_list(data)
        case "register":
            return _decode_register(data)
        case "heading":
            return Heading(data["level"], decode_runs(data["text"]), data.get("id"))
        case "table":
            return Table(
                tuple(decode_runs(cell) for cell in data["head"]),
                tuple(tuple(decode_runs(cell) for cell in row) for row in data["rows"]),
                data.get("id"),
            )
        case other:
            raise CodecError(f"no such block: {other!r}")


def _decode_part(data: Any) -> Line | ItemList | Register:
    if not isinstance(data, dict):
        return Line(decode_runs(data))
    return _decode_list(data) if data["type"] == "list" else _decode_register(data)


def _decode_list(data: Json) -> ItemList:
    return ItemList(
        tuple([Item(_decode_blocks(item["blocks"]), item.get("label", ""), item.get("id")) for item in data["items"]])
    )


def _decode_register(data: Json) -> Register:
    if data["register"] not in _REGISTERS or data["layout"] not in _LAYOUTS:
        raise CodecError(f"no such register or layout: {data['register']!r}, {data['layout']!r}")
    return Register(data["register"], data["layout"], tuple([_decode_entry(entry) for entry in data["entries"]]))


def _decode_entry(data: Json) -> Entry:
    return Entry(
        anchor=data["anchor"],
        blocks=_decode_blocks(data.get("blocks", ())),
        title=decode_runs(data.get("title", [])),
        fields=tuple([Field(decode_runs(f["label"]), decode_runs(f["value"])) for f in data.get("fields", ())]),
        entries=tuple([_decode_entry(inner) for inner in data.get("entries", ())]),
    )
