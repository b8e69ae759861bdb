"""Third-party services by their names: a section about one, and others where the text says that they are used."""

import re
from collections.abc import Iterator

from policygen.importing.known import KnownTool, known
from policygen.importing.naming import Names
from policygen.importing.prose import as_prose
from policygen.importing.recognition.found import Found, Part, Placed, Section
from policygen.importing.recognition.texts import denies_anywhere, text_of, texts_of
from policygen.model.document import Block, plain
from policygen.sources.canonical.writing import Values

_USES = re.compile(r"ใช้|ผ่าน|\bus(?:e|es|ed|ing)\b|\bthrough\b|\bvia\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\s{2,}|(?<=[ก-๛]) (?=[ก-๛])")
_URL = re.compile(r"https://[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+")


def find_tools(section: Section, locale: str, names: Names) -> tuple[Section, list[Found]]:
    """The section with its tool placed where it is about one; the entries of all that it says are used."""
    about = _about(section)
    if about is None:
        return section, list(_mentioned(section, names))
    blocks = tuple(part.what for part in section.parts if not isinstance(part.what, Placed))
    values: dict[str, Values] = {"name": about.name, **_opt_out(about, blocks), "wording": {locale: as_prose(blocks)}}
    entry = Found("tools", names.free(about.id), values, about.name, section.line)
    placed = Placed("tools", (entry.id,), "details", blocks)
    return Section(section.id, section.title, (Part(placed, section.line),), section.line), [entry]


def _about(section: Section) -> KnownTool | None:
    """The tool that the title names, where nothing but paragraphs follows and none of them denies its use."""
    named = [tool for tool in known().tools if tool.stands_in(plain(section.title))]
    texts = ["" if isinstance(part.what, Placed) else text_of(part.what) for part in section.parts]
    if len(named) != 1 or not all(texts) or not any(_says_used(named[0], text) for text in texts):
        return None
    return named[0]


def _says_used(tool: KnownTool, text: str) -> bool:
    """Whether a sentence names the tool with a word of use and without a word of denial."""
    return any(
        tool.stands_in(sentence) and _USES.search(sentence) is not None and not denies_anywhere(sentence)
        for sentence in _sentences(text)
    )


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, and the whole of it: Thai has spaces between its sentences and inside them."""
    yield from _SENTENCE.split(text)
    yield text


def _mentioned(section: Section, names: Names) -> Iterator[Found]:
    for part in section.parts:
        blocks = part.what.blocks if isinstance(part.what, Placed) else (part.what,)
        texts = [text for block in blocks for text in texts_of(block)]
        for tool in known().tools:
            if not any(tool.stands_in(text) for text in texts):
                continue
            if tool.id not in names and any(_says_used(tool, text) for text in texts):
                values = {"name": tool.name, "section": section.id}
                yield Found("tools", names.free(tool.id), values, tool.name, part.line)


def _opt_out(tool: KnownTool, blocks: tuple[Block, ...]) -> dict[str, Values]:
    """The address for opting out, where the text has the one that is known to be it."""
    urls = [url.rstrip(".,;") for block in blocks for url in _URL.findall(text_of(block))]
    found = next((url for url in urls if tool.opt_out and url.startswith(tool.opt_out)), None)
    return {"opt_out": found} if found else {}
