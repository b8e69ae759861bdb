"""What was recognised as the files of a policy: their paths in its folder, and their texts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args
from unicodedata import normalize

from policygen.diagnostics.text_file import TextFile
from policygen.exports.as_markdown import blocks_as_markdown
from policygen.importing.prose import as_text, settled_blocks
from policygen.importing.recognition.found import Found, Part, Placed, Recognition, Section
from policygen.model.document import Block, RegisterName, Runs
from policygen.sources.canonical import PROSE, canonical_text
from policygen.sources.canonical.writing import Values, write_yaml

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the files of a policy will say, in one language."""

    locale: str
    title: Runs
    stated: tuple[date, str] | None
    recognition: Recognition


def files_of(draft: Draft) -> Files:
    """The files of the policy's folder."""
    files = {"policy.yaml": write_yaml(_policy(draft))}
    for register in get_args(RegisterName):
        entries = [entry for entry in draft.recognition.entries if entry.register == register]
        if entries:
            files[f"{register}.yaml"] = write_yaml([{"id": entry.id, **entry.values} for entry in entries])
    for section in draft.recognition.sections:
        if _kind(section) is None:
            files[f"sections/{section.id}.{draft.locale}.md"] = _prose(section)
    return files


def in_canonical_form(files: Files, locales: tuple[str, ...]) -> Files:
    """The files as `policygen fmt` leaves them; `locales` are the site's."""
    return {path: _canonical(path, text, locales) for path, text in files.items()}


def _canonical(path: str, text: str, locales: tuple[str, ...]) -> str:
    # Letters from two elements of a page may only now stand side by side.
    file = TextFile(path, normalize("NFC", text))
    if path.endswith(".md"):
        return canonical_text(PROSE, file, (path.rsplit(".", 2)[1],))
    return canonical_text(path.removesuffix(".yaml"), file, locales)


def as_prose_only(recognition: Recognition, ids: Collection[str]) -> Recognition:
    """The same, with these sections as prose; their entries are then told by the section."""
    changed = [section for section in recognition.sections if section.id in ids]
    told = {
        (part.what.register, id): section.id
        for section in changed
        for part in section.parts
        if isinstance(part.what, Placed)
        for id in part.what.only
    }
    sections = tuple(
        replace(section, parts=tuple(_as_blocks(section.parts))) if section in changed else section
        for section in recognition.sections
    )
    return Recognition(sections, tuple(_told(e, told.get((e.register, e.id))) for e in recognition.entries))


def _as_blocks(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        blocks = part.what.blocks if isinstance(part.what, Placed) else (part.what,)
        yield from (Part(block, part.line) for block in blocks)


def _told(entry: Found, section: str | None) -> Found:
    if section is None:
        return entry
    return replace(entry, values={**_without(entry.values, "wording"), "section": section})


def _without(values: Mapping[str, Values], key: str) -> dict[str, Values]:
    return {name: value for name, value in values.items() if name != key}


# policy.yaml


def _policy(draft: Draft) -> Mapping[str, Values]:
    stated: dict[str, Values] = {}
    if draft.stated:
        stated = {"stated": {"date": draft.stated[0].isoformat(), draft.locale: draft.stated[1]}}
    sections = [_section(section, draft) for section in draft.recognition.sections]
    return {"title": {draft.locale: as_text(draft.title)}, **stated, "sections": sections}


def _section(section: Section, draft: Draft) -> Mapping[str, Values]:
    title: dict[str, Values] = {"title": {draft.locale: as_text(section.title)}} if section.title else {}
    kind = _kind(section)
    if kind is None:
        return {"id": section.id, **title}
    every = tuple(entry.id for entry in draft.recognition.entries if entry.register == kind.register)
    if kind.register == "tools" and len(kind.only) == 1:
        return {"id": section.id, **title, "kind": "tool", "only": kind.only[0]}
    only: dict[str, Values] = {} if kind.only == every else {"only": list(kind.only)}
    return {"id": section.id, **title, "kind": kind.register, **only, **_layout(kind)}


def _kind(section: Section) -> Placed | None:
    """The one register that a section consists of, or None."""
    if len(section.parts) != 1 or not isinstance(section.parts[0].what, Placed):
        return None
    return section.parts[0].what


_OWN_LAYOUTS = {"definitions": "paragraphs", "tools": "details"}


def _layout(placed: Placed) -> dict[str, Values]:
    return {} if placed.layout == _OWN_LAYOUTS.get(placed.register, "list") else {"as": placed.layout}


# Prose


def _prose(section: Section) -> str:
    texts, blocks = [], list[Block]()
    for part in section.parts:
        if isinstance(part.what, Placed):
            texts += _written(blocks)
            blocks = []
            texts.append(_placement(part.what))
        else:
            blocks.append(part.what)
    texts += _written(blocks)
    return "\n".join(texts)


def _written(blocks: Sequence[Block]) -> list[str]:
    settled = settled_blocks(blocks)
    return [blocks_as_markdown(settled)] if settled else []


def _placement(placed: Placed) -> str:
    layout = f' as="{placed.layout}"' if _layout(placed) else ""
    return f'::: {placed.register} {{only="{" ".join(placed.only)}"{layout}}}\n:::\n'
