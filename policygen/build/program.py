"""The digest of the program itself: a page made by another program may be another page.

Knows nothing of content. It reads the program's own files and the names of installed libraries, and imports neither.
"""

import hashlib
import importlib.util
import os
import sys
from collections.abc import Iterator

# Libraries whose version can change what a page says.
LIBRARIES = (
    "jinja2",
    "markdown_it",
    "markupsafe",
    "nlpo3",
    "pydantic",
    "pythainlp",
    "rapidfuzz",
    "rfc8785",
    "spellchecker",
    "yaml",
)
# What three of them are called by those who install them.
OTHER_NAMES = ("pyyaml", "markdown_it_py", "pyspellchecker")
SOURCES = (".py", ".toml", ".json")


def digest_of_program() -> str:
    """SHA-256 over the package's source files, the libraries' versions and Python's own."""
    whole = hashlib.sha256(repr(sys.version_info[:3]).encode())
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for path in sorted(_sources(package)):
        with open(path, "rb") as file:
            content = hashlib.sha256(file.read()).digest()
        whole.update(os.path.relpath(path, package).replace(os.sep, "/").encode() + b"\0" + content)
    for line in sorted(_versions()):
        whole.update(line.encode() + b"\0")
    return whole.hexdigest()


def _sources(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir() and entry.name not in {"__pycache__", "themes"}:
            yield from _sources(entry.path)
        elif entry.name.endswith(SOURCES):
            yield entry.path


def _versions() -> Iterator[str]:
    """`jinja2-3.1.6.dist-info` and the like, from the folders that the libraries lie in.

    Importing a library, or importlib.metadata, to ask for its version would cost more than the build that follows.
    """
    folders = set()
    for name in LIBRARIES:
        found = importlib.util.find_spec(name)
        if found is not None and found.origin is not None:
            folders.add(os.path.dirname(os.path.dirname(found.origin)))
    wanted = tuple(f"{name}-" for name in (*LIBRARIES, *OTHER_NAMES))
    for folder in folders:
        for name in os.listdir(folder):
            if name.endswith(".dist-info") and name.lower().startswith(wanted):
                yield name
