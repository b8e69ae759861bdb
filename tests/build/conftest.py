"""Makes the workplace known to the tests of the build."""

from pathlib import Path

import pytest

from tests.build.workplace import Workplace, workplace_in


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """Two sites that were never built."""
    return workplace_in(tmp_path)
