"""docs/commands.md says what `--help` prints."""

from pathlib import Path

import pytest

from tools.make_commands import page


def test_the_page_is_what_help_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert Path("docs/commands.md").read_text("utf-8") == page()
