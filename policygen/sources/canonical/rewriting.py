"""What a YAML file says, with its comments, as the tree that the writer puts in canonical form.

Knows where comments belong: to the entry after them, to the one beside them, or to the end of the mapping or list that
they are indented like. What stands above the first key of a file stays at its top.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from policygen.diagnostics.text_file import TextFile
from policygen.sources.canonical.comments import Comment, follows_empty_line, line_of, read_comments
from policygen.sources.canonical.guide import Guide
from policygen.sources.canonical.writing import Branch, Part
from policygen.sources.nodes import Entry, Listing, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A file as a tree, and the comments above its first key."""

    top: tuple[str, ...]
    tree: Branch


def rewritten(
    file: TextFile, root: Mapping | Listing, guide: Guide, locales: tuple[str, ...], prose: Callable[[str], str]
) -> Rewriting:
    """The file that says `root` as a tree: keys in the order of `guide`, each text in one form.

    `prose` gives the canonical form of a text that is block Markdown.
    """
    rewriter = _Rewriter(file, locales, prose, read_comments(file, root))
    top = rewriter.above(root.entries[0].key.start) if isinstance(root, Mapping) and root.entries else ()
    tree = rewriter.branch(root, guide, len(file.text), 0)
    rest = rewriter.rest()
    return Rewriting(_without_first_space(top), replace(tree, below=(*tree.below, *rest)))


@dataclass(slots=True)
class _Rewriter:
    file: TextFile
    locales: tuple[str, ...]
    prose: Callable[[str], str]
    waiting: list[Comment]
    """The comments that have no place in the tree yet."""

    # Comments

    def above(self, start: int) -> tuple[str, ...]:
        """The comments before what begins at `start`, with the empty lines between them and before it."""
        return (*self._told(self._before(start)), *self._space(start))

    def rest(self) -> tuple[str, ...]:
        """The comments that nothing follows."""
        return tuple(self._told(self._before(len(self.file.text))))

    def _before(self, start: int) -> list[Comment]:
        number = next((n for n, comment in enumerate(self.waiting) if comment.start >= start), len(self.waiting))
        taken, self.waiting = self.waiting[:number], self.waiting[number:]
        return taken

    def _told(self, comments: Iterable[Comment]) -> list[str]:
        return [line for comment in comments for line in (*self._space(comment.start), comment.text)]

    def _space(self, start: int) -> tuple[str, ...]:
        """An empty line, where there is one before the line that begins with what stands at `start`."""
        line = line_of(self.file, start)
        first = not self.file.text[self.file.starts[line] : start].strip("- \t")
        return ("",) if first and follows_empty_line(self.file, line) else ()

    def _beside(self, line: int, limit: int) -> Comment | None:
        """The comment at the end of this line, where it stands before `limit`."""
        comment = self.waiting[0] if self.waiting else None
        if comment is None or comment.alone or comment.line != line or comment.start >= limit:
            return None
        return self.waiting.pop(0)

    def _indented(self, column: int, limit: int) -> list[Comment]:
        """The next comments before `limit` that stand alone at this column or deeper."""
        number = 0
        for comment in self.waiting:
            if not comment.alone or comment.column < column or comment.start >= limit:
                break
            number += 1
        taken, self.waiting = self.waiting[:number], self.waiting[number:]
        return taken

    # Values

    def branch(self, node: Mapping | Listing, guide: Guide, limit: int, outside: int) -> Branch:
        """A mapping or a list, before `limit`; comments deeper than column `outside` may be its own."""
        flow = self.file.text[node.start : node.start + 1] in ("{", "[")
        inner = node.end if flow else limit
        column = node.start - self.file.starts[line_of(self.file, node.start)]
        if isinstance(node, Mapping):
            parts = self._ordered(self._entries(node, guide, inner, column), guide)
        else:
            parts = self._items(node, guide, inner, column)
        # A list may stand at the column of its key: comments there belong to what comes after it.
        below = self._before(node.end) if flow else self._indented(max(column, outside), limit)
        return Branch(_begun(parts), isinstance(node, Listing), tuple(self._told(below)))

    def _ordered(self, parts: list[Part], guide: Guide) -> list[Part]:
        by_key = {part.key or "": part for part in parts}
        return [by_key[key] for key in guide.order(by_key, self.locales)]

    def _entries(self, node: Mapping, guide: Guide, limit: int, column: int) -> list[Part]:
        keys = [entry.key.value for entry in node.entries]
        ends = [*(entry.key.start for entry in node.entries), limit][1:]
        return [
            self._entry(entry, guide.of_key(entry.key.value, keys), end, column)
            for entry, end in zip(node.entries, ends, strict=True)
        ]

    def _entry(self, entry: Entry, guide: Guide, limit: int, column: int) -> Part:
        above = self.above(entry.key.start)
        value = entry.value
        if isinstance(value, Scalar):
            return self._leaf(entry.key.value, value, guide, limit, above)
        beside = self._beside(line_of(self.file, entry.key.end), value.start)
        part = replace(self._nested(value, guide, limit, column), key=entry.key.value)
        part = replace(part, above=(*above, *part.above))
        if beside is None:
            return part
        return replace(part, beside=beside.text) if not part.beside else replace(part, above=(*part.above, beside.text))

    def _items(self, node: Listing, guide: Guide, limit: int, column: int) -> list[Part]:
        ends = [*(item.start for item in node.items), limit][1:]
        return [self._item(item, guide, end, column) for item, end in zip(node.items, ends, strict=True)]

    def _item(self, item: Node, guide: Guide, limit: int, column: int) -> Part:
        above = self.above(item.start)
        if isinstance(item, Scalar):
            return self._leaf(None, item, guide, limit, above)
        part = self._nested(item, guide, limit, column)
        # A mapping begins on the line of its dash, which has comments of its own.
        return Part(None, part.value, (*above, *part.above, *filter(None, [part.beside])))

    def _nested(self, node: Mapping | Listing, guide: Guide, limit: int, column: int) -> Part:
        """A mapping or a list inside another, with what its brackets hold besides, and the comment after it."""
        value = self.branch(node, guide, limit, column + 1)
        above = () if value.parts else tuple(filter(None, value.below))
        after = self._beside(line_of(self.file, max(node.end - 1, node.start)), limit)
        return Part(None, value if value.parts else replace(value, below=()), above, after.text if after else "")

    def _leaf(self, key: str | None, scalar: Scalar, guide: Guide, limit: int, above: tuple[str, ...]) -> Part:
        above = (*above, *(comment.text for comment in self._before(scalar.start)))
        text = self._text(scalar, guide)
        block = scalar.style == "block"
        beside = self._beside(line_of(self.file, scalar.start if block else scalar.end), limit)
        if beside is None:
            return Part(key, text, above)
        quoted = scalar.style == "quoted"
        # Beside a plain text a comment is told as a lost part of it: so it must be then, and must not be now.
        if quoted or scalar.comment == beside.start or (block and "\n" in text):
            return Part(key, text, above, beside.text, quoted)
        return Part(key, text, (*above, beside.text))

    def _text(self, scalar: Scalar, guide: Guide) -> str:
        """The text in its one form, which is read as the same."""
        match guide.texts:
            case "prose":
                written = self.prose(scalar.value)
                return written if "\n" in written.rstrip("\n") else written.rstrip("\n")
            case "line":
                lines = scalar.value.strip().split("\n")
                # Several paragraphs where one is expected are told: they must stay what they are.
                return " ".join(lines) if all(line.strip() for line in lines[1:]) else scalar.value
            case "exact":
                return scalar.value


def _begun(parts: list[Part]) -> tuple[Part, ...]:
    """The parts without an empty line before the first."""
    if not parts:
        return ()
    return (replace(parts[0], above=_without_first_space(parts[0].above)), *parts[1:])


def _without_first_space(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines[1:] if lines[:1] == ("",) else lines
