"""Values as YAML in canonical form: block style, two spaces a level, texts as `scalars` writes them.

Knows how YAML is written; nothing of which keys a file may have, nor of their order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from policygen.sources.canonical.scalars import write_key, write_scalar

Values: TypeAlias = "str | Mapping[str, Values] | Sequence[Values]"
"""What YAML can say: texts, mappings and lists of them."""
_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of a mapping, or an item of a list (then `key` is None), with the comments that go with it.

    Lines `above` are comments with their `#`, or empty; `beside` is a comment on the line of the entry itself. A text
    that is `quoted` keeps its quotes: a comment right after a plain one would be told as a part of it that is lost.
    """

    key: str | None
    value: "Tree"
    above: tuple[str, ...] = ()
    beside: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping or a list; lines `below` are comments after its last part, at its indentation."""

    parts: tuple[Part, ...]
    is_list: bool
    below: tuple[str, ...] = ()


Tree = str | Branch


def write_yaml(values: Values) -> str:
    """The mapping or the list as a file, keys in the order given, an empty line between the entries of a register.

    Its texts are what content files may hold: no control characters but line ends and tabs.
    """
    tree = _tree(values)
    if isinstance(tree, str):
        raise TypeError("a file of the content folder is a mapping or a list")
    return write_tree(_apart(tree))


def write_tree(tree: Branch, top: Sequence[str] = ()) -> str:
    """The tree as a file, under the comments at its `top`."""
    lines = [*top, *(_lines(tree, 0) if tree.parts else [_EMPTY[tree.is_list], *tree.below])]
    return "".join(f"{line}\n" for line in lines)


def _tree(values: Values) -> Tree:
    match values:
        case str():
            return values
        case Mapping():
            return Branch(tuple(Part(key, _tree(value)) for key, value in values.items()), is_list=False)
        case _:
            return Branch(tuple(Part(None, _tree(value)) for value in values), is_list=True)


def _apart(tree: Branch) -> Branch:
    """A list of mappings with an empty line between each two."""
    if not tree.is_list or all(isinstance(part.value, str) for part in tree.parts):
        return tree
    first, *rest = tree.parts
    return Branch((first, *(Part(None, part.value, above=("",)) for part in rest)), is_list=True)


_EMPTY = {True: "[]", False: "{}"}


def _lines(branch: Branch, indent: int) -> Iterator[str]:
    for part in branch.parts:
        yield from _comments(part.above, indent)
        yield from _part(part, indent)
    yield from _comments(branch.below, indent)


def _comments(lines: Sequence[str], indent: int) -> Iterator[str]:
    yield from (" " * indent + line if line else "" for line in lines)


def _part(part: Part, indent: int) -> Iterator[str]:
    value = part.value
    beside = f"  {part.beside}" if part.beside else ""
    head = " " * indent + ("-" if part.key is None else f"{write_key(part.key)}:")
    if isinstance(value, str):
        # A key with nothing after it says that the text is still missing; an item says so in quotes.
        if not value and part.key is not None:
            yield head + beside
            return
        first, *rest = write_scalar(value, indent + _LEVEL, quoted=part.quoted)
        yield f"{head} {first}{beside}"
        yield from rest
    elif not value.parts:
        yield f"{head} {_EMPTY[value.is_list]}{beside}"
    elif part.key is None:
        yield from _item(value, indent)
    else:
        yield head + beside
        yield from _lines(value, indent + _LEVEL)


def _item(branch: Branch, indent: int) -> Iterator[str]:
    """A mapping or a list inside a list: it begins on the line of its dash, its first comments stand above that."""
    lines = list(_lines(branch, indent + _LEVEL))
    comments = list(takewhile(lambda line: not line or line.lstrip().startswith("#"), lines))
    yield from _comments([line.lstrip() for line in comments], indent)
    yield " " * indent + "- " + lines[len(comments)].lstrip()
    yield from lines[len(comments) + 1 :]
