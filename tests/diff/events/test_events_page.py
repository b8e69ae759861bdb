"""docs/reference/events.md has the closed list of event types."""

from pathlib import Path

from tools.make_event_types import page


def test_the_page_is_what_the_program_knows() -> None:
    assert Path("docs/reference/events.md").read_text("utf-8") == page()
