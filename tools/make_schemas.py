"""Writes docs/schemas: the JSON Schema of every YAML file, from the models that check it.

    python tools/make_schemas.py

A test keeps the files in step.
"""

import json
from pathlib import Path

from policygen.sources.schema.json_schema import json_schemas

TARGET = Path(__file__).parent.parent / "docs" / "schemas"


def as_files() -> dict[str, str]:
    """The content of each file by its name."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in json_schemas().items()
    }


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, content in as_files().items():
        (TARGET / name).write_text(content, "utf-8")
