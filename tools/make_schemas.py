"""Writes docs/schemas: the JSON Schema of every YAML file, from the models that check it.

    python tools/make_schemas.py

A test keeps the files in step.
"""

from pathlib import Path

from policygen.sources.schema.json_schema import schema_files

TARGET = Path(__file__).parent.parent / "docs" / "schemas"


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, content in schema_files().items():
        (TARGET / name).write_text(content, "utf-8")
