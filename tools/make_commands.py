"""Writes docs/commands.md: every command with its options, as `--help` prints them in both languages.

    python tools/make_commands.py

A test keeps the page in step with the program.
"""

import contextlib
import io
from pathlib import Path

from policygen.cli.main import COMMANDS, main

TARGET = Path(__file__).parent.parent / "docs" / "commands.md"
INTRO = """# Commands · คำสั่ง

Run them as `policygen …` in the project's environment, or as `python3 run.py policygen …` from a fresh clone.
POLICY is `site/policy`. A VERSION is a number, `latest`, `in-force`, `draft`, or a date: the version in force that day.
What people read stands on stdout, problems on stderr, as `path:line:column: severity: message [rule]`, with the line
and a hint.

| exit code | means |
|---|---|
| 0 | fine; `serve` after Ctrl-C, which is how it ends |
| 1 | errors found, or no such version (or differences, with `--exit-code`) |
| 2 | could not run: bad usage, a missing folder |
| 130, 141 | stopped by Ctrl-C (every other command), or by a reader that went away |
"""


def page() -> str:
    """The whole page."""
    sections = (f"\n## {name}\n\n{_both(name)}" for name in COMMANDS)
    return f"{INTRO}\n## policygen\n\n{_both()}" + "".join(sections)


def _both(*command: str) -> str:
    return "\n".join(f"```text\n{_help(language, *command)}```\n" for language in ("en", "th"))


def _help(language: str, *command: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(["--lang", language, *command, "--help"])
    return printed.getvalue()


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
