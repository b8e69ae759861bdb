"""The JSON Schemas that give editors completion and hover, made from the models of the files."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from policygen.sources.schema import registers
from policygen.sources.schema.data import NOTE
from policygen.sources.schema.glossary import GlossaryFile
from policygen.sources.schema.house_rules import HouseRulesFile
from policygen.sources.schema.policy import PolicyShape
from policygen.sources.schema.site import SiteShape
from policygen.sources.schema.theme import ThemeShape

FILES: dict[str, type[BaseModel]] = {
    "site": SiteShape,
    "glossary": GlossaryFile,
    "rules": HouseRulesFile,
    "policy": PolicyShape,
    "definitions": registers.DefinitionsFile,
    "data": registers.DataFile,
    "purposes": registers.PurposesFile,
    "tools": registers.ToolsFile,
    "recipients": registers.RecipientsFile,
    "rights": registers.RightsFile,
    "contacts": registers.ContactsFile,
    "theme": ThemeShape,
}
"""The model of each file by the file's name without `.yaml`."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOTE: dict[str, Any] = {"description": "For the team only: never published.\n\nสำหรับทีมงานเท่านั้น ไม่เผยแพร่"}


def json_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each file, by the file's name without `.yaml`."""
    return {name: _schema_of(name, model) for name, model in FILES.items()}


def schema_files() -> dict[str, str]:
    """The text of each schema's file by the file's name."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in json_schemas().items()
    }


def _schema_of(name: str, model: type[BaseModel]) -> dict[str, Any]:
    schema: dict[str, Any] = _tidy(model.model_json_schema(by_alias=True))
    for mapping in _mappings(schema):
        mapping["properties"] = {**mapping.get("properties", {}), NOTE: dict(_NOTE)}
    return {"$schema": _DIALECT, **schema, "title": f"{name}.yaml"}


def _tidy(schema: Any) -> Any:
    """The schema without the names of our classes and without nulls: a key that is left out is not null."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema if part != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _tidy(part) for key, part in schema.items() if not _is_noise(key, part)}
    if len(kept.get("anyOf", ())) == 1:
        (only,) = kept.pop("anyOf")
        kept = {**only, **kept}
    return kept


def _is_noise(key: str, part: Any) -> bool:
    return (key == "title" and isinstance(part, str)) or (key == "default" and part is None)


def _mappings(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes a mapping."""
    if isinstance(schema, list):
        for part in schema:
            yield from _mappings(part)
    elif isinstance(schema, dict):
        for part in schema.values():
            yield from _mappings(part)
        if schema.get("type") == "object":
            yield schema
