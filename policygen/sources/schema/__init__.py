"""What each YAML file may say, as pydantic models; also the source of the JSON Schemas in docs/schemas.

Knows the keys and the form of each value; nothing of folders, Markdown or of what refers to what.
"""
