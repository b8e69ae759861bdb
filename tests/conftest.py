"""What all tests share: the browser, served folders, and steady property tests."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser

from tests.browser import STRICT_CSP, Served, ServeFolder, chromium, serving

# The same examples on every run, and no time limit: two busy cores are not a failure.
# `--hypothesis-profile=default` looks for new ones.
hypothesis.settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --no-browser."""
    parser.addoption("--no-browser", action="store_true", help="leave out the tests that open a Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that use the browser, and leave them out where a person asked for it."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    if not config.getoption("--no-browser"):
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("--no-browser is for a person, not for CI.")
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium. Without one the test fails: it is never skipped."""
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(chromium())
        except RuntimeError as error:
            pytest.fail(str(error), pytrace=False)
        yield opened


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[ServeFolder]:
    """Serves a folder on 127.0.0.1 with a strict content security policy, until the tests end."""
    with ExitStack() as stack:
        on_air: dict[tuple[Path, str, str], Served] = {}

        def serve(folder: Path, csp: str = STRICT_CSP, at: str = "/") -> Served:
            key = (folder, csp, at)
            if key not in on_air:
                on_air[key] = stack.enter_context(serving(folder, csp, at))
            return on_air[key]

        yield serve
