"""The door to PyYAML: from the text of a file to marked nodes.

Built from libyaml's events, one by one: PyYAML's own `compose` recurses in C and dies of 200,000 nested brackets.
Knows nothing of what the file should say.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from policygen.diagnostics import Diagnostic, Place
from policygen.diagnostics.text_file import TextFile
from policygen.sources import yaml_problems as problems
from policygen.sources.nodes import Entry, Listing, Mapping, Node, Scalar
from policygen.sources.reading import character_problem, forbidden_character
from policygen.sources.yaml_syntax import opens_at_context, syntax_problem

MAX_DEPTH = 40
MAX_VALUE_BYTES = 64 * 1024
_COMMENT = re.compile(r"[ \t]+#")
_COLON_AFTER_KEY = re.compile(r"\s*:")
# A key, a colon and a space that YAML does not take for one: all of it is read as one text.
_ODD_SPACE_AFTER_COLON = re.compile(r"[A-Za-z][\w-]*:([\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000])")


def read_yaml(file: TextFile) -> tuple[Node | None, list[Diagnostic]]:
    """What the file says, None where its form cannot be read, and every problem of form up to there."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(file.text, Loader=yaml.CSafeLoader):
            builder.take(event)
            if builder.stopped:
                return None, builder.found
    except yaml.YAMLError as error:
        return None, [*builder.found, _syntax_problem(file, error)]
    return builder.result(), builder.found


def _syntax_problem(file: TextFile, error: yaml.YAMLError) -> Diagnostic:
    if not isinstance(error, yaml.MarkedYAMLError):
        return syntax_problem(file, str(error), None)
    said = f"{error.problem or ''} {error.context or ''}"
    first, then = error.problem_mark, error.context_mark
    mark = (then or first) if opens_at_context(said) else (first or then)
    return syntax_problem(file, said, None if mark is None else mark.index)


def _span(event: yaml.Event) -> tuple[int, int]:
    """Start and end offset of an event; libyaml always tells them."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index


@dataclass(slots=True)
class _Open:
    """A mapping or a sequence that has not ended yet; `parts` of a mapping has keys and values in turn."""

    event: yaml.CollectionStartEvent
    parts: list[Node] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.event, yaml.MappingStartEvent)


@dataclass(slots=True)
class _Builder:
    file: TextFile
    found: list[Diagnostic] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0
    stopped: bool = False

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(event)
        elif isinstance(event, yaml.AliasEvent):
            self.found.append(problems.alias(self._place(event)))
            self._add(Scalar(self.file, f"*{event.anchor}", *_span(event)))
        elif isinstance(event, yaml.ScalarEvent):
            self._marks(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def result(self) -> Node | None:
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.value):
            self.found.append(problems.empty_file(self.file.whole()))
            return None
        return self.root

    def _place(self, event: yaml.Event) -> Place:
        return self.file.place(*_span(event))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.found.append(problems.several_documents(self._place(event)))
            self.stopped = True

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags: an author who writes `&` or `!` first in a text would lose a word."""
        start, _ = _span(event)
        if event.anchor:
            self.found.append(problems.anchor(self.file.place(start, start + 1 + len(event.anchor))))
        if event.tag:
            self.found.append(problems.tag(self.file.place(start, start + 1)))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._marks(event)
        if len(self.stack) == MAX_DEPTH:
            self.found.append(problems.too_deep(self._place(event), MAX_DEPTH))
            self.stopped = True
        self.stack.append(_Open(event))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        opened = self.stack.pop()
        start, end = _span(opened.event)[0], _span(event)[1]
        if opened.is_mapping:
            self._add(Mapping(self.file, start, end, tuple(self._entries(opened))))
        else:
            self._add(Listing(self.file, start, end, tuple(opened.parts)))

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].parts.append(node)
        else:
            self.root = node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _span(event)
        if event.style in ("|", ">"):
            scalar = Scalar(self.file, event.value, start, end, "block")
        elif event.style in ("'", '"'):
            scalar = Scalar(self.file, event.value, start, end, "quoted")
        else:
            scalar = Scalar(self.file, event.value, start, end, "plain", self._comment(end))
        self.found += _value_problems(scalar)
        return scalar

    def _comment(self, end: int) -> int | None:
        match = _COMMENT.match(self.file.text, end)
        return match.end() - 1 if match else None

    def _entries(self, opened: _Open) -> Iterator[Entry]:
        first: dict[str, Scalar] = {}
        for key, value in zip(opened.parts[::2], opened.parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.found.append(problems.key_is_no_text(key.place()))
            elif problem := self._key_problem(key, value, first, flow=bool(opened.event.flow_style)):
                self.found.append(problem)
            else:
                first[key.value] = key
                yield Entry(key, value)

    def _key_problem(self, key: Scalar, value: Node, first: dict[str, Scalar], *, flow: bool) -> Diagnostic | None:
        if key.value == "<<":
            return problems.merge_key(key.place())
        if key.value in first:
            return problems.duplicate_key(key.place(), key.value, first[key.value].place())
        odd = next((char for char in key.value if char != " " and unicodedata.category(char) in ("Cf", "Zs")), "")
        if odd:
            return problems.invisible_in_key(key.place(), ord(odd))
        empty = isinstance(value, Scalar) and not value.value and value.style == "plain"
        if flow and empty and not _COLON_AFTER_KEY.match(self.file.text, key.end):
            return problems.comma_in_text(key.place())
        return None


def _value_problems(scalar: Scalar) -> Iterator[Diagnostic]:
    if len(scalar.value.encode("utf-8", "replace")) > MAX_VALUE_BYTES:
        yield problems.too_long(scalar.file.place(scalar.start), MAX_VALUE_BYTES)
    # Escapes such as "\u202e" bring in what the file itself may not hold.
    if scalar.style == "quoted" and (forbidden := forbidden_character(scalar.value)):
        yield character_problem(scalar.place(), forbidden[1])
    odd = _ODD_SPACE_AFTER_COLON.match(scalar.value) if scalar.style == "plain" else None
    if odd:
        yield problems.space_after_colon(
            scalar.file.place(scalar.start + odd.start(1), scalar.start + odd.end(1)), ord(odd[1])
        )
