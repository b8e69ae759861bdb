"""What the models of all files share: strict keys, and descriptions in both languages."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from policygen.model.facts import NOT_STATED
from policygen.sources import schema_problems as problems
from policygen.sources.schema.data import Context, Data


def _in_order(schema: dict[str, Any], shape: type[BaseModel]) -> None:
    assert issubclass(shape, Shape)
    schema["properties"] = {key: schema["properties"][key] for key in shape.key_order()}


class Shape(BaseModel):
    """A mapping with known keys. A key that is not known is told with what was meant, and left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, json_schema_extra=_in_order)

    @classmethod
    def key_order(cls) -> tuple[str, ...]:
        """The keys as authors write them, in the order in which they are best read."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, given: object, info: ValidationInfo) -> object:
        if not isinstance(given, Data):
            return given
        context: Context | None = info.context
        assert context is not None
        known = cls.key_order()
        context.found.extend(
            problems.unknown_key(entry.key.place(), entry.key.value, known)
            for entry in given.node.entries
            if entry.key.value in given and entry.key.value not in known
        )
        return Data(given.node, {key: value for key, value in given.items() if key in known})


def required(th: str, en: str, **more: Any) -> Any:
    """A key that must stand there."""
    return Field(description=f"{en}\n\n{th}", **more)


def optional(th: str, en: str, default: Any = None, **more: Any) -> Any:
    """A key that may be left out."""
    return Field(default, description=f"{en}\n\n{th}", **more)


def fact(th: str, en: str, **more: Any) -> Any:
    """A fact: left out, it is not stated."""
    return optional(th, en, NOT_STATED, **more)
