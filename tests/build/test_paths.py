"""Which planned paths may stand side by side."""

import pytest

from policygen.build.paths import check_paths


def test_ordinary_paths_pass() -> None:
    assert (
        check_paths(["index.html", "th/index.html", "th/privacy/index.html", "static/.well-known/x"], "output/s") == ()
    )


@pytest.mark.parametrize(
    "paths",
    [
        ["static/Logo.png", "static/logo.png"],
        ["static/caf\u00e9.png", "static/cafe\u0301.png"],
        ["static/stra\u00dfe", "static/STRASSE"],
        ["TH/a", "th/b"],
        ["a", "a/b"],
        ["a/b", "a"],
        ["a", "a"],
    ],
)
def test_paths_that_meet_are_named(paths: list[str]) -> None:
    (found,) = check_paths(paths, "output/s")
    assert found.severity == "error"
    assert found.place.path == f"output/s/{paths[1]}"
    assert paths[1] in found.message.en
    assert paths[0].partition("/")[0] in found.message.th


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "a/",
        "",
        "a\\..\\b",
        "a\0b",
        ".git/hooks/x",
        "a/.policygen-new",
        "a\udcff",
    ],
)
def test_paths_that_lead_out_are_refused(path: str) -> None:
    (found,) = check_paths([path], "output/s")
    assert found.severity == "error"
