"""The schemas that editors complete and explain keys by, and the lines that point to them.

A folder of their own in the content folder holds them, so that a site needs nothing else of the program; its name
begins with a dot, so that nobody takes it for a site.
"""

from policygen.sources.schema.json_schema import schema_files

FOLDER = ".schemas"


def files_of_schemas() -> dict[str, str]:
    """The schemas by their path in the content folder."""
    return {f"{FOLDER}/{name}": text for name, text in schema_files().items()}


def with_modeline(text: str, kind: str, depth: int) -> str:
    """A YAML file that tells editors its schema; `depth` is the number of folders between it and the content folder."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{kind}.schema.json\n{text}"
