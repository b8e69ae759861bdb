"""The JSON Schemas in docs/schemas: in step with the models, valid, described, and true of the shipped content."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policygen.sources.schema.json_schema import schema_files
from tests.sources.editing import as_an_editor_reads
from tools.make_schemas import TARGET

CONTENT = TARGET.parent.parent / "content"
NAMES = sorted(path.name for path in TARGET.iterdir())


def test_schemas_are_in_step_with_the_models() -> None:
    written = {name: (TARGET / name).read_text("utf-8") for name in NAMES}
    assert written == schema_files(), "run: python tools/make_schemas.py"


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_every_key_is_described_in_both_languages(name: str) -> None:
    schema = json.loads((TARGET / name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for key, described in _keys(schema):
        english, _, thai = described.get("description", "").partition("\n\n")
        assert english.isascii(), key
        assert any("\u0e00" <= char <= "\u0e7f" for char in thai), key


def _keys(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_shipped_content_keeps_to_the_schemas(path: Path) -> None:
    """Read as editors read it: YAML 1.2, where a date is a string."""
    schema = json.loads((TARGET / f"{path.stem}.schema.json").read_text("utf-8"))
    content = as_an_editor_reads(path)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(content)] == []
