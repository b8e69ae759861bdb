"""The tests' own browser and host: that they see what they are there to see."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser import ServeFolder, axe_violations, watched_page

GOOD = """<!doctype html><html lang="th"><meta charset="utf-8"><title>นโยบาย</title>
<link rel="stylesheet" href="style.css"><link rel="icon" href="data:,"><main><h1>นโยบาย</h1></main></html>"""
STRICT_AND_DATA = "default-src 'none'; style-src 'self'; img-src data:"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of two pages and a style sheet."""
    (tmp_path / "th").mkdir()
    (tmp_path / "th" / "index.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "th" / "style.css").write_text("h1 { color: rgb(1, 2, 3) }", encoding="utf-8")
    (tmp_path / "404.html").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_page_is_shown_and_clean(browser: Browser, serve_folder: ServeFolder, folder: Path) -> None:
    served = serve_folder(folder, STRICT_AND_DATA)
    with watched_page(browser) as (page, problems):
        page.goto(served.url + "th")
        assert page.url.endswith("/th/")
        assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(1, 2, 3)"
    assert problems == []
    assert (200, "/th/") in served.log


def test_watched_page_tells_every_kind_of_problem(browser: Browser, serve_folder: ServeFolder, folder: Path) -> None:
    bad = '<img src="missing.png"><img src="http://example.invalid/x.png"><p style="color: red">x</p>'
    (folder / "th" / "index.html").write_text(GOOD + bad, encoding="utf-8")
    served = serve_folder(folder, "default-src 'none'; style-src 'self'; img-src http: data:")
    with watched_page(browser) as (page, problems):
        page.goto(served.url + "th/")
    kinds = {problem.split(":")[0] for problem in problems}
    assert {"404", "foreign", "failed", "console"} <= kinds
    assert any("style" in problem and "Content Security Policy" in problem for problem in problems)


def test_axe_runs_under_the_strict_policy(browser: Browser, serve_folder: ServeFolder, folder: Path) -> None:
    served = serve_folder(folder)
    assert axe_violations(browser, served.url + "th/") == []
    (folder / "th" / "index.html").write_text(GOOD.replace(' lang="th"', ""), encoding="utf-8")
    found = axe_violations(browser, served.url + "th/")
    assert [line.split(" ")[0] for line in found] == ["html-has-lang"]


def test_host_answers_like_a_static_host(serve_folder: ServeFolder, folder: Path) -> None:
    served = serve_folder(folder, at="/legal/")
    request = Request(served.url + "th/", headers={"Accept-Encoding": "gzip"})
    with urlopen(request) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    with pytest.raises(HTTPError) as missing:
        urlopen(served.url + "en/")
    with missing.value as answer:
        assert answer.code == 404
        assert "นโยบาย" in answer.read().decode()
    assert [status for status, _ in served.log] == [200, 404]


@pytest.mark.parametrize("broken", ["PATH", "PLAYWRIGHT_NODEJS_PATH"])
def test_no_browser_is_a_failure_with_a_sentence(tmp_path: Path, broken: str) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o755)
    nothing = {"PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
    environment = {**os.environ, **nothing, broken: str(tmp_path if broken == "PATH" else program)}
    command = [sys.executable, "-m", "tests.browser"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 1
    assert run.stderr.startswith("The browser tests need a Chromium and none opens (")
    assert "Traceback" not in run.stderr
