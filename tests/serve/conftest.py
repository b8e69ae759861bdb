"""A fresh author, and a preview of what he writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.author import Author, previewing, sit_down


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """An author of a shop's policy."""
    return sit_down(tmp_path / "content")


@pytest.fixture
def url(author: Author) -> Iterator[str]:
    """Where the preview of the author's folder is, told in English."""
    with previewing(author.content) as url:
        yield url
