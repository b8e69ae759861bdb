"""Ids for sections and entries, from their words; numbers where the words give none."""

import re

from policygen.importing.known import known
from policygen.importing.numbering import read_number
from policygen.sources.identifiers import MAX_ID, is_id, reserved_prefix

_WORD = re.compile(r"[a-z0-9]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 &/’'.-]*[A-Za-z0-9]")
_THAI = re.compile(r"[ก-๛]")
# What stands before a colon names the rest.
_LABEL = re.compile(r"([^:：]{2,40})[:：]\s")
_MOST_WORDS = 6
_DROPPED_AT_END = frozenset(("the", "a", "of", "and", "or", "to", "for", "in", "your", "our"))


class Names:
    """Gives out ids, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        """The number to try next for an id that was taken."""

    def __contains__(self, id: str) -> bool:
        return id in self._taken

    def free(self, id: str) -> str:
        """This id, or with a number where it is taken."""
        return self._counted(id, id, 2)

    def numbered(self, word: str) -> str:
        """The word with the first number that is free."""
        return self._counted(word, "", 1)

    def _counted(self, id: str, candidate: str, first: int) -> str:
        """The candidate if it is free, else the id with the next number."""
        number = self._next.get(id, first)
        while not candidate or candidate in self._taken:
            ending = f"-{number}"
            candidate = f"{id[: MAX_ID - len(ending)].rstrip('-')}{ending}"
            number += 1
        self._next[id] = number
        self._taken.add(candidate)
        return candidate


def section_id(title: str, names: Names) -> str:
    """An id for a section of this title."""
    words = _without_number(title)
    id = _of_tool(words) or _of_phrase(words) or slug(words)
    if not id:
        return names.numbered("section")
    prefix = reserved_prefix(id)
    return names.free(id if prefix is None else slug(f"about {id}"))


def entry_id(text: str, word: str, names: Names) -> str:
    """An id for an entry with this text; `word` and a number where it has no Latin words."""
    label = _LABEL.match(text)
    words = label[1] if label else text
    listed = known().data.get(re.sub(r"\s", "", words).casefold()) if word == "item" else None
    id = listed or slug(words)
    return names.free(id) if id else names.numbered(word)


def slug(text: str) -> str:
    """The Latin words of a text as an id of a few words; empty where it is Thai but for a word or two."""
    text = text.replace("’", "").replace("'", "")
    if _THAI.search(text):
        found = max(_LATIN.findall(text), key=len, default="")
        text = found if len(found) > 2 else ""
    words = _WORD.findall(text.casefold())[:_MOST_WORDS]
    while words and words[-1] in _DROPPED_AT_END:
        words.pop()
    id = "-".join(words)[:MAX_ID].strip("-")
    return id if is_id(id) and not id.isdigit() else ""


def _without_number(title: str) -> str:
    number = read_number(title)
    return number.rest or title if number else title


def _of_tool(title: str) -> str:
    return next((tool.id for tool in known().tools if tool.stands_in(title)), "")


def _of_phrase(title: str) -> str:
    folded = title.casefold()
    return next((id for phrase, id in known().sections if phrase in folded), "")
