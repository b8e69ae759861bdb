"""What the schemas say of a part of a file: the order of its keys, and how its texts may be written.

Knows the models of the files; nothing of comments, or of how YAML is written.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from policygen.sources.schema.data import NOTE
from policygen.sources.schema.json_schema import FILES
from policygen.sources.schema.leaves import Free
from policygen.sources.schema.shape import Shape

_PROSE_KEY = "wording"
TextKind = Literal["line", "prose", "exact"]
"""A text that is read as one line, one that is block Markdown, one of which every letter counts."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The models that a value may have, and the kind of the texts in it."""

    shapes: tuple[type[Shape], ...] = ()
    texts: TextKind = "exact"

    def order(self, keys: Collection[str], locales: tuple[str, ...]) -> list[str]:
        """The keys of a mapping in the order of its model: after its own the locales, then what else, then the note."""
        shape = self._shape(keys)
        ranked = [*(shape.key_order() if shape else ()), *locales]
        return sorted(keys, key=lambda key: (key == NOTE, ranked.index(key) if key in ranked else len(ranked)))

    def of_key(self, key: str, keys: Collection[str]) -> "Guide":
        """What is said of the value of a key, in a mapping with these keys."""
        if key == NOTE:
            return Guide()
        shape = self._shape(keys)
        if shape is None:
            return Guide((), self.texts)
        return _fields(shape).get(key, Guide((), "line"))

    def _shape(self, keys: Collection[str]) -> type[Shape] | None:
        """The model that knows most of the keys, None where none knows any."""
        best = max(self.shapes, key=lambda shape: len(_fields(shape).keys() & set(keys)), default=None)
        return best if best and _fields(best).keys() & set(keys) else None


def guide_of(kind: str) -> Guide:
    """What is said of the file of this kind, by its name without `.yaml`; nothing where it has no model."""
    model = FILES.get(kind)
    if model is None:
        return Guide()
    return Guide((model,)) if issubclass(model, Shape) else _guide(model.model_fields["root"])


@cache
def _fields(shape: type[Shape]) -> dict[str, Guide]:
    return {
        field.alias or name: Guide(_guide(field).shapes, "prose") if name == _PROSE_KEY else _guide(field)
        for name, field in shape.model_fields.items()
    }


def _guide(field: Any) -> Guide:
    parts = [*_parts(field.annotation), *(part for given in field.metadata for part in _parts(given))]
    shapes = tuple(part for part in parts if isinstance(part, type) and issubclass(part, Shape))
    return Guide(shapes, "line" if any(isinstance(part, Free) for part in parts) else "exact")


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation with everything that it is made of."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _parts(part)
