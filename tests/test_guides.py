"""The authors' guides, tried as their readers do: from an empty folder, step by step, in each language."""

import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

import pytest

from policygen.cli.main import main
from tests.guide import Command, Edit, Picture, Step, Trying, fits, steps, type_in

GUIDES = Path(__file__).resolve().parent.parent / "docs" / "authors"
PICTURES = GUIDES.parent / "pictures"
TODAY = "2026-11-24"
LANGUAGES = ("en", "th")
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_guide_says_is_what_happens(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "policies"
    folder.mkdir()
    monkeypatch.chdir(folder)
    digest = ""
    for step in guide(lang):
        match step:
            case Command():
                printed = run(lang, step.arguments)
                assert fits(step.printed, printed), f"policygen {' '.join(step.arguments)}\n{printed}"
                digest = digest_in(printed) or digest
            case Trying():
                set_aside(folder, tmp_path / "aside", back=not step.begins)
            case Picture():
                assert (PICTURES / f"{step.name}.png").is_file()
            case _:
                type_in(step, folder, digest)
    assert sorted(path.name for path in (folder / "content/acme/privacy/versions").iterdir()) == ["1.json", "2.json"]
    assert (folder / "output/acme/th/privacy/v2/index.html").is_file()


def test_both_guides_have_the_reader_do_the_same() -> None:
    english, thai = ([done(step) for step in guide(lang)] for lang in LANGUAGES)
    assert english == thai


def test_a_guide_that_is_wrong_is_noticed() -> None:
    assert fits(("1 site: 3 files written in 0.20 s", "…", "end"), "1 site: 3 files written in 9.99 s\na\nb\nend\n")
    assert not fits(("1 site: 3 files written in 0.20 s",), "1 site: 4 files written in 0.20 s\n")
    assert not fits(("one",), "one\ntwo\n")
    assert not fits(("…", "one"), "two\n")


def digest_in(printed: str) -> str:
    """The first digest that was printed, empty if there is none."""
    found = _DIGEST.search(printed)
    return found[0] if found else ""


def guide(lang: str) -> list[Step]:
    """The steps of the guide in a language."""
    return list(steps((GUIDES / f"{lang}.md").read_text("utf-8")))


def done(step: Step) -> object:
    """What a step does, in whatever language: without what is printed, reasons, and the words of names."""
    match step:
        case Command():
            return tuple(each for each in step.arguments if " " not in each and each not in ("--locale", "en"))
        case Edit():
            return step.file, *(re.sub(r"(reason|name|role): .*", r"\1", text) for text in (step.old, step.new))
        case Picture():
            return re.sub(r"(^|-)(th|en)(?=-|$)", "", step.name)
        case _:
            return step


def run(lang: str, arguments: tuple[str, ...]) -> str:
    """What a command prints, on both streams, as a terminal shows it."""
    given = ["--lang", lang, "--today", TODAY, *arguments]
    if arguments[0] == "serve":
        return served(given, Path("opened"))
    screen = io.StringIO()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        assert main(given) != 2
    return screen.getvalue()


def served(given: list[str], opened: Path) -> str:
    """What the preview prints until it opened the browser, a page was looked at and Ctrl-C pressed.

    The browser is one that notes in `opened` what it is to open.
    """
    note = f"import pathlib, sys; pathlib.Path({str(opened.absolute())!r}).write_text(sys.argv[1])"
    environment = {**os.environ, "BROWSER": f'{sys.executable} -c "{note}" %s', "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "policygen", *given, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as preview:
        try:
            assert preview.stdout is not None
            lines = [preview.stdout.readline(), preview.stdout.readline()]
            address = lines[0].split()[-1]
            with urlopen(f"{address}acme/th/privacy/draft/") as page:
                assert "data-body" in page.read().decode()
            until(lambda: opened.is_file() and opened.read_text("utf-8") == address)
            preview.send_signal(signal.SIGINT)
            assert preview.wait(20) == 0
        finally:
            preview.kill()
    opened.unlink()
    return "".join(lines)


def until(true: Callable[[], bool]) -> None:
    """Wait for something to become true; TimeoutError where it does not within ten seconds."""
    end = monotonic() + 10
    while not true():
        if monotonic() > end:
            raise TimeoutError
        sleep(0.02)


def set_aside(folder: Path, aside: Path, *, back: bool) -> None:
    """Keep a copy of the folder, or bring it back."""
    source, target = (aside, folder) if back else (folder, aside)
    for path in target.iterdir() if target.exists() else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(source, target, dirs_exist_ok=True)
