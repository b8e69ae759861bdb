"""The command `serve` as a process: what it says, which port it takes, how it ends."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from policygen.cli.main import main
from tests.serve.author import Author


@contextmanager
def running(content: Path, *arguments: str, lang: str = "en") -> Iterator[subprocess.Popen[str]]:
    """The command at work; it is killed where it did not end by itself."""
    command = (sys.executable, "-m", "policygen", "--content", str(content), "--lang", lang, "serve", *arguments)
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_it_says_where_the_preview_is_and_ends_cleanly(author: Author) -> None:
    with running(author.content, "shop", "--port", "0") as process:
        line = first_line(process)
        assert line.startswith("preview at http://127.0.0.1:")
        with urlopen(line.split()[-1]) as answer:
            assert b"Example Shop" in answer.read()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0
        assert out.endswith("ended\n")
        assert err == ""


def test_taken_port_is_told_and_the_next_free_one_used(author: Author) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(author.content, "--port", str(port), lang="th") as process:
            url = first_line(process).split()[-1]
            assert int(url.rstrip("/").rpartition(":")[2]) > port
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=20)
            assert f"พอร์ต {port} มีผู้ใช้อยู่" in err


def test_site_or_folder_that_is_not_there_is_told(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    content = ("--content", str(author.content), "--lang", "en")
    assert main([*content, "serve", "shpo"]) == 2
    assert "did you mean shop?" in capsys.readouterr().err
    assert main(["--content", str(author.content / "none"), "--lang", "en", "serve"]) == 2
    assert "there is no folder" in capsys.readouterr().err
    assert main([*content, "serve", "--port", "70000"]) == 2
